"""What a verb says where it stands: with the words that complete it, with its object noun, or by itself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import coordinated, objects
from headwater.extract.tails import chunk_from, tails_at
from headwater.language.senses import Sense

__all__ = ["Found", "predicates"]


_INSERTED = 12
_TIMES = ("measure", "event")
_PHRASES = 3


class Found(msgspec.Struct):
    """A predicate as it stands: what it says, where its objects begin (a chunk index), and of whom, where that is known.

    Nobody changes one; it is not frozen, for one is made for every verb.
    """

    senses: tuple[Sense, ...]
    after: int
    rule: str
    targets: tuple[int, ...] | None = None


def predicates(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """The readings of a verb in its place, those that use more of its words first."""
    if chunk.form is None:
        return
    lemma, tokens = chunk.form.lemma, clause.tokens
    if lexicons.telling.has_tail(lemma, clause.words):
        for row, end in tails_at(clause, chunk, chunk.last, lexicons):
            following = tokens[end].lower if end < len(tokens) else ""
            if following in row.sense.unless or (
                following in lexicons.times and _is_when(clause, chunk, end, lexicons)
            ):
                continue
            yield Found((row.sense,), chunk_from(clause, index, end), "complement" if row.complement else "")
        yield from _completed(clause, index, chunk, lexicons)
    if lexicons.telling.has_noun(lemma, clause.words):
        yield from _phrases(clause, index, chunk, lexicons)
        yield from _idioms(clause, index, chunk, lexicons)
    plain = lexicons.outcomes.plain.get(lemma, ())
    following = tokens[chunk.last].lower if plain and chunk.last < len(tokens) else ""
    plain = tuple([sense for sense in plain if following not in sense.unless])
    if plain:
        yield Found(plain, index + 1, "")


def _is_when(clause: Clause, verb: Chunk, end: int, lexicons: Lexicons) -> bool:
    """Whether a word behind a verb leads to a time and is none of the verb's: "nine women whom they had taken in March"."""
    return end - verb.last == 1 and clause.tokens[verb.last].lower in lexicons.words("taken_on")


def _completed(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """Readings whose tail comes after the objects: "took 12 people hostage"."""
    if chunk.passive or chunk.copula or clause.part(index + 1) != Part.NOUN:
        return
    held = objects(clause, index, lexicons)
    told = False
    for end in dict.fromkeys((index + 1, held[-1], _insertion_end(clause, held[-1]))):
        for row, _ in tails_at(clause, chunk, clause.chunks[end].last, lexicons):
            told = True
            targets = tuple(target for target in held if target <= end)
            some = clause.chunks[end].whole
            if len(targets) > 1 and some is not None and some.pronoun:
                targets = (end,)  # "beat 19 detainees, one of them to death"
            sense = replace(row.sense, takes="object", agent=None)
            yield Found((sense,), index + 1, "complement" if row.complement else "", targets)
    if not told and clause.part(held[-1] + 1) in (Part.COMMA, Part.CONJUNCTION) and clause.chunks[held[0]].counts:
        yield from _completed_together(clause, index, chunk, lexicons)


def _completed_together(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """Readings whose tail stands behind the last of several objects: "left three guards and two workers dead"."""
    row = coordinated(clause, index + 1, lexicons, shared=True)
    if len(row) > 1:
        for tail, _ in tails_at(clause, chunk, clause.chunks[row[-1]].last, lexicons):
            if tail.complement:
                sense = replace(tail.sense, takes="object", agent=None)
                yield Found((sense,), index + 1, "complement", tuple(row))


def _phrases(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Found]:
    """Readings that a phrase completes, after the verb or its objects: "took 12 people to the clinic", "are in custody"."""
    rows = lexicons.outcomes.phrases.get(chunk.form.lemma) if chunk.form else None
    if not rows:
        return
    held = () if chunk.passive else tuple(objects(clause, index, lexicons))
    if held and clause.chunks[held[0]].kind in _TIMES:
        index, held = held[-1], ()  # "were driven 40 miles to the clinic", "spent the winter in a mill"
    for at in _phrase_nouns(clause, held[-1] if held else index, 1 if chunk.copula else _PHRASES):
        noun, link = clause.chunks[at], clause.chunks[at - 1].word
        one = lexicons.groups.inflect.singular(noun.head)
        heads = {noun.head, one, *(f"{noun.modifiers[-1]} {head}" for head in (noun.head, one) if noun.modifiers)}
        for row in rows:
            if link in row.prepositions and heads & row.heads:
                yield Found((row.sense,), at + 1, "complement", held or None)


def _phrase_nouns(clause: Clause, index: int, most: int) -> Iterator[int]:
    """Indices of the nouns of the phrases that follow a chunk, as many as that at most."""
    here = index + 1
    for _ in range(most):
        start = here
        while clause.part(here) == Part.PREPOSITION:
            here += 1
        if here == start or clause.part(here) != Part.NOUN:
            return
        yield here
        here += 1


def _object_head(clause: Clause, at: int, lexicons: Lexicons) -> str:
    """The head of an object, past words that only say how much of it: "lost one or both parents", "all or part of their roofs"."""
    for _ in range(_PHRASES):
        chunk, link = clause.chunks[at], clause.at(at + 1)
        vague = not chunk.head or chunk.head in lexicons.frames.words.get("portion", ())
        linked = link is not None and (link.part == Part.CONJUNCTION or link.word in lexicons.words("of"))
        if not (vague and linked and clause.part(at + 2) == Part.NOUN):
            break
        at += 2
    return clause.chunks[at].head or clause.chunks[at].word


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
    rows = lexicons.outcomes.idioms.get(chunk.form.lemma, ())
    if not rows or (noun.negated and not lexicons.words("degree").isdisjoint(noun.modifiers)):
        return
    head = _object_head(clause, index + 1, lexicons)
    singular = lexicons.groups.inflect.singular(head)
    for idiom in rows:
        if head in idiom.objects or singular in idiom.objects:
            yield Found((idiom.sense,), index + 1, "idiom")
