"""Cells of the table by report: a figure with the words that follow it, a quoted phrase, a statement, or a dash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import number_words, value_words
from headwater.dossier.phrases import following, phrase, starts_plainly
from headwater.dossier.views.readings import Given, is_in_words
from headwater.model import Figure, Hedge, Measure, Statement

__all__ = ["Cell", "Entry", "cells", "statements_about"]


_SIGN = {
    Hedge.PLAIN: "",
    Hedge.AT_LEAST: "≥",
    Hedge.MORE_THAN: ">",
    Hedge.ABOUT: "≈",
    Hedge.NEARLY: "≲",
    Hedge.UP_TO: "≤",
    Hedge.RANGE: "",
    Hedge.VAGUE: "",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a report gives once: a number with words after it, or words in quotation marks.

    `kind` is "number", "quoted" (a number that the words spell out), "words" or "statement"; `hedge` is the edition's
    word for how the number is bounded, `sign` the sign for it where there is no room for the word; `decided` that a person set it.
    """

    kind: str
    number: str
    words: str
    hedge: str
    href: str
    name: str
    sign: str = ""
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report gives for one measure; no entries where it gives nothing, and how many `more` there are than are shown."""

    document: str
    entries: tuple[Entry, ...]
    rival: bool = False
    more: int = 0


def cells(measure: Measure, readings: Sequence[Given], lookup: Lookup) -> tuple[Cell, ...]:
    """A cell for every report in the page's order."""
    found: dict[str, list[Entry]] = {document: [] for document in lookup.place}
    rivals = set()
    for number, one in enumerate(readings):
        for document in one.documents:
            figure = next((figure for figure in one.figures if figure.document == document), None)
            if figure is not None:
                found[document].append(replace(_entry(figure, measure, lookup), decided=figure.decided))
                rivals |= {document} if number else set()
    for statement in statements_about(measure, lookup):
        found[statement.document].append(_stated(statement, measure, lookup))
    return tuple(Cell(document, tuple(entries), document in rivals) for document, entries in found.items())


def _entry(figure: Figure, measure: Measure, lookup: Lookup) -> Entry:
    href = lookup.addresses.to("cell", measure.id, figure.document)
    text = lookup.report[figure.document].text
    name = lookup.wording.say(
        "cell.name", report=lookup.letter[figure.document].name, value=value_words(figure, lookup.wording)
    )
    if figure.unit != "count":
        number = "" if figure.best is None else number_words(figure.best, lookup.wording)
        return Entry("words", number, phrase(figure, text), "", href, name, _SIGN[figure.hedge])
    if figure.hedge is Hedge.RANGE and figure.low is not None and figure.high is not None:
        ends = (number_words(end, lookup.wording) for end in (figure.low, figure.high))
        return Entry("quoted", "–".join(ends), phrase(figure, text), "", href, name)
    if is_in_words(figure) or not starts_plainly(figure):
        if figure.best is None or is_in_words(figure):
            return Entry("words", "", phrase(figure, text), "", href, name)
        return Entry(
            "quoted",
            number_words(figure.best, lookup.wording),
            phrase(figure, text),
            "",
            href,
            name,
            _SIGN[figure.hedge],
        )
    hedge = lookup.wording.say(f"hedge.{figure.hedge.value}", number="").strip() if figure.hedge.value else ""
    number = number_words(figure.best, lookup.wording) if figure.best is not None else figure.quote
    return Entry("number", number, following(figure, text), hedge, href, name, _SIGN[figure.hedge])


def _stated(statement: Statement, measure: Measure, lookup: Lookup) -> Entry:
    kind = lookup.wording.say(f"statement.{statement.kind.value}")
    name = lookup.wording.say("cell.name", report=lookup.letter[statement.document].name, value=kind)
    href = lookup.addresses.to("cell", measure.id, statement.document)
    return Entry("statement", "", statement.quote, kind, href, name)


def statements_about(measure: Measure, lookup: Lookup) -> tuple[Statement, ...]:
    """Statements that bear on a measure: on one of its figures, or on its outcome where they name no figure.

    Such a one is not on what a month or a year adds up to, where the outcome is measured without a time as well.
    """
    ids = set(measure.figures)
    told = [lookup.figure[name] for name in ids if name in lookup.figure]
    whole = measure.group == "person" and measure.place is None and not any(f.background or f.part_of for f in told)
    whole = whole and (measure.period is None or (measure.event, measure.outcome) not in lookup.untimed)
    names = {*ids, measure.outcome.value} if whole else ids
    found = dict(one for name in names for one in lookup.statements_about.get(name, ()))
    return tuple(found[place] for place in sorted(found))
