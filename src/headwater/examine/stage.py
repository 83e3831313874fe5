"""Reports, figures, datings, measures and links → findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

# Importing a module of rules registers them.
from headwater.examine import (
    between_ages,
    between_bodies,
    between_counts,
    between_days,
    between_events,
    between_gaps,
    between_names,
    between_none,
    between_parts,
    between_properties,
    between_speakers,
    between_words,
    inside_dates,
    inside_figures,
    inside_lists,
    inside_money,
    inside_spans,
)
from headwater.examine.account import Account
from headwater.examine.by_event import Beside, side_by_side
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Scope, rules
from headwater.language import Language
from headwater.model import Event, Extraction, Finding, Level, Measure, Report
from headwater.model.ports import Memory, forgetful

__all__ = ["MODULES", "VERSION", "examine"]

VERSION = "11"
MODULES = (
    inside_dates,
    inside_figures,
    inside_lists,
    inside_money,
    inside_spans,
    between_ages,
    between_bodies,
    between_counts,
    between_days,
    between_events,
    between_gaps,
    between_names,
    between_none,
    between_parts,
    between_properties,
    between_speakers,
    between_words,
)

Findings = tuple[Finding, ...]
_LEVELS = {level: place for place, level in enumerate(Level)}


def examine(
    reports: Sequence[Report],
    extractions: Mapping[str, Extraction],
    measures: Sequence[Measure],
    events: Sequence[Event],
    language: Language,
    memory: Memory = forgetful,
) -> tuple[Finding, ...]:
    """All findings, those that ask most of a reader first; within a level by document and place.

    Args:
        reports: in any order.
        extractions: what each report says, by document.
        measures: of all reports; what stands behind their readings does not matter here.
        events: that the figures belong to.
        language: that the reports are written in.
        memory: of earlier runs; what was found inside a report is taken from it, and between the reports on an event where they and
            the measures are the same.
    """
    accounts = {
        report.document: Account(report, extractions[report.document], language)
        for report in sorted(reports, key=lambda one: one.document)
    }
    found = {finding.id: finding for finding in _findings(accounts, measures, events, language, memory)}
    return tuple(sorted(found.values(), key=_rank))


def _findings(
    accounts: Mapping[str, Account],
    measures: Sequence[Measure],
    events: Sequence[Event],
    language: Language,
    memory: Memory,
) -> Iterator[Finding]:
    marks = {document: memory.marks.get(document, "") for document in accounts}
    inside = memory.each("inside", Findings, lambda document: _of("inside", accounts[document]), marks)
    yield from chain.from_iterable(inside.values())
    for beside in side_by_side(accounts, measures, events):
        rests_on = (beside.event, [(one.document, marks[one.document]) for one in beside.accounts], beside.measures)
        spans = [(event.id, event.span) for event in beside.events]
        yield from memory.made("between", Findings, partial(_between, beside, language), *rests_on, spans)
    yield from _of("events", Comparison(list(accounts.values()), measures, events, language))


def _between(beside: Beside, language: Language) -> Findings:
    return _of("between", Comparison(beside.accounts, beside.measures, beside.events, language, beside.event))


def _of(scope: Scope, subject: Account | Comparison) -> Findings:
    return tuple(finding for one in rules(scope) for finding in one.findings(subject))


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.spans[0]
    return _LEVELS[finding.level], finding.kind.value, first.document, first.start, finding.id
