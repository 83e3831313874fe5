"""A case's records by id and by report, found and never changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from headwater.dossier.paragraphs import Paragraphs
from headwater.grammar.cells import headings
from headwater.model import (
    Attribution,
    BlockKind,
    Contents,
    Dating,
    Event,
    Figure,
    Finding,
    Link,
    Measure,
    Report,
    Span,
    Statement,
)
from headwater.model.ordering import is_background, is_mixed, main_event, main_events

__all__ = ["Records"]


@dataclass(frozen=True)
class Records:
    """Records of a case by id and by report, each index made when it is first asked for."""

    contents: Contents

    @cached_property
    def about(self) -> Counter[str]:
        """The events that reports are mainly about, by id, and how many reports each."""
        return main_events(self.contents)

    @cached_property
    def main_event(self) -> Event | None:
        """The event that most reports are mainly about."""
        return main_event(self.contents)

    @cached_property
    def is_mixed(self) -> bool:
        """Whether no one event holds the reports together."""
        return is_mixed(self.contents)

    @cached_property
    def foreground(self) -> list[Measure]:
        """The measures of events that some report is about, and of no event; those told as background only are left out."""
        return [one for one in self.contents.collation if not is_background(one, self.figure, self.about)]

    @cached_property
    def report(self) -> dict[str, Report]:
        """Reports by document."""
        return {report.document: report for report in self.contents.reports}

    @cached_property
    def figure(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.contents.figures}

    @cached_property
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.contents.events}

    @cached_property
    def measure_of(self) -> dict[str, Measure]:
        """The measure that each figure belongs to, by the figure's id."""
        return {figure: measure for measure in self.contents.collation for figure in measure.figures}

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """Figures by document, in text order."""
        return _by_document(sorted(self.contents.figures, key=lambda figure: (figure.start, figure.end, figure.id)))

    def figures_between(self, document: str, start: int, end: int) -> list[Figure]:
        """A report's figures that begin in `[start, end)`."""
        listed = self.figures_of.get(document, [])
        first, last = (bisect_left(listed, place, key=lambda figure: figure.start) for place in (start, end))
        return listed[first:last]

    @cached_property
    def attributions_of(self) -> dict[str, list[Attribution]]:
        """Attributions by document, in text order."""
        return _by_document(self.contents.attributions)

    @cached_property
    def datings_of(self) -> dict[str, list[Dating]]:
        """Datings by document, in text order."""
        return _by_document(self.contents.datings)

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """Statements by document, in text order."""
        return _by_document(self.contents.statements)

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """Links by each of their two documents."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.contents.links:
            found[link.a].append(link)
            found[link.b].append(link)
        return found

    @cached_property
    def findings_of(self) -> dict[str, list[Finding]]:
        """Findings by each document that they rest on."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.contents.findings:
            for document in dict.fromkeys(span.document for span in finding.spans):
                found[document].append(finding)
        return found

    @cached_property
    def findings_on(self) -> dict[str, list[Finding]]:
        """Findings by each figure that they are about."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.contents.findings:
            for name in finding.figures:
                found[name].append(finding)
        return found

    @cached_property
    def headings(self) -> dict[str, list[tuple[Span, Span]]]:
        """The cells of each report's tables with the words that name their columns."""
        return {report.document: headings(report.text, report.blocks) for report in self.contents.reports}

    @cached_property
    def paragraphs(self) -> dict[str, Paragraphs]:
        """The numbered paragraphs of each report."""
        return {report.document: Paragraphs.of(report) for report in self.contents.reports}

    def is_furniture(self, document: str, place: int) -> bool:
        """Whether a place of a report's text stands in page furniture."""
        blocks = self.report[document].blocks
        number = bisect_right(blocks, place, key=lambda block: block.start) - 1
        return number >= 0 and place < blocks[number].end and blocks[number].kind is BlockKind.CHROME

    @property
    def examined(self) -> bool:
        """Whether rules of findings have run on the case."""
        return bool(self.contents.findings) or any("examine" in stage for stage in self.contents.manifest.stages)


class _InReport(Protocol):
    @property
    def document(self) -> str: ...


_Record = TypeVar("_Record", bound=_InReport)


def _by_document(records: Iterable[_Record]) -> dict[str, list[_Record]]:
    found: dict[str, list[_Record]] = defaultdict(list)
    for record in records:
        found[record.document].append(record)
    return found
