"""Credit lines: a report that names another of the set, and reports that name the same third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from headwater.model import Credit, CreditRelation, Report

__all__ = ["Crediting", "Third", "credited", "thirds"]

CROWD = 100
"""Reports that may name one third party before it is too common a source to bring them together."""


class Crediting(NamedTuple):
    """A report (`by`) that names another's publisher (`of`) as where its text or knowledge is from."""

    of: str
    by: str
    credit: Credit


class Third(NamedTuple):
    """Reports that name one agent who publishes none of them, each with the words that do."""

    agent: str
    credits: Mapping[str, Credit]


def credited(reports: Sequence[Report]) -> list[Crediting]:
    """Who names whom among the reports; whoever names its own publisher names nobody."""
    by_publisher: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if name := _plain(report.publisher or ""):
            by_publisher[name].append(report.document)
    found = []
    for report in reports:
        for credit in report.credits:
            name = _plain(credit.agent)
            if name == _plain(report.publisher or ""):
                continue
            found += [
                Crediting(of, report.document, credit) for of in by_publisher.get(name, ()) if of != report.document
            ]
    return sorted(set(found), key=lambda item: (item.of, item.by, item.credit.start))


def thirds(reports: Sequence[Report]) -> list[Third]:
    """The agents whom two and more reports name and who publish none of the reports; bylines aside."""
    publishers = {_plain(report.publisher or "") for report in reports}
    named: dict[str, dict[str, Credit]] = defaultdict(dict)
    for report in sorted(reports, key=lambda report: report.document):
        for credit in report.credits:
            name = _plain(credit.agent)
            if name and name not in publishers and credit.relation is not CreditRelation.BY:
                named[name].setdefault(report.document, credit)
    return [
        Third(min(credit.agent for credit in given.values()), given)
        for _, given in sorted(named.items())
        if 1 < len(given) <= CROWD
    ]


def _plain(name: str) -> str:
    """A name without case, accents of punctuation, and article: "The A.B.C." and "abc" are one.

    >>> _plain("The Harbour Post") == _plain("harbour post")
    True
    """
    return str(regex.sub(r"^the\s++|[^\p{L}\p{N}]", "", name.casefold()))
