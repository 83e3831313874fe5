"""The words without which a sentence can tell no outcome, and those by which its verbs do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from headwater.grammar.sentences import Sentence
from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.outcomes import Outcomes

__all__ = ["Telling", "telling"]


_NONE: frozenset[str] = frozenset()
_Needs = tuple[frozenset[str], ...]  # sets of words, of each of which one must stand in a sentence


class _Verbs(dict[str, tuple[str, frozenset[str], frozenset[str]]]):
    """The lemma of each form of a verb, with its nouns and the rarest words of its tails; gathered when a form is first met."""

    def __init__(
        self, nouns: Mapping[str, frozenset[str]], rarest: Mapping[str, frozenset[str]], outcomes: Outcomes
    ) -> None:
        super().__init__()
        self._nouns, self._rarest, self._forms = nouns, rarest, outcomes.forms

    def __missing__(self, form: str) -> tuple[str, frozenset[str], frozenset[str]]:
        lemma = self._forms[form].lemma
        found = self[form] = lemma, self._nouns.get(lemma, _NONE), self._rarest.get(lemma, _NONE)
        return found


class Telling:
    """What a sentence must hold to say what befell anyone: a word that may tell it, or one that tells it beside a verb.

    `once` are the words that tell it alone, `beside` those that tell it where a word of each of some sets stands in the sentence, `counting` those that tell it of a
    number only; `bare` are the lemmas of verbs that need no other word. Of each other lemma, `nouns` are the nouns of the idioms and phrases that it
    makes, and `rarest` a word of each of its tails that is rare by its look: without one of them no tail needs to be looked for.
    """

    def __init__(
        self,
        once: frozenset[str],
        beside: Mapping[str, Sequence[_Needs]],
        counting: frozenset[str],
        bare: frozenset[str],
        nouns: Mapping[str, frozenset[str]],
        rarest: Mapping[str, frozenset[str]],
        outcomes: Outcomes,
    ) -> None:
        self.bare = bare
        self._once = once
        self._beside, self._helped = beside, frozenset(beside)
        self._any = once.union(beside, counting)
        self._nouns = nouns
        self._rarest = rarest
        self._tails = outcomes.tails
        self._verbs = _Verbs(nouns, rarest, outcomes)
        self._all = frozenset(outcomes.forms)

    def may_tell(self, sentence: Sentence) -> bool:
        """Whether a sentence without a number can hold a figure."""
        return not self._any.isdisjoint(sentence.words) or self._has_verb(sentence)

    def may_tell_of_one(self, sentence: Sentence) -> bool:
        """Whether a sentence that `may_tell` can do so where it neither counts nor denies anyone."""
        words = sentence.words
        if not self._once.isdisjoint(words):
            return True
        for word in words & self._helped:
            for needs in self._beside[word]:
                if not any(map(words.isdisjoint, needs)):
                    return True
        return self._has_verb(sentence)

    def _has_verb(self, sentence: Sentence) -> bool:
        """Whether a verb stands in a sentence with what it tells an outcome by: a noun, or a tail."""
        words = sentence.words
        lemmas: set[str] = set()
        rare: set[str] = set()
        for form in words & self._all:
            lemma, nouns, rarest = self._verbs[form]
            if not nouns.isdisjoint(words):
                return True
            if not rarest.isdisjoint(words):
                rare |= rarest & words
            lemmas.add(lemma)
        return bool(rare) and self._is_tailed(tuple(sentence.lower), rare, lemmas)

    def has_noun(self, lemma: str, words: frozenset[str]) -> bool:
        """Whether one of the words is a noun that makes an idiom or a phrase with a verb."""
        return lemma in self._nouns and not self._nouns[lemma].isdisjoint(words)

    def has_tail(self, lemma: str, words: frozenset[str]) -> bool:
        """Whether one of the words may be of a tail of a verb."""
        return lemma in self._rarest and not self._rarest[lemma].isdisjoint(words)

    def _is_tailed(self, words: tuple[str, ...], rare: Collection[str], lemmas: Collection[str]) -> bool:
        """Whether a tail of one of the lemmas stands in a sentence; `rare` are the rarest words of such tails."""
        reach = self._tails.longest - 1
        starts = [start for at, word in enumerate(words) if word in rare for start in range(max(0, at - reach), at + 1)]
        return any(
            not verbs.isdisjoint(lemmas)
            for start in starts
            for size in self._tails.lengths.get(words[start], ())
            for verbs, _ in self._tails.rows.get(words[start : start + size], ())
        )


def telling(outcomes: Outcomes, groups: Groups, frames: Frames) -> Telling:
    """The words that tell an outcome, gathered from the lexicons."""
    rarest: dict[frozenset[str], set[str]] = defaultdict(set)
    for tail, rows in outcomes.tails.rows.items():
        word = _rarest(tail, frames.closed)
        for verbs, _ in rows:
            rarest[verbs].add(word)
    of_heads: dict[frozenset[str], set[str]] = defaultdict(set)
    for heads, verbs in _verbs_of_heads(outcomes).items():
        for head in heads:
            for form in (head, groups.inflect.plural(head)):
                of_heads[verbs].add(form.rpartition(" ")[2])
    bare = frozenset(outcomes.plain)
    forms = [form for form, known in outcomes.forms.items() if known.lemma in bare]
    states = [state.words[0] for state in outcomes.states if len(state.words) == 1]
    # "Both" is a number, though none is written.
    counting = frozenset().union(frames.toll_names, outcomes.tolls, frames.words.get("both", _NONE))
    return Telling(
        frozenset(forms).union(states, outcomes.countables),
        _beside(outcomes, frames),
        counting,
        bare,
        _by_verb(of_heads),
        _by_verb(rarest),
        outcomes,
    )


def _beside(outcomes: Outcomes, frames: Frames) -> dict[str, list[_Needs]]:
    """What words tell an outcome by, by the word: nouns by their preposition and by what `nominal` asks beside it, states by all their words.

    A noun that tells of counted ones only has nothing that helps it where nobody is counted.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for form, known in outcomes.forms.items():
        forms[known.lemma].add(form)
    found: dict[str, list[_Needs]] = {}
    for word, nouns in outcomes.nominals.items():
        found[word] = []
        for noun in [noun for noun in nouns if not noun.counted]:
            near = noun.before.union(*(forms[lemma] for lemma in noun.verbs))
            found[word].append((noun.prepositions, *(needed for needed in (noun.needs, near) if needed)))
    for state in [state for state in outcomes.states if len(state.words) > 1]:
        needs = tuple([frozenset({word}) for word in state.words])
        found.setdefault(_rarest(state.words, frames.closed), []).append(needs)
    return found


def _by_verb(words: Mapping[frozenset[str], Collection[str]]) -> dict[str, frozenset[str]]:
    """The words that stand beside each of some verbs; many verbs share theirs."""
    found: dict[str, set[str]] = defaultdict(set)
    for verbs, held in words.items():
        for verb in verbs:
            found[verb].update(held)
    return {verb: frozenset(held) for verb, held in found.items()}


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


def _rarest(words: Sequence[str], closed: Collection[str]) -> str:
    """The word of a tail that is rarest by its look: the last that is no function word, for heads come last; else the longest."""
    for word in reversed(words):
        if word not in closed:
            return word
    return max(words, key=len)
