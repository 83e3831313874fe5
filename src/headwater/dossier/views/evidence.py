"""The evidence of a measure: the sentences of each reading, each set on its figure, and how each was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.dossier.addresses import anchor
from headwater.dossier.dates import date_words
from headwater.dossier.inline import Inline, Letter, Link, Piece, Said, Text
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.marks import Run
from headwater.dossier.numerals import bound_words
from headwater.dossier.views.cells import statements_about
from headwater.dossier.views.origins import origin_lines
from headwater.dossier.views.readings import Given, apparatus, reading_piece
from headwater.dossier.views.sentences import around, before_and_after
from headwater.grammar.cells import heading_over
from headwater.model import Figure, Finding, Measure

__all__ = ["Evidence", "ReadingEvidence", "Sentence", "evidence"]

_COUNTED = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A report's sentence about its figure: what stands before, the number, what stands after, and who says so."""

    anchor: str
    letter: Letter
    name: str
    when: str
    before: tuple[Run, ...]
    figure: str
    after: tuple[Run, ...]
    says: Inline
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReadingEvidence:
    """One reading with its sentences, its bounds and the rule that read it."""

    title: Inline
    count: int
    bounds: str
    as_of: str
    rules: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement without a number, in its words and kind."""

    anchor: str
    letter: Letter
    kind: str
    line: Inline
    place: Link


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that stands behind one row of the collation."""

    title: str
    apparatus: Inline
    first: ReadingEvidence | None
    others: tuple[ReadingEvidence, ...]
    statements: tuple[Stated, ...]
    counted: tuple[Inline, ...]
    origins: tuple[Inline, ...]


def evidence(measure: Measure, readings: Sequence[Given], findings: Sequence[Finding], lookup: Lookup) -> Evidence:
    """The evidence of one measure; every report that speaks of it has one place that its cell leads to."""
    seen: set[str] = set()
    told = [_reading(one, measure, lookup, seen) for one in readings]
    return Evidence(
        title=measure_label(measure, lookup.wording),
        apparatus=apparatus(measure, lookup),
        first=told[0] if told else None,
        others=tuple(told[1:]),
        statements=_statements(measure, lookup, seen),
        counted=_counted(readings, lookup),
        origins=origin_lines(readings, lookup),
    )


def _reading(one: Given, measure: Measure, lookup: Lookup, seen: set[str]) -> ReadingEvidence:
    by_report: dict[str, list[Figure]] = {}
    for figure in one.figures:
        by_report.setdefault(figure.document, []).append(figure)
    return ReadingEvidence(
        title=(reading_piece(one, lookup, lemma=True),),
        count=len(by_report),
        bounds=bound_words(one.first, lookup.wording),
        as_of=date_words(one.reading.as_of, lookup.wording.locale, long=True),
        rules=tuple(sorted({figure.rule for figure in one.figures if figure.rule})),
        sentences=tuple(_sentence(figures, measure, lookup, seen) for figures in by_report.values()),
    )


def _anchor(measure: Measure, document: str, seen: set[str]) -> str:
    # A report that gives two readings of one measure is reached at the first.
    if document in seen:
        return ""
    seen.add(document)
    return anchor("cell", measure.id, document)


def _sentence(figures: Sequence[Figure], measure: Measure, lookup: Lookup, seen: set[str]) -> Sentence:
    figure = figures[0]
    before, number, after = before_and_after(figure, lookup)
    report = lookup.report[figure.document]
    return Sentence(
        anchor=_anchor(measure, figure.document, seen),
        letter=lookup.letter[figure.document],
        name=lookup.name(report),
        when=date_words(report.published, lookup.wording.locale),
        before=before,
        figure=number,
        after=after,
        says=_says(figure, lookup),
        places=tuple(_place(other, lookup) for other in figures[:6]),
    )


def _place(figure: Figure, lookup: Lookup) -> Link:
    number = lookup.paragraphs[figure.document].holding(figure.start)
    text = lookup.wording.say("place.paragraph", number=number) if number else lookup.wording.say("place.text")
    report = lookup.letter[figure.document].letter
    return Link(
        text, lookup.addresses.to("figure", figure.id), lookup.wording.say("place.print", report=report, place=text)
    )


def _says(figure: Figure, lookup: Lookup) -> Inline:
    report = lookup.letter[figure.document].letter
    if figure.speaker:
        chain = " → ".join((*figure.speaker, report))
        line = lookup.wording.line("evidence.says_chain", chain=(Text(chain),))
    else:
        line = lookup.wording.line(f"evidence.says_{figure.voice.value}")
    if figure.decided:
        line += lookup.wording.line("evidence.decided")
    if figure.spread:
        line += lookup.wording.line("evidence.spread")
    if figure.basis is not None:
        line += lookup.wording.line("evidence.basis", words=Said(figure.basis.quote))
    heading = heading_over(lookup.headings[figure.document], figure.start)
    if heading is not None:
        words = lookup.report[figure.document].text[heading.start : heading.end]
        line += lookup.wording.line("evidence.column", words=Said(words))
    return line


def _statements(measure: Measure, lookup: Lookup, seen: set[str]) -> tuple[Stated, ...]:
    return tuple(
        Stated(
            _anchor(measure, statement.document, seen),
            lookup.letter[statement.document],
            lookup.wording.say(f"statement.{statement.kind.value}"),
            around(statement, lookup),
            Link(
                lookup.wording.say("place.text"),
                lookup.addresses.to("statement", statement.document, str(statement.start)),
            ),
        )
        for statement in statements_about(measure, lookup)
    )


def _counted(readings: Sequence[Given], lookup: Lookup) -> tuple[Inline, ...]:
    """Who is said to have counted, as of when and how: a line for each that says anything, with all reports that say it."""
    told: dict[tuple[Piece, tuple[Piece, ...]], list[str]] = {}
    for one in readings:
        for figure in one.figures:
            facts = _facts(figure, lookup)
            if facts:
                told.setdefault((reading_piece(one, lookup, lemma=False), facts), []).append(figure.document)
    lines: list[Inline] = []
    for (reading, facts), documents in list(told.items())[:_COUNTED]:
        spaced = [piece for fact in facts for piece in (fact, Text(", "))][:-1]
        lines.append((reading, Text(": "), *spaced, Text(" "), lookup.sigla(documents)))
    return tuple(lines)


def _facts(figure: Figure, lookup: Lookup) -> tuple[Piece, ...]:
    facts: list[Piece] = [Text(figure.speaker[0])] if figure.speaker else []
    if figure.as_of:
        date = date_words(figure.as_of, lookup.wording.locale)
        facts.append(Text(lookup.wording.say("evidence.as_of", date=date)))
    if figure.basis is not None and figure.basis.quote.casefold() not in {name.casefold() for name in figure.speaker}:
        facts.append(Said(figure.basis.quote))
    return tuple(facts)
