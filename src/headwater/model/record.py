"""What a record is: values under names that nobody changes once it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter, ge, gt, le, lt
from typing import Any, TypeVar, dataclass_transform

__all__ = ["record"]

C = TypeVar("C")
_Order = tuple[str, Callable[[Any, Any], Any]]
_ORDER: tuple[_Order, ...] = (("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge))


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, eq: bool = True, order: bool = False, kw_only: bool = False) -> Callable[[type[C]], type[C]]:
    """A dataclass with slots that is compared and hashed by its values, and whose fields the type checker lets nobody set.

    Python itself does not watch over them: a frozen dataclass asks for leave at each field when it is made, which takes five times
    as long as all else, and the reading of a report makes hundreds of records of up to thirty fields.

    Args:
        eq: whether records with the same values are the same; else each is one of its own.
        order: whether records are compared by size, field by field.
        kw_only: whether all fields are given by name.

    >>> @record()
    ... class Gauge:
    ...     place: str
    ...     level: int = 0
    >>> Gauge("Varn") == Gauge("Varn", 0), len({Gauge("Varn"), Gauge("Varn")})
    (True, 1)
    """

    def made(cls: type[C]) -> type[C]:
        done = dataclass(slots=True, repr=False, eq=False, kw_only=kw_only)(cls)
        # The library writes each method out and compiles it, which for a hundred records is a sixth of a start; these are the same for all.
        known = fields(done)  # type: ignore[arg-type]
        _add(done, "__repr__", _shown([one.name for one in known if one.repr]))
        if eq:
            _compare(done, [one.name for one in known if one.compare], _ORDER if order else ())
        return done

    return made


def _add(cls: type, name: str, method: object) -> None:
    """Give a record a method, where it has none of its own."""
    if name not in vars(cls):
        setattr(cls, name, method)


def _shown(names: Sequence[str]) -> Callable[[object], str]:
    def shown(self: object) -> str:
        held = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({held})"

    return shown


def _compare(cls: type, names: Sequence[str], orders: Sequence[_Order]) -> None:
    values: Callable[[object], object] = attrgetter(*names) if names else type

    def same(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    _add(cls, "__eq__", same)
    cls.__hash__ = hashed  # type: ignore[method-assign,assignment]
    for name, holds in orders:
        _add(cls, name, _ordered(values, holds))


def _ordered(values: Callable[[object], object], holds: Callable[[Any, Any], Any]) -> Callable[[object, object], bool]:
    def ordered(self: object, other: object) -> bool:
        return bool(holds(values(self), values(other))) if other.__class__ is self.__class__ else NotImplemented

    return ordered
