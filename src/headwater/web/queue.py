"""The queue of figures and one figure's surroundings, as the templates show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.case.decisions import Standing, State
from headwater.dossier.numerals import unit_words, value_words
from headwater.dossier.wording import Wording
from headwater.model import Figure, Hedge, Report
from headwater.web.desk import Standings

__all__ = [
    "FILTERS",
    "Elsewhere",
    "Group",
    "Item",
    "elsewhere",
    "figure_address",
    "following",
    "given_words",
    "groups",
    "item",
    "left",
    "neighbour",
    "what_words",
]

SIGNS = {State.TO_CHECK: "○", State.ACCEPTED: "✓", State.CORRECTED: "✎", State.REJECTED: "✕", State.ADDED: "+"}
FILTERS = ("all", "check", "decided", "attached", "unattached")
"""What the queue can be held to."""
BESIDE = 6
"""Figures of the same measure that are shown beside the one under review."""


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
    return show == "all" or (show == "unattached") is (standing.figure.outcome is None)


def groups(now: Standings, document: str, show: str, wording: Wording) -> Iterator[Group]:
    """Every report with figures that the filter leaves, in document order."""
    for name, report in now.reports.items():
        every = now.decided[name].standings
        listed = [standing for standing in every if _listed(standing, show)]
        if listed:
            done = sum(standing.state is not State.TO_CHECK for standing in every)
            first = next((one for one in listed if one.state is State.TO_CHECK), listed[0]).key
            items = tuple(item(standing, report, wording) for standing in listed) if name == document else ()
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


def elsewhere(now: Standings, standing: Standing, wording: Wording) -> tuple[Elsewhere, ...]:
    """Other figures of the same outcome, group and event, the nearest in the order of reports first; at most `BESIDE`."""
    figure = standing.figure
    if figure.outcome is None:
        return ()

    def what(one: Figure) -> tuple[object, ...]:
        return one.outcome, one.group, one.event, one.unit, one.background

    found = [one for one in now.order if one is not standing and what(one.figure) == what(figure)]
    return tuple(_elsewhere(one, now.reports[one.figure.document], wording) for one in found[:BESIDE])


def _elsewhere(standing: Standing, report: Report, wording: Wording) -> Elsewhere:
    figure = standing.figure
    around = report.text[figure.sentence.start : figure.sentence.end]
    place = figure.start - figure.sentence.start
    before = around[max(0, place - 30) : place]
    if place > 30:  # from the first whole word on
        before = before.partition(" ")[2]
    words = " ".join((before + around[place : place + 60]).split())
    state = wording.say(f"state.{standing.state.value}")
    return Elsewhere(standing.key, report.siglum or "?", given_words(figure, wording), words, state)


def item(standing: Standing, report: Report, wording: Wording) -> Item:
    """A figure as the queue shows it: why it is there while nobody has decided on it, else how it stands."""
    figure, why = standing.figure, _why(standing.figure)
    around = report.text[figure.start : min(figure.sentence.end, figure.end + 60)]
    state = wording.say(f"state.{standing.state.value}")
    return Item(
        standing.key,
        SIGNS[standing.state],
        state,
        given_words(figure, wording),
        what_words(figure, wording),
        " ".join(around.split()),
        state if standing.state is not State.TO_CHECK else why and wording.say(why),
    )


def figure_address(key: str, show: str) -> str:
    """Where a figure is reviewed, in the queue that a filter leaves."""
    return f"/figure/{key}" + (f"?show={show}" if show in FILTERS[1:] else "")


def given_words(figure: Figure, wording: Wording) -> str:
    """What a figure gives: "at least 12", "10 miles"."""
    return value_words(figure, wording) + unit_words(figure.unit, wording, figure.best)


def what_words(figure: Figure, wording: Wording) -> str:
    """Outcome and whom, in plain words; persons of no group are not named."""
    outcome = wording.say(f"outcome.{figure.outcome.value if figure.outcome else 'none'}")
    group = figure.group if figure.group != "person" else None
    return ", ".join(filter(None, (outcome, figure.noun or group)))


def _why(figure: Figure) -> str:
    """Why a figure is worth a second look; empty where it is not."""
    if figure.implied:
        return "why.implied"
    if figure.part_of:
        return "why.part"
    if figure.hedge is Hedge.VAGUE:
        return "why.vague"
    if figure.background:
        return "why.background"
    return "" if figure.outcome else "why.unattached"
