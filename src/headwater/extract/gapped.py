"""Shares that go on without their verb: "Of the 30 dead, 22 are men, five women and three children"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import THINGS
from headwater.extract.settling import Settled

__all__ = ["add_gapped"]

_LINKS = (Part.COMMA, Part.CONJUNCTION)
_REACH = 4


def add_gapped(clause: Clause, index: int, noun: Chunk | None, held: Settled, settled: dict[int, Settled]) -> None:
    """Settle what goes on behind a share at an index, as parts of the same whole; `noun` says who the share are, and none is added without one."""
    for chunk in _going_on(clause, index, noun) if noun is not None else ():
        settled.setdefault(chunk.first, Settled(chunk, list(held.outcomes), "partitive", held.whole, chunk.group))


def _going_on(clause: Clause, index: int, noun: Chunk) -> list[Chunk]:
    """The counted noun groups in a row behind the one that says who a share are; none where the last has a verb of its own."""
    at = next((here for here in range(index + 1, index + _REACH) if clause.at(here) is noun), None)
    found: list[Chunk] = []
    while at is not None:
        here = at + 1
        while clause.part(here) in _LINKS:
            here += 1
        chunk = clause.at(here)
        if here == at + 1 or chunk is None or not _is_alike(chunk, noun):
            break
        if clause.part(here + 1) in (Part.VERB, Part.STATE):
            return []  # "22 are men, and five women were hurt"
        found.append(chunk)
        at = here
    return found


def _is_alike(chunk: Chunk, noun: Chunk) -> bool:
    """Whether a noun group counts its own, of the class of those before it."""
    counted = chunk.part == Part.NOUN and chunk.number is not None and bool(chunk.head) and chunk.whole is None
    things = noun.kind in THINGS and (chunk.kind in THINGS or not chunk.kind)
    return counted and (chunk.kind == noun.kind or things)
