"""The words without which a sentence can tell no outcome, and those by which its verbs do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.outcomes import Outcomes

__all__ = ["Telling", "telling"]


_NONE: frozenset[str] = frozenset()


class Telling:
    """What a sentence must hold to say what befell anyone: a word that tells it alone, or one that tells it beside a verb.

    `alone` are such words; `bare` the lemmas of verbs that need no other word. `beside` maps a word to the verbs that it goes with, by
    lemma: a verb's tail stands under the word in it that is rarest by its look, an idiom or a phrase under its noun.
    """

    def __init__(
        self,
        alone: frozenset[str],
        bare: frozenset[str],
        beside: Mapping[str, Iterable[frozenset[str]]],
        forms: Mapping[str, Iterable[str]],
    ) -> None:
        self.alone = alone
        self.bare = bare
        self._beside = beside
        self._forms = forms
        self._all = frozenset(form for held in forms.values() for form in held)
        self._verbs: dict[str, frozenset[str]] = {}

    def may_tell(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words, without a number, can hold a figure."""
        return not self.alone.isdisjoint(words) or bool(self.verbs(words))

    def verbs(self, words: frozenset[str]) -> frozenset[str]:
        """The words of a sentence that are forms of a verb which another word in it may complete."""
        forms = words & self._all
        if not forms:
            return _NONE
        return _NONE.union(*[self._goes_with(word) & forms for word in self._beside.keys() & words])

    def _goes_with(self, word: str) -> frozenset[str]:
        """The forms of the verbs that a word goes with."""
        known = self._verbs.get(word)
        if known is None:
            lemmas = frozenset[str]().union(*self._beside[word])
            known = self._verbs[word] = frozenset(form for lemma in lemmas for form in self._forms[lemma])
        return known


def telling(outcomes: Outcomes, groups: Groups, frames: Frames) -> Telling:
    """The words that tell an outcome, gathered from the lexicons."""
    beside: dict[str, set[frozenset[str]]] = defaultdict(set)
    rarity = _Rarity(frames)
    for tail, rows in outcomes.tails.rows.items():
        beside[max(tail, key=rarity.__getitem__)].update([verbs for verbs, _ in rows])
    for heads, verbs in _verbs_of_heads(outcomes).items():
        for head in heads:
            for form in (head, groups.inflect.plural(head)):
                beside[form.rpartition(" ")[2]].add(verbs)
    forms: dict[str, list[str]] = defaultdict(list)
    for word, known in outcomes.forms.items():
        forms[known.lemma].append(word)
    bare = frozenset(lemma for lemma, senses in outcomes.senses.items() if any(not sense.tail for sense in senses))
    nouns = {*outcomes.countables, *outcomes.nominals, *frames.toll_names, *outcomes.tolls}
    nouns |= frames.words.get("both", frozenset())  # a number, though none is written
    states = {max(state.words, key=rarity.__getitem__) for state in outcomes.states}
    return Telling(frozenset(nouns.union(states, *(forms[lemma] for lemma in bare))), bare, beside, forms)


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


class _Rarity(dict[str, tuple[bool, int]]):
    """How rare a word is by its look, worked out once: function words least, then the longer the rarer."""

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self._closed = frames.closed

    def __missing__(self, word: str) -> tuple[bool, int]:
        rarity = self[word] = word not in self._closed, len(word)
        return rarity
