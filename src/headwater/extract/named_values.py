"""Values of counts whose name does not say of what: "the Monitor's figure of 14", "an earlier estimate of nine"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.changes import sole_count
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.extract.toll_names import named_count
from headwater.extract.tolls import Carried

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_named_values"]

_NAME = 2  # words of "figure of"
_FAR = 6  # sentences that what is counted stays in mind


def read_named_values(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle a number alone behind "figure of" or the like by the last count that a sentence near before names, or that all its figures tell.

    One that repeats a number told before is left to whatever tells what is told again.
    """
    counted, since = Carried(), 0
    told: set[Decimal] = set()
    for row in rows:
        since += 1
        named = not lexicons.frames.toll_names.isdisjoint(row.sentence.words)
        if named and row.counts and counted.outcome and since <= _FAR:
            _settle(row, counted, told, lexicons)
        sole = sole_count(row.settled)
        outcome = named_count(row.clause, lexicons) if named else ""
        here = {best for one in row.settled.values() if one.outcomes and (best := value(one)) is not None}
        if outcome or here:
            counted, since = (sole if sole.outcome == (outcome or sole.outcome) else Carried(outcome)), 0
            told |= here


def _settle(row: Row, counted: Carried, told: Collection[Decimal], lexicons: Lexicons) -> None:
    clause = row.clause
    if lexicons.words("valued").isdisjoint(row.sentence.words):
        return
    for index in clause.counting:
        chunk = clause.chunks[index]
        held = row.settled.get(chunk.first)
        if (held is None or not held.outcomes) and _is_value(clause, index, chunk, lexicons):
            made = Settled(chunk, [counted.outcome], "toll", group=counted.group or "person")
            if value(made) not in told:
                row.settled[chunk.first] = made
    row.settled = dict(sorted(row.settled.items()))


def _is_value(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a number alone is the value of the name of a count right before its "of", and counts nothing itself."""
    number = chunk.number
    if number is None or number.unit != "count" or number.first < _NAME or chunk.head or chunk.kind or chunk.others:
        return False
    name, link = (token.lower for token in clause.tokens[number.first - _NAME : number.first])
    own = clause.part(index + 1) in (Part.STATE, Part.PARTS)
    return name in lexicons.words("valued") and link in lexicons.words("of") and not own
