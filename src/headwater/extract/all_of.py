"""Counted ones of all of whom something is said behind them: "a bus with 41 pilgrims, all of whom were hurt"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["settle_all"]

_NEAR = 6
_PASSED = frozenset({Part.NOUN, Part.PREPOSITION, Part.STATE})


def settle_all(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle a counted noun of which nothing else is said by what is said of "all of whom" behind its comma."""
    every = lexicons.words("all")
    if every.isdisjoint(clause.words):
        return
    for index, chunk in enumerate(clause.chunks):
        told = settled.get(chunk.first) if chunk.word in every and not chunk.counts else None
        if told is None or not told.outcomes or clause.part(index - 1) != Part.COMMA:
            continue
        link, whom = clause.at(index + 1), clause.at(index + 2)
        relative = whom is not None and whom.word in lexicons.words("relative")
        if link is None or link.word not in lexicons.words("of") or not relative:
            continue
        whole = _counted_before(clause, index - 1)
        if whole is not None and whole.first not in settled:
            settled[whole.first] = Settled(whole, list(told.outcomes), told.rule, group=whole.group)


def _counted_before(clause: Clause, comma: int) -> Chunk | None:
    """The people counted last before a comma, with no verb in between."""
    for at in range(comma - 1, max(-1, comma - _NEAR), -1):
        chunk = clause.chunks[at]
        if chunk.part not in _PASSED:
            return None
        if chunk.counts and chunk.number is not None:
            return chunk if chunk.kind in ("person", "household") else None
    return None
