"""The rule on events that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from headwater.examine.account import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import listing
from headwater.grammar.edtf import days, overlap
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
    for by_event in _counts(case).values():
        for one, other in combinations(sorted(by_event), 2):
            shared[one, other] += [by_event[one], by_event[other]]
    events = {event.id: event for event in case.events}
    for (one, other), figures in sorted(shared.items()):
        if _may_be_one(events[one], events[other]):
            yield _same(events[one], events[other], figures, case)


def _counts(case: Comparison) -> dict[Count, dict[str, Figure]]:
    """For each count, its first figure of each event."""
    found: dict[Count, dict[str, Figure]] = defaultdict(dict)
    known = {event.id for event in case.events}
    for measure in case.measures:
        for figure in case.figures(measure):
            if figure.event in known and figure.best is not None and figure.best >= TELLING:
                found[figure.outcome, figure.best].setdefault(figure.event, figure)
    return found


def _may_be_one(one: Event, other: Event) -> bool:
    a, b = days(one.span), days(other.span)
    if a is None or b is None or set(one.documents) & set(other.documents):
        return False
    return overlap(a, b)


def _same(one: Event, other: Event, figures: Sequence[Figure], case: Comparison) -> Found:
    labels = listing(f"“{event.label or 'no place or date'}”" for event in (one, other))
    return Found(
        text=f"{labels} may be one event: they are dated alike and share a count.",
        spans=case.first_spans(figures),
        figures=figures,
    )
