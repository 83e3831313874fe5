"""What a report says to have been some days before what it is on: "a day after its raid on Kesh, in which 11 died"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from headwater.events.places import SENTENCE, places_in
from headwater.events.stretches import Stretch
from headwater.language import Language
from headwater.language.background import lexicon as background_words
from headwater.language.happenings import lexicon
from headwater.language.numbers import lexicon as numbers
from headwater.model import Figure

__all__ = ["Before", "before_of", "places_before"]

_WORD = re.compile(r"[\w-]+")
_OPENING = 2  # words before a phrase that opens its sentence; the main clause stands behind a comma
_ENDS = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Before:
    """The stretch of text that tells of what was before, and how many days before; `None` of weeks and longer times."""

    start: int
    end: int
    days: int | None

    def when(self, main: Stretch | None) -> str | None:
        """The day (EDTF), counted back from the day of what came after it."""
        if main is None or self.days is None or main[0] != main[1]:
            return None
        return date.fromordinal(main[0] - self.days).isoformat()

    def places(self, text: str, language: Language) -> list[str]:
        """The names of places within, also those behind "on" and the like: "a raid on Kesh"."""
        words, never = background_words(language).following_places, lexicon(language).common
        found = list(_WORD.finditer(text, self.start, self.end))
        reached = [
            other.group()
            for one, other in pairwise(found)
            if one.group() in words and other.group()[0].isupper() and other.group().lower() not in never
        ]
        return [*places_in(text, self.start, self.end, language), *reached]


def before_of(text: str, figure: Figure, language: Language) -> Before | None:
    """What tells that a figure is of what was some days before; `None` of one that is not told as background, or not so."""
    if not figure.background:
        return None
    words = background_words(language)
    found = list(_WORD.finditer(text, figure.sentence.start, figure.start))
    for at in range(len(found) - 2, -1, -1):
        phrase = f"{found[at].group().lower()} {found[at + 1].group().lower()}"
        if phrase in words.following:
            single = phrase not in words.long_after
            days = _number(found[at - 1].group().lower(), language) if at and single else None
            opens, behind = at <= _OPENING, text.find(",", figure.end, figure.sentence.end)
            return Before(found[at + 1].end(), behind if opens and behind >= 0 else figure.sentence.end, days)
    return None


def _number(word: str, language: Language) -> int | None:
    known = numbers(language)
    if word in known.articles:
        return 1
    if word in known.units:
        return int(known.units[word])
    return int(word) if word.isdecimal() and len(word) < 3 else None


def places_before(text: str, figures: Sequence[Figure], language: Language) -> Iterator[str]:
    """The names of places that a report first names where it tells of what was some days before, also in its title."""
    for figure in figures:
        before = before_of(text, figure, language) if figure.outcome is not None else None
        if before is not None:
            found = ((name, text.find(name)) for name in before.places(text, language))
            yield from (name for name, at in found if at >= before.start or _stands_behind(text, at, language))


def _stands_behind(text: str, at: int, language: Language) -> bool:
    """Whether a name stands in its sentence behind a phrase for what was before: "Two killed in Orl a day after deaths in Tarn"."""
    start = max((found.end() for found in _ENDS.finditer(text, max(0, at - SENTENCE), at)), default=0)
    words = _WORD.findall(text[start:at].lower())
    return any(f"{one} {two}" in background_words(language).following for one, two in pairwise(words))
