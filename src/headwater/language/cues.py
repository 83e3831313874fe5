"""The words by which a language says that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import msgspec

from headwater.language.inflection import Inflection
from headwater.language.inflection import lexicon as inflected
from headwater.language.loading import Language

__all__ = ["OTHERS", "Cues", "Listed", "Named", "Verb", "lexicon"]

_NAMING = ("tallies", "studies", "documents")
_MOST = 1 << 15  # words whose sections are kept
_NONE: Final = frozenset[str]()
_SHORT = 3  # no word of so few letters is a plural
_FEW = 1_000  # words of a section that is turned round
OTHERS = ("citing", "colon.dashes", "holdings", "nouns", "possessed", "states", "tallies")
"""Sections whose words are cues and no verbs."""


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A form of a verb of saying: what it `takes` (class names of the data) and the particle that must follow it.

    `lemma` is the first form listed; `participle` is true of the form that stands without a subject ("saying").
    """

    lemma: str
    takes: frozenset[str]
    particle: str | None = None


class Listed(dict[str, frozenset[str]]):
    """The sections that list a word, by word; worked out when a word is first met, and kept for all texts.

    Sections of a few words are turned round at once; the few long ones are asked for each word met.
    """

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._long = {section: listed for section, listed in words.items() if len(listed) > _FEW}
        self._short: dict[str, set[str]] = {}
        for section, listed in words.items():
            if section not in self._long:
                for word in listed:
                    self._short.setdefault(word, set()).add(section)
        # Words that stand in the same sections share one set; there are no more of them than words in the data.
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST:
            self.clear()
        found = self._short.get(word, ())
        for section, listed in self._long.items():
            if word in listed:
                found = (*found, section)
        sections = _NONE
        if found:
            alike = frozenset(found)
            sections = self._sets.setdefault(alike, alike)
        self[word] = sections
        return sections


class Named(dict[str, frozenset[str]]):
    """The sections that list a word or its singular, by word, kept like those of `Listed`."""

    def __init__(self, listed: Listed, inflection: Inflection) -> None:
        super().__init__()
        self._listed, self._inflection = listed, inflection

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST:
            self.clear()
        found = self._listed[word]
        if len(word) > _SHORT:
            of_one = self._listed[self._inflection.singular(word)]
            found = found if of_one <= found else found | of_one  # most have one set, and share it
        self[word] = found
        return found


class Cues(msgspec.Struct, frozen=True, eq=False):
    """Verbs by form, phrases by first word, sets of words by the name of their section, and the sections by word (`listed`) and by word or singular (`named`).

    `starts` are the words that a cue may begin with, `plain` the verbs of them that need no particle, `others` those that are no verbs; `naming` words are nouns.
    `telling` are the classes of verbs whose content is said to be so ("noun" stands for nouns of saying).
    """

    verbs: Mapping[str, tuple[Verb, ...]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    words: Mapping[str, frozenset[str]]
    marks: Mapping[str, tuple[tuple[str, ...], ...]]
    tails: Mapping[str, tuple[str, ...]]
    telling: frozenset[str]
    others: frozenset[str]
    starts: frozenset[str]
    plain: frozenset[str]
    naming: frozenset[str]
    listed: Listed
    named: Named

    @property
    def apart(self) -> frozenset[str]:
        """Words that make another name of the one behind them: South Lorne is not Lorne."""
        return self.words.get("apart", frozenset())

    def has(self, section: str, word: str) -> bool:
        """Whether a section lists the word.

        >>> from headwater.language import load
        >>> lexicon(load()).has("roles", "spokeswoman")
        True
        """
        return section in self.listed[word]

    def names(self, section: str, word: str) -> bool:
        """Whether a section lists the word or its singular.

        >>> from headwater.language import load
        >>> lexicon(load()).names("speaking", "abbots")
        True
        """
        return section in self.named[word]

    def names_any(self, sections: frozenset[str], word: str) -> bool:
        """Whether any of some sections lists the word or its singular."""
        return not sections.isdisjoint(self.named[word])

    def denies(self, word: str) -> bool:
        """Whether the word in a cue turns a saying into its refusal: "never", "didn't"."""
        return self.has("negation", word) or word.endswith(self.endings("negation.endings"))

    def endings(self, section: str) -> tuple[str, ...]:
        """The endings that a section lists, as `str.endswith` takes them."""
        return self.tails.get(section, ("\n",))


@cache
def lexicon(language: Language) -> Cues:
    """The language's cues; all empty where it has none."""
    data = language.section("cues")
    words = {
        name if key == "words" else f"{name}.{key}": frozenset(values)
        for name, table in data.items()
        if name != "verbs"
        for key, values in table.items()
        if key not in ("about", "examples", "marks")
    }
    for name, table in data.get("verbs", {}).items():
        lists = table.keys() - {"about", "examples", "forms", "lemmas", "tells"}
        words |= {f"{name}.{key}": frozenset(table[key]) for key in lists}
    words |= _voices(language)
    inflection = inflected(language)
    verbs, phrases = _verbs(data.get("verbs", {}), inflection), _by_first(data.get("phrases", {}).get("words", ()))
    single = (words.get(name, frozenset()) for name in OTHERS)
    others = frozenset({":", *phrases}).union(*single)
    listed = Listed(words)
    return Cues(
        verbs,
        phrases,
        words,
        _by_first(data.get("quoted", {}).get("marks", ())),
        {name: tuple(sorted(values)) for name, values in words.items() if name.endswith("endings")},
        frozenset(name for name, table in data.get("verbs", {}).items() if table.get("tells")) | {"noun"},
        others,
        others.union(verbs),
        frozenset(form for form, listed in verbs.items() if any(verb.particle is None for verb in listed)),
        frozenset[str]().union(*(words.get(name, ()) for name in _NAMING)),
        listed,
        Named(listed, inflection),
    )


def _voices(language: Language) -> dict[str, frozenset[str]]:
    """Nouns by whether what they name can speak, a line a section as `bench/make_voices.py` writes them; none without such a file."""
    rows = (line.split() for line in language.lines("voices"))
    return {row[0]: frozenset(row[1:]) for row in rows if row}


def _verbs(tables: Mapping[str, Any], inflection: Inflection) -> dict[str, tuple[Verb, ...]]:
    takes: dict[tuple[str, str | None], set[str]] = {}
    forms: dict[tuple[str, str | None], list[str]] = {}
    for name, table in tables.items():
        for line in (*table["forms"], *_inflected(table.get("lemmas", ()), inflection)):
            listed, _, particle = line.partition(" + ")
            key = (listed.split()[0], particle or None)
            takes.setdefault(key, set()).add(name)
            forms.setdefault(key, []).extend(listed.split())
    found: dict[str, list[Verb]] = {}
    for key, listed_forms in forms.items():
        for form in dict.fromkeys(listed_forms):
            found.setdefault(form, []).append(Verb(key[0], frozenset(takes[key]), key[1]))
    # Those with a particle first, so that the longer cue wins.
    return {form: tuple(sorted(verbs, key=lambda verb: verb.particle is None)) for form, verbs in found.items()}


def _inflected(lemmas: Sequence[str], inflection: Inflection) -> Iterator[str]:
    """The line of forms of each regular verb; what stands after a plus goes with all of them."""
    for lemma in lemmas:
        word, plus, particle = lemma.partition(" + ")
        forms = inflection.verb(word)
        line = dict.fromkeys((word, forms.third, forms.past, forms.participle, forms.ing))
        yield " ".join(line) + plus + particle


def _by_first(phrases: Any) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}
