"""Sentences that bring in another happening: with "a fire" or "another attack", with "a gunman" who did it, with "the quake of 1976"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["introduces", "recalls"]

_SCENES = ("building", "place")
_CRAFT = "vehicle"
_DONE = "person"
_YEAR = 4
_FAR = 60
_BACK = 8
_BEHIND = 3


def introduces(row: Row, words: Background, known: Happenings) -> bool:
    """Whether a sentence names a happening, a scene of one or someone who made one as new.

    It says nothing of when: the first sentences of a report bring in its own event so.
    """
    if words.introducing.isdisjoint(row.sentence.words):
        return False
    lower = row.sentence.lower
    opening = [at for at, word in enumerate(lower) if word in words.introducing]
    if any(_is_happening(lower, at, known) for at in opening):
        return True
    clause = row.clause
    nouns = [at for at, chunk in enumerate(clause.chunks[:_FAR]) if chunk.determiner in words.introducing]
    return any(_is_new(clause, at) for at in nouns)


def recalls(row: Row, words: Background, known: Happenings) -> bool:
    """Whether a sentence names a happening by its year, or goes on about a year, or names one that others have outdone.

    "The quake of 1976", "in 1912, when 41 died", "the worst since 1998".
    """
    outdone = not (words.since.isdisjoint(row.sentence.words) or words.superlatives.isdisjoint(row.sentence.words))
    years = [word for word in filter(str.isdigit, row.sentence.words) if len(word) == _YEAR]
    if not (outdone or years):
        return False
    lower = row.sentence.lower
    return any(
        (word in words.since and not words.superlatives.isdisjoint(lower[max(0, at - _BACK) : at]))
        or (word in years and _recalled(lower, at, words, known))
        for at, word in enumerate(lower)
    )


def _is_happening(lower: Sequence[str], at: int, known: Happenings) -> bool:
    """Whether a noun for a happening stands close behind a determiner: "a fire", "another car bomb"."""
    for word in lower[at + 1 : at + 1 + _BEHIND]:
        if known.noun(word) is not None:
            return True
        if not word[:1].isalpha():
            return False
    return False


def _is_new(clause: Clause, index: int) -> bool:
    """Whether what befalls or is done by someone new follows a noun group that brings it in."""
    chunk, following = clause.chunks[index], clause.at(_past_phrases(clause, index))
    if chunk.part != Part.NOUN or chunk.counts or chunk.plural:
        return False
    return _is_done(following) and (_befalls(chunk, following) or _does_it(chunk, following))


def _is_done(verb: Chunk | None) -> bool:
    """Whether a verb tells of what befalls somebody or something, as done."""
    return verb is not None and verb.form is not None and not verb.unreal and not verb.negated


def _past_phrases(clause: Clause, noun: int) -> int:
    """The index behind a noun group and the phrases on it: "a boat of the same line sank"."""
    here = noun + 1
    while clause.part(here) == Part.PREPOSITION and clause.part(here + 1) == Part.NOUN and here - noun < _BACK:
        here += 2
    return here


def _befalls(chunk: Chunk, verb: Chunk | None) -> bool:
    """Whether something befalls a craft or a scene: "a boat sank", "a clinic was struck"."""
    return chunk.kind == _CRAFT or (chunk.kind in _SCENES and verb is not None and verb.passive)


def _does_it(chunk: Chunk, verb: Chunk | None) -> bool:
    """Whether someone new does what has an outcome: "a gunman killed five"."""
    return chunk.kind == _DONE and verb is not None and not verb.passive


def _recalled(lower: Sequence[str], at: int, words: Background, known: Happenings) -> bool:
    """Whether a year belongs to a noun for a happening, or is gone on about: "the riots of October 1998", "the 1976 crash", "in 1912, when"."""
    beside = [*lower[max(0, at - _BEHIND) : at]]
    if at and lower[at - 1] in words.taking_up:
        beside += lower[at + 1 : at + _BEHIND]
    named = any(known.noun(word) is not None for word in beside)
    return named or (lower[at + 1 : at + 2] == [","] and not words.resuming.isdisjoint(lower[at + 2 : at + 3]))
