"""As of when a figure holds, and which figures can be compared at all."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from headwater.examine.comparison import Comparison
from headwater.examine.scenes import two_voices
from headwater.grammar.edtf import days, overlap
from headwater.model import Figure, Outcome

__all__ = ["CUMULATIVE", "SETTLED", "SOON", "comparable", "day_of", "fallen", "time_of"]

SETTLED = timedelta(days=60)
"""How long after an event its counts are taken as settled: later reports are compared whatever their days."""

SOON = timedelta(days=45)
"""How long a count may stand and still be corrected by a lower one; months later other things are counted."""

FOUR_FIFTHS = Decimal("0.8")
"""What a lower toll of a later day must be of the earlier one where nobody or one alone is named for the two."""

CUMULATIVE = frozenset(
    {
        Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.BEREAVED, Outcome.DISABLED, Outcome.HOSPITALISED,
        Outcome.CAPTURED, Outcome.DISPLACED, Outcome.DESTROYED, Outcome.DAMAGED, Outcome.DAMAGE_COST, Outcome.AFFECTED,
    }
)  # fmt: skip
"""Outcomes whose total can only grow; the missing are found, the trapped freed, and so on."""


def day_of(figure: Figure, case: Comparison) -> tuple[date, date] | None:
    """The first and last day that a figure may hold for: its own as-of, else its report's day of publication, else that of its last change."""
    report = case.account(figure.document).report
    return days(figure.as_of) or days(report.published) or days(report.modified)


def time_of(figure: Figure, case: Comparison) -> tuple[tuple[date, date] | None, bool]:
    """The days that a figure may hold for, and whether they are so long after its event that its count is settled.

    A report that gives no day of its own was written after the last day that it tells of.
    """
    day, event = day_of(figure, case), days(case.event_spans.get(figure.event or ""))
    first = day[0] if day else case.account(figure.document).written_after
    if first is None or event is None:
        return day, False
    return day, first - event[1] >= SETTLED


def fallen(one: Figure, other: Figure, case: Comparison) -> bool:
    """Whether two counts of the dead are given for different days, and the one for the later day is the lower one.

    A toll that grows from day to day contradicts nobody; one that is lower than what others gave before cannot stand beside it. It is
    four fifths of the other or more, and more than half where two speakers are named: below that it is mostly of something smaller. Where two
    are named it may also be nobody at all. Where the sentences name places, they have one in common: what one town counts is no later count of another's.
    """
    a, b = day_of(one, case), day_of(other, case)
    if one.outcome is not Outcome.KILLED or a is None or b is None or one.best is None or other.best is None:
        return False
    (first, earlier), (then, later) = sorted(((a, one.best), (b, other.best)))
    before, after = (one, other) if a < b else (other, one)
    named = two_voices(one, other)
    enough = later >= (earlier / 2 if named else earlier * FOUR_FIFTHS) or (named and later == 0)
    falls = first[1] < then[0] <= first[1] + SOON and enough and later < earlier
    return falls and not case.scenes.places.apart(one, other) and not case.scenes.moves(before, after)


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
        return known or case.scenes.places.share(one, other)
    return a is not None and b is not None and overlap(a, b)
