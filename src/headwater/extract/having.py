"""What counted ones have who are only said to be with it: "some 40 with injuries", "112 patients, 31 with measles"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.language.senses import Phrase

__all__ = ["add_having"]


def add_having(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle counted people of whom nothing else is said by what stands behind "with": by what "be" with that phrase would say of them."""
    absolute = lexicons.words("absolute")
    if absolute.isdisjoint(clause.words):
        return
    rows = [row for row in lexicons.outcomes.phrases.get("be", ()) if not absolute.isdisjoint(row.prepositions)]
    for index in clause.counting:
        chunk = clause.chunks[index]
        link, noun = clause.at(index + 1), clause.at(index + 2)
        if chunk.number is None or link is None or noun is None or link.word not in absolute:
            continue
        if chunk.first not in settled and chunk.number.unit == "count" and _is_people(chunk) and noun.part == Part.NOUN:
            row = _phrase(noun, rows, lexicons)
            if row is not None:
                settled[chunk.first] = Settled(chunk, [row.sense.outcome], "state", group=chunk.group)


def _is_people(chunk: Chunk) -> bool:
    return chunk.kind == "person" or not (chunk.head or chunk.kind)


def _phrase(noun: Chunk, rows: list[Phrase], lexicons: Lexicons) -> Phrase | None:
    one = lexicons.groups.inflect.singular(noun.head)
    heads = {noun.head, one, *(f"{noun.modifiers[-1]} {head}" for head in (noun.head, one) if noun.modifiers)}
    return next((row for row in rows if heads & row.heads), None)
