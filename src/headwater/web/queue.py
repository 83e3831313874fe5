"""The queue of figures and one figure's surroundings, as the templates show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from headwater.case.decisions import Standing, State
from headwater.grammar.sentences import sentences
from headwater.language import available, load
from headwater.model import Figure, Hedge, Report, Span, Voice
from headwater.web.desk import Standings

__all__ = [
    "FILTERS",
    "Elsewhere",
    "Group",
    "Item",
    "Piece",
    "Row",
    "elsewhere",
    "following",
    "groups",
    "item",
    "left",
    "neighbour",
    "rows",
    "value_words",
    "what_words",
]

SIGNS = {
    State.TO_CHECK: ("○", "to check"),
    State.ACCEPTED: ("✓", "accepted"),
    State.CORRECTED: ("✎", "corrected"),
    State.REJECTED: ("✕", "rejected"),
    State.ADDED: ("+", "added"),
}
BOUNDS = {
    Hedge.AT_LEAST: "at least",
    Hedge.MORE_THAN: "more than",
    Hedge.ABOUT: "about",
    Hedge.NEARLY: "nearly",
    Hedge.UP_TO: "up to",
}
FILTERS = ("all", "check", "decided", "unattached")
"""What the queue can be held to."""
BESIDE = 6
"""Figures of the same measure that are shown beside the one under review."""
AROUND = 10
"""Sentences shown before and behind the one under review, unless the whole report is asked for."""


@dataclass(frozen=True, slots=True)
class Item:
    """A figure in the queue."""

    key: str
    sign: str
    state: str
    value: str
    what: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same measure in another place: its figure, words around it, and how it stands."""

    key: str
    siglum: str
    value: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Group:
    """A report in the queue: how far it is; its items only where it is the one under review."""

    document: str
    siglum: str
    name: str
    done: int
    total: int
    first: str
    items: tuple[Item, ...]


def _listed(standing: Standing, show: str) -> bool:
    if show == "check":
        return standing.state is State.TO_CHECK
    if show == "decided":
        return standing.state is not State.TO_CHECK
    return show != "unattached" or standing.figure.outcome is None


def groups(now: Standings, document: str, show: str) -> Iterator[Group]:
    """Every report with figures that the filter leaves, in document order."""
    for name, report in now.reports.items():
        every = now.decided[name].standings
        listed = [standing for standing in every if _listed(standing, show)]
        if listed:
            done = sum(standing.state is not State.TO_CHECK for standing in every)
            first = next((one for one in listed if one.state is State.TO_CHECK), listed[0]).key
            items = tuple(item(standing, report) for standing in listed) if name == document else ()
            yield Group(name, report.siglum or "?", report.publisher or name, done, len(every), first, items)


def neighbour(now: Standings, key: str, show: str, step: int) -> str:
    """The key of the figure behind one (`step` 1) or before it (-1) that the filter leaves; empty at either end."""
    listed = [one.key for one in now.order if one.key == key or _listed(one, show)]
    place = listed.index(key) + step
    return listed[place] if 0 <= place < len(listed) else ""


def following(now: Standings, key: str, show: str) -> Standing | None:
    """The next figure to check behind one, round to the beginning where there is none."""
    order = now.order
    place = next((number for number, standing in enumerate(order) if standing.key == key), -1)
    turned = [*order[place + 1 :], *order[: max(place, 0)]]
    for standing in turned:
        if standing.state is State.TO_CHECK and _listed(standing, show):
            return standing
    return None


def left(now: Standings, show: str) -> int:
    """How many figures a filter leaves."""
    return sum(_listed(standing, show) for standing in now.order)


def elsewhere(now: Standings, standing: Standing) -> tuple[Elsewhere, ...]:
    """Other figures of the same outcome, group and event, the nearest in the order of reports first; at most `BESIDE`."""
    figure = standing.figure
    if figure.outcome is None:
        return ()

    def what(one: Figure) -> tuple[object, ...]:
        return one.outcome, one.group, one.event, one.unit, one.background

    found = [one for one in now.order if one is not standing and what(one.figure) == what(figure)]
    return tuple(_elsewhere(one, now.reports[one.figure.document]) for one in found[:BESIDE])


def _elsewhere(standing: Standing, report: Report) -> Elsewhere:
    figure = standing.figure
    around = report.text[figure.sentence.start : figure.sentence.end]
    place = figure.start - figure.sentence.start
    before = around[max(0, place - 30) : place]
    if place > 30:  # from the first whole word on
        before = before.partition(" ")[2]
    words = " ".join((before + around[place : place + 60]).split())
    return Elsewhere(standing.key, report.siglum or "?", value_words(figure), words, SIGNS[standing.state][1])


