"""A case's records by what the page asks for, with the wording and addresses that every view needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from headwater.dossier.addresses import Addresses
from headwater.dossier.apart import words_apart
from headwater.dossier.dates import date_words, year_words
from headwater.dossier.inline import Inline, Letter, Sigla
from headwater.dossier.marks import Mark
from headwater.dossier.numerals import number_words
from headwater.dossier.order import in_reading_order
from headwater.dossier.paragraphs import Paragraphs
from headwater.dossier.wording import Wording
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
    Statement,
)
from headwater.model.ordering import is_background, is_mixed, main_event, main_events

__all__ = ["Lookup"]

_MOST_TIES = 400
_LARGE, _MOST_LETTERS, _MOST_LETTERS_OF_LARGE = 120, 40, 10


@dataclass(frozen=True)
class Lookup:
    """Records of a case by id and by report; nothing here is changed, only found."""

    contents: Contents
    wording: Wording
    addresses: Addresses = field(default_factory=Addresses)
    lines: dict[tuple[str, int], Inline] = field(default_factory=dict)
    marked: dict[str, tuple[tuple[Mark, ...], tuple[Mark, ...]]] = field(default_factory=dict)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports in the order in which the page shows them."""
        return in_reading_order(self.contents.reports, self.contents.links)

    def is_furniture(self, document: str, place: int) -> bool:
        """Whether a place of a report's text stands in page furniture."""
        blocks = self.report[document].blocks
        number = bisect_right(blocks, place, key=lambda block: block.start) - 1
        return number >= 0 and place < blocks[number].end and blocks[number].kind is BlockKind.CHROME

    @cached_property
    def about(self) -> Counter[str]:
        """The events that reports are mainly about, by id, and how many reports each."""
        return main_events(self.contents)

    @cached_property
    def foreground(self) -> list[Measure]:
        """The measures of events that some report is about, and of no event; those told as background only are left out."""
        return [one for one in self.contents.collation if not is_background(one, self.figure, self.about)]

    @cached_property
    def main_event(self) -> Event | None:
        """The event that most reports are mainly about."""
        return main_event(self.contents)

    @cached_property
    def is_mixed(self) -> bool:
        """Whether no one event holds the reports together."""
        return is_mixed(self.contents)

    @cached_property
    def report(self) -> dict[str, Report]:
        """Reports by document."""
        return {report.document: report for report in self.contents.reports}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each document in the page's order."""
        return {report.document: place for place, report in enumerate(self.reports)}

    @cached_property
    def figure(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.contents.figures}

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """Figures by document, in text order."""
        return _by_document(sorted(self.contents.figures, key=lambda figure: (figure.start, figure.end, figure.id)))

    @cached_property
    def attributions_of(self) -> dict[str, list[Attribution]]:
        """Attributions by document, in text order."""
        return _by_document(self.contents.attributions)

    @cached_property
    def datings_of(self) -> dict[str, list[Dating]]:
        """Datings by document, in text order."""
        return _by_document(self.contents.datings)

    @cached_property
    def paragraphs(self) -> dict[str, Paragraphs]:
        """The numbered paragraphs of each report."""
        return {report.document: Paragraphs.of(report) for report in self.contents.reports}

    @cached_property
    def statements_about(self) -> dict[str, list[tuple[int, Statement]]]:
        """The statements about each figure, by id, and each outcome, by name; with their places in the page's order."""
        found: dict[str, list[tuple[int, Statement]]] = {}
        every = (one for document in self.place for one in self.statements_of.get(document, ()))
        for place, statement in enumerate(every):
            for name in dict.fromkeys(statement.about):
                found.setdefault(name, []).append((place, statement))
        return found

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """Statements by document, in text order."""
        return _by_document(self.contents.statements)

    @cached_property
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.contents.events}

    @cached_property
    def measure_of(self) -> dict[str, Measure]:
        """The measure that each figure belongs to, by the figure's id."""
        return {
            figure: measure
            for measure in self.contents.collation
            for reading in measure.readings
            for figure in reading.figures
        }

    @cached_property
    def ties(self) -> dict[frozenset[str], Link]:
        """The links that the page shows, by their two documents, in the page's order; of very many the first 400."""
        known = [link for link in self.contents.links if link.a in self.place and link.b in self.place]
        known.sort(key=lambda link: sorted((self.place[link.a], self.place[link.b])))
        return {frozenset((link.a, link.b)): link for link in known[:_MOST_TIES]}

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
    def letter(self) -> dict[str, Letter]:
        """The siglum of each document, as the page shows it."""
        return {report.document: self._letter(report) for report in self.contents.reports}

    @property
    def large(self) -> bool:
        """Whether the case has more reports than a browser opens at once in a moment."""
        return len(self.place) > _LARGE

    @cached_property
    def _sigla(self) -> dict[str, Letter]:
        """Sigla of a line; in a large case without the reports' names, which a script has from the list of reports."""
        if not self.large:
            return self.letter
        return {document: replace(letter, name="") for document, letter in self.letter.items()}

    def _letter(self, report: Report) -> Letter:
        when = date_words(report.published, self.wording.locale)
        name = self.name(report)
        return Letter(
            report.siglum or report.document,
            f"{name}, {when}" if when else name,
            self.addresses.to("report", report.document),
        )

    @cached_property
    def one_year(self) -> bool:
        """Whether all reports that are dated are of one year."""
        return len({year_words(report.published) for report in self.reports if report.published}) == 1

    @cached_property
    def told_apart(self) -> dict[str, str]:
        """For measures that only their reports' words tell apart, these words: "children lost both parents"."""
        texts = {report.document: report.text for report in self.contents.reports}
        return words_apart(self.contents.collation, self.figure, texts, self.wording)

    @property
    def examined(self) -> bool:
        """Whether rules of findings have run on the case."""
        return bool(self.contents.findings) or any("examine" in stage for stage in self.contents.manifest.stages)

    def figures_between(self, document: str, start: int, end: int) -> list[Figure]:
        """A report's figures that begin in `[start, end)`."""
        listed = self.figures_of.get(document, [])
        first, last = (bisect_left(listed, place, key=lambda figure: figure.start) for place in (start, end))
        return listed[first:last]

    def count(self, number: int, *, capital: bool = True) -> str:
        """A small number in words, as a sentence begins with it; a larger one in digits."""
        message = f"count.word.{number}"
        if not self.wording.has(message):
            return number_words(number, self.wording)
        word = self.wording.say(message)
        return word[:1].upper() + word[1:] if capital else word

    def name(self, report: Report) -> str:
        """What a report is called: its publisher, else its document."""
        return report.publisher or report.document

    def sigla(self, documents: Iterable[str], most: int = 0) -> Sigla:
        """The letters of reports, each once, in the page's order; of very many the first, and how many more."""
        # In a case of a thousand every line of forty links would be what a browser spends its time on.
        most = most or (_MOST_LETTERS_OF_LARGE if self.large else _MOST_LETTERS)
        known = sorted({document for document in documents if document in self.place}, key=self.place.__getitem__)
        more = self.wording.say("summary.more", n=len(known) - most) if len(known) > most + 1 else ""
        return Sigla(tuple(self._sigla[document] for document in (known[:most] if more else known)), more)


class _InReport(Protocol):
    @property
    def document(self) -> str: ...


_Record = TypeVar("_Record", bound=_InReport)


def _by_document(records: Iterable[_Record]) -> dict[str, list[_Record]]:
    found: dict[str, list[_Record]] = defaultdict(list)
    for record in records:
        found[record.document].append(record)
    return found
