"""What people decided, laid over what was read: before events are told apart, and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from headwater.case.decided_case import by_document, facts, scoped, with_facts, with_moved
from headwater.case.decided_groups import grouped
from headwater.case.decisions import Decided, decide
from headwater.case.journal import live
from headwater.case.memory import mark
from headwater.extract import stage as extracting
from headwater.language import available, load
from headwater.model import GROUPING, Decision, Extraction, Regrouping, Report
from headwater.settings import Settings

__all__ = ["Reviewed", "marked", "review"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Reports and what they say, as people decided it.

    `held` are the decisions that hold, in order; `orphans` those of them that no longer find their words or their report;
    `parents` the parent that people set of a report, by document; `groups` what they merged and split.
    """

    reports: tuple[Report, ...]
    extractions: Mapping[str, Extraction]
    scopes: Mapping[str, Mapping[str, Mapping[str, Any]]]
    parents: dict[str, str | None]
    held: tuple[Decision, ...]
    orphans: tuple[Decision, ...]
    groups: tuple[Regrouping, ...] = ()

    def after_events(
        self, main: Mapping[str, str | None], extractions: Mapping[str, Extraction]
    ) -> Mapping[str, Extraction]:
        """What reports say, with the place, time and background that people set, once events have been told apart."""
        changed = {
            document: replace(
                extractions[document], figures=scoped(extractions[document].figures, scopes, main.get(document))
            )
            for document, scopes in self.scopes.items()
        }
        return {**extractions, **changed}


def review(
    reports: Sequence[Report], extractions: Mapping[str, Extraction], decisions: Iterable[Decision], settings: Settings
) -> Reviewed:
    """The reports and what they say with all decisions laid over them; a report without decisions stays as it is.

    Where people set when a report was published it is read anew, since "Tuesday" then is another day.
    """
    held = live(decisions)
    on = by_document(held)
    said = {report.document: facts(on.get(report.document, ())) for report in reports}
    reports = tuple(with_facts(report, said[report.document]) for report in reports)
    found = dict(extractions)
    scopes: dict[str, Mapping[str, Mapping[str, Any]]] = {}
    documents = {report.document for report in reports}
    alone = (decision for decision in held if decision.action not in GROUPING)
    orphans = [decision for decision in alone if decision.document not in documents]
    for report in reports:
        if report.document not in on:
            continue
        if "published" in said[report.document]:
            found[report.document] = _read_anew(report, found[report.document], settings)
        extraction = found[report.document]
        decided = decide(report, extraction.figures, on[report.document])
        found[report.document] = _laid_over(extraction, decided)
        scopes[report.document] = decided.scopes
        orphans += decided.orphans
    texts = {report.document: report.text for report in reports}
    groups = grouped(held, {document: one.figures for document, one in found.items()}, texts)
    orphans += groups.orphans
    parents = {document: facts["parent"] for document, facts in said.items() if "parent" in facts}
    return Reviewed(reports, found, scopes, parents, tuple(held), tuple(orphans), groups.said)


def marked(
    reviewed: Reviewed, reports: Sequence[Report], extractions: Mapping[str, Extraction], marks: Mapping[str, str]
) -> dict[str, str]:
    """For each document a hash of what it says by itself: the mark of what was read, or, where people decided on it, of the result.

    Args:
        reviewed: the reports as decided.
        reports: those that were reviewed, in the same order.
        extractions: what they say as it was read.
        marks: of what was read, by document.
    """
    found = {}
    for before, report in zip(reports, reviewed.reports, strict=True):
        name = report.document
        untouched = report is before and reviewed.extractions[name] is extractions[name]
        found[name] = marks[name] if untouched else mark(marks[name], report, reviewed.extractions[name])
    return found


def _read_anew(report: Report, extraction: Extraction, settings: Settings) -> Extraction:
    code = report.language or settings.language
    return extracting.extract(report, load(code), settings) if code in available() else extraction


def _laid_over(extraction: Extraction, decided: Decided) -> Extraction:
    figures = decided.figures
    statements = with_moved(extraction.statements, decided.moved, figures)
    return replace(extraction, figures=figures, statements=statements)
