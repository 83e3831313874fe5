"""The words without which a sentence can tell no outcome, and those by which its verbs do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.outcomes import Outcomes

__all__ = ["Telling", "telling"]


_NONE: frozenset[str] = frozenset()


class Telling:
    """What a sentence must hold to say what befell anyone: a word that tells it alone, or one that tells it beside a verb.

    `alone` are such words; `bare` the lemmas of verbs that need no other word. `nouns` maps the noun of an idiom or a phrase to the lemmas of the
    verbs that it completes, `rarest` the word of a verb's tail that is rarest by its look: without it no tail needs to be looked for.
    """

    def __init__(
        self,
        alone: frozenset[str],
        bare: frozenset[str],
        nouns: Mapping[str, Collection[frozenset[str]]],
        rarest: Mapping[str, Collection[frozenset[str]]],
        outcomes: Outcomes,
    ) -> None:
        self.alone = alone
        self.bare = bare
        self._nouns = _Lemmas(nouns)
        self._rarest = _Lemmas(rarest)
        self._either = _Lemmas(nouns, rarest)
        self._tails = outcomes.tails
        self._forms = outcomes.forms
        self._all = frozenset(outcomes.forms)

    def may_tell(self, sentence: Sentence) -> bool:
        """Whether a sentence without a number can hold a figure."""
        words = sentence.words
        if not self.alone.isdisjoint(words):
            return True
        lemmas = self._lemmas(words)
        if not lemmas:
            return False
        if self._nouns.beside(words, lemmas):
            return True
        rare = self._rarest.words(words, lemmas)
        return bool(rare) and self._is_tailed(sentence.tokens, rare, lemmas)

    def verbs(self, words: frozenset[str]) -> frozenset[str]:
        """The lemmas of the verbs of a sentence that others of its words may complete, as far as words tell without their order."""
        lemmas = self._lemmas(words)
        return self._either.beside(words, lemmas) if lemmas else lemmas

    def _lemmas(self, words: frozenset[str]) -> frozenset[str]:
        forms = words & self._all
        return frozenset([self._forms[form].lemma for form in forms]) if forms else _NONE

    def _is_tailed(self, tokens: Sequence[Token], rare: Collection[str], lemmas: frozenset[str]) -> bool:
        """Whether a tail of one of the lemmas stands in a sentence; `rare` are the rarest words of such tails."""
        words = tuple([token.lower for token in tokens])
        reach = self._tails.longest - 1
        starts = [start for at, word in enumerate(words) if word in rare for start in range(max(0, at - reach), at + 1)]
        return any(
            not verbs.isdisjoint(lemmas)
            for start in starts
            for size in self._tails.lengths.get(words[start], ())
            for verbs, _ in self._tails.rows.get(words[start : start + size], ())
        )


class _Lemmas:
    """The lemmas of the verbs that stand beside each of some words, gathered when a word is first met."""

    def __init__(self, *tables: Mapping[str, Collection[frozenset[str]]]) -> None:
        self._tables = tables
        self._words = frozenset[str]().union(*tables)
        self._known: dict[str, frozenset[str]] = {}

    def beside(self, words: frozenset[str], lemmas: frozenset[str]) -> frozenset[str]:
        """Those of the lemmas that one of the words stands beside."""
        return _NONE.union(*[self._of(word) & lemmas for word in words & self._words])

    def words(self, words: frozenset[str], lemmas: frozenset[str]) -> list[str]:
        """Those of the words that one of the lemmas stands beside."""
        return [word for word in words & self._words if not self._of(word).isdisjoint(lemmas)]

    def _of(self, word: str) -> frozenset[str]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = _NONE.union(*chain(*(table.get(word, ()) for table in self._tables)))
        return known


def telling(outcomes: Outcomes, groups: Groups, frames: Frames) -> Telling:
    """The words that tell an outcome, gathered from the lexicons."""
    rarest: dict[str, set[frozenset[str]]] = defaultdict(set)
    rarity = _Rarity(frames)
    for tail, rows in outcomes.tails.rows.items():
        rarest[max(tail, key=rarity.__getitem__)].update([verbs for verbs, _ in rows])
    of_heads: dict[str, set[frozenset[str]]] = defaultdict(set)
    for heads, verbs in _verbs_of_heads(outcomes).items():
        for head in heads:
            for form in (head, groups.inflect.plural(head)):
                of_heads[form.rpartition(" ")[2]].add(verbs)
    bare = frozenset(lemma for lemma, senses in outcomes.senses.items() if any(not sense.tail for sense in senses))
    nouns = {*outcomes.countables, *outcomes.nominals, *frames.toll_names, *outcomes.tolls}
    nouns |= frames.words.get("both", frozenset())  # a number, though none is written
    states = {max(state.words, key=rarity.__getitem__) for state in outcomes.states}
    forms = [form for form, known in outcomes.forms.items() if known.lemma in bare]
    return Telling(frozenset(nouns.union(states, forms)), bare, of_heads, rarest, outcomes)


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
