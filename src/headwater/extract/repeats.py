"""Figures named again: "the three boats", once "three boats were captured" has been read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import class_of
from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.parts import add_parts
from headwater.extract.settling import Settled
from headwater.extract.shares import add_shares

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_repeats"]

_FEW = 2  # "the two" may be any two
_MANY = 10  # so many are known by their number alone: "one of 38"
_ALONE = (Part.VERB, Part.STATE, Part.PARTS)  # behind a number that stands for them all: "the 27 included two teachers"


def find_repeats(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, give a number with a definite noun the outcome of the last figure of the same value and group."""
    known: dict[tuple[Decimal, str], Settled] = {}
    values: dict[Decimal, Settled] = {}
    singles: list[Settled] = []
    for row in rows:
        clause = row.clause
        before, singles = singles, [one for one in row.settled.values() if not (one.chunk.counts or one.chunk.plural)]
        for index in clause.counting:
            chunk = clause.chunks[index]
            if chunk.number is None or chunk.number.best is None:
                continue
            held = row.settled.get(chunk.first)
            bare = held is not None and not held.outcomes and (bool(chunk.head) or held.rule == "unattached")
            # "Of the three guards, two died", "of the 30, he said, nine had escaped"
            if held is None or bare or (held.rule == "noun" and held.outcomes == ["affected"]):
                alone = clause.part(index + 1) in _ALONE or chunk.number.best > _FEW
                again = _again(chunk, known, values, lexicons) if chunk.head or alone else None
                again = _all_of(chunk, before, lexicons) or again
                if held is not None and again is not None and bare:  # parts hang on it already
                    held.outcomes, held.rule, held.whole = again.outcomes, again.rule, again.whole
                else:
                    held = again or held
                if held is not None:
                    row.settled[chunk.first] = held
                    add_parts(clause, row.settled, lexicons)
                    add_shares(clause, row.settled, lexicons)
            _whole_again(chunk, row, values, lexicons.words("again"))
            if held is not None and held.outcomes:
                values[chunk.number.best] = held
                known[chunk.number.best, class_of(held.group, lexicons)] = held
        row.settled = dict(sorted(row.settled.items()))


def _all_of(chunk: Chunk, singles: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """All of just so many whom the sentence before tells of one by one: "arrested the captain, the mate and a cook. All three …"."""
    number, told = chunk.number, {tuple(one.outcomes) for one in singles}
    every = chunk.determiner in lexicons.words("all") and not chunk.head
    if number is None or number.best != len(singles) or len(singles) <= _FEW or len(told) > 1 or not every:
        return None
    return Settled(chunk, list(singles[0].outcomes), "repeat", group=chunk.group)


def _whole_again(chunk: Chunk, row: Row, values: dict[Decimal, Settled], again: frozenset[str]) -> None:
    """Read "one of the 38" and "6,200 of the 15,000", where the larger number has been read before."""
    whole = chunk.whole
    if whole is None or whole.number is None or whole.number.best is None or whole.head:
        return
    if whole.number.best < _MANY and whole.determiner not in again:
        return  # "the bridge, one of two still standing"
    before = values.get(whole.number.best)
    if before is None:
        return
    all_of = row.settled.get(whole.first)
    if all_of is None or not all_of.outcomes:
        all_of = row.settled[whole.first] = Settled(whole, list(before.outcomes), "repeat", before.whole, before.group)
    part = row.settled.get(chunk.first)
    if part is None or not part.outcomes:
        row.settled[chunk.first] = Settled(chunk, list(all_of.outcomes), "partitive", all_of, all_of.group)


def _again(
    chunk: Chunk, known: dict[tuple[Decimal, str], Settled], values: dict[Decimal, Settled], lexicons: Lexicons
) -> Settled | None:
    number = chunk.number
    if number is None or number.best is None or chunk.determiner not in lexicons.words("again") or chunk.others:
        return None
    before = known.get((number.best, class_of(chunk.group, lexicons))) if chunk.head else values.get(number.best)
    if before is None or any(word in lexicons.frames.remaining for word in chunk.modifiers):
        return None
    group = chunk.group if chunk.head else before.group
    return Settled(chunk, list(before.outcomes), "repeat", before.whole, group)
