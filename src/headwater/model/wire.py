"""The only codec between records and JSON; the JSON Schemas of the contract are generated from the same types.

Records are frozen data classes; their field order is the order of the contract. A `Span` is written as `[start, end]`, a
`Decimal` as a JSON number, an enumeration as its value, a tuple as an array.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from headwater.model.attribution import Attribution
from headwater.model.collation import Measure
from headwater.model.dating import Dating
from headwater.model.event import Event
from headwater.model.figure import Figure
from headwater.model.finding import Finding
from headwater.model.link import Link
from headwater.model.origin import Origin, Parents
from headwater.model.problem import Problem
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.model.statement import Statement

__all__ = ["FILES", "SCHEMA_VERSION", "decode", "dump_line", "encode", "load_lines", "schema"]

SCHEMA_VERSION = 1
"""Number of the contract, as `manifest.json` gives it in `schema`; raised whenever a field changes its meaning or goes."""

FILES: Mapping[str, type] = {
    "reports": Report,
    "figures": Figure,
    "attributions": Attribution,
    "statements": Statement,
    "datings": Dating,
    "events": Event,
    "collation": Measure,
    "findings": Finding,
    "links": Link,
    "parents": Parents,
    "origins": Origin,
    "problems": Problem,
}
"""The files of the contract (without `.jsonl`) and the record that each line of them holds."""

R = TypeVar("R")


def number(value: Decimal) -> int | float:
    """A JSON number for a decimal: an integer where it has no fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def encode(record: object) -> Any:
    """What JSON holds for a record: objects, arrays, strings, numbers, booleans and null.

    >>> encode(Span(0, 3))
    [0, 3]
    >>> encode(Problem(document="a.pdf", slug="encrypted", message="…"))["slug"]
    'encrypted'
    """
    if record is None or isinstance(record, bool | int | float):
        return record
    if isinstance(record, Enum):
        return record.value
    if isinstance(record, str):
        return record
    if isinstance(record, Decimal):
        return number(record)
    if isinstance(record, Span):
        return [record.start, record.end]
    if isinstance(record, tuple | list):
        return [encode(item) for item in record]
    if is_dataclass(record) and not isinstance(record, type):
        return {name: encode(getattr(record, name)) for name in _names(record.__class__)}
    raise TypeError(f"records hold no {type(record).__name__}")


def decode(kind: type[R], data: Any) -> R:
    """The record that JSON data stands for; fields that are absent take their defaults.

    Raises:
        ValueError: the data do not have the record's form; the message names the field.
    """
    return typing.cast(R, _decode(kind, data, kind.__name__))


def dump_line(record: object) -> str:
    """One line of a JSON Lines file, with its line end; always valid UTF-8."""
    line = json.dumps(encode(record), ensure_ascii=False, separators=(", ", ": ")) + "\n"
    if line.isascii() or not _has_surrogates(line):
        return line
    return json.dumps(encode(record), ensure_ascii=True, separators=(", ", ": ")) + "\n"


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
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _fields(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field, hints[field.name]) for field in fields(kind))


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
        return Span(*data)
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
    for field, hint in _fields(kind):
        if field.name in data:
            given[field.name] = _decode(hint, data[field.name], f"{where}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{where} has no {field.name}")
    return kind(**given)


def schema(kind: type) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of the file that holds such records.

    >>> schema(Problem)["required"]
    ['document', 'slug', 'message', 'start', 'end']
    """
    body = _schema(kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.__name__, **body}


def _schema(kind: Any) -> dict[str, Any]:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        arms = [{"type": "null"} if arm is type(None) else _schema(arm) for arm in typing.get_args(kind)]
        return {"anyOf": arms}
    if origin is tuple:
        return {"type": "array", "items": _schema(typing.get_args(kind)[0])}
    if kind is Span:
        place = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [place, place], "items": False, "minItems": 2}
    if is_dataclass(kind):
        properties = {field.name: _schema(hint) for field, hint in _fields(typing.cast(type, kind))}
        description = (kind.__doc__ or "").strip().split("\n")[0]
        return {
            "type": "object",
            "description": description,
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number", Decimal: "number"}
    return {"type": plain[kind]}
