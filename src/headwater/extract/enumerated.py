"""What a colon tells of people or things just counted: "inspectors saw 126 buildings: nine have collapsed, 38 are unsafe"."""

from __future__ import annotations

from headwater.extract.antecedents import value
from headwater.extract.chunks import Clause, Part
from headwater.extract.settling import Settled

__all__ = ["add_enumerated"]

_COLON = 1 << Part.COLON
_APART = ("measure", "event", "money")
_SEVERAL = 2


def add_enumerated(clause: Clause, settled: dict[int, Settled]) -> None:
    """Make numbers alone, told of behind a colon, parts of the count of which nothing is told right before it.

    At least two numbers stand there, none of them greater than what the others leave.
    """
    if not clause.holds & _COLON or len(clause.counting) <= _SEVERAL:
        return
    colon = next(at for at, chunk in enumerate(clause.chunks) if chunk.part == Part.COLON)
    told = clause.chunks[colon - 1] if colon else None
    if told is None or told.number is None or not told.head or told.kind in _APART or told.first in settled:
        return
    whole = Settled(told, [], "unattached", group=told.group)
    left, parts = value(whole), []
    for at in clause.counting:
        held = settled.get(clause.chunks[at].first) if at > colon else None
        if held is None or left is None:
            continue
        left -= value(held) or 0
        if left < 0 or held.chunk.head or held.whole is not None or not held.outcomes:
            return
        parts.append(held)
    if len(parts) < _SEVERAL:
        return
    settled[told.first] = whole
    for held in parts:
        held.whole = whole
        held.group = told.group or held.group
