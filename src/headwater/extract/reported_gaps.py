"""Counts told anew by a verb of reporting that is left out: "the rescue service counts 14 dead, the hospital 17"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["is_gapped", "is_of_nobody"]

_FAR = 12
_SPOKEN = 16  # tokens back to "speaks of"
_PERSON = "person"


def is_gapped(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What another gives, by a verb of reporting that is left out: "the rescue service counts 14 dead, the hospital 17", "put the dead at 14, the army at nine"."""
    at = index - 1
    link = clause.at(at)
    put = link is not None and link.part == Part.PREPOSITION and _gives(link.word, lexicons)
    if _is_spoken_alike(clause, index, lexicons):
        return True
    comma = clause.part(at) == Part.COMMA and clause.part(at - 2) in (Part.STOP, Part.PREPOSITION)
    # "; the hospital, nine", "; according to the union, 65"
    by = clause.at(index + 1)
    agent = by is not None and by.word in lexicons.words("by")
    at -= put or comma
    if not agent:
        at = _before_source(clause, at, lexicons, several=put)
    before = clause.at(at)
    if put and before is not None and before.part == Part.PREPOSITION and before.word in lexicons.words("by"):
        at -= 1  # "put by the army at nine and by the rebels at 12"
    if _is_according(clause, at, lexicons):
        return not agent and clause.part(index - 1) == Part.COMMA
    if clause.part(at) not in (Part.COMMA, Part.CONJUNCTION, Part.STOP) or at < 0:
        return False
    verbs = lexicons.frames.toll_verbs if put or agent else lexicons.frames.counters
    return any(
        chunk.part == Part.VERB and chunk.word in verbs and not (chunk.negated or chunk.unreal)
        for chunk in clause.chunks[max(0, at - _FAR) : at]
    )


def _is_spoken_alike(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether somebody else "of" a number goes on from one spoken of: "the mayor spoke of 40 wounded; the ministry, of 12", "the army of four"."""
    of, at = clause.at(index - 1), index - 2
    if of is None or of.word not in lexicons.words("of") or of.part != Part.PREPOSITION:
        return False
    at -= clause.part(at) == Part.COMMA
    source = clause.at(at)
    if source is None or source.part != Part.NOUN or source.counts or source.pronoun or source.kind == "place":
        return False
    if source.determiner in lexicons.words("indefinite") or source.nominals or source.countable is not None:
        return False  # "in Dorn, a town of 900", "and the loss of 12"
    if clause.part(at - 1) not in (Part.COMMA, Part.CONJUNCTION, Part.STOP, Part.SUBORDINATOR):
        return False
    first = source.first
    told = [token.lower for token in clause.tokens[max(0, first - _SPOKEN) : first]]
    return any(pair in lexicons.frames.spoken for pair in pairwise(told))


def _gives(word: str, lexicons: Lexicons) -> bool:
    """Whether a preposition ties a value to a verb of reporting: "at nine", "to 52"."""
    return word in lexicons.words("given_as") or word in lexicons.words("raised_to")


def _is_according(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    """Whether "according to" ends at an index, behind a semicolon or a comma: "; according to the union, 65"."""
    before = clause.at(at - 1)
    if at < 2 or before is None or clause.tokens[before.last - 1].lower not in lexicons.words("according"):
        return False
    return clause.part(at - 2) in (Part.COMMA, Part.STOP)


def _before_source(clause: Clause, at: int, lexicons: Lexicons, *, several: bool) -> int:
    """The index before the one who gives a number, who ends at an index; -1 where nobody does. "That of" another is the other's count: "that of the guild 121"."""
    source = clause.at(at)
    one = source is not None and source.part == Part.NOUN and not source.counts
    if source is None or not one or (source.plural and source.kind != _PERSON and not several):
        return -1
    of = at - 1 - (clause.part(at - 1) == Part.NOUN)  # "the miners' union"
    pointed = clause.at(of - 1)
    if clause.part(of) == Part.PREPOSITION and clause.chunks[of].word in lexicons.words("of") and pointed is not None:
        alone = pointed.last - pointed.first == 1 and clause.tokens[pointed.first].lower in lexicons.words("that_count")
        return of - 2 if alone else -1
    return at - 1


def is_of_nobody(clause: Clause, index: int, settled: Mapping[int, Settled], lexicons: Lexicons) -> bool:
    """Whether the count that a number goes on from in its sentence is one of which nothing is told: "put the number of men on the quay at 19, the owners at 23"."""
    if not is_gapped(clause, index, lexicons):
        return False
    before = [at for at in clause.counting if at < index and clause.chunks[at].number is not None]
    last = clause.chunks[before[-1]] if before else None
    return last is not None and not (last.head or last.kind) and not _is_told(last, settled)


def _is_told(chunk: Chunk, settled: Mapping[int, Settled]) -> bool:
    held = settled.get(chunk.first)
    return held is not None and bool(held.outcomes)
