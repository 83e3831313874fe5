"""What befell them, told before them: "Killed were two miners", "Still missing are nine sailors", "Destroyed: three tanks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.chunks import Chunk, Clause, Holds, Mark, Part
from headwater.extract.fitting import fitting
from headwater.extract.heads import ROW
from headwater.extract.lexicons import Lexicons
from headwater.extract.predicates import predicates
from headwater.language.senses import Sense

__all__ = ["inverted"]

_BEFORE = 4
_BREAKS = frozenset({Part.STOP, Part.COLON, Part.COMMA, Part.CONJUNCTION})
_LISTED = frozenset({Part.COMMA, Part.CONJUNCTION, Part.PREPOSITION, Part.COLON})


def inverted(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """What a participle or state before "were" says of those behind it."""
    for index, chunk in enumerate(clause.chunks) if clause.holds & Holds.COPULA else ():
        if chunk.copula and not (chunk.negated or chunk.unreal or chunk.infinitive):
            first = _opening(clause, index)
            if first < index and _is_counted(clause, index + 1, lexicons):
                yield from _said(clause, first, index, lexicons)


def _opening(clause: Clause, verb: int) -> int:
    """The index of the participle or state that opens the verb's clause; the verb's own where none does."""
    for here in range(verb - 1, max(-1, verb - _BEFORE), -1):
        chunk = clause.chunks[here]
        if chunk.part in _BREAKS or (chunk.part == Part.NOUN and chunk.counts):
            break
        opens = here == 0 or clause.part(here - 1) in _BREAKS
        if opens and (chunk.part == Part.STATE or (chunk.bare and chunk.form is not None)):
            return here
    return verb


def _is_counted(clause: Clause, here: int, lexicons: Lexicons) -> bool:
    """Whether counted ones stand right behind the verb, or behind its colon."""
    here += clause.part(here) == Part.COLON
    return clause.part(here) == Part.NOUN and _counts(clause.chunks[here], lexicons)


def _counts(chunk: Chunk, lexicons: Lexicons) -> bool:
    return chunk.counts or chunk.determiner in lexicons.words("indefinite")


def _said(clause: Clause, first: int, verb: int, lexicons: Lexicons) -> Iterator[Mark]:
    chunk = clause.chunks[first]
    if chunk.part == Part.STATE and chunk.state is not None:
        if first == verb - 1:
            kinds = chunk.state.of | {""}
            listed = _listed(clause, verb, lexicons)
            yield from (Mark(target, chunk.outcome, "inverted") for target in listed if target.kind in kinds)
        return
    for found in predicates(clause, first, chunk, lexicons):
        senses = [sense for sense in found.senses if _undergone(sense)]
        if found.after == verb and senses:
            for target in _listed(clause, verb, lexicons):
                sense = fitting(target, senses)
                if sense is not None:
                    yield Mark(target, sense.outcome, "inverted")
            return


def _undergone(sense: Sense) -> bool:
    """Whether a sense of a participle tells of those who undergo it, whoever does it."""
    return sense.takes != "subject" and not sense.denied and (not sense.by or "none" in sense.by)


def _listed(clause: Clause, verb: int, lexicons: Lexicons) -> Sequence[Chunk]:
    """The counted ones of the row behind a verb; phrases and participles that hang on them are passed over."""
    found: list[Chunk] = []
    for here in range(verb + 1, min(len(clause.chunks), verb + ROW)):
        chunk, before = clause.chunks[here], clause.part(here - 1)
        if chunk.part == Part.NOUN:
            if before not in (Part.PREPOSITION, Part.VERB, Part.NOUN) or here == verb + 1:
                found += [chunk] if _counts(chunk, lexicons) else []
        elif chunk.part not in _LISTED and not (chunk.bare and before == Part.NOUN):
            break
    return found
