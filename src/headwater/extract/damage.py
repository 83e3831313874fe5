"""Money that damage cost, and amounts in brackets that give the same sum in another currency."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_damage"]

_REACH = 7


def add_damage(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the amounts of money of a sentence that stand with words for damage, and link equivalents."""
    last: Settled | None = None
    for index, chunk in enumerate(clause.chunks):
        if chunk.kind != "money":
            continue
        held = None
        bracketed = last is not None and clause.part(index - 1) == Part.OPEN and clause.chunks[index - 2] is last.chunk
        if bracketed and last is not None and last.group != chunk.group:
            held = Settled(chunk, list(last.outcomes), "equivalent", group=chunk.group, equivalent=last)
        elif _is_damage(clause, index, lexicons):
            held = Settled(chunk, ["damage_cost"], "damage", group=chunk.group)
        else:
            held = Settled(chunk, [], "unattached", group=chunk.group)
        settled[chunk.first] = held
        last = held


def _is_damage(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    words = lexicons.outcomes.damage
    if _names(clause.chunks[index], words):
        return True
    here = index + 1
    if clause.part(here) == Part.OPEN:
        while here < len(clause.chunks) and clause.part(here) != Part.CLOSE and here - index < _REACH:
            here += 1
        here += 1
    if clause.part(here) == Part.PREPOSITION and (found := _next_noun(clause, here)) is not None:
        return _names(found, words)
    return _named_before(clause, index, words)


def _next_noun(clause: Clause, here: int) -> Chunk | None:
    while clause.part(here) == Part.PREPOSITION:
        here += 1
    return clause.chunks[here] if clause.part(here) == Part.NOUN else None


def _named_before(clause: Clause, index: int, words: frozenset[str]) -> bool:
    for here in range(index - 1, max(-1, index - _REACH), -1):
        chunk = clause.chunks[here]
        if chunk.part in (Part.STOP, Part.SUBORDINATOR) or chunk.kind == "money":
            return False
        if chunk.part == Part.NOUN and _names(chunk, words):
            return True
    return False


def _names(chunk: Chunk, words: frozenset[str]) -> bool:
    return chunk.head in words or any(word in words for word in chunk.modifiers)
