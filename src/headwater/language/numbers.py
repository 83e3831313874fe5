"""The words that numbers are made of, from a language's `numbers.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from headwater.language.loading import Language

__all__ = ["NumberLexicon", "OneLexicon", "lexicon"]


@dataclass(frozen=True)
class OneLexicon:
    """What tells "one" the pronoun from the numeral."""

    after: frozenset[str]
    before: frozenset[str]
    superlatives: frozenset[str]
    superlative_ending: str
    determiners: frozenset[str]


@dataclass(frozen=True)
class NumberLexicon:
    """Number words in lower case with their values, and the words that numbers are told from other things by."""

    units: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    vague: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    spaced: frozenset[str]
    half: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    of: frozenset[str]
    loose: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinals: frozenset[str]
    one: OneLexicon
    starts: frozenset[str]


def _values(table: Mapping[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table.items()}


@cache
def lexicon(language: Language) -> NumberLexicon:
    """The language's number words."""
    raw: Mapping[str, Any] = language.section("numbers")
    words: Mapping[str, list[str]] = raw.get("words", {})
    units, tens, scales, vague, fractions = (
        _values(raw.get(name, {})) for name in ("units", "tens", "scales", "vague", "fractions")
    )
    one = raw.get("one", {})

    def held(name: str) -> frozenset[str]:
        return frozenset(words.get(name, ()))

    return NumberLexicon(
        units=units,
        tens=tens,
        scales=scales,
        suffixes=_values(raw.get("suffixes", {})),
        vague=vague,
        fractions=fractions,
        spaced=held("spaced"),
        half=held("half"),
        articles=held("articles"),
        conjunctions=held("and"),
        of=held("of"),
        loose=held("loose"),
        ordinal_endings=held("ordinal_endings"),
        ordinals=held("ordinals"),
        one=OneLexicon(
            after=frozenset(one.get("after", ())),
            before=frozenset(one.get("before", ())),
            superlatives=frozenset(one.get("superlatives", ())),
            superlative_ending=one.get("superlative_ending", "\0"),
            determiners=frozenset(one.get("determiners", ())),
        ),
        starts=frozenset([*units, *tens, *scales, *vague, *fractions]) | held("ordinals"),
    )
