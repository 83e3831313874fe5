"""Counts that one noun or word behind the last of them serves: "the three hospitals received 41, 22 and eight wounded respectively"."""

from __future__ import annotations

from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_respectively"]

_LINKS = (Part.COMMA, Part.CONJUNCTION)
_APART = ("measure", "event", "money")


def add_respectively(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Give numbers alone that stand in a row before a count the outcome and group of that, where the sentence tells them apart "respectively"."""
    if lexicons.words("respectively").isdisjoint(clause.words):
        return
    for index in clause.counting:
        held = settled.get(clause.chunks[index].first)
        if held is None or not held.outcomes or clause.chunks[index].kind in _APART:
            continue
        at = index
        while clause.part(at - 1) in _LINKS:
            at -= 2 if clause.part(at - 2) not in _LINKS else 3
            chunk = clause.at(at) if at >= 0 else None
            if chunk is None or not chunk.nounless or chunk.whole or chunk.first in settled:
                break
            settled[chunk.first] = Settled(chunk, list(held.outcomes), "ellipsis", group=held.group)
