"""As of when a figure holds, and which figures can be compared at all."""

from __future__ import annotations

from datetime import date, timedelta

from headwater.examine.account import Comparison
from headwater.grammar.edtf import days, overlap
from headwater.model import Figure

__all__ = ["SETTLED", "comparable", "day_of", "time_of"]

SETTLED = timedelta(days=60)
"""How long after an event its counts are taken as settled: later reports are compared whatever their days."""


def day_of(figure: Figure, case: Comparison) -> tuple[date, date] | None:
    """The first and last day that a figure may hold for: its own as-of, else its report's day of publication."""
    return days(figure.as_of) or days(case.account(figure.document).report.published)


def time_of(figure: Figure, case: Comparison) -> tuple[tuple[date, date] | None, bool]:
    """The days that a figure may hold for, and whether they are so long after its event that its count is settled.

    A report that gives no day of its own was written after the last day that it tells of.
    """
    day, event = day_of(figure, case), days(case.event_spans.get(figure.event or ""))
    first = day[0] if day else case.account(figure.document).written_after
    if first is None or event is None:
        return day, False
    return day, first - event[1] >= SETTLED


def comparable(one: Figure, other: Figure, case: Comparison) -> bool:
    """Whether two figures hold for one time: days that overlap, both long after the event, or both unknown of an event with a day.

    Of an event without a day, both must be told of a place in common. In one report two figures without a day hold for the time of
    that report.
    """
    (a, late), (b, also_late) = time_of(one, case), time_of(other, case)
    if late and also_late:
        return True
    if a is None and b is None:
        known = one.document == other.document or case.event_spans.get(one.event or "") is not None
        return known or case.scenes.share_place(one, other)
    return a is not None and b is not None and overlap(a, b)
