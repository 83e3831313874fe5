"""The lexicons that frames are matched with, gathered once a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from headwater.extract.nounheads import Heads
from headwater.extract.telling import Telling, telling
from headwater.language import Language
from headwater.language import frames as frame_words
from headwater.language import groups as group_words
from headwater.language import negation as negation_words
from headwater.language import outcomes as outcome_words
from headwater.language.frames import Frames
from headwater.language.groups import Groups
from headwater.language.negation import Negation
from headwater.language.outcome_records import State
from headwater.language.outcomes import Outcomes
from headwater.language.units import UnitLexicon
from headwater.language.units import lexicon as units_of

__all__ = ["Lexicons", "lexicons"]

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Lexicons:
    """Outcomes, groups, grammar words and negation of one language.

    `timing` words may begin a time that stands without a preposition, `times` among them. `counting_determiners` tell more than that a noun group begins ("another", "both"). `opening` words may open a chunk of their own kind, each before one of some words, or before any where the empty one is among them; `states` has those that begin with a word by the word behind it, and those of one word by the empty one.
    `paired` words end a noun of two words, `modified` ones are of another group with some words before them; `auxiliaries` stand before a verb, or for one; `denying` words count none, or both; `naming` ones name a count; behind
    `restating` ones it may be given again; `sparing` ones leave someone out; `imagining` ones tell what is made up;
    `some_telling` ones say something of some of those just told of. `units` are those that numbers have.
    `spelled` are the words for small numbers, and `words` gives the closed class of a name (`frames.toml`), empty where the language has none.
    """

    outcomes: Outcomes
    groups: Groups
    frames: Frames
    negation: Negation
    units: UnitLexicon
    words: Callable[[str], frozenset[str]]
    attaching: frozenset[str]
    times: frozenset[str]
    timing: frozenset[str]
    counting_determiners: frozenset[str]
    opening: Mapping[str, frozenset[str]]
    states: Mapping[str, Mapping[str, tuple[State, ...]]]
    spelled: frozenset[str]
    paired: frozenset[str]
    modified: frozenset[str]
    auxiliaries: frozenset[str]
    denying: frozenset[str]
    naming: frozenset[str]
    restating: frozenset[str]
    sparing: frozenset[str]
    imagining: frozenset[str]
    some_telling: frozenset[str]

    @cached_property
    def heads(self) -> Heads:
        """What nouns tell as the heads of their groups."""
        return Heads(self)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns that are listed, for what they are or for what they tell."""
        return frozenset(self.groups.nouns).union(self.outcomes.countables, self.outcomes.nominals)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The words that may be verbs, and have to be asked first whether they are something else."""
        return self.words("tallying").union(self.frames.rather_nouns, self.frames.not_verbs, self.frames.adjectives)

    @cached_property
    def agreeing(self) -> Mapping[str, str]:
        """The number that auxiliaries tell of their subject."""
        return _classes(self.frames, "singular", "plural")

    @cached_property
    def helping(self) -> Mapping[str, str]:
        """What auxiliaries help a verb to: its voice, its tense or its mood."""
        return _classes(self.frames, "be", "get", "have", "do", "modal")

    @cached_property
    def taken(self) -> frozenset[str]:
        """Words by which people are taken or come home, where an abduction is told."""
        return self.words("taken") | self.words("recovering") | self.words("coming")

    @cached_property
    def suffering(self) -> frozenset[str]:
        """Words behind which a side's own losses are counted."""
        return self.words("losing") | self.words("losses")

    @cached_property
    def abducting(self) -> frozenset[str]:
        """The forms of verbs that tell by themselves of people captured."""
        lemmas = {
            lemma
            for lemma, senses in self.outcomes.senses.items()
            if any(one.outcome == "captured" and not (one.tail or one.groups or one.denied) for one in senses)
        }
        return frozenset(form for form, known in self.outcomes.forms.items() if known.lemma in lemmas)

    @cached_property
    def telling(self) -> Telling:
        """The words that tell an outcome; worked out when the first sentence asks for them."""
        return telling(self.outcomes, self.groups, self.frames)


@cache
def lexicons(language: Language) -> Lexicons:
    """The language's lexicons."""
    data = language.section("frames")
    outcomes, frames = outcome_words.lexicon(language), frame_words.lexicon(language)
    groups = group_words.lexicon(language)
    times = frozenset(data.get("time", {}).get("words", ()))
    return Lexicons(
        outcomes,
        groups,
        frames,
        negation_words.lexicon(language),
        units_of(language),
        _Closed(frames.words).__getitem__,
        frozenset(data.get("attaching", {}).get("prepositions", ())),
        times,
        times.union(frames.words.get("time_near", _EMPTY)),
        groups.others.union(frames.words.get("both", _EMPTY)),
        _seconds(frames, outcomes),
        {word: _by_second(rows) for word, rows in outcomes.state_words.items()},
        _spelled(language),
        frozenset(name.rpartition(" ")[2] for name in (*groups.nouns, *outcomes.countables) if " " in name),
        frozenset(head for _, head in groups.modified),
        frozenset().union(*(frames.words.get(name, _EMPTY) for name in ("be", "have", "do", "modal"))),
        frozenset().union(*(frames.words.get(name, _EMPTY) for name in ("no", "nobody", "neither", "both"))),
        frames.toll_names.union(outcomes.tolls),
        *(
            frozenset().union(*(frames.words.get(name, _EMPTY) for name in names))
            for names in (
                ("or", "numbering"),
                ("not", "exception", "neither_nor"),
                ("fiction", "feigning"),
                (
                    "identifying",
                    "graver",
                    "judged",
                    "later",
                    "alone",
                    "ages",
                    "aged",
                    "age_bounds",
                    "still_so",
                    "discharging",
                ),
            )
        ),
    )


def _spelled(language: Language) -> frozenset[str]:
    """The words for numbers below a hundred that are one word."""
    data = language.section("numbers")
    return frozenset(chain(data.get("units", ()), data.get("tens", ())))


def _seconds(frames: Frames, outcomes: Outcomes) -> dict[str, frozenset[str]]:
    """The words that open a chunk of their own kind, each with those that may follow it there; the empty one where any may."""
    found: dict[str, set[str]] = defaultdict(set)
    states = (state.words for rows in outcomes.state_words.values() for state in rows)
    for words in chain(*frames.part_markers.values(), *frames.joining.values(), states):
        found[words[0]].add(words[1] if len(words) > 1 else "")
    return {word: frozenset(held) for word, held in found.items()}


def _by_second(rows: Sequence[State]) -> dict[str, tuple[State, ...]]:
    """The states that begin with one word by the word behind it, those of that word alone among them; the empty one has these."""
    seconds = {"", *(row.words[1] for row in rows if len(row.words) > 1)}
    return {second: tuple([row for row in rows if row.words[1:2] in ((), (second,))]) for second in seconds}


def _classes(frames: Frames, *names: str) -> dict[str, str]:
    """The first of some closed classes that has each of their words."""
    return {word: name for name in reversed(names) for word in frames.words.get(name, ())}


class _Closed(dict[str, frozenset[str]]):
    """Closed classes by their names.

    Rules ask for one some thirty times a sentence: looking it up is left to the dictionary's own method, which needs no call of a Python function.
    """

    def __missing__(self, name: str) -> frozenset[str]:
        return _EMPTY
