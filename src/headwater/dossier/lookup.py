"""What every view needs of a case: its records, and how the page orders, names and letters its reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from headwater.dossier.addresses import Addresses
from headwater.dossier.apart import words_apart
from headwater.dossier.dates import date_words, year_words
from headwater.dossier.inline import Inline, Letter, Sigla
from headwater.dossier.marks import Mark
from headwater.dossier.numerals import number_words
from headwater.dossier.order import in_reading_order
from headwater.dossier.records import Records
from headwater.dossier.wording import Wording
from headwater.model import Link, Outcome, Report, Statement

__all__ = ["Lookup"]

_MOST_TIES = 400
_LARGE, _MOST_LETTERS, _MOST_LETTERS_OF_LARGE = 120, 40, 10


@dataclass(frozen=True)
class Lookup(Records):
    """A case's records in the page's order and words; `lines` and `marked` hold what views have worked out for others."""

    wording: Wording
    addresses: Addresses = field(default_factory=Addresses)
    lines: dict[tuple[str, int], Inline] = field(default_factory=dict)
    marked: dict[str, tuple[tuple[Mark, ...], tuple[Mark, ...]]] = field(default_factory=dict)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports in the order in which the page shows them."""
        return in_reading_order(self.contents.reports, self.contents.links)

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each document in the page's order."""
        return {report.document: place for place, report in enumerate(self.reports)}

    @cached_property
    def untimed(self) -> frozenset[tuple[str | None, Outcome]]:
        """Events with the outcomes that are measured of people without a time or place of their own."""
        return frozenset(
            (one.event, one.outcome)
            for one in self.contents.collation
            if one.group == "person" and one.place is None and one.period is None
        )

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
    def ties(self) -> dict[frozenset[str], Link]:
        """The links that the page shows, by their two documents, in the page's order; of very many the first 400."""
        known = [link for link in self.contents.links if link.a in self.place and link.b in self.place]
        known.sort(key=lambda link: sorted((self.place[link.a], self.place[link.b])))
        return {frozenset((link.a, link.b)): link for link in known[:_MOST_TIES]}

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
