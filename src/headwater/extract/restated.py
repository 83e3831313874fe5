"""Counts that a bracket gives anew: households in people, a plural noun in a number."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_restated"]


def add_restated(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the people of "3,600 families (18,000 persons)", and the number of "the attackers (about 15)"."""
    opens = clause.holds & 1 << Part.OPEN or not lexicons.restating.isdisjoint(clause.words)
    opens = opens or "household" in [clause.chunks[at].kind for at in clause.counting]
    for index, chunk in enumerate(clause.chunks) if opens else ():
        at = _inner(clause, index, lexicons) if chunk.part == Part.NOUN and chunk.head else -1
        if at < 0:
            continue
        inner, held = clause.chunks[at], settled.get(chunk.first)
        if inner.first in settled:
            continue
        if chunk.counts and held is not None and {chunk.kind, inner.kind} == {"household", "person"}:
            settled[inner.first] = Settled(inner, list(held.outcomes), "restated", group=inner.group)
        elif _is_its_number(clause, chunk, at) and chunk.countable is not None:
            settled[inner.first] = Settled(inner, [chunk.countable.outcome], "restated", group=chunk.group)


def _inner(clause: Clause, index: int, lexicons: Lexicons) -> int:
    """The index of the number that opens a bracket behind a noun group, or follows "numbering" or ", or" there; -1 for none."""
    comma = clause.part(index + 1) == Part.COMMA
    link = clause.at(index + 1 + comma)
    if link is None:
        return -1
    if comma and _is_anew(clause, index, link):
        return index + 2
    opens = link.part == Part.OPEN and not comma
    again = comma and link.word in lexicons.words("or")
    if not (opens or again or link.word in lexicons.words("numbering")):
        return -1
    inner = clause.at(index + 2 + comma)
    return index + 2 + comma if inner is not None and inner.part == Part.NOUN and inner.number is not None else -1


def _is_anew(clause: Clause, index: int, people: Chunk) -> bool:
    """Whether an aside between commas gives households in people, or people in households: "200 families, about 1,000 people, have"."""
    families = clause.chunks[index]
    counted = families.number is not None and people.part == Part.NOUN and people.number is not None
    closed = clause.part(index + 3) in (Part.COMMA, Part.STOP)
    return counted and closed and {families.kind, people.kind} == {"household", "person"}


def _is_its_number(clause: Clause, chunk: Chunk, at: int) -> bool:
    """Whether a number alone is that of the noun before it, which names an outcome and has no number itself."""
    inner, noun = clause.chunks[at], chunk.countable
    if chunk.counts or not chunk.plural or noun is None or noun.verbs or noun.before:
        return False
    return not inner.head and not inner.kind and clause.part(at + 1) in (Part.CLOSE, Part.COMMA, Part.STOP)
