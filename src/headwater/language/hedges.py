"""The words that bound a number, from a language's `hedges.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from headwater.language.loading import Language
from headwater.model import Hedge

__all__ = ["HedgeLexicon", "Phrase", "lexicon"]

Phrase = tuple[str, ...]
_T = TypeVar("_T")


class HedgeLexicon(msgspec.Struct, frozen=True):
    """Hedges by the word they are looked up with, longest first.

    `before` is keyed by a phrase's last word, since it is read leftward from the number; `after` by its first.
    `fillers` (by last word) may stand between hedge and number, `strength` (by last word) in front of a hedge.
    `particles` gives, by a hedge of one word, the verbs that it belongs to rather than to a number ("handed over 20").
    Behind one of `verbs`, past `articles`, a number is `called` a bound ("represents a minimum"), but before one of `measures`.
    """

    before: Mapping[str, tuple[tuple[Phrase, Hedge], ...]]
    after: Mapping[str, tuple[tuple[Phrase, Hedge], ...]]
    fillers: Mapping[str, tuple[tuple[Phrase, None], ...]]
    strength: Mapping[str, tuple[tuple[Phrase, None], ...]]
    to: frozenset[str]
    openers: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    alternatives: frozenset[str]
    change: frozenset[str]
    leading: frozenset[str]
    counts: frozenset[str]
    steps: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    called: Mapping[str, Hedge]
    verbs: frozenset[str]
    articles: frozenset[str]
    measures: frozenset[str]


def _index(entries: Iterable[tuple[str, _T]], key: int) -> dict[str, tuple[tuple[Phrase, _T], ...]]:
    found: dict[str, list[tuple[Phrase, _T]]] = {}
    for text, meaning in entries:
        phrase = tuple(text.split())
        found.setdefault(phrase[key], []).append((phrase, meaning))
    return {word: tuple(sorted(phrases, key=lambda entry: -len(entry[0]))) for word, phrases in found.items()}


def _hedges(table: Mapping[str, list[str]]) -> list[tuple[str, Hedge]]:
    return [(phrase, Hedge(name)) for name, phrases in table.items() for phrase in phrases]


@cache
def lexicon(language: Language) -> HedgeLexicon:
    """The language's hedges and range words."""
    raw: Mapping[str, Any] = language.section("hedges")
    words, ranges = raw.get("words", {}), raw.get("ranges", {})

    def held(name: str) -> frozenset[str]:
        return frozenset(ranges.get(name, ()))

    return HedgeLexicon(
        before=_index(_hedges(raw.get("before", {})), -1),
        after=_index(_hedges(raw.get("after", {})), 0),
        fillers=_index(((phrase, None) for phrase in words.get("between", ())), -1),
        strength=_index(((phrase, None) for phrase in words.get("strength", ())), -1),
        to=held("to"),
        openers=held("from"),
        between=held("between"),
        conjunctions=held("and"),
        alternatives=held("or"),
        change=held("change"),
        leading=held("leading"),
        counts=held("counts"),
        steps=held("steps"),
        called={word: Hedge(name) for name in ("at_least", "up_to") for word in raw.get("called", {}).get(name, ())},
        verbs=frozenset(raw.get("called", {}).get("verbs", ())),
        articles=frozenset(raw.get("called", {}).get("articles", ())),
        measures=frozenset(raw.get("called", {}).get("measures", ())),
        particles={word: frozenset(verbs) for word, verbs in raw.get("particles", {}).items()},
    )
