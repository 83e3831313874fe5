"""The words by which the parts of a clause are known, from a language's `frames.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.language.inflection import Inflection
from headwater.language.inflection import lexicon as inflection
from headwater.language.loading import Language

__all__ = ["Frames", "lexicon"]

Words = tuple[str, ...]


class Frames(msgspec.Struct, frozen=True):
    """Closed word classes and the words of constructions; `closed` maps a word to its class, the first one named."""

    closed: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    adverb_endings: Words
    verb_endings: Words
    not_adverbs: frozenset[str]
    ing: Words
    participles: Words
    not_verbs: frozenset[str]
    rather_nouns: frozenset[str]
    adjectives: frozenset[str]
    verbs: frozenset[str]
    report: frozenset[str]
    unreal: frozenset[str]
    trying: frozenset[str]
    toll_verbs: frozenset[str]
    toll_prepositions: frozenset[str]
    passed: frozenset[str]
    toll_names: frozenset[str]
    spread: frozenset[str]
    changes: Mapping[str, tuple[Words, ...]]
    change_ends: frozenset[str]
    counters: frozenset[str]
    spoken: frozenset[Words]
    part_markers: Mapping[str, tuple[Words, ...]]
    joining: Mapping[str, tuple[Words, ...]]
    remaining: frozenset[str]
    knowing: frozenset[str]
    fates: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    explanations: Mapping[str, str]


_ORDER = (
    "no", "nobody", "negation", "be", "get", "have", "do", "modal", "determiner", "possessive",
    "relative", "conjunction", "subordinator", "preposition", "pronoun", "adverb",
)  # fmt: skip


@cache
def lexicon(language: Language) -> Frames:
    """The language's grammar words."""
    data = language.section("frames")
    closed, verbs, passing = data.get("closed", {}), data.get("verbs", {}), data.get("passing", {})
    toll, parts = data.get("toll", {}), data.get("parts", {})
    inflect = inflection(language)
    words = {name: frozenset(row) for name, row in closed.items()}
    kinds: dict[str, str] = {}
    for name in _ORDER:
        for word in sorted(words.get(name, ())):
            kinds.setdefault(word, name)
    return Frames(
        closed=kinds,
        words=words,
        adverb_endings=tuple(closed.get("adverb_ending", ())),
        verb_endings=tuple(verbs.get("endings", ())),
        ing=tuple(verbs.get("progressive", ())),
        participles=tuple(verbs.get("participles", ())),
        not_adverbs=words.get("not_adverb", frozenset()),
        not_verbs=frozenset(verbs.get("not_verbs", ())),
        rather_nouns=frozenset(verbs.get("rather_nouns", ())),
        adjectives=frozenset(verbs.get("adjectives", ())),
        verbs=frozenset(verbs.get("irregular", ()))
        | _all_forms(toll.get("spread", ()), inflect)
        | _all_forms(passing.get("control", ()), inflect),
        report=_all_forms(passing.get("report", ()), inflect),
        unreal=_all_forms(passing.get("unreal", ()), inflect),
        trying=_all_forms(passing.get("trying", ()), inflect),
        toll_verbs=_all_forms(toll.get("verbs", ()), inflect),
        toll_prepositions=frozenset(toll.get("prepositions", ())),
        passed=_all_forms(toll.get("passed", ()), inflect).union(toll.get("beyond", ())),
        toll_names=frozenset(form for name in toll.get("names", ()) for form in (name, inflect.plural(name))),
        spread=_all_forms(toll.get("spread", ()), inflect),
        changes=_by_last(toll.get("changes", ())),
        change_ends=frozenset(toll.get("change_ends", ())),
        counters=_all_forms(toll.get("counters", ()), inflect),
        spoken=frozenset(
            (form, preposition)
            for verb, preposition in (phrase.split(" ") for phrase in toll.get("spoken", ()))
            for form in _all_forms([verb], inflect)
        ),
        part_markers=_by_first(sorted(parts.get("markers", ()), key=lambda row: -row.count(" "))),
        joining=_by_first(closed.get("joining", ())),
        remaining=frozenset(parts.get("remaining", ())),
        knowing=frozenset(parts.get("knowing", ())) | _all_forms(parts.get("knowing_verbs", ()), inflect),
        fates={name: frozenset(row) for name, row in sorted(data.get("fates", {}).items())},
        beside={name: frozenset(row) for name, row in sorted(data.get("fates_beside", {}).items())},
        explanations=data.get("explain", {}),
    )


def _all_forms(lemmas: Any, inflect: Inflection) -> frozenset[str]:
    forms = [inflect.verb(lemma) for lemma in lemmas]
    return frozenset(word for row in forms for word in (row.base, row.third, row.past, row.participle, row.ing))


def _by_first(phrases: Any) -> dict[str, tuple[Words, ...]]:
    rows = [tuple(phrase.split(" ")) for phrase in phrases]
    return {first: tuple(row for row in rows if row[0] == first) for first in sorted({row[0] for row in rows})}


def _by_last(phrases: Any) -> dict[str, tuple[Words, ...]]:
    rows = [tuple(phrase.split(" ")) for phrase in phrases]
    return {last: tuple(row for row in rows if row[-1] == last) for last in sorted({row[-1] for row in rows})}
