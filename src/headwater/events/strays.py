"""Reports that stand apart from the event that they can only be on: a paper of the place itself need not name it, a follow-up has news of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from headwater.events.likeness import is_before
from headwater.events.naming import day_of_event, place_of_event
from headwater.events.profile import Profile
from headwater.events.stretches import Stretch
from headwater.events.weighing import Weights

__all__ = ["taken_in"]

_LEAST, _LESS = (
    0.05,
    0.03,
)  # mean likeness to the reports on the event; where its day, and its place or how few the case's reports are, speak for it
_CLEAR = 2.0  # how many times the likeness to those on any other event
_FEW = 3  # the reports that such an event has at least
_SMALL = 12  # reports of a case in which the event that most of them are on may have fewer
_AFTER = 2  # days after the event that are still of it: who tells of none of them and is sure of a later one has another event
_SOON = 7  # days after the event on which a report may have news of its own
_LATER = 60  # days after it on which a report that tells of its place and of no other day may be published
_NEAR = 1  # days between two days that are one, told in two ways
_LOOKED_AT = 20  # reports of an event that stray ones are held against
_GROUPS = 200  # events of those weeks that a stray one is held against; where there are more, none is the only one

Group = tuple[Profile, ...]

Words = tuple[NDArray[np.int64], NDArray[np.float64]]
"""The words of some reports by number, a word as often as reports have it, with what each adds to their mean."""


@dataclass(frozen=True)
class _Home:
    """An event that reports are on: its group's number, its likeliest day, its place, and the words of its reports; `alone` where a case of few reports has no other."""

    number: int
    group: Group
    day: Stretch
    rows: Mapping[str, int]
    weights: Weights
    alone: bool

    @cached_property
    def place(self) -> str | None:
        return place_of_event(self.group)

    @cached_property
    def all_places(self) -> frozenset[str]:
        return frozenset[str]().union(*(one.all_places for one in self.group))

    @cached_property
    def words(self) -> Words:
        return _mean(self.group[:_LOOKED_AT], self.rows, self.weights)

    def least(self, stray: _Stray) -> float | None:
        """How alike reports have to be to those on the event to be on it; `None` where their days or places speak against it, or nothing for it.

        For it speaks that they tell of its day, that they name its place, or that they were published in the week after it and tell of neither day
        nor place; for one with later days of its own, that it names the place, none that the event's reports do not, and gives a count that these give, or tells of the day that one of them is on.
        """
        if _is_told_apart(self.group[:_LOOKED_AT], stray.group):
            return None
        same = stray.tells(self.day[0] - _NEAR, self.day[1] + _NEAR)
        here = not stray.places.isdisjoint(self.all_places) or self._names_any(stray)
        named = here or (self.place is not None and any(_names(one, self.place) for one in stray.group))
        if named and self._retells(stray):
            return _LEAST
        goes_back = same and (named or self.alone or self._before(stray))
        if not (goes_back or self._followed_by(stray, _LATER if named and not stray.days else _SOON)):
            return None
        if stray.places and not here:
            told = same and named
        else:
            told = same or named or stray.says_nothing
        news = not stray.told and bool(stray.published) and self._followed_by(stray, _SOON)
        return (_LESS if (same or news) and (here or self.alone) else _LEAST) if told else None

    def _retells(self, stray: _Stray) -> bool:
        """Whether reports whose days all follow the event's give a count that its own reports give, or tell of the day that one of these is on: "11 of the 42 pupils taken at Kesso were freed"."""
        first, last = self.day
        told = [day for span in stray.days for day in span] + list(stray.published)
        if not told or not all(first - _NEAR <= day <= last + _LATER for day in told):
            return False
        own = [one.days.main for one in self.group if one.days.narrated and one.days.main is not None]
        counted = not stray.places and any(not stray.counts.isdisjoint(one.counts) for one in self.group[:_LOOKED_AT])
        follows = stray.places <= self.all_places and any(stray.tells(day[0] - _NEAR, day[1] + _NEAR) for day in own)
        return counted or follows

    def _names_any(self, stray: _Stray) -> bool:
        """Whether a report of the event names the place of a stray one, wherever it stands: "Dead: Uppal 41, Lesk 22"."""
        return any(_names(one, site) for site in stray.sites for one in self.group[:_LOOKED_AT])

    def _before(self, stray: _Stray) -> bool:
        """Whether the event came between all days that reports are sure of and their publication in the week after it: those days are what led to it."""
        first, last = self.day
        soon = bool(stray.published) and all(first <= day <= last + _SOON for day in stray.published)
        return soon and all(day[1] < first for day in stray.days)

    def _followed_by(self, stray: _Stray, within: int) -> bool:
        """Whether all days that reports are sure of, and all on which they were published, are the event's or follow it, and they tell of one of its days if of any."""
        first, last = self.day
        own = not stray.days or stray.tells(first - _NEAR, last + _AFTER)
        followed = all(first - _NEAR <= day[1] and day[0] <= last + _SOON for day in stray.days)
        return own and followed and all(first <= day <= last + within for day in stray.published)


