"""What a verb says where it stands: with the words that complete it, with its object noun, or by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.clauses import objects
from headwater.extract.lexicons import Lexicons
from headwater.extract.tails import chunk_from, tails_at
from headwater.language.tails import Sense

__all__ = ["Found", "predicates"]


_INSERTED = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A predicate as it stands: what it says, where its objects begin (a chunk index), and of whom, where that is known."""

    senses: tuple[Sense, ...]
    after: int
    rule: str
    targets: tuple[int, ...] | None = None


def predicates(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """The readings of a verb in its place, those that use more of its words first."""
    for row, end in tails_at(clause, chunk, chunk.last, lexicons):
        if row.sense.negated and not chunk.negated:
            continue
        yield Found((row.sense,), chunk_from(clause, index, end), "complement" if row.complement else "")
    yield from _completed(clause, index, chunk, lexicons)
    yield from _idioms(clause, index, chunk, lexicons)
    senses = lexicons.outcomes.senses.get(chunk.form.lemma, ()) if chunk.form else ()
    following = clause.tokens[chunk.last].lower if chunk.last < len(clause.tokens) else ""
    plain = tuple(sense for sense in senses if not sense.tail and following not in sense.unless)
    denied = chunk.negated and any(sense.negated for sense in plain)
    plain = tuple(sense for sense in plain if sense.negated == denied)
    if plain:
        yield Found(plain, index + 1, "")


def _completed(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """Readings whose tail comes after the objects: "took 12 people hostage"."""
    if chunk.form is None or chunk.form.lemma not in lexicons.outcomes.tails.lemmas:
        return
    if chunk.passive or clause.part(index + 1) != Part.NOUN:
        return
    held = objects(clause, index, lexicons)
    for end in dict.fromkeys((index + 1, held[-1], _insertion_end(clause, held[-1]))):
        for row, _ in tails_at(clause, chunk, clause.chunks[end].last, lexicons):
            targets = tuple(target for target in held if target <= end)
            sense = Sense(row.sense.outcome, "object", row.sense.of, None, row.sense.tail)
            yield Found((sense,), index + 1, "complement" if row.complement else "", targets)


def _insertion_end(clause: Clause, noun: int) -> int:
    """The index of the comma that ends an insertion of parts after a noun group, else the noun's own: "hold 800 people, including 100 children, hostage"."""
    here = noun + 2
    if clause.part(noun + 1) != Part.COMMA or clause.part(here) != Part.PARTS:
        return noun
    while here - noun < _INSERTED and clause.part(here) in (Part.PARTS, Part.NOUN, Part.CONJUNCTION, Part.PREPOSITION):
        here += 1
    return here if clause.part(here) == Part.COMMA else noun


def _idioms(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    noun = clause.at(index + 1)
    if chunk.form is None or chunk.passive or noun is None or noun.part != Part.NOUN:
        return
    for idiom in lexicons.outcomes.idioms.get(chunk.form.lemma, ()):
        head = lexicons.groups.inflect.singular(noun.head)
        if noun.negated and not lexicons.words("degree").isdisjoint(noun.modifiers):
            return
        if noun.head in idiom.objects or head in idiom.objects:
            yield Found((Sense(idiom.outcome, "subject", frozenset(), None, (), idiom.groups),), index + 1, "idiom")
