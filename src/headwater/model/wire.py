"""The only codec between records and JSON; `schema` makes the JSON Schemas of the contract from the same types.

Records are frozen data classes; their field order is the order of the contract. A `Span` is written as `[start, end]`, a
`Decimal` as a JSON number, an enumeration as its value, a tuple as an array.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar

from headwater.model.span import Span

__all__ = ["SCHEMA_VERSION", "decode", "dump_line", "encode", "hints_of", "load_lines"]

SCHEMA_VERSION = 1
"""Number of the contract, as `manifest.json` gives it in `schema`; raised whenever a field changes its meaning or goes."""

R = TypeVar("R")


def number(value: Decimal) -> int | float:
    """A JSON number for a decimal: an integer where it has no fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def encode(record: object) -> Any:
    """What JSON holds for a record: objects, arrays, strings, numbers, booleans and null.

    >>> encode(Span(0, 3))
    [0, 3]
    >>> from headwater.model import Problem
    >>> encode(Problem(document="a.pdf", slug="encrypted", message="…"))["slug"]
    'encrypted'
    """
    return _writer(typing.cast(Any, type(record)))(record)


def decode(kind: type[R], data: Any) -> R:
    """The record that JSON data stands for; fields that are absent take their defaults.

    Raises:
        ValueError: the data do not have the record's form; the message names the field.
    """
    try:
        return typing.cast(R, _reader(typing.cast(Any, kind))(data))
    except Exception:
        return typing.cast(R, _decode(kind, data, kind.__name__))  # says where it is wrong


def dump_line(record: object) -> str:
    """One line of a JSON Lines file, with its line end; always valid UTF-8."""
    data = encode(record)
    line = _LINE.encode(data) + "\n"
    return line if line.isascii() or not _has_surrogates(line) else _ASCII.encode(data) + "\n"


_LINE = json.JSONEncoder(ensure_ascii=False)
_ASCII = json.JSONEncoder(ensure_ascii=True)


def _has_surrogates(line: str) -> bool:
    # JSON may bring half of a pair ("\\ud800"), which is no character and cannot be written as UTF-8.
    try:
        line.encode()
    except UnicodeEncodeError:
        return True
    return False


def load_lines(kind: type[R], lines: Iterable[str]) -> Iterator[R]:
    """The records of a JSON Lines file, in order; blank lines are passed over."""
    for line in lines:
        if line.strip():
            yield decode(kind, json.loads(line))


@cache
def hints_of(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a record, each with its type."""
    hints = typing.get_type_hints(kind)
    return tuple((field, hints[field.name]) for field in fields(kind))


def _same(value: Any) -> Any:
    return value


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """What makes JSON data of values of a type; `_same` where they are such already."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = _writer(next(arm for arm in typing.get_args(kind) if arm is not type(None)))
        return _same if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _writer(typing.get_args(kind)[0])
        return list if item is _same else lambda values: [item(value) for value in values]
    if kind is Span:
        return lambda span: [span.start, span.end]
    if kind is Decimal:
        return number
    if is_dataclass(kind):
        return _record_writer(typing.cast(type, kind))
    if issubclass(kind, Enum):
        return attrgetter("_value_")  # `value` is a descriptor of Python's, and takes ten times as long
    if issubclass(kind, str | int | float):
        return _same
    raise TypeError(f"records hold no {kind.__name__}")


def _record_writer(kind: type) -> Callable[[Any], dict[str, Any]]:
    names = [field.name for field in fields(kind)]
    # Of one name alone the getter gives the value, of several a tuple: the first is asked for twice.
    values = attrgetter(names[0], *names)
    others = [(field.name, write) for field, hint in hints_of(kind) if (write := _writer(hint)) is not _same]

    def written(record: Any) -> dict[str, Any]:
        data = dict(zip(names, values(record)[1:], strict=True))
        for name, write in others:
            data[name] = write(data[name])
        return data

    return written


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads data that have the right form, without a word on where they have not."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(arm for arm in typing.get_args(kind) if arm is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _reader(typing.get_args(kind)[0])
        return lambda data: tuple([item(one) for one in _checked(list, data)])
    if kind is Span:
        return lambda data: Span.read(*data)
    if kind is Decimal:
        return lambda data: Decimal(str(data))
    if is_dataclass(kind):
        return _record_reader(typing.cast(type, kind))
    if issubclass(kind, Enum):
        return typing.cast(Callable[[Any], Any], kind)
    if kind is float:
        return lambda data: float(_checked((int, float), data))
    return partial(_checked, kind)


def _record_reader(kind: type) -> Callable[[Any], Any]:
    readers = {field.name: _reader(hint) for field, hint in hints_of(kind)}
    return lambda data: kind(**{name: readers[name](value) for name, value in data.items() if name in readers})


def _checked(kind: Any, data: Any) -> Any:
    if not isinstance(data, kind):
        raise TypeError(data)
    return data


def _decode(kind: Any, data: Any, where: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [arm for arm in typing.get_args(kind) if arm is not type(None)]
        return None if data is None else _decode(inner[0], data, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise ValueError(f"{where} is no array")
        return tuple(_decode(typing.get_args(kind)[0], item, where) for item in data)
    if kind is Span:
        return Span.read(*data)
    if kind is Decimal:
        return Decimal(str(data))
    if is_dataclass(kind):
        return _decode_record(typing.cast(type, kind), data, where)
    if issubclass(kind, Enum):
        return kind(data)
    if kind is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, kind):
        raise ValueError(f"{where} is no {kind.__name__}")
    return data


def _decode_record(kind: type, data: Any, where: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{where} is no object")
    given: dict[str, Any] = {}
    for field, hint in hints_of(kind):
        if field.name in data:
            given[field.name] = _decode(hint, data[field.name], f"{where}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{where} has no {field.name}")
    return kind(**given)
