"""Which events a case is about, and the order in which its measures are read: on the page and on the terminal alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from headwater.model.collation import Measure
from headwater.model.contents import Contents
from headwater.model.event import Event
from headwater.model.figure import Figure, Outcome
from headwater.model.record import record

__all__ = ["EventRows", "is_background", "is_mixed", "main_event", "main_events", "rows_by_event", "whole_outcome"]


@record()
class EventRows:
    """The measures of one event; `event` is `None` where it is not known, `background` where no report is about it."""

    event: Event | None
    background: bool
    measures: tuple[Measure, ...]


def main_events(contents: Contents) -> Counter[str]:
    """The events that reports are mainly about, by id, each with the number of those reports."""
    known = {event.id for event in contents.events}
    return Counter(report.main_event for report in contents.reports if report.main_event in known)


def main_event(contents: Contents) -> Event | None:
    """The event that most reports are mainly about; of two of as many, that of which more reports tell, then the earlier one."""
    votes = main_events(contents)

    def rank(event: Event) -> tuple[int, int, str, str]:
        return -votes[event.id], -len(event.documents), event.span or "9999", event.id

    return min(contents.events, key=rank, default=None)


def is_mixed(contents: Contents) -> bool:
    """Whether fewer than half of the reports tell of the event that most are mainly about."""
    event, votes = main_event(contents), main_events(contents)
    if event is None or len(votes) < 2:
        return False
    return 2 * max(votes[event.id], len(event.documents)) < len(contents.reports)


def is_background(measure: Measure, figures: Mapping[str, Figure], about: Mapping[str, int]) -> bool:
    """Whether a measure is told as background only: none of the reports is `about` its event, and its first figure is no main one."""
    if measure.event in about:
        return False
    first = next((figures[name] for name in measure.figures if name in figures), None)
    return first is not None and first.background


def rows_by_event(contents: Contents) -> tuple[EventRows, ...]:
    """All measures, an event after the other: the main one, the others by date, then what is told as background, by date too.

    Where no event holds the reports together, the main one takes its place by date.
    """
    figures = {figure.id: figure for figure in contents.figures}
    events = {event.id: event for event in contents.events}
    about, main = main_events(contents), None if is_mixed(contents) else main_event(contents)
    held: dict[tuple[bool, str | None], list[Measure]] = {}
    for measure in contents.collation:
        held.setdefault((is_background(measure, figures, about), measure.event), []).append(measure)

    def order(key: tuple[bool, str | None]) -> tuple[bool, bool, str]:
        background, event = key
        known = events.get(event or "")
        return background, main is not None and event != main.id, (known.span if known else None) or "9999"

    return tuple(EventRows(events.get(key[1] or ""), key[0], tuple(held[key])) for key in sorted(held, key=order))


def whole_outcome(measure: Measure, figures: Mapping[str, Figure]) -> Outcome | None:
    """The outcome that most figures of a measure are parts of; `None` where most are no parts, or parts of a number without outcome."""
    held = [figures[name] for name in measure.figures if name in figures]
    wholes = [figures[one.part_of].outcome for one in held if one.part_of is not None and one.part_of in figures]
    told = Counter(outcome for outcome in wholes if outcome is not None)
    best = min(told, key=lambda outcome: (-told[outcome], outcome.value), default=None)
    return best if 2 * sum(told.values()) > len(held) else None
