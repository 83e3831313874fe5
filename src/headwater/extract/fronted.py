"""Counts of a place that opens their sentence, where the report counts more elsewhere: "58 were killed. In Mott, 12 died"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Clause, Part
from headwater.extract.ellipses import named_place
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["place_fronted"]

_MOST = 60


def place_fronted(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the first figure of a sentence the named place that opens it, where an earlier one of its outcome is larger and of no place.

    Without such a one the place may be that of the event, and the figure count all.
    """
    before: list[Settled] = []
    for row in [row for row in rows if row.settled]:
        place = _opening(row.clause, lexicons)
        first = next((held for held in row.settled.values() if held.outcomes and held.chunk.counts), None)
        free = place is not None and first is not None and first.place is None and first.whole is None
        if first is not None and free and any(_is_more(one, first) for one in before[-_MOST:]):
            first.place = place
        before += [held for held in row.settled.values() if held.outcomes and held.chunk.counts and not held.place]


def _is_more(one: Settled, first: Settled) -> bool:
    return one.outcomes == first.outcomes and is_less(first, one)


def _opening(clause: Clause, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name of the place of "In Mott, 12 died", "In the village of Mott, 12 died"."""
    link, noun = clause.at(0), clause.at(1)
    if link is None or noun is None or link.part != Part.PREPOSITION or link.word not in lexicons.words("places"):
        return None
    at = 1
    of = clause.at(2)
    if of is not None and of.word in lexicons.words("of") and noun.kind in ("place", "building", ""):
        at, noun = 3, clause.at(3)
    if noun is None or noun.part != Part.NOUN or noun.counts or noun.kind not in ("", "place"):
        return None
    if clause.part(at + 1) != Part.COMMA or clause.tokens[noun.first].lower in lexicons.times:
        return None
    return named_place(clause, noun)
