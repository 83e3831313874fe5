"""Frames of nouns and states: "N deaths", "the deaths of N people", "N dead", "the death toll rose to N"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.chunks import Chunk, Clause, Mark, Part
from headwater.extract.clauses import coordinated, subject
from headwater.extract.lexicons import Lexicons

__all__ = ["nominal", "sense_of"]

_ROW = 5


def nominal(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """What nouns, states and labels of a sentence say of its noun groups."""
    for index, chunk in enumerate(clause.chunks):
        if chunk.part is Part.STATE:
            yield from _state(clause, index, chunk, lexicons)
        elif chunk.part is Part.NOUN:
            yield from _countable(clause, index, chunk, lexicons)
            yield from _modifier(chunk, lexicons)
            yield from _compounds(chunk, lexicons)
            if chunk.nominal is not None:
                yield from _of_those(clause, index, chunk, lexicons)
        elif chunk.part is Part.COLON:
            yield from _label(clause, index, lexicons)
    yield from _tabular(clause, lexicons)


def _state(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    before = clause.at(index - 1)
    if before is None or (before.part is Part.VERB and (before.unreal or before.negated or not before.copula)):
        return  # "shot dead three students": the verb's own tail
    targets = [index - 1] if before.counts else subject(clause, index, lexicons)
    for target in targets:
        if clause.chunks[target].kind in ("person", "household", "animal", "vehicle", ""):
            yield Mark(clause.chunks[target], chunk.outcome, "state")


def _countable(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    noun = chunk.countable
    if noun is None or not chunk.counts:
        return
    needs = noun.verbs or noun.before
    if needs and not (_has_verb(clause, index, noun.verbs) or _comes_after(clause, index, noun.before)):
        return
    yield Mark(chunk, noun.outcome, "noun", weak=chunk.whole is not None or (not noun.fixed and not noun.verbs))
    if clause.part(index + 1) is Part.CONJUNCTION:
        other = clause.at(index + 2)
        outcome = _outcome(other, lexicons)
        if other is not None and outcome and not other.counts and not _goes_on(clause, index + 2):
            yield Mark(chunk, outcome, "noun")


def _goes_on(clause: Clause, index: int) -> bool:
    return clause.chunks[index].part is Part.VERB and clause.part(index + 1) is Part.NOUN


def _outcome(chunk: Chunk | None, lexicons: Lexicons) -> str:
    if chunk is None:
        return ""
    if chunk.countable is not None and chunk.countable.fixed:
        return chunk.countable.outcome
    if chunk.part is Part.STATE:
        return chunk.outcome
    return sense_of(chunk.word, "person", lexicons) if chunk.bare else ""


def _has_verb(clause: Clause, index: int, lemmas: frozenset[str]) -> bool:
    for near in (clause.at(index - 1), clause.at(index + 1)):
        if near is not None and near.part is Part.VERB and near.form is not None and near.form.lemma in lemmas:
            return True
    return False


def _comes_after(clause: Clause, index: int, heads: frozenset[str]) -> bool:
    before = clause.at(index - 2)
    return clause.part(index - 1) is Part.PREPOSITION and before is not None and before.head in heads


def _modifier(chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    if not chunk.counts or (chunk.countable is not None and chunk.countable.fixed):
        return
    for word in (*chunk.modifiers, *(chunk.whole.modifiers if chunk.whole is not None else ())):
        telling = lexicons.outcomes.modifiers.get(word)
        if telling is not None and chunk.kind in telling[1]:
            yield Mark(chunk, telling[0], "modifier", weak=True)
            return
        outcome = sense_of(word, chunk.kind or "person", lexicons)
        if outcome and word != chunk.head:
            yield Mark(chunk, outcome, "modifier", weak=True)
            return


def _compounds(chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """Numbers tied to a noun by a hyphen before a deed: "a five-boat attack"."""
    outcome, heads, kinds = lexicons.outcomes.compound
    for number, word in chunk.compounds:
        noun = lexicons.groups.nouns.get(word)
        if noun is not None and noun.kind in kinds and chunk.head in heads:
            made = Chunk(Part.NOUN, number.first, number.last, word, number=number, head=word, kind=noun.kind)
            made.group = noun.group
            yield Mark(made, outcome, "modifier")


def sense_of(word: str, kind: str, lexicons: Lexicons) -> str:
    """The outcome that a participle or state word says of a noun of a kind; empty where it says none."""
    for words, outcome in lexicons.outcomes.state_words.get(word, ()):
        if len(words) == 1:
            return outcome
    form = lexicons.outcomes.forms.get(word)
    if form is None or "participle" not in form.kinds:
        return ""
    for sense in lexicons.outcomes.senses.get(form.lemma, ()):
        if not sense.tail and not sense.groups and kind in sense.of:
            return sense.outcome
    return ""


def _of_those(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """Those who come after a nominal: "the deaths of N people"."""
    noun = chunk.nominal
    link = clause.at(index + 1)
    if noun is None or link is None or link.part is not Part.PREPOSITION or link.word not in noun.prepositions:
        return
    first = _after_insertion(clause, index + 2)
    if clause.part(first) is not Part.NOUN:
        return
    if noun.needs and not any(token.lower in noun.needs for token in clause.tokens[chunk.last :]):
        return
    if (noun.verbs or noun.before) and not (
        _has_verb(clause, index, noun.verbs) or _comes_after(clause, index, noun.before)
    ):
        return
    if chunk.number is not None and not chunk.negated:
        return
    if noun.of and clause.chunks[first].kind not in ("", *noun.of):
        return
    for target in coordinated(clause, first, lexicons):
        held = clause.chunks[target]
        if held.kind not in ("measure", "event") and (not noun.of or not held.kind or held.kind in noun.of):
            yield Mark(held, noun.outcome, "nominal")


def _after_insertion(clause: Clause, index: int) -> int:
    """The index itself, or that after an insertion between commas: "the loss of, he said, 12 lives"."""
    if clause.part(index) is not Part.COMMA:
        return index
    here = index + 1
    while here - index < 8 and clause.part(here) not in (Part.COMMA, Part.STOP):
        here += 1
    return here + 1 if clause.part(here) is Part.COMMA else index


def _tabular(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """A row of a table: words for an outcome, then the number alone: "Damaged houses 120"."""
    chunks = [chunk for chunk in clause.chunks if chunk.part not in (Part.STOP, Part.COLON)]
    if not 2 <= len(chunks) <= _ROW or any(chunk.finite or chunk.passive for chunk in chunks):
        return
    *named, value = chunks
    if value.number is None or value.head or value.kind or any(chunk.counts for chunk in named):
        return
    kind = next((chunk.kind for chunk in named if chunk.kind), "person")
    for chunk in named:
        words = (chunk.word,) if chunk.part is Part.VERB else chunk.modifiers
        outcome = chunk.countable.outcome if chunk.countable is not None else ""
        outcome = outcome or next((found for word in words if (found := sense_of(word, kind, lexicons))), "")
        nominal_ = next((lexicons.outcomes.nominals.get(word) for word in (chunk.head, *chunk.modifiers)), None)
        outcome = outcome or (nominal_.outcome if nominal_ is not None and not nominal_.needs else "")
        if outcome:
            group = next((near.group for near in named if near.kind == kind), "person")
            value.group = group
            yield Mark(value, outcome, "state", weak=True)
            return


def _label(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[Mark]:
    """A label before a colon: "Killed: 12"."""
    before, after = clause.at(index - 1), clause.at(index + 1)
    if before is None or after is None or not after.counts or after.kind not in ("person", ""):
        return
    if index >= 2 and clause.part(index - 2) not in (Part.STOP, Part.COMMA):
        return
    outcome = _outcome(before, lexicons)
    if outcome:
        yield Mark(after, outcome, "state")
