"""What a record is: values under names that nobody changes once it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

__all__ = ["record"]

C = TypeVar("C")


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
    return dataclass(slots=True, eq=eq, unsafe_hash=eq, order=order, kw_only=kw_only)