def _is_told_apart(home: Sequence[Profile], stray: Sequence[Profile]) -> bool:
    """Whether a report on either side tells that what the other side is on was some days before what it is on."""
    sides = ((home, stray), (stray, home))
    return any(is_before(one, later) for earlier, told in sides for later in told if later.behind for one in earlier)


def _names(one: Profile, place: str) -> bool:
    """Whether a report names a place, wherever it stands, but not as a person's name alone."""
    return one.words.hold(place) and place.lower() not in one.people


@dataclass(frozen=True)
class _Stray:
    """A few reports that stand by themselves, and what they tell of days and places."""

    group: Group

    @cached_property
    def told(self) -> frozenset[Stretch]:
        """All days that they tell of."""
        return frozenset(span for one in self.group for span, _ in one.days.told)

    @cached_property
    def days(self) -> frozenset[Stretch]:
        """The likeliest days of those that are sure of one."""
        return frozenset(one.days.main for one in self.group if one.days.narrated and one.days.main is not None)

    @cached_property
    def published(self) -> frozenset[int]:
        return frozenset(one.days.published for one in self.group if one.days.published is not None)

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset[str]().union(*(one.main_places for one in self.group))

    @cached_property
    def counts(self) -> frozenset[str]:
        """The counts that they give, by outcome."""
        return frozenset[str]().union(*(one.counts for one in self.group))

    @cached_property
    def sites(self) -> frozenset[str]:
        """The full names of their places."""
        return frozenset(name for one in self.group for name in one.main_sites)

    @property
    def says_nothing(self) -> bool:
        """Whether they tell of neither day nor place, and all say when they were published."""
        return not (self.days or self.places) and all(one.days.published is not None for one in self.group)

    def tells(self, first: int, last: int) -> bool:
        """Whether they tell of a day from `first` to `last`."""
        return any(begin <= last and first <= end for begin, end in self.told)

    @cached_property
    def reach(self) -> frozenset[int]:
        """The days on which the event may have fallen that they are on; empty where they tell nothing of days."""
        near = (day for first, last in self.told for day in range(first - _NEAR, last + _NEAR + 1))
        before = (day for last in self._latest() for day in range(last - _LATER, last + _NEAR + 1))
        return frozenset((*near, *before))

    def _latest(self) -> Iterator[int]:
        yield from self.published
        yield from (last for _, last in self.days)


def taken_in(groups: Sequence[Group], rows: Mapping[str, int], weights: Weights) -> list[Group]:
    """The groups, with those of one or two reports in that of the event that they can only be on.

    In a case of few reports those that were taken in may tell of what others do, which are looked at once more then.
    """
    taken = _taken_in(groups, rows, weights)
    if sum(map(len, groups)) > _SMALL or len(taken) == len(groups):
        return taken
    # Those taken in may tell of later days only, which speaks against none of the events that took them.
    alone = {group[0].document for group in groups}
    homes = [group for group in taken if len({one.document for one in group} & alone) > 1]
    return _taken_in(taken, rows, weights, homes)


