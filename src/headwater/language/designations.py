"""Words that turn a number into a name, a year or a time of day, from a language's `designations.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["DesignationLexicon", "lexicon"]


class DesignationLexicon(msgspec.Struct, frozen=True):
    """Words in lower case by what they make of a number; `idioms` are by the number word, with its place in the phrase."""

    always: frozenset[str]
    usual: frozenset[str]
    articles: frozenset[str]
    sides: frozenset[str]
    partitive: frozenset[str]
    locating: frozenset[str]
    tallying: frozenset[str]
    lately: frozenset[str]
    lists: frozenset[str]
    streets: frozenset[str]
    tying: frozenset[str]
    behind: frozenset[str]
    calls: frozenset[str]
    calling: frozenset[str]
    calling_to: frozenset[str]
    listing: frozenset[str]
    times: frozenset[str]
    before_hours: frozenset[str]
    hours: frozenset[str]
    likely_years: frozenset[int]
    possible_years: frozenset[int]
    before_years: frozenset[str]
    loosely_before_years: frozenset[str]
    quantities: frozenset[str]
    verbs: tuple[str, ...]
    plural: frozenset[str]
    states: frozenset[str]
    plurals: tuple[str, ...]
    singular: frozenset[str]
    ends: frozenset[str]
    idioms: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]


@cache
def lexicon(language: Language) -> DesignationLexicon:
    """The language's designations."""
    raw: Mapping[str, Any] = language.section("designations")

    def held(table: str, name: str) -> frozenset[str]:
        return frozenset(raw.get(table, {}).get(name, ()))

    years = raw.get("years", {})
    return DesignationLexicon(
        always=held("designators", "always"),
        usual=held("designators", "usual"),
        articles=held("designators", "articles"),
        sides=held("designators", "sides"),
        partitive=held("designators", "partitive"),
        locating=held("designators", "locating"),
        tallying=held("designators", "tallying"),
        lately=held("designators", "lately"),
        lists=held("designators", "lists"),
        streets=held("designators", "streets"),
        tying=held("designators", "tying"),
        behind=held("designators", "behind"),
        calls=held("designators", "calls"),
        calling=held("designators", "calling"),
        calling_to=held("designators", "calling_to"),
        listing=held("designators", "listing"),
        times=held("times", "after"),
        before_hours=held("times", "before"),
        hours=held("times", "hours"),
        likely_years=frozenset(range(*years.get("likely", (0, 0)))),
        possible_years=frozenset(range(*years.get("possible", (0, 0)))),
        before_years=held("years", "strict"),
        loosely_before_years=held("years", "loose"),
        quantities=held("years", "quantities"),
        verbs=tuple(years.get("verbs", ())),
        plural=held("nouns", "plural"),
        states=held("nouns", "states"),
        plurals=tuple(raw.get("nouns", {}).get("endings", ())),
        singular=held("nouns", "singular"),
        ends=held("nouns", "ends"),
        idioms=_by_word(raw.get("idioms", {}).get("phrases", ())),
    )


def _by_word(phrases: list[str]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        for place, word in enumerate(words):
            found.setdefault(word, []).append((place, words))
    return {word: tuple(entries) for word, entries in found.items()}
