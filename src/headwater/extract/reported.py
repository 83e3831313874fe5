"""Counts told anew by a number alone: "the Inspector of Mines reported 164", "rebels say six"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_reported"]

_ENDS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)
_ROWS = 3


def find_reported(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give a number that is the whole object of a verb of reporting the outcome of the figure told before it.

    That figure stands in the same sentence or one of the three before it; people alone are counted so.
    """
    last: tuple[int, Settled] | None = None
    part: tuple[int, Settled] | None = None
    for number, row in enumerate(rows):
        for index, chunk in enumerate(row.clause.chunks):
            if chunk.part != Part.NOUN or not chunk.counts or chunk.negated:
                continue
            held = row.settled.get(chunk.first)
            near = next((one for one in (last, part) if one is not None and number - one[0] <= _ROWS), None)
            if (held is None or not held.outcomes) and near and _is_reported(row.clause, index, lexicons):
                outcomes = list(near[1].outcomes)
                held = row.settled[chunk.first] = Settled(chunk, outcomes, "reported", group=near[1].group)
            if held is not None and held.outcomes and held.chunk.kind in ("person", ""):
                last, part = ((number, held), part) if held.whole is None else (last, (number, held))
        row.settled = dict(sorted(row.settled.items()))


def _is_reported(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    chunk, before = clause.chunks[index], clause.at(index - 1)
    if not _is_alone(chunk) or before is None or before.part != Part.VERB or before.negated or before.unreal:
        return False
    told = before.word in lexicons.frames.counters and not before.passive and not before.infinitive
    return told and clause.part(index + 1) in _ENDS and clause.part(index - 2) == Part.NOUN


def _is_alone(chunk: Chunk) -> bool:
    number = chunk.number
    return (
        number is not None
        and number.unit == "count"
        and not (chunk.head or chunk.kind or chunk.determiner or chunk.others)
    )
