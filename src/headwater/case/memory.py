"""What stages over many reports remember from run to run: records under all that they follow from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import TypeVar

from headwater.case.packing import pack, unpack
from headwater.model.ports import Keeping

__all__ = ["Remembered", "mark"]

R = TypeVar("R")


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
