"""Records as bytes that only Headwater reads, for what is kept between runs; `wire` is the form that others read.

Numbers keep every digit, and reading is some fifteen times faster than by `wire`.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Sequence
from functools import cache
from types import GenericAlias
from typing import Any, TypeVar, overload

__all__ = ["Folded", "pack", "unpack"]

R = TypeVar("R")


def pack(record: object) -> bytes:
    """The bytes of a record, of plain values, or of a tuple of such: the same for equal ones.

    >>> unpack(tuple[int, str], pack((3, "b")))
    (3, 'b')
    """
    return bytes(_encoder().encode(record))


def unpack(kind: type[R], data: bytes) -> R | None:
    """The record that was packed as these bytes; `None` where they are no record of this kind.

    >>> unpack(int, b"?!") is None
    True
    """
    try:
        found: R = _decoder(typing.cast(Any, kind)).decode(data)
    except ValueError:  # msgspec's own errors are such
        return None
    return found


class Folded(Sequence[R]):
    """Records of a kind that are unpacked when somebody first looks at them; equal to the tuple of these records.

    >>> folded = Folded(int, pack((3, 5)))
    >>> folded == (3, 5), folded[1], pack(folded) == pack((3, 5))
    (True, 5, True)
    """

    __slots__ = ("_data", "_kind", "_records")

    def __init__(self, kind: type[R], data: bytes) -> None:
        self._kind, self._data = kind, data
        self._records: tuple[R, ...] | None = None

    @property
    def records(self) -> tuple[R, ...]:
        """The records.

        Raises:
            ValueError: the bytes hold others.
        """
        if self._records is None:
            found = unpack(_tuple_of(self._kind), self._data)
            if found is None:
                raise ValueError(f"no records of {self._kind.__name__}")
            self._records = found
        return self._records

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[R, ...]: ...
    def __getitem__(self, place: int | slice) -> R | tuple[R, ...]:
        return self.records[place]

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    def __eq__(self, other: object) -> bool:
        return self.records == (other.records if isinstance(other, Folded) else other)

    def __hash__(self) -> int:
        return hash(self.records)


def _tuple_of(kind: type[R]) -> type[tuple[R, ...]]:
    return typing.cast(type[tuple[R, ...]], GenericAlias(tuple, (kind, ...)))


def _unfolded(value: object) -> object:
    if isinstance(value, Folded):
        return value.records
    raise TypeError(f"no record: {type(value).__name__}")


@cache
def _encoder() -> Any:
    import msgspec

    return msgspec.msgpack.Encoder(order="deterministic", enc_hook=_unfolded)


@cache
def _decoder(kind: Any) -> Any:
    import msgspec

    return msgspec.msgpack.Decoder(kind)