def item(standing: Standing, report: Report) -> Item:
    """A figure as the queue shows it."""
    figure = standing.figure
    sign, state = SIGNS[standing.state]
    around = report.text[figure.start : min(figure.sentence.end, figure.end + 60)]
    return Item(
        standing.key, sign, state, value_words(figure), what_words(figure), " ".join(around.split()), _why(figure)
    )


def value_words(figure: Figure) -> str:
    """A figure's number with its bounds in words: "at least 12", "15,000 to 24,000"; vague words as they stand."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return f"{_shown(figure.low)} to {_shown(figure.high)}"
    number = next((one for one in (figure.best, figure.low, figure.high) if one is not None), None)
    if number is None:
        return f"“{' '.join(figure.quote.split())}”"
    return f"{BOUNDS.get(figure.hedge, '')} {_shown(number)}".strip()


def _shown(number: Decimal) -> str:
    return f"{number:,f}"


def what_words(figure: Figure) -> str:
    """Outcome and whom, in plain words."""
    unit = "" if figure.unit == "count" else figure.unit
    outcome = figure.outcome.value.replace("_", " ") if figure.outcome else "unattached"
    return ", ".join(filter(None, (outcome, figure.noun or figure.group, unit)))


def _why(figure: Figure) -> str:
    """Why a figure is worth a second look."""
    if figure.implied:
        return "implied"
    if figure.part_of:
        return "part of another"
    if figure.hedge is Hedge.VAGUE:
        return "vague"
    if figure.background:
        return "background"
    return "" if figure.outcome else "unattached"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a report's words: plain, `now` (the figure under review), `figure` (another one, `key`), or `speaker`."""

    text: str
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a report with its marks; `number` counts from one."""

    number: int
    start: int
    pieces: tuple[Piece, ...]
    here: bool


def rows(report: Report, standings: Sequence[Standing], chosen: Standing | None, whole: bool) -> tuple[Row, ...]:
    """The sentences of a report, or those around the figure under review."""
    spans = list(_spans(report))
    here = -1
    if chosen:
        here = next((number for number, span in enumerate(spans) if span.holds(chosen.figure.span)), -1)
        if here < 0:
            spans = sorted([*spans, chosen.figure.sentence])
            here = spans.index(chosen.figure.sentence)
    first, last = (0, len(spans)) if whole or here < 0 else (max(0, here - AROUND), here + AROUND + 1)
    return tuple(
        Row(number + 1, span.start, _pieces(report, span, standings, chosen), number == here)
        for number, span in enumerate(spans[first:last], first)
    )


@lru_cache(maxsize=64)
def _spans(report: Report) -> tuple[Span, ...]:
    code = report.language or "en"
    if code in available():
        return tuple(Span(one.start, one.end) for one in sentences(report.text, report.blocks, load(code)))
    return tuple(block.span for block in report.body())


def _pieces(report: Report, span: Span, standings: Sequence[Standing], chosen: Standing | None) -> tuple[Piece, ...]:
    text = report.text
    pieces, place = [], span.start
    for start, end, kind, key in _marks(text, span, standings, chosen):
        if start >= place:
            pieces += [Piece(text[place:start])] * (start > place)
            pieces.append(Piece(text[start:end], kind, key))
            place = end
    pieces += [Piece(text[place : span.end])] * (span.end > place)
    return tuple(pieces)


def _marks(
    text: str, span: Span, standings: Sequence[Standing], chosen: Standing | None
) -> list[tuple[int, int, str, str]]:
    """Where marks stand in a sentence, the figure under review before what would overlap it."""
    found = []
    if chosen and span.holds(chosen.figure.span):
        found.append((chosen.figure.start, chosen.figure.end, "now", chosen.key))
        if chosen.figure.voice is Voice.ATTRIBUTED:
            found += _speakers(text, span, chosen.figure)
        found += _noun(text, span, chosen.figure)
    for standing in standings:
        figure = standing.figure
        if span.holds(figure.span) and not any(figure.start < end and start < figure.end for start, end, _, _ in found):
            found.append((figure.start, figure.end, "figure", standing.key))
    return sorted(found)


def _noun(text: str, span: Span, figure: Figure) -> Iterator[tuple[int, int, str, str]]:
    """The report's word for whom or what, nearest behind the number."""
    start = text.find(figure.noun, figure.end, span.end) if figure.noun else -1
    if start >= 0 and figure.noun:
        yield start, start + len(figure.noun), "noun", ""


def _speakers(text: str, span: Span, figure: Figure) -> Iterator[tuple[int, int, str, str]]:
    for name in figure.speaker:
        start = text.find(name, span.start, span.end)
        if start >= 0 and not (start < figure.end and figure.start < start + len(name)):
            yield start, start + len(name), "speaker", ""
