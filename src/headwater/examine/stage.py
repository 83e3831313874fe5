"""Reports, figures, datings, measures and links → findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

# Importing a module of rules registers them.
from headwater.examine import (
    between_bodies,
    between_counts,
    between_days,
    between_events,
    between_gaps,
    between_names,
    between_parts,
    between_speakers,
    between_words,
    inside_dates,
    inside_figures,
    inside_money,
    inside_spans,
)
from headwater.examine.account import Account, Comparison
from headwater.examine.comparisons import comparisons
from headwater.examine.registry import rules
from headwater.language import Language
from headwater.model import Event, Extraction, Finding, Level, Measure, Report

__all__ = ["MODULES", "VERSION", "examine"]

VERSION = "5"
MODULES = (
    inside_dates,
    inside_figures,
    inside_money,
    inside_spans,
    between_bodies,
    between_counts,
    between_days,
    between_events,
    between_gaps,
    between_names,
    between_parts,
    between_speakers,
    between_words,
)


def examine(
    reports: Sequence[Report],
    extractions: Mapping[str, Extraction],
    measures: Sequence[Measure],
    events: Sequence[Event],
    language: Language,
) -> tuple[Finding, ...]:
    """All findings, those that ask most of a reader first; within a level by document and place.

    Args:
        reports: in any order.
        extractions: what each report says, by document.
        measures: of all reports.
        events: that the figures belong to.
        language: that the reports are written in.
    """
    accounts = {
        report.document: Account(report, extractions[report.document], language)
        for report in sorted(reports, key=lambda one: one.document)
    }
    found = {finding.id: finding for finding in _findings(accounts, measures, events, language)}
    return tuple(sorted(found.values(), key=_rank))


def _findings(
    accounts: Mapping[str, Account], measures: Sequence[Measure], events: Sequence[Event], language: Language
) -> Iterator[Finding]:
    for account in accounts.values():
        for one in rules("inside"):
            yield from one.findings(account)
    for case in comparisons(accounts, measures, events, language):
        for one in rules("between"):
            yield from one.findings(case)
    whole = Comparison(list(accounts.values()), measures, events, language)
    for one in rules("events"):
        yield from one.findings(whole)


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.spans[0]
    return list(Level).index(finding.level), finding.kind.value, first.document, first.start, finding.id
