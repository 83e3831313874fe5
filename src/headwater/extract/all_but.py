"""Those left of a count when all others are through: "all but six have gone home", "all but two were discharged"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identities import is_exception
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_left"]

_FAR = 12
_REACH = 6
_ENDED: tuple[tuple[str, frozenset[str], str], ...] = (
    ("discharging", frozenset({"hospitalised", "injured"}), "hospitalised"),
    ("freeing", frozenset({"detained", "captured"}), ""),
    ("returning", frozenset({"displaced"}), ""),
    ("tracing", frozenset({"missing"}), ""),
)
"""Words by which a state ends, the outcomes that they can end, and the outcome of those left, where it is not the whole's own."""


def find_left(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, say of those left that they still are what the nearest count that can have ended so was, and make them a part of it."""
    all_, but = lexicons.words("all"), lexicons.words("exception")
    told = [not (but.isdisjoint(row.sentence.words) or all_.isdisjoint(row.sentence.words)) for row in rows]
    if not any(told):
        return
    earlier: list[Settled] = []
    for row, tells in zip(rows, told, strict=True):
        if tells:
            left = [chunk for chunk in row.clause.chunks if _is_left(row.clause, chunk, lexicons)]
            starts = sorted(row.settled)
            still = [(chunk, _still(row.clause, chunk, earlier, starts, row.settled, lexicons)) for chunk in left]
            row.settled |= {chunk.first: held for chunk, held in still if held is not None}
            if still:
                row.settled = dict(sorted(row.settled.items()))
        earlier += [held for held in row.settled.values() if held.chunk.counts and held.outcomes]


def _is_shared(whole: Settled, before: Sequence[Settled]) -> bool:
    """Whether another count of the same stands right before one, so that those left may be of both."""
    near = [one for one in before if 0 < whole.chunk.first - one.chunk.last < _REACH]
    return any(one.outcomes == whole.outcomes and one.whole is None and whole.whole is None for one in near)


def _is_left(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a number stands behind "all but"."""
    return chunk.part == Part.NOUN and chunk.number is not None and is_exception(clause, chunk, lexicons)


def _still(
    clause: Clause,
    chunk: Chunk,
    earlier: Sequence[Settled],
    starts: Sequence[int],
    settled: dict[int, Settled],
    lexicons: Lexicons,
) -> Settled | None:
    at = clause.place(chunk.first)
    verb = clause.at(at + 1)
    if chunk.first in settled or verb is None or verb.part != Part.VERB or verb.negated or verb.unreal:
        return None
    behind = {token.lower for token in clause.tokens[verb.first : verb.first + _REACH]}
    own = starts[: bisect_left(starts, chunk.first)][-_FAR:]
    before = [*earlier[-_FAR:], *(settled[start] for start in own)][-_FAR:]
    held = Settled(chunk, [], "partitive")
    ended = [(ends, outcome) for name, ends, outcome in _ENDED if not behind.isdisjoint(lexicons.words(name))]
    for whole in reversed(before) if ended else ():
        told = next((one for one in ended if one[0].issuperset(whole.outcomes)), None)
        if told is not None and is_less(held, whole):
            if _is_shared(whole, before):
                return None  # "arrested 412 people here and 63 elsewhere; all but 20 were let go": of both
            held.whole, held.outcomes = whole, [told[1]] if told[1] else list(whole.outcomes)
            held.group = chunk.group if chunk.head else whole.group
            return held
    return None
