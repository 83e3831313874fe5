"""What numbers may be counted in besides things: money, percentages, distances, times; from a language's `units.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from headwater.language.loading import Language

__all__ = ["Named", "UnitLexicon", "lexicon"]

Named = tuple[tuple[str, ...], str]
"""The words of a unit's name, and its code."""


@dataclass(frozen=True)
class UnitLexicon:
    """Units behind a number by their first word, longest names first; money in front of it by the sign as written."""

    after: Mapping[str, tuple[Named, ...]]
    before: Mapping[str, str]
    money: frozenset[str]


@cache
def lexicon(language: Language) -> UnitLexicon:
    """The language's units and currencies."""
    raw: Mapping[str, Any] = language.section("units")
    after = [(name, unit["code"]) for unit in raw.get("unit", ()) for name in unit["names"]]
    before: dict[str, str] = {}
    for money in raw.get("currency", ()):
        code, symbols = money["code"], money.get("symbols", ())
        after += [(name.lower(), code) for name in (*money.get("names", ()), *symbols, code)]
        before |= dict.fromkeys((*symbols, code), code)
    return UnitLexicon(_by_first_word(after), before, frozenset(money["code"] for money in raw.get("currency", ())))


def _by_first_word(entries: list[tuple[str, str]]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, list[Named]] = {}
    for text, code in entries:
        words = tuple(text.split())
        found.setdefault(words[0], []).append((words, code))
    return {word: tuple(sorted(names, key=lambda entry: -len(entry[0]))) for word, names in found.items()}
