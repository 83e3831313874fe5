"""Forms of words: plurals, singulars and verb forms, from a language's `inflection.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from headwater.language.loading import Language

__all__ = ["Inflection", "VerbForms", "lexicon"]

Rules = tuple[tuple[re.Pattern[str], Any], ...]


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@dataclass(frozen=True)
class Inflection:
    """How a language inflects; a language without the section leaves words as they are."""

    irregular_plurals: Mapping[str, str]
    irregular_singulars: Mapping[str, str]
    plurals: Rules
    singulars: Rules
    irregular_verbs: Mapping[str, Sequence[str]]
    doubling: frozenset[str]
    verbs: Rules

    def plural(self, noun: str) -> str:
        """The plural of a noun; of several words, the last is inflected."""
        *before, last = noun.split(" ")
        form = self.irregular_plurals.get(last) or _apply(self.plurals, last)
        return " ".join([*before, form])

    def singular(self, noun: str) -> str:
        """The singular of a noun, as far as rules tell."""
        known = self.irregular_singulars.get(noun)
        return known or _apply(self.singulars, noun)

    def verb(self, lemma: str) -> VerbForms:
        """The forms of a verb of one word."""
        known = self.irregular_verbs.get(lemma)
        if known is None:
            stem = lemma + lemma[-1] if lemma in self.doubling else lemma
            known = _forms(self.verbs, stem)
            if stem != lemma:
                known = [_forms(self.verbs, lemma)[0], *known[1:]]
        return VerbForms(lemma, *known)


@lru_cache(maxsize=20_000)
def _apply(rules: Rules, word: str) -> str:
    for pattern, replacement in rules:
        match = pattern.fullmatch(word)
        if match:
            return match.expand(str(replacement))
    return word


def _forms(rules: Rules, lemma: str) -> list[str]:
    for pattern, forms in rules:
        match = pattern.fullmatch(lemma)
        if match:
            return [match.expand(form) for form in forms]
    return [lemma] * 4


def _rules(rows: Sequence[Sequence[Any]]) -> Rules:
    return tuple((re.compile(pattern), result) for pattern, result in rows)


@cache
def lexicon(language: Language) -> Inflection:
    """The language's inflection."""
    data = language.section("inflection")
    plural, verb = data.get("plural", {}), data.get("verb", {})
    irregular = plural.get("irregular", {})
    return Inflection(
        irregular_plurals=irregular,
        irregular_singulars={many: one for one, many in irregular.items()},
        plurals=_rules(plural.get("rules", ())),
        singulars=_rules(data.get("singular", {}).get("rules", ())),
        irregular_verbs=verb.get("irregular", {}),
        doubling=frozenset(verb.get("double", ())) - frozenset(verb.get("no_double", ())),
        verbs=_rules(verb.get("rules", ())),
    )
