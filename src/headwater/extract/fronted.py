"""Counts of a place that their sentence names first, where the report counts more elsewhere: "58 were killed. In Mott, 12 died"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.ellipses import named_place
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["place_fronted"]

_MOST = 60


def place_fronted(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the first figure of a sentence the named place that opens it, that its clause goes on from, or that is its subject, where an earlier one of its outcome is larger and of no place.

    Without such a one the place may be that of the event, and the figure count all.
    """
    before: list[Settled] = []
    for row in [row for row in rows if row.settled]:
        first = next((held for held in row.settled.values() if held.outcomes and held.chunk.counts), None)
        place = _named_first(row.clause, first, lexicons) if first is not None else None
        free = place is not None and first is not None and first.place is None
        if first is not None and free and any(_is_more(one, first) for one in before[-_MOST:]):
            first.place = place
        before += [held for held in row.settled.values() if held.outcomes and held.chunk.counts and not held.place]


def _named_first(clause: Clause, first: Settled, lexicons: Lexicons) -> tuple[int, int] | None:
    """The place that a clause counts in, where its words before the first figure name one."""
    return _opening(clause, lexicons) or _where(clause, first, lexicons) or _subject(clause, first, lexicons)


def _where(clause: Clause, first: Settled, lexicons: Lexicons) -> tuple[int, int] | None:
    """The place that a clause goes on from: "troops reached Tamsel, where 19 bodies were found"."""
    at = next((at for at in clause.counting if clause.chunks[at].first == first.chunk.first), 0)
    link, comma, noun = clause.at(at - 1), clause.at(at - 2), clause.at(at - 3)
    if link is None or comma is None or noun is None or at < 3 or comma.part != Part.COMMA:
        return None
    if link.word not in lexicons.words("where") or not _may_be_place(clause, noun, lexicons):
        return None
    return named_place(clause, noun)


def _subject(clause: Clause, first: Settled, lexicons: Lexicons) -> tuple[int, int] | None:
    """The place that is by its own words one, of which a clause tells: "Veldar district recorded 40 deaths", "the worst-hit town was Veldar, with 31 dead"."""
    subject, verb = clause.at(0), clause.at(1)
    if subject is None or verb is None or subject.kind != "place" or subject.counts or verb.part != Part.VERB:
        return None
    called = clause.at(2)
    if not subject.determiner:
        return named_place(clause, subject)
    if (
        verb.copula
        and called is not None
        and _may_be_place(clause, called, lexicons)
        and called.first < first.chunk.first
    ):
        return named_place(clause, called)
    return None


def _may_be_place(clause: Clause, noun: Chunk, lexicons: Lexicons) -> bool:
    counted = noun.part != Part.NOUN or noun.counts or noun.kind not in ("", "place")
    return not counted and clause.tokens[noun.first].lower not in lexicons.times


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
