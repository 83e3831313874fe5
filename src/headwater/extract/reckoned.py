"""Counts that a sentence reckons from those told before: "two more died, so that makes 19", "eleven walked out, which leaves 28", "14 of the 37"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Holds, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_reckoned"]

_ENDS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)
_FAR = 12
_SEVERAL = 2
_PEOPLE = ("person", "")
_HELD = (["captured"], ["trapped"])
_FREE = "rescued"


def find_reckoned(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, settle a number alone that is the sum of the last two counts of one outcome, or what others leave of one; and a whole that the counts of the sentence before add up to.

    Only where the arithmetic comes out.
    """
    making, leaving = lexicons.words("making"), lexicons.words("leaving")
    reckoning = making | leaving
    told: list[Settled] = []
    before: Row | None = None
    for row in rows:
        held = len(row.settled)
        if not reckoning.isdisjoint(row.sentence.words):
            _reckon(row, told, making, leaving, lexicons)
        if before is not None and row.clause.holds & Holds.WHOLE:
            _add_up(row, before, lexicons)
        if len(row.settled) > held:
            row.settled = dict(sorted(row.settled.items()))
        told = [*told, *_counted(row)][-_FAR:]
        before = row


def _reckon(
    row: Row, told: Sequence[Settled], making: frozenset[str], leaving: frozenset[str], lexicons: Lexicons
) -> None:
    clause = row.clause
    for index in clause.counting:
        chunk, verb = clause.chunks[index], clause.chunks[index - 1]
        if clause.part(index - 1) == Part.NOUN and verb.word in lexicons.words("it"):
            verb = clause.chunks[index - 2]  # "making it 19"
        known = row.settled.get(chunk.first)
        if verb.part != Part.VERB or not _is_alone(clause, index) or (known is not None and known.outcomes):
            continue
        here = [one for one in _counted(row) if one.chunk.first < chunk.first]
        if verb.word in making:
            _make(row, chunk, [*told, *here])
        elif verb.word in leaving:
            _leave(row, chunk, [*told, *here], lexicons)


def _is_alone(clause: Clause, index: int) -> bool:
    """Whether a number without a noun ends its clause, or all but "in all" does."""
    chunk = clause.chunks[index]
    ends = clause.part(index + 1) in _ENDS or (
        clause.part(index + 1) == Part.PREPOSITION and clause.part(index + 3) in _ENDS
    )
    return chunk.nounless and not chunk.whole and ends


def _make(row: Row, chunk: Chunk, told: Sequence[Settled]) -> None:
    """Settle a sum: of the last count and one of the same outcome before it."""
    added = next((one for one in reversed(told) if one.whole is None), None)
    total = Settled(chunk, [], "toll")
    if added is None:
        return
    for one in reversed(told):
        if (
            one is not added
            and one.outcomes == added.outcomes
            and one.whole is None
            and _sum(one, added) == value(total)
        ):
            total.outcomes = list(one.outcomes)
            total.group = one.group if one.group == added.group or not added.chunk.head else "person"
            row.settled[chunk.first] = total
            return


def _sum(one: Settled, other: Settled) -> Decimal | None:
    mine, theirs = value(one), value(other)
    return mine + theirs if mine is not None and theirs is not None else None


def _leave(row: Row, chunk: Chunk, told: Sequence[Settled], lexicons: Lexicons) -> None:
    """Settle those whom others of their sentence leave of a count, with what befell all of that; of captives those who have come out are free."""
    rest = Settled(chunk, [], "partitive")
    clause = row.clause
    gone = [one for at in clause.counting if (one := clause.chunks[at]).first < chunk.first and one.kind in _PEOPLE]
    for one in reversed(gone):
        out = row.settled.get(one.first) or Settled(one, [], "partitive")
        for whole in reversed(told):
            if whole.chunk is one or whole.whole is not None or _sum(out, rest) != value(whole):
                continue
            rest.outcomes, rest.whole, rest.group = list(whole.outcomes), whole, whole.group
            row.settled[chunk.first] = rest
            if not out.outcomes and whole.outcomes in _HELD and _came_out(clause, one, lexicons):
                out.outcomes, out.group = [_FREE], one.group or whole.group
                row.settled[one.first] = out
            if out.outcomes and out.whole is None:
                out.whole = whole
                out.group = whole.group if not one.head else out.group
            return


def _came_out(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    verb = clause.at(clause.place(chunk.first) + 1)
    return verb is not None and verb.part == Part.VERB and not verb.negated and verb.word in lexicons.words("coming")


def _add_up(row: Row, before: Row, lexicons: Lexicons) -> None:
    """Settle "14 of the 37", where the counts of one outcome in the sentence before make 37."""
    clause = row.clause
    for index in clause.counting:
        chunk, whole = clause.chunks[index], clause.chunks[index].whole
        if whole is None or whole.number is None or whole.head or chunk.head or _is_told(row, chunk, whole):
            continue
        if whole.determiner not in lexicons.words("the"):
            continue
        total = Settled(whole, [], "repeat")
        counts = [one for one in _counted(before) if one.whole is None]
        alike = [one for one in counts if one.outcomes == counts[0].outcomes]
        if len(alike) < _SEVERAL or sum((value(one) or 0 for one in alike), Decimal(0)) != value(total):
            continue
        groups = {one.group for one in alike}
        total.outcomes, total.group = list(alike[0].outcomes), alike[0].group if len(groups) == 1 else "person"
        row.settled[whole.first] = total
        row.settled[chunk.first] = Settled(chunk, list(total.outcomes), "partitive", total, total.group)


def _is_told(row: Row, *chunks: Chunk) -> bool:
    found = (row.settled.get(chunk.first) for chunk in chunks)
    return any(one is not None and one.outcomes for one in found)


def _counted(row: Row) -> Iterator[Settled]:
    """The figures of people of a row, in order."""
    return (
        one
        for one in row.settled.values()
        if one.outcomes and one.chunk.number is not None and one.chunk.kind in _PEOPLE
    )
