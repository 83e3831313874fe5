"""Reports that tell neither place nor day of what they are on: a paper of the place itself need say neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from headwater.events.days import Stretch
from headwater.events.profile import Profile
from headwater.events.weighing import Weights

__all__ = ["taken_in"]

_LEAST, _CLEAR = 0.05, 2.0  # mean likeness to the reports on the event, and how many times that to those on any other
_FEW = 3  # the reports that such an event has at least
_SOON = 7  # days after the event within which the report was published
_LOOKED_AT = 20  # reports of a group that a stray one is held against
_GROUPS = 200  # events of one week that a stray one is held against; where there are more, none is the only one

Group = tuple[Profile, ...]


def taken_in(groups: Sequence[Group], rows: Mapping[str, int], weights: Weights) -> list[Group]:
    """The groups, with each report that stood alone and tells neither place nor day in that of the event it can only be on.

    It is taken in by the reports on an event of the week before it was published, if its words are a little like theirs and less than
    half as like those on any other event.

    Args:
        groups: reports on one event each.
        rows: where each document stands among the weights.
        weights: of the words of all reports.
    """
    days = {number: _day(group) for number, group in enumerate(groups) if len(group) >= _FEW}
    homes: dict[int, list[Profile]] = {}
    lost: set[int] = set()
    for number, group in enumerate(groups):
        profile = group[0]
        if len(group) == 1 and days and not profile.sites and not profile.days.sure:
            near = [other for other, day in days.items() if _soon_after(profile, day)]
            home = _home(profile, near, groups, rows, weights) if 0 < len(near) <= _GROUPS else None
            if home is not None:
                homes.setdefault(home, []).append(profile)
                lost.add(number)
    return [
        tuple(sorted((*group, *homes.get(number, ())), key=lambda profile: profile.document))
        for number, group in enumerate(groups)
        if number not in lost
    ]


def _day(group: Group) -> Stretch | None:
    """The likeliest day of most of the reports, the earliest where several are."""
    told = Counter(one.days.main for one in group if one.days.main is not None)
    return min(told, key=lambda day: (-told[day], day)) if told else None


def _soon_after(profile: Profile, day: Stretch | None) -> bool:
    published = profile.days.published
    return day is not None and published is not None and day[0] <= published <= day[1] + _SOON


def _home(
    profile: Profile, near: Sequence[int], groups: Sequence[Group], rows: Mapping[str, int], weights: Weights
) -> int | None:
    """The number of the group that a report is clearly most like, if any is."""
    own = np.zeros(weights.width)
    here = _row(weights, rows[profile.document])
    own[weights.terms[here]] = weights.weights[here]

    def likeness(number: int) -> float:
        each = (_row(weights, rows[one.document]) for one in groups[number][:_LOOKED_AT])
        return round(float(np.mean([own[weights.terms[row]] @ weights.weights[row] for row in each])), 4)

    best, *others = sorted(((likeness(number), -number) for number in near), reverse=True)
    clear = best[0] >= _LEAST and all(best[0] >= _CLEAR * other for other, _ in others[:1])
    return -best[1] if clear else None


def _row(weights: Weights, row: int) -> slice:
    return slice(weights.bounds[row], weights.bounds[row + 1])
