"""Which groups share a measure, and which words limit a count to one side, from a language's `collation.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from headwater.language.loading import Language

__all__ = [
    "FloorWords",
    "Property",
    "SideWords",
    "alike",
    "floor_words",
    "given_before",
    "loose_parts",
    "named_by_outcome",
    "properties",
    "side_words",
    "whole_groups",
    "wide_places",
    "year_old",
]


@cache
def whole_groups(language: Language) -> frozenset[str]:
    """The groups that stand for the whole population of an event; `person` always does."""
    return frozenset(language.section("collation").get("whole", {}).get("groups", ())) | {"person"}


@cache
def named_by_outcome(language: Language) -> Mapping[str, frozenset[str]]:
    """The groups that but name those whom an outcome befell, by outcome: "74 abductees" of the abducted."""
    rows = language.section("collation").get("whole", {}).get("of", {})
    return {outcome: frozenset(groups) for outcome, groups in rows.items()}


@cache
def alike(language: Language) -> Mapping[str, str]:
    """The name under which each group that has another word for the same people is counted: "inmate" as "prisoner"."""
    rows = language.section("collation").get("alike", ())
    return {group: row["name"] for row in rows for group in row["groups"]}


@dataclass(frozen=True, slots=True)
class SideWords:
    """Verbs of the side that bore a count (loosely: forms that leave open who did), verbs of what is done to a side, words before a side, what may stand between, words of no side, the word between some and all, those that all are called, those of the rest, those that limit a count to its place, those that make it one of people known, those with which a count's words end, those that lead to its place, those of the side that speaks, what they call those that it lost, those of the other side, and what a side calls its forces."""

    bore: frozenset[str]
    bore_loosely: frozenset[str]
    inflicted: frozenset[str]
    on: frozenset[str]
    among: frozenset[str]
    between: frozenset[str]
    nobody: frozenset[str]
    of: frozenset[str]
    people: frozenset[str]
    rest: frozenset[str]
    alone: frozenset[str]
    definite: frozenset[str]
    ends: frozenset[str]
    where: frozenset[str]
    ours: frozenset[str]
    losses: frozenset[str]
    opposite: frozenset[str]
    forces: frozenset[str]


@cache
def side_words(language: Language) -> SideWords:
    """The language's words for sides; all empty where it has none."""
    data = language.section("collation").get("sides", {})
    return SideWords(*(frozenset(data.get(name, ())) for name in SideWords.__slots__))


@cache
def wide_places(language: Language) -> frozenset[str]:
    """What places are called that others lie in: "the Lorn coast", "Lorn province"; empty where the language has no such words."""
    return frozenset(language.section("collation").get("places", {}).get("wide", ()))


@dataclass(frozen=True, slots=True)
class FloorWords:
    """Verbs of those who take in some of all (a hospital, a clinic), and words with which their clause ends."""

    takes: frozenset[str]
    ends: frozenset[str]


@cache
def floor_words(language: Language) -> FloorWords:
    """The language's words for counts of those taken in; all empty where it has none."""
    data = language.section("collation").get("floors", {})
    return FloorWords(frozenset(data.get("takes", ())), frozenset(data.get("ends", ())))


@cache
def given_before(language: Language) -> tuple[str, ...]:
    """Words before a number that another has taken the place of: "earlier reports had put it at nine"."""
    return tuple(language.section("collation").get("given_before", {}).get("phrases", ()))


@cache
def loose_parts(language: Language) -> frozenset[str]:
    """Verbs before a number that may have another subject than the whole before them."""
    return frozenset(language.section("collation").get("parts", {}).get("loose", ()))


@dataclass(frozen=True, slots=True)
class Property:
    """What is measured of a happening itself: its name, phrases right before and behind the number, the largest number, and words of other happenings."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    most: Decimal
    others: frozenset[str]


@cache
def properties(language: Language) -> Sequence[Property]:
    """What the language's happenings are measured by; none where it tells of none."""
    return tuple(
        Property(row["name"], tuple(row["before"]), tuple(row["after"]), Decimal(row["most"]), frozenset(row["not"]))
        for row in language.section("collation").get("property", ())
    )


@cache
def year_old(language: Language) -> Sequence[str]:
    """What follows a number that tells an age before a name: "the 43-year-old Ana Orr"; none where the language has no such words."""
    return tuple(language.section("collation").get("ages", {}).get("old", ()))
