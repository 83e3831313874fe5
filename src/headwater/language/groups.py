"""What is counted: nouns, their classes and groups, from a language's `groups.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from headwater.language.inflection import Inflection
from headwater.language.inflection import lexicon as inflection
from headwater.language.loading import Language

__all__ = ["Groups", "Noun", "lexicon"]

_UNSURE = "unsure"  # the row of words whose class is not certain
_CALLING = 6  # letters of the shortest word that is told by its ending


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A noun's class (`person`, `building`, `measure` …), its group, and whether this form is a plural."""

    kind: str
    group: str
    plural: bool


class Setting(msgspec.Struct, frozen=True):
    """A group that goes by the name of another in reports with one of the words, but for sentences with one of `never`."""

    group: str
    name: str
    words: frozenset[str]
    never: frozenset[str]


class Groups(msgspec.Struct, frozen=True):
    """Nouns by their forms; a noun of two words is keyed by both. `heads` count animals: "31 head of cattle"; groups of `sexes` and ages make up people; `areas` measure land. `modified` gives the group of modifier and head.

    `classes` has the class of many more nouns, in the singular: each is a group of its own.
    """

    nouns: Mapping[str, Noun]
    modified: Mapping[tuple[str, str], str]
    partitives: frozenset[str]
    others: frozenset[str]
    heads: frozenset[str]
    sexes: frozenset[str]
    areas: frozenset[str]
    pronouns: frozenset[str]
    demonyms: tuple[str, ...]
    callings: tuple[str, ...]
    inflect: Inflection
    classes: Mapping[str, str]
    settings: Sequence[Setting] = ()

    def kind(self, head: str, one: str | None = None) -> str:
        """The class of a head noun that is not listed; empty where it is not known. `one` is its singular, where that is known already.

        A word that no list has and that ends like a calling is a person: "two deminers".
        """
        one = self.inflect.singular(head) if one is None else one
        known = self.classes.get(head) or self.classes.get(one)
        if known is None and len(one) >= _CALLING and one.endswith(self.callings):
            return "person"
        return "" if known in (None, _UNSURE) else known

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
            group = entry.get("name") or word.rpartition(" ")[2]  # "train driver" counts drivers
            many = inflect.plural(word)
            one = inflect.singular(word)
            plural = many == word or (one != word and one in entry["words"])
            nouns.setdefault(word, Noun(entry["class"], group, plural))
            nouns.setdefault(many, Noun(entry["class"], group, True))
        for modifier in entry.get("modifiers", ()):
            modified |= {(modifier, head): entry["name"] for head in entry.get("heads", ())}
    words = {
        key: frozenset(data.get(key, {}).get("words", ()))
        for key in ("partitive", "others", "heads", "sexes", "areas", "pronouns")
    }
    partitives = words["partitive"] | {inflect.plural(word) for word in words["partitive"]}
    return Groups(
        nouns,
        modified,
        partitives,
        words["others"],
        words["heads"],
        words["sexes"],
        words["areas"],
        words["pronouns"],
        tuple(data.get("demonym", {}).get("endings", ())),
        tuple(data.get("calling", {}).get("endings", ())),
        inflect,
        {word: kind for kind, *words in map(str.split, language.lines("nouns")) for word in words},
        tuple(
            Setting(row["group"], row["name"], frozenset(row["words"]), frozenset(row.get("never", ())))
            for row in data.get("setting", ())
        ),
    )
