"""How alike reports are in what they are about: one number for each pair, from words, names and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.events.days_apart import FOLLOWED, OTHER, Told
from headwater.events.profile import Profile
from headwater.events.weighing import Weights, weights_of

__all__ = ["NEVER", "Matrix", "is_before", "likeness"]

NEVER = -1.0
"""The likeness of two reports that one of them tells to be on two events."""

Matrix = NDArray[np.float64]


def likeness(
    profiles: Sequence[Profile],
    weights: Weights | None = None,
    told: Told | None = None,
    rows: Sequence[int] | None = None,
) -> Matrix:
    """A symmetric matrix of likeness, 0 to about 1.5, rounded to four places.

    The cosine of weighted words, more where both tell of the same day for their event; less where their days exclude each other and
    neither may have fallen on the other's; least where their days differ and one's place is unknown to the other. Below 0 of two that
    are never on one event, whatever others they are like (`is_before`).

    Args:
        profiles: the reports.
        weights: of all reports of the case; of these alone where none are given.
        told: the days that all of them tell of; those of these alone where none are given.
        rows: where the profiles stand among the weights and days; in their order where nothing is given.
    """
    weights, told = weights or weights_of(profiles), told or Told.of(profiles)
    places = np.arange(len(profiles)) if rows is None else np.array(rows, dtype=np.int64)
    vectors = weights.dense(places)
    cosines = (vectors @ vectors.T).astype(np.float64)
    found = np.round(cosines * _factors(profiles, told, places), 4)
    for at, named in _namesakes(profiles):
        found[at, named] = found[named, at] = np.round(found[at, named] * OTHER, 4)
    for at, apart in _before(profiles):
        found[at, apart] = found[apart, at] = NEVER
    return found


def _factors(profiles: Sequence[Profile], told: Told, places: NDArray[np.int64]) -> Matrix:
    """What the cosines are multiplied with."""
    size = len(profiles)
    one, other = np.repeat(places, size), np.tile(places, size)
    factors = told.factors(one, other)
    gaps, both = told.gaps(one, other)
    elsewhere = both & (gaps > FOLLOWED)
    if elsewhere.any():
        factors[elsewhere & _elsewhere(profiles).ravel()] = OTHER
    return factors.reshape(size, size)


def _namesakes(profiles: Sequence[Profile]) -> Iterator[tuple[int, list[int]]]:
    """Which reports have the name of others' place as a person's only, and places of their own that those do not name; with those others."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        first = min(profile.places, key=lambda name: (-profile.places[name], name), default="")
        by_place[first.lower()].append(at)
    for at, profile in enumerate(profiles):
        if profile.people and profile.sites:
            named = sorted(other for name in profile.people & by_place.keys() for other in by_place[name])
            main = profile.main_places if named else frozenset[str]()
            if found := [other for other in named if main.isdisjoint(profiles[other].all_places)]:
                yield at, found


def _before(profiles: Sequence[Profile]) -> Iterator[tuple[int, list[int]]]:
    """Which reports tell that others' happening was some days before their own, at a place of its own; with those others."""
    told = [at for at, profile in enumerate(profiles) if profile.behind]
    there = [_scene(profile) for profile in profiles] if told else []
    for at in told:
        if found := [other for other in range(len(profiles)) if _is_behind(there[other], there[at], profiles[at])]:
            yield at, found


def is_before(one: Profile, later: Profile) -> bool:
    """Whether one report is on what another, at a place of its own, tells to have been some days before what that is on."""
    return _is_behind(_scene(one), _scene(later), later)


def _scene(profile: Profile) -> frozenset[str]:
    return profile.main_places or profile.all_places


def _is_behind(there: frozenset[str], here: frozenset[str], later: Profile) -> bool:
    return not there.isdisjoint(later.behind) and bool(here) and here.isdisjoint(there)


def _elsewhere(profiles: Sequence[Profile]) -> NDArray[np.bool_]:
    """Whether of two reports one names as the place of its event none that the other names at all."""
    places = sorted({place for profile in profiles for place in profile.all_places})
    index = {place: at for at, place in enumerate(places)}
    main, every = (np.zeros((len(profiles), len(index)), dtype=np.float32) for _ in range(2))
    for at, profile in enumerate(profiles):
        main[at, [index[place] for place in profile.main_places]] = 1
        every[at, [index[place] for place in profile.all_places]] = 1
    placed = (main.sum(axis=1) > 0) & np.array([profile.days.sure for profile in profiles])
    strange = (main @ every.T == 0) & placed[:, None] & placed[None, :]
    return np.asarray(strange | strange.T, dtype=np.bool_)
