"""A measure as the page sees it: its readings, who gives each, and the apparatus line that tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from headwater.dossier.inline import Inline, Lemma, Piece, Said, Text, plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import unit_words, value_words
from headwater.dossier.phrases import phrase
from headwater.model import Figure, Hedge, Measure, Reading

__all__ = ["Given", "apparatus", "given", "is_in_words", "most_repeated", "reading_piece"]


@dataclass(frozen=True, slots=True)
class Given:
    """A reading with its figures, in the page's order of reports."""

    reading: Reading
    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """The figure that stands for the reading: the first in the page's order."""
        return self.figures[0]

    @property
    def low(self) -> Decimal | None:
        """The lower bound."""
        return self.reading.low

    @property
    def high(self) -> Decimal | None:
        """The upper bound."""
        return self.reading.high

    @property
    def documents(self) -> tuple[str, ...]:
        """The reports that give it."""
        return self.reading.documents


def given(measure: Measure, lookup: Lookup) -> tuple[Given, ...]:
    """The readings of a measure whose figures the case holds, most reports first as collated."""
    found = []
    for reading in measure.readings:
        figures = [lookup.figure[name] for name in reading.figures if name in lookup.figure]
        figures = [figure for figure in figures if figure.document in lookup.place]
        figures.sort(key=lambda figure: (lookup.place[figure.document], figure.start))
        if figures:
            found.append(Given(reading, tuple(figures)))
    return tuple(found)


def most_repeated(measures: Sequence[Measure], lookup: Lookup) -> tuple[Measure, Given] | None:
    """The reading of a whole that most reports give: of several, the first in the table's order."""
    found = [(measure, one) for measure in measures for one in given(measure, lookup) if one.first.part_of is None]
    return max(found, key=lambda pair: len(pair[1].documents), default=None)


def is_in_words(figure: Figure) -> bool:
    """Whether a reading is told in the report's words, since no single number stands for it."""
    return figure.best is None or figure.negated or figure.hedge in (Hedge.VAGUE, Hedge.RANGE)


def reading_piece(one: Given, lookup: Lookup, *, lemma: bool) -> Piece:
    """A reading as the apparatus names it: a number with its hedge, or the report's own words."""
    figure = one.first
    if is_in_words(figure):
        return Said(phrase(figure, lookup.report[figure.document].text))
    words = value_words(figure, lookup.wording) + unit_words(figure.unit, lookup.wording, figure.best)
    return Lemma(words) if lemma else Text(words)


def apparatus(measure: Measure, lookup: Lookup, most: int = 24) -> Inline:
    """The line of a critical edition: lemma, sigla, colon, next reading, its sigla; at most so many readings, then what is denied."""
    if (measure.id, most) not in lookup.lines:
        lookup.lines[measure.id, most] = _apparatus(measure, lookup, most)
    return lookup.lines[measure.id, most]


def _apparatus(measure: Measure, lookup: Lookup, most: int) -> Inline:
    by_words: dict[str, list[Given]] = {}
    for one in given(measure, lookup):
        by_words.setdefault(plain((reading_piece(one, lookup, lemma=True),)), []).append(one)
    pieces: list[Piece] = []
    # One value told of two days is one reading here; the evidence and the table by reading tell the days apart.
    for number, alike in enumerate(list(by_words.values())[:most]):
        if number:
            pieces.append(Text(" : "))
        sigla = lookup.sigla({document for one in alike for document in one.documents}, 2 * most)
        pieces += [reading_piece(alike[0], lookup, lemma=not number), Text(" "), sigla]
    if len(by_words) > most:
        pieces.append(Text(" : …"))
    return (*pieces, *_denied(measure, lookup, after_others=bool(pieces)))


def _denied(measure: Measure, lookup: Lookup, *, after_others: bool) -> Iterator[Piece]:
    """What reports give only as denied: ": 12 denied", each with its reports."""
    by_words: dict[str, list[str]] = {}
    for figure in (lookup.figure[name] for name in measure.denied if name in lookup.figure):
        words = f"“{figure.quote}”" if is_in_words(figure) else value_words(figure, lookup.wording)
        by_words.setdefault(words, []).append(figure.document)
    for number, (words, documents) in enumerate(by_words.items()):
        yield Text((" : " if number or after_others else "") + lookup.wording.say("reading.denied", value=words) + " ")
        yield lookup.sigla(documents)
