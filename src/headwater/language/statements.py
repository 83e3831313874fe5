"""The words by which a language denies, doubts, limits or withholds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from headwater.errors import LanguageDataError
from headwater.language.loading import Language
from headwater.messages import told
from headwater.model import StatementKind

__all__ = ["KindPatterns", "StatementWords", "kind_patterns", "lexicon"]


@dataclass(frozen=True, eq=False)
class KindPatterns:
    """The patterns of one kind, and those that take a match away.

    `rest` holds, for the words of each pattern's rarest place, the words of its other places: without one of each it cannot match.
    """

    kind: StatementKind
    written: str
    excepted: str | None
    rest: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]

    @cached_property
    def rare(self) -> frozenset[str]:
        """The words of which a sentence has one where a pattern matches."""
        return frozenset(self.rest)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All patterns as one; compiled when a sentence first may match."""
        return re.compile(self.written)

    @cached_property
    def but(self) -> re.Pattern[str] | None:
        """What takes a match away, as one."""
        return re.compile(self.excepted) if self.excepted is not None else None

    def may_match(self, words: frozenset[str], rare: frozenset[str]) -> bool:
        """Whether a sentence of these words, `rare` ones among them, can hold what a pattern is of; much quicker than to look for it."""
        for word in rare:
            for places in self.rest.get(word, ()):
                for place in places:
                    if place.isdisjoint(words):
                        break
                else:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Patterns over a sentence's words in lower case, one space between; `outcomes` maps a word to an outcome's name.

    A pattern's match begins and ends at word bounds, and holds one of the `rare` words. `openers` open a clause, `back` point to what was said before, `told` are what reports are called ("reports that …"),
    and without one of `matters` (or a figure, or an outcome) nothing is limited or withheld.
    """

    patterns: tuple[KindPatterns, ...]
    outcomes: Mapping[str, str]
    back: frozenset[str]
    openers: frozenset[str]
    matters: frozenset[str]
    told: frozenset[str]
    rare: frozenset[str]

    def asked(self, words: frozenset[str]) -> list[KindPatterns]:
        """The kinds whose patterns a sentence of these words may hold."""
        rare = self.rare & words
        return [kind for kind in self.patterns if kind.may_match(words, rare)] if rare else []


@cache
def lexicon(language: Language) -> StatementWords:
    """The language's statement words; no patterns where it has none.

    Raises:
        LanguageDataError: a pattern names a set that the data do not hold.
    """
    data = language.section("statements")
    sets: Mapping[str, list[str]] = data.get("sets", {})
    kinds = {StatementKind(name): table for name, table in data.get("kinds", {}).items()}
    patterns = tuple(
        kind_patterns(kind, table["patterns"], table.get("but", ()), sets) for kind, table in kinds.items()
    )
    return StatementWords(
        patterns,
        {word: outcome for outcome, words in data.get("outcomes", {}).items() for word in words},
        frozenset(data.get("back", {}).get("words", ())),
        frozenset(data.get("openers", {}).get("words", ())),
        frozenset(data.get("matters", {}).get("words", ())),
        frozenset(sets.get("told", ())),
        frozenset().union(*(kind.rare for kind in patterns)),
    )


def kind_patterns(
    kind: StatementKind, patterns: Sequence[str], but: Sequence[str], sets: Mapping[str, list[str]]
) -> KindPatterns:
    """The patterns of one kind, over the named sets.

    Raises:
        LanguageDataError: a pattern names a set that there is not.
    """
    return KindPatterns(kind, _joined(patterns, sets), _joined(but, sets) if but else None, _rest(patterns, sets))


def _joined(patterns: Iterable[str], sets: Mapping[str, list[str]]) -> str:
    return "|".join(f"(?:(?<![^ ]){_translated(pattern, sets)}(?![^ ]))" for pattern in patterns)


def _translated(pattern: str, sets: Mapping[str, list[str]]) -> str:
    parts: list[str] = []
    for item in pattern.split():
        if item.startswith("*"):
            # Signs end a clause, and no gap runs over them.
            parts.append(f'(?:[^ ,;:.!?"\u201c\u201d]++ ){{0,{int(item[1:])}}}?')
        else:
            parts.append("(?:" + "|".join(re.escape(word) for word in _words(item, sets)) + ") ")
    return "".join(parts).removesuffix(" ")


def _words(item: str, sets: Mapping[str, list[str]]) -> list[str]:
    found: list[str] = []
    for part in item.split("|"):
        if part.startswith("<") and part[1:-1] not in sets:
            raise LanguageDataError(*told("language.set", name=part))
        found += sets[part[1:-1]] if part.startswith("<") else [part]
    return found


def _rest(patterns: Iterable[str], sets: Mapping[str, list[str]]) -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """The words of each pattern's rarest place, taken to be the one whose words are longest, each with the other places."""
    found: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for pattern in patterns:
        places = [_words(item, sets) for item in pattern.split() if not item.startswith("*")]
        rarest = max(places, key=lambda words: len("".join(words)) / len(words))
        others = tuple(frozenset(words) for words in places if words is not rarest)
        for word in rarest:
            found.setdefault(word, []).append(others)
    return {word: tuple(rows) for word, rows in found.items()}
