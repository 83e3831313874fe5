"""The list of reports, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.inline import Letter
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.columns import column
from headwater.model import Problem

__all__ = ["Library", "Listed", "library"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One report in the list."""

    letter: Letter
    name: str
    title: str
    when: str
    figures: int


@dataclass(frozen=True, slots=True)
class Library:
    """All reports, in the page's order, and all problems."""

    reports: tuple[Listed, ...]
    problems: tuple[Problem, ...]


def library(lookup: Lookup) -> Library:
    """The list of a case's reports."""
    listed = []
    for report in lookup.reports:
        head = column(report.document, lookup)
        count = len(lookup.figures_of.get(report.document, ()))
        listed.append(Listed(head.letter, head.name, report.title or "", head.when, count))
    return Library(tuple(listed), lookup.contents.problems)
