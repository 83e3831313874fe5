"""The words by which a language denies, doubts, limits or withholds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

import msgspec

from headwater.language.loading import Language
from headwater.language.phrases import Phrase, Phrases, Rarest, phrases, standing
from headwater.language.stopwords import stopwords
from headwater.model import StatementKind

__all__ = ["KindPatterns", "StatementWords", "kind_patterns", "lexicon"]


class KindPatterns(msgspec.Struct, frozen=True):
    """The patterns of one kind, and those that take a match away where they overlap it."""

    kind: StatementKind
    patterns: Phrases
    but: Phrases | None

    def spotted(self, words: Sequence[str], held: frozenset[str]) -> list[tuple[int, int]]:
        """The first word and the one after the last of each match, in order; `held` is the set of the words."""
        found = self.patterns.spans(words, held)
        if found and self.but is not None:
            spared = self.but.spans(words, held)
            return [one for one in found if not any(one[0] < end and start < one[1] for start, end in spared)]
        return found


class _Rarest(dict[str, tuple[tuple[int, Phrase], ...]]):
    """The patterns of all kinds by a word of their rarest place, each with the number of its kind; gathered when a word is first met."""

    def __init__(self, kinds: Sequence[KindPatterns]) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, word: str) -> tuple[tuple[int, Phrase], ...]:
        kinds = enumerate(self._kinds)
        found = self[word] = tuple(
            [(number, phrase) for number, kind in kinds for _, phrase in kind.patterns.rarest.get(word, ())]
        )
        return found


class StatementWords(msgspec.Struct, frozen=True):
    """Patterns over a sentence's words in lower case; `outcomes` maps a word to an outcome's name.

    A pattern's match holds one of the `rare` words; `rarest` has for each the patterns that it is one of the rarest place of, with the numbers of their kinds. `openers` open a clause, `back` point to what was said before, `told` are what reports are called ("reports that …"),
    and without one of `matters` (or a figure, or an outcome) nothing is limited or withheld.
    """

    patterns: tuple[KindPatterns, ...]
    outcomes: Mapping[str, str]
    back: frozenset[str]
    openers: frozenset[str]
    matters: frozenset[str]
    told: frozenset[str]
    rare: frozenset[str]
    rarest: Rarest

    def asked(self, words: frozenset[str]) -> list[KindPatterns]:
        """The kinds whose patterns a sentence of these words may hold."""
        found = {number for number, _ in standing(self.rarest, self.rare & words, words)}
        return [self.patterns[number] for number in sorted(found)]


@cache
def lexicon(language: Language) -> StatementWords:
    """The language's statement words; no patterns where it has none.

    Raises:
        LanguageDataError: a pattern names a set that the data do not hold.
    """
    data = language.section("statements")
    sets: Mapping[str, list[str]] = data.get("sets", {})
    kinds = {StatementKind(name): table for name, table in data.get("kinds", {}).items()}
    common = stopwords(language)
    patterns = tuple(
        kind_patterns(kind, table["patterns"], table.get("but", ()), sets, common) for kind, table in kinds.items()
    )
    return StatementWords(
        patterns,
        {word: outcome for outcome, words in data.get("outcomes", {}).items() for word in words},
        frozenset(data.get("back", {}).get("words", ())),
        frozenset(data.get("openers", {}).get("words", ())),
        frozenset(data.get("matters", {}).get("words", ())),
        frozenset(sets.get("told", ())),
        frozenset().union(*(kind.patterns.rare for kind in patterns)),
        _Rarest(patterns),
    )


def kind_patterns(
    kind: StatementKind,
    patterns: Sequence[str],
    but: Sequence[str],
    sets: Mapping[str, list[str]],
    common: Collection[str],
) -> KindPatterns:
    """The patterns of one kind, over the named sets; `common` words are in most sentences.

    Raises:
        LanguageDataError: a pattern names a set that there is not.
    """
    return KindPatterns(kind, phrases(patterns, sets, common), phrases(but, sets, common) if but else None)
