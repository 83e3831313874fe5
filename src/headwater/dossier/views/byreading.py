"""The table by reading: a row for each value and whoever says it, a narrow column for each report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.dossier.dates import date_words
from headwater.dossier.inline import Inline, Letter, Piece, Said, Sigla, Text, plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import number_words, unit_words
from headwater.dossier.phrases import phrase
from headwater.dossier.views.cells import statements_about
from headwater.dossier.views.origins import interval_line
from headwater.dossier.views.readings import Given, is_in_words, reading_piece
from headwater.model import Figure, Hedge, Measure, Statement

__all__ = ["TILES", "ReadingRow", "Tile", "known_by", "reading_rows"]

TILES = 26
"""Reports that the table has narrow columns for; beyond, their sigla stand in a line."""


@dataclass(frozen=True, slots=True)
class Tile:
    """How a report stands to the row: `gives`, `hedged`, `none`, `stated`, or "" where it gives nothing."""

    state: str
    letter: Letter
    href: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading as one speaker gives it, or one statement."""

    kind: str
    value: Piece
    who: Inline
    tiles: tuple[Tile, ...]
    sigla: Sigla
    origins: str
    number: bool
    origins_href: str = ""
    origins_name: str = ""


def reading_rows(measure: Measure, readings: Sequence[Given], lookup: Lookup) -> tuple[ReadingRow, ...]:
    """Numbers, then those who say none, then statements; in each, by the first report that gives it."""
    rows = [_row(measure, one, figures, lookup) for one in readings for figures in _by_speaker(one.figures)]
    rows.sort(key=lambda pair: (pair[1].negated, lookup.place[pair[1].document]))
    stated = [_statement(measure, quotes, lookup) for quotes in _alike(statements_about(measure, lookup))]
    return (*(row for row, _ in rows), *stated)


def _by_speaker(figures: Iterable[Figure]) -> list[list[Figure]]:
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        speaker = figure.speaker[0] if figure.speaker else ""
        found.setdefault((speaker, figure.hedge.value), []).append(figure)
    return list(found.values())


def _row(measure: Measure, one: Given, figures: Sequence[Figure], lookup: Lookup) -> tuple[ReadingRow, Figure]:
    figure = figures[0]
    state = "none" if figure.negated else "gives" if figure.hedge is Hedge.PLAIN else "hedged"
    documents = {figure.document for figure in figures}
    value, kind = _value(figure, lookup)
    origins, href, name = _origins(one, lookup)
    return (
        ReadingRow(
            kind,
            value,
            _who_counts(figures, lookup),
            _tiles(measure, documents, state, lookup),
            lookup.sigla(documents),
            origins,
            True,
            href,
            name,
        ),
        figure,
    )


def _origins(one: Given, lookup: Lookup) -> tuple[str, str, str]:
    """The origins of a reading, where their reasons stand, and the same in full: of which reading, within which set."""
    if one.reading.origins is None or len(one.documents) < 2:
        return "", "", ""
    textual = one.reading.origins.textual
    low, high = textual.min, textual.max
    say = lookup.wording.say
    words = say("origins.cell", n=high, number=str(low) if low == high else say("hedge.range", low=low, high=high))
    title = (reading_piece(one, lookup, lemma=False), Text(" "), lookup.sigla(one.documents), Text(": "))
    name = f"{plain((*title, *interval_line(textual, lookup)))} {say('origins.reasons')}"
    return words, lookup.addresses.to("origins", one.first.id), name


def _value(figure: Figure, lookup: Lookup) -> tuple[Piece, str]:
    say = lookup.wording.say
    if figure.negated:
        return Said(phrase(figure, lookup.report[figure.document].text)), say("reading.none")
    if is_in_words(figure) or figure.best is None:
        return Said(phrase(figure, lookup.report[figure.document].text)), ""
    number = number_words(figure.best, lookup.wording) + unit_words(figure.unit, lookup.wording, figure.best)
    return Text(number), say(f"hedge.{figure.hedge.value}", number="").strip() if figure.hedge.value else ""


def _who_counts(figures: Sequence[Figure], lookup: Lookup) -> Inline:
    """Who counts: the chain of speakers, else the report itself; as of when; and the words that say how it is known."""
    as_of = date_words(figures[0].as_of, lookup.wording.locale)
    day: Inline = (Text(", " + lookup.wording.say("evidence.as_of", date=as_of)),) if as_of else ()
    return (*_voice(figures, lookup), *day, *known_by(figures))


def known_by(figures: Sequence[Figure]) -> Inline:
    """The words that say how a count is known, at most two, each behind a comma; none that only name who says it."""
    named = {name.casefold() for one in figures for name in one.speaker}
    known = dict.fromkeys(
        one.basis.quote for one in figures if one.basis is not None and one.basis.quote.casefold() not in named
    )
    return tuple(piece for words in list(known)[:2] for piece in (Text(", "), Said(words)))


def _voice(figures: Sequence[Figure], lookup: Lookup) -> Inline:
    figure = figures[0]
    chains = list(dict.fromkeys(figure.speaker for figure in figures if figure.speaker))
    if chains:
        return (Text("; ".join(" → ".join(chain) for chain in chains[:2])),)
    if figure.voice.value == "attributed":
        return (Text(lookup.wording.say("reading.unnamed")),)
    documents = dict.fromkeys(figure.document for figure in figures)
    return lookup.wording.line("reading.itself", n=len(documents))


def _tiles(measure: Measure, documents: set[str], state: str, lookup: Lookup) -> tuple[Tile, ...]:
    if len(lookup.place) > TILES:
        return ()
    return tuple(
        Tile(
            state,
            lookup.letter[document],
            lookup.addresses.to("cell", measure.id, document),
            lookup.wording.say(f"tile.{state}", report=lookup.letter[document].name),
        )
        if document in documents
        else Tile("", lookup.letter[document])
        for document in lookup.place
    )


def _alike(statements: Iterable[Statement]) -> list[list[Statement]]:
    found: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        found.setdefault((statement.kind.value, " ".join(statement.quote.casefold().split())), []).append(statement)
    return list(found.values())


def _statement(measure: Measure, statements: Sequence[Statement], lookup: Lookup) -> ReadingRow:
    first = statements[0]
    documents = {statement.document for statement in statements}
    speaker = " → ".join(first.speaker)
    who: Inline = (Text(speaker),) if speaker else lookup.wording.line("reading.itself", n=len(documents))
    return ReadingRow(
        lookup.wording.say(f"statement.{first.kind.value}"),
        Said(first.quote),
        who,
        _tiles(measure, documents, "stated", lookup),
        lookup.sigla(documents),
        "",
        False,
    )
