"""Which groups share a measure, and which words limit a count to one side, from a language's `collation.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from headwater.language.loading import Language

__all__ = ["FloorWords", "SideWords", "floor_words", "loose_parts", "side_words", "whole_groups"]


@cache
def whole_groups(language: Language) -> frozenset[str]:
    """The groups that stand for the whole population of an event; `person` always does."""
    return frozenset(language.section("collation").get("whole", {}).get("groups", ())) | {"person"}


@dataclass(frozen=True, slots=True)
class SideWords:
    """Verbs of the side that bore a count (loosely: forms that leave open who did), verbs of what is done to a side, words before a side, what may stand between, words of no side, the word between some and all, those that all are called, those of the rest, those that limit a count to its place, and those that make it one of people known."""

    bore: frozenset[str]
    bore_loosely: frozenset[str]
    inflicted: frozenset[str]
    on: frozenset[str]
    among: frozenset[str]
    between: frozenset[str]
    nobody: frozenset[str]
    of: frozenset[str]
    people: frozenset[str]
    rest: frozenset[str]
    alone: frozenset[str]
    definite: frozenset[str]


@cache
def side_words(language: Language) -> SideWords:
    """The language's words for sides; all empty where it has none."""
    data = language.section("collation").get("sides", {})
    return SideWords(*(frozenset(data.get(name, ())) for name in SideWords.__slots__))


@dataclass(frozen=True, slots=True)
class FloorWords:
    """Verbs of those who take in some of all (a hospital, a clinic), and words with which their clause ends."""

    takes: frozenset[str]
    ends: frozenset[str]


@cache
def floor_words(language: Language) -> FloorWords:
    """The language's words for counts of those taken in; all empty where it has none."""
    data = language.section("collation").get("floors", {})
    return FloorWords(frozenset(data.get("takes", ())), frozenset(data.get("ends", ())))


@cache
def loose_parts(language: Language) -> frozenset[str]:
    """Verbs before a number that may have another subject than the whole before them."""
    return frozenset(language.section("collation").get("parts", {}).get("loose", ()))
