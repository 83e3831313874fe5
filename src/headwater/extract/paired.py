"""Two counts told anew side by side: "the tally stood at 58 dead and 40 missing, while the port spoke of 63 and 31"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["pair_up"]

_LINKS = (Part.COMMA, Part.CONJUNCTION)
_MOST = 8

_ENDS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR, Part.CLOSE)
_SEVERAL = 2


def pair_up(row: Row, index: int, held: Settled, before: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the first of two numbers alone that "and" joins the outcome of the first of the last two counts, and the second that of the other.

    `held` is the first number's figure. The two counts stand before them in their sentence, or else in the one before, and tell two outcomes.
    Where they do not, the numbers of the row count the same: "the papers gave 150, 152 and even 200".
    """
    clause = row.clause
    second = clause.at(index + 2)
    pair = second is not None and clause.part(index + 1) == Part.CONJUNCTION and clause.part(index + 3) in _ENDS
    pair = pair and clause.chunks[index + 1].word in lexicons.words("joining_verbs")
    here = [one for one in row.settled.values() if one.chunk.first < held.chunk.first]
    told = _last_two(here) or next((two for one in before if (two := _last_two([*one.settled.values()]))), None)
    if second is None or not pair or not _is_alone(second) or told is None or second.first in row.settled:
        _go_on(row, index, held)
        return
    held.outcomes, held.group = list(told[0].outcomes), told[0].group
    row.settled[second.first] = Settled(second, list(told[1].outcomes), held.rule, group=told[1].group)


def _go_on(row: Row, index: int, held: Settled) -> None:
    """Settle the numbers alone of a row that a comma or "and" joins to a count told anew, as that is."""
    clause, at = row.clause, index
    for _ in range(_MOST):
        link = at + 1
        at = link
        while clause.part(at) in _LINKS:
            at += 1
        chunk = clause.at(at)
        if at == link or chunk is None or not _is_alone(chunk) or chunk.first in row.settled:
            return
        if clause.part(at + 1) not in _ENDS:
            return
        row.settled[chunk.first] = Settled(chunk, list(held.outcomes), held.rule, group=held.group)


def _is_alone(chunk: Chunk) -> bool:
    return chunk.nounless and not (chunk.others or chunk.whole)


def _last_two(told: Sequence[Settled]) -> tuple[Settled, Settled] | None:
    """The last two counts that are no parts, where they tell of two things that befell people."""
    whole = [one for one in told if one.outcomes and one.chunk.counts and one.whole is None]
    if len(whole) < _SEVERAL or any(one.chunk.kind not in ("person", "") for one in whole[-_SEVERAL:]):
        return None
    first, second = whole[-_SEVERAL:]
    return (first, second) if first.outcomes != second.outcomes else None
