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

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicons:
    """Outcomes, groups, grammar words and negation of one language."""

    outcomes: Outcomes
    groups: Groups
    frames: Frames
    negation: Negation
    attaching: frozenset[str]
    times: frozenset[str]
    telling: frozenset[str]

    def words(self, name: str) -> frozenset[str]:
        """The closed class of a name (`frames.toml`); empty where the language has none."""
        return self.frames.words.get(name, _EMPTY)


@cache
def lexicons(language: Language) -> Lexicons:
    """The language's lexicons."""
    data = language.section("frames")
    outcomes, frames = outcome_words.lexicon(language), frame_words.lexicon(language)
    return Lexicons(
        outcomes,
        group_words.lexicon(language),
        frames,
        negation_words.lexicon(language),
        frozenset(data.get("attaching", {}).get("prepositions", ())),
        frozenset(data.get("time", {}).get("words", ())),
        _telling(outcomes, frames),
    )


def _telling(outcomes: Outcomes, frames: Frames) -> frozenset[str]:
    """Words without one of which a sentence that has no number can hold no figure either."""
    verbs = {word for word, form in outcomes.forms.items() if _tells(outcomes, form.lemma)}
    nouns = {*outcomes.countables, *outcomes.nominals, *outcomes.state_words, *outcomes.tail_words}
    return frozenset(verbs | nouns | frames.toll_names | outcomes.tolls.keys())


def _tells(outcomes: Outcomes, lemma: str) -> bool:
    return lemma in outcomes.idioms or any(not sense.tail for sense in outcomes.senses.get(lemma, ()))
