"""What is counted: nouns, their classes and groups, from a language's `groups.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from headwater.language.inflection import Inflection
from headwater.language.inflection import lexicon as inflection
from headwater.language.loading import Language

__all__ = ["Groups", "Noun", "lexicon"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun's class (`person`, `building`, `measure` …), its group, and whether this form is a plural."""

    kind: str
    group: str
    plural: bool


@dataclass(frozen=True)
class Groups:
    """Nouns by their forms; a noun of two words is keyed by both. `modified` gives the group of modifier and head."""

    nouns: Mapping[str, Noun]
    modified: Mapping[tuple[str, str], str]
    partitives: frozenset[str]
    others: frozenset[str]
    pronouns: frozenset[str]
    demonyms: tuple[str, ...]
    inflect: Inflection

    def group(self, head: str) -> str:
        """The group that a head noun is listed under; an unknown one is its own singular."""
        noun = self.nouns.get(head)
        return noun.group if noun else self.inflect.singular(head)


@cache
def lexicon(language: Language) -> Groups:
    """The language's nouns for what is counted."""
    data = language.section("groups")
    inflect = inflection(language)
    nouns: dict[str, Noun] = {}
    modified: dict[tuple[str, str], str] = {}
    for entry in data.get("group", ()):
        for word in entry["words"]:
            group = entry.get("name", word)
            many = inflect.plural(word)
            nouns.setdefault(word, Noun(entry["class"], group, many == word))
            nouns.setdefault(many, Noun(entry["class"], group, True))
        for modifier in entry.get("modifiers", ()):
            modified |= {(modifier, head): entry["name"] for head in entry.get("heads", ())}
    words = {key: frozenset(data.get(key, {}).get("words", ())) for key in ("partitive", "others", "pronouns")}
    partitives = words["partitive"] | {inflect.plural(word) for word in words["partitive"]}
    return Groups(
        nouns,
        modified,
        partitives,
        words["others"],
        words["pronouns"],
        tuple(data.get("demonym", {}).get("endings", ())),
        inflect,
    )
