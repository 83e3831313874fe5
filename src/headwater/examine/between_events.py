"""The rule on events that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import quoted
from headwater.grammar.edtf import Days, days
from headwater.messages import listing, say
from headwater.model import Event, Figure, FindingKind, Level, Outcome

__all__ = ["possibly_same_event"]

TELLING = 10
"""The smallest count that events may share by more than chance."""

Count = tuple[Outcome | None, Decimal]


@rule(FindingKind.POSSIBLY_SAME_EVENT, Level.NOTE, "events", version=2)
def possibly_same_event(case: Comparison) -> Iterator[Found]:
    """Two events were told apart, but they are dated alike and have a count in common: they may be one.

    The count is ten or more, of one outcome, and in reports that do not tell of both events. One finding for two events.
    """
    shared: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    dated = {event.id: told for event in case.events if (told := days(event.span))}
    for by_event in _counts(case, dated).values():
        for one, other in _dated_alike({event: dated[event] for event in by_event}):
            shared[one, other] += [by_event[one], by_event[other]]
    events = {event.id: event for event in case.events}
    for (one, other), figures in sorted(shared.items()):
        if set(events[one].documents).isdisjoint(events[other].documents):
            yield _same(events[one], events[other], figures, case)


def _counts(case: Comparison, known: Container[str]) -> dict[Count, dict[str, Figure]]:
    """For each count, its first figure of each known event."""
    found: dict[Count, dict[str, Figure]] = defaultdict(dict)
    for measure in case.measures:
        telling = [one for one in measure.readings if one.best is not None and one.best >= TELLING]
        for figure in case.figures(replace(measure, readings=tuple(telling))) if telling else ():
            event = figure.event
            if event is not None and event in known and figure.best is not None:
                found[figure.outcome, figure.best].setdefault(event, figure)
    return found


def _dated_alike(dated: Mapping[str, Days]) -> Iterator[tuple[str, str]]:
    """The pairs of events that have a day in common, each by the lesser id first.

    Events are taken in the order of their first days, each with those before it that have not ended: a case of many events holds few
    such pairs of all that there are.
    """
    going: list[tuple[date, str]] = []
    for event, (first, last) in sorted(dated.items(), key=lambda one: (one[1], one[0])):
        going = [(end, other) for end, other in going if end >= first]
        yield from ((min(event, other), max(event, other)) for _, other in going)
        going.append((last, event))


def _same(one: Event, other: Event, figures: Sequence[Figure], case: Comparison) -> Found:
    labels = listing(quoted(event.label or say("apart.unnamed_event")) for event in (one, other))
    return Found(
        text=say("finding.possibly_same_event", events=labels),
        spans=case.first_spans(figures),
        figures=figures,
    )
