"""Credits: a report that names another of the set, in a credit line or as who said something, and reports that name the same third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import regex

from headwater.language import Language
from headwater.language.credits import lexicon
from headwater.model import Attribution, Credit, CreditRelation, Figure, Report

__all__ = [
    "Crediting",
    "Naming",
    "Third",
    "credited",
    "meant",
    "named_only",
    "outlets",
    "plain",
    "thirds",
    "with_sayings",
]

CROWD = 100
"""Reports that may name one third party, or that a publisher may have, before it is too common to bring them together."""


class Crediting(NamedTuple):
    """A report (`by`) that names another's publisher (`of`) as where its text or knowledge is from."""

    of: str
    by: str
    credit: Credit


class Third(NamedTuple):
    """Reports that name one agent who publishes none of them, each with the words that do."""

    agent: str
    credits: Mapping[str, Credit]


class Naming(NamedTuple):
    """Who names whom, by the document that names: reports, others that name the same third, and reports with their share."""

    named: Mapping[str, Sequence[str]]
    thirds: Mapping[str, Collection[str]]
    told: Mapping[str, Sequence[tuple[str, float]]]

    @classmethod
    def of(cls, named: Iterable[Crediting], thirds: Iterable[Third], told: Mapping[tuple[str, str], float]) -> Naming:
        """The same, from lists."""
        by: dict[str, list[str]] = defaultdict(list)
        also: dict[str, set[str]] = defaultdict(set)
        share: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for item in named:
            by[item.by].append(item.of)
        for third in thirds:
            for document in third.credits:
                also[document].update(other for other in third.credits if other != document)
        for (of, naming), value in told.items():
            share[naming].append((of, value))
        return cls(by, also, share)


def naming(reports: Iterable[Report]) -> set[str]:
    """The reports that name anyone but their own publisher: whose kin `credited` and `meant` ask for."""
    own = ((report, plain(report.publisher or "")) for report in reports)
    return {report.document for report, name in own if any(plain(credit.agent) != name for credit in report.credits)}


def credited(reports: Sequence[Report], kin: Mapping[str, Collection[str]]) -> list[Crediting]:
    """Who names whom among the reports; whoever names its own publisher names nobody.

    Who names the publisher of several means those that it shares words with (`kin`), if there are any; of a publisher with
    very many reports nobody can tell which else is meant.
    """
    by_publisher: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if name := plain(report.publisher or ""):
            by_publisher[name].add(report.document)
    found = []
    for report in reports:
        for credit in report.credits:
            name = plain(credit.agent)
            if name == plain(report.publisher or ""):
                continue
            ones = by_publisher.get(name, set()) - {report.document}
            chosen = ones.intersection(kin.get(report.document, ())) or (ones if len(ones) <= CROWD else ())
            found += [Crediting(of, report.document, credit) for of in chosen]
    return sorted(set(found), key=lambda item: (item.of, item.by, item.credit.start))


def thirds(reports: Sequence[Report]) -> list[Third]:
    """The agents whom two and more reports name and who publish none of the reports; bylines aside."""
    publishers = {plain(report.publisher or "") for report in reports}
    named: dict[str, dict[str, Credit]] = defaultdict(dict)
    for report in sorted(reports, key=lambda report: report.document):
        for credit in report.credits:
            name = plain(credit.agent)
            if name and name not in publishers and credit.relation is not CreditRelation.BY:
                named[name].setdefault(report.document, credit)
    return [
        Third(min(credit.agent for credit in given.values()), given)
        for _, given in sorted(named.items())
        if 1 < len(given) <= CROWD
    ]


def outlets(publishers: Iterable[str], language: Language) -> frozenset[str]:
    """The publishers that are outlets by the words of their names, as names are compared."""
    is_outlet = lexicon(language).is_outlet
    return frozenset(plain(name) for name in publishers if is_outlet(name))


def with_sayings(
    reports: Sequence[Report], said: Mapping[str, Sequence[Attribution]], publishers: Container[str]
) -> list[Report]:
    """The reports, with a credit for each saying of one of some `outlets` that publish reports of the set.

    "The Harbour Post agency reports": who says it is known by the words of the name that have a capital. A ministry or a society
    that publishes as well may have said it to anyone: who quotes one names no report.
    """
    found = []
    for report in reports:
        own = plain(report.publisher or "")
        new = {
            Credit(one.source.start, one.source.end, one.source.quote, name, CreditRelation.REPORTS)
            for one in said.get(report.document, ())
            for name in map(_named, one.speaker)
            if plain(name) in publishers and plain(name) != own and not _told(name, one, report.credits)
        }
        every = sorted((*report.credits, *new), key=lambda one: (one.start, one.end, one.agent, one.relation))
        found.append(replace(report, credits=tuple(every)) if new else report)
    return found


def _told(name: str, one: Attribution, known: Sequence[Credit]) -> bool:
    """Whether a credit at the same place names the same."""
    return any(
        plain(credit.agent) == plain(name) and credit.start < one.source.end and one.source.start < credit.end
        for credit in known
    )


def _named(speaker: str) -> str:
    return " ".join(word for word in speaker.split() if word[:1].isupper() or word[:1].isdigit())


def meant(
    named: Sequence[Crediting], figures: Mapping[str, Sequence[Figure]], kin: Mapping[str, Collection[str]]
) -> list[Crediting]:
    """The credits, of several reports of one publisher those to the reports that give most of the same numbers.

    Where more than a few are left and no words are shared with them (`kin`), too many could be meant, and nobody is.
    """
    concerned = {document for item in named for document in (item.of, item.by)}
    numbers = {name: {(one.best, one.outcome) for one in figures.get(name, ())} for name in concerned}
    groups: dict[tuple[str, str], list[tuple[Crediting, int]]] = defaultdict(list)
    for item in named:
        common = len(numbers[item.of] & numbers[item.by])
        groups[item.by, plain(item.credit.agent)].append((item, common))
    found = []
    for (by, _), rows in groups.items():
        most = max(common for _, common in rows)
        left = [item for item, common in rows if common == most]
        if len({item.of for item in left}) <= FEW or any(item.of in kin.get(by, ()) for item in left):
            found += left
    return sorted(found, key=lambda item: (item.of, item.by, item.credit.start))


def named_only(named: Sequence[Crediting], texts: Container[str]) -> dict[tuple[str, str], float]:
    """The (of, by) of credits of reports that share text with nobody, and how much of the credit each has.

    A report with others' words names another for a detail; one that has its words from nobody names where it knows from. Who
    names a publisher of several reports means one of them.
    """
    by_agent: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in named:
        if item.by not in texts:
            by_agent[item.by, plain(item.credit.agent)].add(item.of)
    return {(of, by): 1 / len(ones) for (by, _), ones in by_agent.items() for of in ones}


FEW = 5
"""Reports of one publisher up to which a credit may mean each of them."""


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name without case, accents of punctuation, and article: "The A.B.C." and "abc" are one.

    >>> plain("The Harbour Post") == plain("harbour post")
    True
    """
    return str(regex.sub(r"^the\s++|[^\p{L}\p{N}]", "", name.casefold()))
