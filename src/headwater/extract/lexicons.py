"""The lexicons that frames are matched with, gathered once a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from headwater.language import Language
from headwater.language import frames as frame_words
from headwater.language import groups as group_words
from headwater.language import negation as negation_words
from headwater.language import outcomes as outcome_words
from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.negation import Negation
from headwater.language.outcomes import Outcomes

__all__ = ["Lexicons", "Telling", "lexicons"]

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Lexicons:
    """Outcomes, groups, grammar words and negation of one language; `opening` words may open a chunk of their own kind.

    `paired` words end a noun of two words; `auxiliaries` stand before a verb, or for one; `denying` words count none, or both; `naming` ones name a count.
    """

    outcomes: Outcomes
    groups: Groups
    frames: Frames
    negation: Negation
    attaching: frozenset[str]
    times: frozenset[str]
    opening: frozenset[str]
    paired: frozenset[str]
    auxiliaries: frozenset[str]
    denying: frozenset[str]
    naming: frozenset[str]

    def words(self, name: str) -> frozenset[str]:
        """The closed class of a name (`frames.toml`); empty where the language has none."""
        return self.frames.words.get(name, _EMPTY)

    @cached_property
    def telling(self) -> Telling:
        """What a sentence without a number must hold; worked out when the first such sentence comes."""
        return _telling(self.outcomes, self.groups, self.frames)


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
        frozenset([*frames.part_markers, *frames.joining, *outcomes.state_words]),
        frozenset(name.rpartition(" ")[2] for name in (*groups.nouns, *outcomes.countables) if " " in name),
        frozenset().union(*(frames.words.get(name, _EMPTY) for name in ("be", "have", "do", "modal"))),
        frozenset().union(*(frames.words.get(name, _EMPTY) for name in ("no", "nobody", "neither", "both"))),
        frames.toll_names.union(outcomes.tolls),
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence that has no number must hold to hold a figure: one of `words`, or a word of `pairs` and one it goes with."""

    words: frozenset[str]
    pairs: Mapping[str, frozenset[str]]

    def may_tell(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words can hold a figure."""
        if not self.words.isdisjoint(words):
            return True
        return any(not self.pairs[word].isdisjoint(words) for word in self.pairs.keys() & words)


def _telling(outcomes: Outcomes, groups: Groups, frames: Frames) -> Telling:
    """The words without which a sentence that has no number can hold no figure either.

    A verb's tail is told by the word in it that is rarest by its look, and the verb; an idiom by its object and verb; a state
    of several words by the rarest of them.
    """
    lemmas: dict[str, set[frozenset[str]]] = defaultdict(set)
    bare = {lemma for lemma, senses in outcomes.senses.items() if any(not sense.tail for sense in senses)}
    for tail, rows in outcomes.tails.rows.items():
        lemmas[_rarest(tail, frames)].update([verbs for verbs, _ in rows])
    for heads, verbs in _verbs_of_heads(outcomes).items():
        for head in heads:
            for form in (head, groups.inflect.plural(head)):
                lemmas[form.rpartition(" ")[2]].add(verbs)
    forms: dict[str, set[str]] = defaultdict(set)
    for word, known in outcomes.forms.items():
        forms[known.lemma].add(word)
    nouns = {*outcomes.countables, *outcomes.nominals, *frames.toll_names, *outcomes.tolls}
    nouns |= frames.words.get("both", frozenset())  # a number, though none is written
    return Telling(
        frozenset(
            nouns.union(*(forms[lemma] for lemma in bare), {_rarest(state.words, frames) for state in outcomes.states})
        ),
        {
            word: frozenset().union(*(forms[lemma] for lemma in frozenset[str]().union(*verbs)))
            for word, verbs in lemmas.items()
        },
    )


def _verbs_of_heads(outcomes: Outcomes) -> dict[frozenset[str], frozenset[str]]:
    """The verbs that each set of nouns goes with, as objects or in phrases."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for verb, idioms in outcomes.idioms.items():
        for idiom in idioms:
            found[idiom.objects].add(verb)
    for verb, phrases in outcomes.phrases.items():
        for phrase in phrases:
            found[phrase.heads].add(verb)
    return {heads: frozenset(verbs) for heads, verbs in found.items()}


def _rarest(words: Sequence[str], frames: Frames) -> str:
    """The word by which a phrase is told: no function word if there is another, and the longest."""
    return max(words, key=lambda word: (word not in frames.closed, len(word)))
