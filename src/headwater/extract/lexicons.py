"""The lexicons that frames are matched with, gathered once a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from headwater.language import Language
from headwater.language import frames as frame_words
from headwater.language import groups as group_words
from headwater.language import negation as negation_words
from headwater.language import outcomes as outcome_words
from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.negation import Negation
from headwater.language.outcomes import Outcomes

__all__ = ["Lexicons", "lexicons"]


@dataclass(frozen=True)
class Lexicons:
    """Outcomes, groups, grammar words and negation of one language."""

    outcomes: Outcomes
    groups: Groups
    frames: Frames
    negation: Negation
    attaching: frozenset[str]
    times: frozenset[str]


@cache
def lexicons(language: Language) -> Lexicons:
    """The language's lexicons."""
    data = language.section("frames")
    return Lexicons(
        outcome_words.lexicon(language),
        group_words.lexicon(language),
        frame_words.lexicon(language),
        negation_words.lexicon(language),
        frozenset(data.get("attaching", {}).get("prepositions", ())),
        frozenset(data.get("time", {}).get("words", ())),
    )
