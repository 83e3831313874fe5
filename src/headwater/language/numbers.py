"""The words that numbers are made of, from a language's `numbers.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["NumberLexicon", "OneLexicon", "lexicon"]


class OneLexicon(msgspec.Struct, frozen=True):
    """What tells "one" the pronoun from the numeral."""

    words: frozenset[str]
    never: frozenset[str]
    unless_noun: frozenset[str]
    before: frozenset[str]
    determiners: frozenset[str]
    participles: tuple[str, ...]
    superlatives: frozenset[str]
    no_superlatives: frozenset[str]
    superlative_ending: str

    def superlative(self, word: str) -> bool:
        """Whether a word is a superlative ("darkest", "most")."""
        return word in self.superlatives or (
            len(word) > len(self.superlative_ending) + 1
            and word.endswith(self.superlative_ending)
            and word not in self.no_superlatives
        )


class NumberLexicon(msgspec.Struct, frozen=True):
    """Number words in lower case with their values, and the words that numbers are told from other things by.

    `starts` holds every word that a number may be found by, `continuing` those that may go on with an amount: its scale, its fraction, "and".
    """

    units: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    vague: Mapping[str, Decimal]
    signs: Mapping[str, Decimal]
    singular_fractions: Mapping[str, Decimal]
    plural_fractions: Mapping[str, Decimal]
    followed: Mapping[str, frozenset[str]]
    counting: frozenset[str]
    half: frozenset[str]
    half_before: frozenset[str]
    half_after: frozenset[str]
    spaced: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    of: frozenset[str]
    loose: frozenset[str]
    couples: frozenset[str]
    shares: frozenset[str]
    share_verbs: frozenset[str]
    clauses: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinals: frozenset[str]
    metric: frozenset[str]
    one: OneLexicon
    starts: frozenset[str]
    continuing: frozenset[str]

    @property
    def numerals(self) -> frozenset[str]:
        """The words that are numbers and nothing else: units and tens but for "one"."""
        return frozenset({*self.units, *self.tens}) - self.one.words


@cache
def lexicon(language: Language) -> NumberLexicon:
    """The language's number words."""
    raw: Mapping[str, Any] = language.section("numbers")

    def values(*path: str) -> dict[str, Decimal]:
        table: Any = raw
        for name in path:
            table = table.get(name, {})
        return {word: Decimal(value) for word, value in table.items()}

    def held(table: str, name: str) -> frozenset[str]:
        return frozenset(raw.get(table, {}).get(name, ()))

    conjunctions = held("words", "and")
    units, tens, scales, vague = values("units"), values("tens"), values("scales"), values("vague")
    signs, singular, plural = values("signs"), values("fractions", "one"), values("fractions", "many")
    return NumberLexicon(
        units=units,
        tens=tens,
        scales=scales,
        suffixes=values("suffixes"),
        vague=vague,
        signs=signs,
        singular_fractions=singular,
        plural_fractions=plural,
        followed={word: frozenset(words) for word, words in raw.get("followed", {}).items()},
        half=held("half", "words"),
        counting=held("counting", "words"),
        half_before=held("half", "before"),
        half_after=held("half", "after"),
        spaced=held("words", "spaced"),
        articles=held("words", "articles"),
        conjunctions=conjunctions,
        of=held("words", "of"),
        loose=held("words", "loose"),
        couples=held("words", "couples"),
        shares=held("words", "shares"),
        share_verbs=held("words", "share_verbs"),
        clauses=held("words", "clauses"),
        ordinal_endings=held("words", "ordinal_endings"),
        ordinals=held("words", "ordinals"),
        metric=held("words", "metric"),
        one=_one(raw),
        starts=frozenset([*units, *tens, *scales, *vague, *signs, *singular, *plural]) | held("words", "ordinals"),
        continuing=conjunctions.union(scales, vague, singular, plural),
    )


def _one(raw: Mapping[str, Any]) -> OneLexicon:
    table = raw.get("one", {})
    return OneLexicon(
        words=frozenset(raw.get("words", {}).get("one", ())),
        never=frozenset(table.get("never", ())),
        unless_noun=frozenset(table.get("unless_noun", ())),
        before=frozenset(table.get("before", ())),
        determiners=frozenset(table.get("determiners", ())),
        participles=tuple(table.get("participles", ())),
        superlatives=frozenset(table.get("superlatives", ())),
        no_superlatives=frozenset(table.get("no_superlatives", ())),
        superlative_ending=table.get("superlative_ending", "\0"),
    )
