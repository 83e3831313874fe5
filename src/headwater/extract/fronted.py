"""Counts of a place that their sentence names first, where the report counts more elsewhere: "58 were killed. In Mott, 12 died"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import named_place
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["place_fronted"]

_MOST = 60
_BREAKS = (Part.STOP, Part.COLON)


def place_fronted(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the first figure of a clause, and those joined to it, the named place that opens it, that it goes on from, or that is its subject, where an earlier one of its outcome is larger and of no place.

    Without such a one the place may be that of the event, and the figure count all.
    """
    before: list[Settled] = []
    for row in [row for row in rows if row.settled]:
        begun, clauses = -1, _clauses(row.clause)
        counted = [held for held in row.settled.values() if held.outcomes and held.chunk.counts]
        for at, held in enumerate(counted):
            begins = clauses[
                bisect_right(clauses, held.chunk.first, key=lambda here: row.clause.chunks[here].first) - 1
            ]
            if begins == begun or held.place is not None:
                continue
            begun = begins
            place = _named_first(row.clause, held, begins, lexicons)
            for one in (held, *_beside(row, held)) if place is not None else ():
                if one.place is None and any(
                    _is_more(more, one) for more in (*before[-_MOST:], *counted[max(0, at - _MOST) : at])
                ):
                    one.place = place
        before += [held for held in counted if not held.place]


def _clauses(clause: Clause) -> list[int]:
    """The indices at which the clauses of a sentence begin: its first chunk, and those behind a stop or colon."""
    behind = [at + 1 for at, chunk in enumerate(clause.chunks[:-1]) if chunk.part in _BREAKS]
    return [0, *behind]


def _beside(row: Row, first: Settled) -> Iterator[Settled]:
    """The figures that "and" or a comma joins to the first: "the worst-hit town was Mott, with 530 cases and 19 deaths", "with 19 dead and 50 hurt"."""
    chunks = row.clause.chunks
    at = row.clause.place(first.chunk.first)
    while True:
        state = row.clause.at(at + 1)
        at += state is not None and (state.part == Part.STATE or (state.part == Part.VERB and state.bare))
        if row.clause.part(at + 1) not in (Part.COMMA, Part.CONJUNCTION) or at + 2 >= len(chunks):
            return
        at += 2
        held = row.settled.get(chunks[at].first)
        if held is None or not held.outcomes or not held.chunk.counts:
            return
        yield held


def _named_first(clause: Clause, first: Settled, begins: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The place that a clause counts in, where its words before the first figure name one."""
    return _opening(clause, begins, lexicons) or _where(clause, first, lexicons) or _subject(clause, first, lexicons)


def _where(clause: Clause, first: Settled, lexicons: Lexicons) -> tuple[int, int] | None:
    """The place that a clause goes on from: "troops reached Tamsel, where 19 bodies were found"."""
    at = clause.place(first.chunk.first)
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


def _opening(clause: Clause, begins: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name of the place of "In Mott, 12 died", "In the village of Mott, 12 died", at the index where the clause begins."""
    link, noun = clause.at(begins), clause.at(begins + 1)
    if link is None or noun is None or link.part != Part.PREPOSITION or link.word not in lexicons.words("places"):
        return None
    at = begins + 1
    of = clause.at(at + 1)
    if of is not None and of.word in lexicons.words("of") and noun.kind in ("place", "building", ""):
        at, noun = at + 2, clause.at(at + 2)
    if noun is None or noun.part != Part.NOUN or noun.counts or noun.kind not in ("", "place"):
        return None
    behind = clause.at(at + 1)
    closed = behind is not None and (behind.part == Part.COMMA or (behind.counts and not behind.determiner))
    if not closed or clause.tokens[noun.first].lower in lexicons.times:
        return None
    return named_place(clause, noun)