def _taken_in(
    groups: Sequence[Group], rows: Mapping[str, int], weights: Weights, sure: Sequence[Group] = ()
) -> list[Group]:
    """The groups, with stray ones in those of their events; the `sure` ones are on one event whatever days they tell of.

    They are taken in by the reports on an event whose day and place go with what they tell (`_Home.least`), if their words are a little like
    theirs and less than half as like those on any other such event.

    Args:
        groups: reports on one event each.
        rows: where each document stands among the weights.
        weights: of the words of all reports.
        sure: those of the groups that took others in before.
    """
    homes: defaultdict[int, list[_Home]] = defaultdict(list)
    settled = _settled(groups)
    for number in settled:
        group = groups[number]
        if (day := day_of_event(group)) and (group in sure or _agree(group, day)):
            homes[day[0]].append(_Home(number, group, day, rows, weights, alone=len(group) < _FEW))
    guests: dict[int, list[Profile]] = {}
    lost: set[int] = set()
    for number, group in enumerate(groups):
        if len(group) < _FEW and number not in settled and homes:
            found = _home(_Stray(group), homes, rows, weights)
            if found is not None:
                guests.setdefault(found, []).extend(group)
                lost.add(number)
    return [
        tuple(sorted((*group, *guests.get(number, ())), key=lambda profile: profile.document))
        for number, group in enumerate(groups)
        if number not in lost
    ]


def _settled(groups: Sequence[Group]) -> set[int]:
    """The numbers of the groups that may take others in: those of several reports.

    A case of few reports is mostly on one event, and need not have several that are alike: there it is the largest group that tells of its day and
    its place, if any does.
    """
    several = {number for number, group in enumerate(groups) if len(group) >= _FEW}
    if several or sum(map(len, groups)) > _SMALL:
        return several
    placed = [number for number, group in enumerate(groups) if any(one.days.sure and one.places for one in group)]
    return set(sorted(placed, key=lambda number: -len(groups[number]))[:1])


def _agree(group: Group, day: Stretch) -> bool:
    """Whether most reports that tell of days tell of the event's: those on two events may have been joined by one that tells of both."""
    told = [_Stray((one,)) for one in group if one.days.told]
    return 2 * sum(one.tells(day[0] - _NEAR, day[1] + _AFTER) for one in told) > len(told)


def _home(stray: _Stray, homes: Mapping[int, Sequence[_Home]], rows: Mapping[str, int], weights: Weights) -> int | None:
    """The number of the group that a few reports are clearly most like, of those that they may be on, if any is."""
    days = [day for day in stray.reach if day in homes] if stray.reach else list(homes)
    near = [(home, least) for day in days for home in homes[day] if (least := home.least(stray)) is not None]
    if not 0 < len(near) <= _GROUPS:
        return None
    own = np.zeros(weights.width)
    np.add.at(own, *_mean(stray.group, rows, weights))
    alike = [(_likeness(own, home), -home.number, least) for home, least in near]
    best, *others = sorted(alike, reverse=True)
    clear = best[0] >= best[2] and all(best[0] >= _CLEAR * other for other, _, _ in others[:1])
    return -best[1] if clear else None


def _likeness(own: NDArray[np.float64], home: _Home) -> float:
    terms, weights = home.words
    return round(float(own[terms] @ weights), 4)


def _mean(group: Group, rows: Mapping[str, int], weights: Weights) -> Words:
    """The mean of the rows of weights of some reports."""
    places = [slice(*weights.bounds[rows[one.document] :][:2]) for one in group]
    terms = np.concatenate([weights.terms[place] for place in places])
    return terms, np.concatenate([weights.weights[place] for place in places]) / len(group)
