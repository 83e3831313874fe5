"""The lexicons that frames are matched with, gathered once a language."""

from __future__ import annotations

from collections.abc import Sequence
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
_SHORT = 4  # letters of a function word that is frequent


@dataclass(frozen=True, eq=False)
class Lexicons:
    """Outcomes, groups, grammar words and negation of one language; `opening` words may open a chunk of their own kind."""

    outcomes: Outcomes
    groups: Groups
    frames: Frames
    negation: Negation
    attaching: frozenset[str]
    times: frozenset[str]
    telling: frozenset[str]
    opening: frozenset[str]

    def words(self, name: str) -> frozenset[str]:
        """The closed class of a name (`frames.toml`); empty where the language has none."""
        return self.frames.words.get(name, _EMPTY)


@cache
def lexicons(language: Language) -> Lexicons:
    """The language's lexicons."""
    data = language.section("frames")
    outcomes, frames = outcome_words.lexicon(language), frame_words.lexicon(language)
    groups = group_words.lexicon(language)
    return Lexicons(
        outcomes,
        groups,
        frames,
        negation_words.lexicon(language),
        frozenset(data.get("attaching", {}).get("prepositions", ())),
        frozenset(data.get("time", {}).get("words", ())),
        _telling(outcomes, groups, frames),
        frozenset([*frames.part_markers, *frames.joining, *outcomes.state_words]),
    )


def _telling(outcomes: Outcomes, groups: Groups, frames: Frames) -> frozenset[str]:
    """Words without one of which a sentence that has no number can hold no figure either.

    Of an idiom its objects tell; of a state of several words, and of a verb's tail, the word that is rarest by its look:
    "have" and "in" stand nearly everywhere. Where a tail is one short function word ("blown up"), its verb tells.
    """
    tails = {
        (lemma, row.sense.tail) for lemma, rows in outcomes.tails.items() for held in rows.values() for row in held
    }
    short = {(lemma, tail) for lemma, tail in tails if _is_short(tail, frames) and lemma not in frames.closed}
    bare = {lemma for lemma, senses in outcomes.senses.items() if any(not sense.tail for sense in senses)}
    bare |= {lemma for lemma, _ in short}
    verbs = {word for word, form in outcomes.forms.items() if form.lemma in bare}
    phrases = {tail for _, tail in tails - short} | {words for words, _ in outcomes.states}
    objects = {head for idioms in outcomes.idioms.values() for idiom in idioms for head in idiom.objects}
    heads = {form.split(" ")[-1] for head in objects for form in (head, groups.inflect.plural(head))}
    nouns = {*outcomes.countables, *outcomes.nominals, *outcomes.tail_words, *heads}
    told = {_rarest(words, frames) for words in phrases}
    return frozenset(verbs | nouns | told | frames.toll_names | outcomes.tolls.keys())


def _is_short(tail: Sequence[str], frames: Frames) -> bool:
    return len(tail) == 1 and tail[0] in frames.closed and len(tail[0]) <= _SHORT


def _rarest(words: Sequence[str], frames: Frames) -> str:
    """The word by which a phrase is told: no function word if there is another, and the longest."""
    return max(words, key=lambda word: (word not in frames.closed, len(word)))
