"""What numbers may be counted in besides things: money, percentages, distances, times; from a language's `units.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["Named", "UnitLexicon", "lexicon"]

Named = tuple[tuple[str, ...], str]
"""The words of a unit's name, and its code."""


class UnitLexicon(msgspec.Struct, frozen=True):
    """Units behind a number by their first word, longest names first, or by a symbol as written.

    `before` has the signs of money in front of a number, `codes` its codes on either side, in text that is not all
    capitals; `fronts` are all these and what they may end with: one of them is right before money. `times` are the codes of lengths of time; `decimal` those that go with a decimal fraction only. `ages` are
    the words that make what follows an age, by their last word; `behind_ages` may follow an age between commas, `places`
    come before the name of a place; `counted_of` behind one of `of` are those that a number counts some of; behind
    `followed` a row of names with numbers in brackets goes on from a count.
    """

    after: Mapping[str, tuple[Named, ...]]
    symbols: Mapping[str, str]
    times: frozenset[str]
    before: Mapping[str, str]
    codes: Mapping[str, str]
    fronts: frozenset[str]
    money: frozenset[str]
    decimal: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    ages: Mapping[str, tuple[tuple[str, ...], ...]]
    behind_ages: frozenset[str]
    places: frozenset[str]
    joins: frozenset[str]
    counted_of: frozenset[str]
    followed: frozenset[tuple[str, ...]]


@cache
def lexicon(language: Language) -> UnitLexicon:
    """The language's units and currencies."""
    raw: Mapping[str, Any] = language.section("units")
    after = [(name, unit["code"]) for unit in raw.get("unit", ()) for name in unit["names"]]
    before: dict[str, str] = {}
    for money in raw.get("currency", ()):
        code, symbols = money["code"], money.get("symbols", ())
        after += [(name.lower(), code) for name in (*money.get("names", ()), *symbols)]
        before |= dict.fromkeys(symbols, code)
    words = raw.get("words", {})
    codes = {money["code"] for money in raw.get("currency", ())}
    ages: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in map(str.split, words.get("ages", ())):
        ages[phrase[-1]] = (*ages.get(phrase[-1], ()), tuple(phrase))
    return UnitLexicon(
        after=_by_first_word(after),
        symbols={symbol: unit["code"] for unit in raw.get("unit", ()) for symbol in unit.get("symbols", ())},
        times=frozenset(unit["code"] for unit in raw.get("unit", ()) if unit.get("time")),
        before=before,
        codes={code: code for code in codes - set(words.get("not_codes", ()))},
        fronts=frozenset(sign[at:] for sign in before for at in range(len(sign))) | codes,
        money=frozenset(codes),
        decimal=frozenset(unit["code"] for unit in raw.get("unit", ()) if unit.get("decimal")),
        of=frozenset(words.get("of", ())),
        articles=frozenset(words.get("articles", ())),
        ages=ages,
        behind_ages=frozenset(words.get("behind_ages", ())),
        places=frozenset(words.get("places", ())),
        joins=frozenset(words.get("joins", ())),
        counted_of=frozenset(words.get("counted_of", ())),
        followed=frozenset(tuple(phrase.split()) for phrase in words.get("followed", ())),
    )


def _by_first_word(entries: list[tuple[str, str]]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, list[Named]] = {}
    for text, code in entries:
        words = tuple(text.split())
        found.setdefault(words[0], []).append((words, code))
    return {word: tuple(sorted(names, key=lambda entry: -len(entry[0]))) for word, names in found.items()}
