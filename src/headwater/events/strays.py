"""Reports that do not tell where their event took place: a paper of the place itself need not say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.events.days import Stretch
from headwater.events.naming import place_of_event
from headwater.events.profile import Profile
from headwater.events.weighing import Weights

__all__ = ["taken_in"]

_LEAST, _CLEAR = 0.05, 2.0  # mean likeness to the reports on the event, and how many times that to those on any other
_FEW = 3  # the reports that such an event has at least
_SOON = 7  # days after the event within which the report was published, and dates its own news
_NEAR = 1  # days between two days that are one, told in two ways
_LOOKED_AT = 20  # reports of a group that a stray one is held against
_GROUPS = 200  # events of one week that a stray one is held against; where there are more, none is the only one

Group = tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class _Home:
    """An event that several reports are on: its group's number, its likeliest day and its place."""

    number: int
    day: Stretch
    place: str | None

    def may_hold(self, group: Group) -> bool:
        """Whether reports that tell of no place may be on the event: nothing in them speaks against its day, and one thing for it.

        For it speaks that they tell of the same day, or hold the name of its place, or were published in the week after it and tell of no day.
        """
        first, last = self.day
        told = [one.days.main for one in group if one.days.sure and one.days.main is not None]
        published = [one.days.published for one in group if one.days.published is not None]
        if any(day < first or day > last + _SOON for day in published):
            return False
        if any(day[1] < first - _NEAR or day[0] > last + _SOON for day in told):
            return False
        same = any(day[0] <= last + _NEAR for day in told)
        undated = not told and len(published) == len(group)
        return same or undated or (self.place is not None and any(one.words.hold(self.place) for one in group))


def taken_in(groups: Sequence[Group], rows: Mapping[str, int], weights: Weights) -> list[Group]:
    """The groups, with those of one or two reports that tell of no place in that of the event that they can only be on.

    They are taken in by the reports on an event whose day and place go with what they tell (`_Home`), if their words are a little like
    theirs and less than half as like those on any other such event.

    Args:
        groups: reports on one event each.
        rows: where each document stands among the weights.
        weights: of the words of all reports.
    """
    homes = [
        _Home(number, day, place_of_event(group))
        for number, group in enumerate(groups)
        if len(group) >= _FEW and (day := _day(group))
    ]
    guests: dict[int, list[Profile]] = {}
    lost: set[int] = set()
    for number, group in enumerate(groups):
        if len(group) < _FEW and not any(one.sites for one in group):
            near = [home.number for home in homes if home.may_hold(group)]
            found = _home(group, near, groups, rows, weights) if 0 < len(near) <= _GROUPS else None
            if found is not None:
                guests.setdefault(found, []).extend(group)
                lost.add(number)
    return [
        tuple(sorted((*group, *guests.get(number, ())), key=lambda profile: profile.document))
        for number, group in enumerate(groups)
        if number not in lost
    ]


def _day(group: Group) -> Stretch | None:
    """The likeliest day of most of the reports that are sure of one, the earliest where several are; that of all where none is sure."""
    sure = [one for one in group if one.days.sure] or group
    told = Counter(one.days.main for one in sure if one.days.main is not None)
    return min(told, key=lambda day: (-told[day], day)) if told else None


def _home(
    group: Group, near: Sequence[int], groups: Sequence[Group], rows: Mapping[str, int], weights: Weights
) -> int | None:
    """The number of the group that a few reports are clearly most like, if any is."""
    own = np.zeros(weights.width)
    for one in group:
        here = _row(weights, rows[one.document])
        own[weights.terms[here]] += weights.weights[here] / len(group)

    def likeness(number: int) -> float:
        each = (_row(weights, rows[one.document]) for one in groups[number][:_LOOKED_AT])
        return round(float(np.mean([own[weights.terms[row]] @ weights.weights[row] for row in each])), 4)

    best, *others = sorted(((likeness(number), -number) for number in near), reverse=True)
    clear = best[0] >= _LEAST and all(best[0] >= _CLEAR * other for other, _ in others[:1])
    return -best[1] if clear else None


def _row(weights: Weights, row: int) -> slice:
    return slice(weights.bounds[row], weights.bounds[row + 1])
