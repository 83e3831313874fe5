"""Figures named again: "the three boats", once "three boats were captured" has been read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.extract.wholes import class_of

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_repeats"]

_AGAIN = frozenset({"the", "those", "these", "all"})


def find_repeats(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give a number with a definite noun the outcome of the last figure of the same value and group."""
    known: dict[tuple[Decimal, str], Settled] = {}
    for row in rows:
        for chunk in row.clause.chunks:
            if chunk.part is not Part.NOUN or chunk.number is None or chunk.number.best is None:
                continue
            held = row.settled.get(chunk.first)
            if held is None or (held.rule == "noun" and held.outcomes == ["affected"]):
                held = _again(chunk, known, lexicons) or held
                if held is not None:
                    row.settled[chunk.first] = held
            if held is not None and held.outcomes:
                known[chunk.number.best, class_of(held.group, lexicons)] = held
        row.settled = dict(sorted(row.settled.items()))


def _again(chunk: Chunk, known: dict[tuple[Decimal, str], Settled], lexicons: Lexicons) -> Settled | None:
    number = chunk.number
    if number is None or number.best is None or chunk.determiner not in _AGAIN or not chunk.head:
        return None
    before = known.get((number.best, class_of(chunk.group, lexicons)))
    if before is None:
        return None
    return Settled(chunk, list(before.outcomes), "repeat", before.whole, chunk.group)
