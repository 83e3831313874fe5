"""Sentences that count what happened at one place some days after it had happened at another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.chunks import Part
from headwater.extract.settling import Settled
from headwater.grammar.tokens import Token
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["OPENING", "end_of_opening", "is_following", "named", "resumes"]

_FOUND = "noun"  # the rule of bodies and deaths, which are found and come days after
OPENING = 2
"""The tokens before a phrase that opens its sentence: "Two days after"."""

_TOLL = "toll"
_HEDGED = 3  # tokens from "after" within which a count stands behind it: "weeks after at least 30 died"
_FAR = 6  # tokens before a phrase within which a happening "came"


def is_following(row: Row, start: int, words: Background, known: Happenings) -> bool:
    """Whether a phrase such as "weeks after" stands before something new: "weeks after a bomb killed 30", or, but for days, before other counts: "weeks after 30 died"; behind days where both ends of it count the same at places of their own."""
    lower = row.sentence.lower
    phrase = " ".join(lower[start : start + 2])
    if phrase not in words.following:
        return False
    counted = phrase in words.long_after and any(start < one.first - 1 <= start + _HEDGED for one in row.numbers)
    if start <= OPENING and phrase not in words.long_after and _tolls_behind(row, start):
        return False
    new = counted or not words.introducing.isdisjoint(lower[start + 2 : start + 3])
    return new or _follows_another(row, start, words, known) or _precedes_another(row, start, words, known)


def _follows_another(row: Row, start: int, words: Background, known: Happenings) -> bool:
    """Whether the same befell people before and behind a phrase, and both ends of the sentence have a place of their own: "two died in Orl, a day after three were shot dead in Tarn".

    Not where those before it are some more of the same, or were found: "twelve bodies came ashore at Orl two days after the ferry sank off Tarn".
    """
    if _came(row.sentence.lower, start, words, known):
        return True
    outcomes = {one for held in row.settled.values() if held.chunk.first > start for one in _counted(held)}
    if not outcomes or not any(
        not outcomes.isdisjoint(_counted(held)) and not _goes_on(row, held, words)
        for held in row.settled.values()
        if held.chunk.first < start
    ):
        return False
    tokens = row.sentence.tokens
    names = {token.lower for token in tokens[:start] if token.text[0].isupper()}
    here = set(named(tokens[:start], frozenset(known.places), known))
    there = set(named(tokens[start:], words.following_places.union(known.places), known))
    return bool(here) and bool(there - names)


def _precedes_another(row: Row, start: int, words: Background, known: Happenings) -> bool:
    """Whether the same befell people in a clause that a phrase opens a sentence with and in the main one, each at a place of its own: "A day after three died in Tarn, two were killed in Orl"."""
    end = end_of_opening(row, start) if start <= OPENING else None
    if end is None:
        return False
    before, main = (
        {one for held in row.settled.values() if first <= held.chunk.first < last for one in _counted(held)}
        for first, last in ((start, end), (end, len(row.sentence.tokens)))
    )
    if before.isdisjoint(main) or any(
        held.chunk.first > end and _goes_on(row, held, words) for held in row.settled.values()
    ):
        return False
    openers = words.following_places.union(known.places)
    there = set(named(row.sentence.tokens[start:end], openers, known))
    here = set(named(row.sentence.tokens[end:], frozenset(known.places), known))
    return bool(there) and bool(here) and there.isdisjoint(here)


def resumes(row: Row, start: int, words: Background) -> int | None:
    """The token from which a sentence that opens with what was before tells of its own event again: behind the comma that ends the clause."""
    phrase = " ".join(row.sentence.lower[start : start + 2])
    return end_of_opening(row, start) if start <= OPENING and phrase in words.following else None


def _tolls_behind(row: Row, start: int) -> bool:
    """Whether the main clause behind one that opens the sentence gives a toll, which is of what that names: "two days after a bomb killed 12, the toll rose to 15"."""
    end = end_of_opening(row, start)
    return end is not None and any(held.chunk.first > end and held.rule == _TOLL for held in row.settled.values())


def end_of_opening(row: Row, start: int) -> int | None:
    """The comma that ends the clause which opens a sentence: the first one behind a verb."""
    verb = next((one.first for one in row.clause.chunks if one.part == Part.VERB and one.first > start), None)
    lower = row.sentence.lower
    return None if verb is None else next((at for at in range(verb, len(lower)) if lower[at] == ","), None)


def _came(lower: Sequence[str], start: int, words: Background, known: Happenings) -> bool:
    """Whether a phrase says when a happening just told of came: "the accident came two days after the ferry sank"."""
    at = next((at for at in range(start - 1, max(0, start - _FAR), -1) if lower[at] in words.came), None)
    return at is not None and known.noun(lower[at - 1]) is not None and not words.pointed.isdisjoint(lower[:at])


def _counted(held: Settled) -> Sequence[str]:
    return held.outcomes if held.chunk.counts else ()


def _goes_on(row: Row, held: Settled, words: Background) -> bool:
    """Whether a count goes on about what was told: bodies, "three more", "the two"."""
    first = held.chunk.first
    near = row.sentence.lower[max(0, first - 1) : held.chunk.last]
    return held.rule == _FOUND or not words.going_on.isdisjoint(near)


def named(tokens: Sequence[Token], openers: frozenset[str], known: Happenings) -> Iterator[str]:
    """The first words of names behind words such as "in" and "at", in small letters."""
    never = known.not_places | known.common
    for before, token in pairwise(tokens):
        if token.text[0].isupper() and before.lower in openers and token.lower not in never:
            yield token.lower
