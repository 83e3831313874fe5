"""Forms of words: plurals, singulars and verb forms, from a language's `inflection.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["Inflection", "VerbForms", "lexicon"]

Template = tuple[str | int, ...]
"""A form to be made: text, and the numbers of groups of the match."""


class Rules(msgspec.Struct, frozen=True, eq=False):
    """Patterns in order, each with the forms made of a word that it matches as a whole.

    All are alternatives of one expression, so that a word is matched once: each rule is a group around its own, whose number has its forms. Where all of
    them end in a letter, no rule fits a word without one of these `endings`.
    Equal to nothing but itself, so that words looked up by rules are found without comparing patterns.
    """

    pattern: re.Pattern[str]
    templates: Mapping[int | None, tuple[Template, ...]]
    endings: frozenset[str]

    def forms(self, word: str) -> list[str]:
        """The forms by the first rule that fits; none where no rule does."""
        if self.endings and word[-1:] not in self.endings:
            return []
        match = self.pattern.fullmatch(word)
        if match is None:
            return []
        # The group that closes last is the rule's own.
        return [_filled(match, template) for template in self.templates[match.lastindex]]


class VerbForms(msgspec.Struct, frozen=True, gc=False):
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


class Inflection(msgspec.Struct, frozen=True):
    """How a language inflects; a language without the section leaves words as they are."""

    irregular_plurals: Mapping[str, str]
    irregular_singulars: Mapping[str, str]
    plurals: Rules
    singulars: Rules
    irregular_verbs: Mapping[str, Sequence[str]]
    further: Mapping[str, Sequence[str]]
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


def _apply(rules: Rules, word: str) -> str:
    # Most words end in no letter of a rule; to keep them would cost more than to ask again.
    return word if rules.endings and word[-1:] not in rules.endings else _matched(rules, word)


@lru_cache(maxsize=20_000)
def _matched(rules: Rules, word: str) -> str:
    return next(iter(rules.forms(word)), word)


def _forms(rules: Rules, lemma: str) -> list[str]:
    return rules.forms(lemma) or [lemma] * 4


def _filled(match: re.Match[str], template: Template) -> str:
    return "".join([part if isinstance(part, str) else match[part] or "" for part in template])


def _rules(rows: Sequence[Sequence[Any]]) -> Rules:
    r"""The rules of the data: a pattern with one form or several, in which `\1` stands for the pattern's first group."""
    templates: dict[int | None, tuple[Template, ...]] = {}
    group = 1
    for pattern, forms in rows:
        held = [forms] if isinstance(forms, str) else forms
        templates[group] = tuple(_template(form, group) for form in held)
        group += 1 + re.compile(pattern).groups
    endings = frozenset(_ending(pattern) for pattern, _ in rows)
    endings = frozenset() if "" in endings else endings
    return Rules(re.compile("|".join(f"({pattern})" for pattern, _ in rows) or "(?!)"), templates, endings)


def _ending(pattern: str) -> str:
    r"""The letter that every word ends in that a pattern matches; empty where it does not tell.

    >>> _ending("(.*ous)"), _ending("(.*(?:ss|x))es"), _ending("(.*(?:s|x))"), _ending(r"(.*\w)")
    ('s', 's', '', '')
    """
    letter = pattern.rstrip(")")[-1:]
    chosen = "|" in pattern and pattern.endswith(")")
    return letter if letter.isalpha() and not chosen and f"\\{letter}" not in pattern else ""


def _template(form: str, group: int) -> Template:
    """A form, of which the groups are counted from that of its rule; text that is empty is left out."""
    parts = enumerate(re.split(r"\\(\d)", form))
    return tuple(int(part) + group if place % 2 else part for place, part in parts if part)


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
        further=verb.get("further", {}),
        doubling=frozenset(verb.get("double", ())) - frozenset(verb.get("no_double", ())),
        verbs=_rules(verb.get("rules", ())),
    )
