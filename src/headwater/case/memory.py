"""What stages over many reports remember from run to run: records under all that they follow from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from hashlib import blake2b
from types import GenericAlias
from typing import TypeVar, cast

from headwater.case.packing import pack, unpack
from headwater.model.ports import Keeping

__all__ = ["Remembered", "mark"]

R = TypeVar("R")
T = TypeVar("T")


def mark(*parts: object) -> str:
    """A hash of records, strings and plain values: the same where all of them are.

    >>> mark("a", "b") == mark("a", "b"), mark("a", "b") == mark("ab"), mark(None) == mark("")
    (True, False, False)
    """
    return blake2b(pack(parts), digest_size=16).hexdigest()


class Remembered:
    """The port `Memory`, over what is kept.

    Args:
        kept: by one stage.
        marks: for each document a hash of all that the stage is given of it.
    """

    def __init__(self, kept: Keeping, marks: Mapping[str, str]) -> None:
        self._kept = kept
        self.marks = marks

    def mark(self, *parts: object) -> str:
        """A hash of records and plain values, such as `marks` are."""
        return mark(*parts)

    def made(
        self,
        name: str,
        kind: type[R],
        make: Callable[[], R],
        *rests_on: object,
        holds: Callable[[R], bool] | None = None,
    ) -> R:
        """What is remembered under a name and all that it follows from; where nothing is, or it no longer holds, what `make` makes."""
        key = f"{name}/{mark(*rests_on)}"
        data = self._kept.get(key)
        found = None if data is None else unpack(kind, data)
        if found is None or (holds is not None and not holds(found)):
            found = make()
            self._kept[key] = pack(found)
        return found

    def each(self, name: str, kind: type[R], make: Callable[[T], R], marks: Mapping[T, str]) -> dict[T, R]:
        """What is remembered of each of many things, resting on its mark alone; where nothing is, what `make` makes of it.

        Things whose marks begin alike are kept together: of thousands of small records, looking up and reading each by itself
        takes longer than all that is in them. One that joins has its sheaf written anew, and no other.
        """
        sheaves: dict[str, list[T]] = defaultdict(list)
        for one, its_mark in marks.items():
            sheaves[_sheaf(its_mark)].append(one)
        found: dict[T, R] = {}
        for sheaf, inside in sheaves.items():
            key = f"{name}/{sheaf}"
            data = self._kept.get(key)
            held = (unpack(_by_mark(kind), data) if data is not None else None) or {}
            made = {one: held[marks[one]] if marks[one] in held else make(one) for one in inside}
            if held.keys() != {marks[one] for one in inside}:
                self._kept[key] = pack({marks[one]: record for one, record in made.items()})
            found |= made
        return found


def _by_mark(kind: type[R]) -> type[dict[str, R]]:
    return cast(type[dict[str, R]], GenericAlias(dict, (str, kind)))


def _sheaf(mark: str) -> str:
    """The sheaf that what has some mark is kept in, of about 256: two hexadecimal digits of the mark."""
    return mark.rpartition("/")[2][:2]
