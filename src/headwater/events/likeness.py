"""How alike reports are in what they are about: one number for each pair, from words, names and days."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.events.profile import Profile

__all__ = ["Matrix", "likeness"]

Matrix = NDArray[np.float64]

_NAME = 2.0  # how much more a name tells than another word
# Reports are weighed as if so many others, on other events, were beside them: otherwise what all reports of a folder share
# would count for nothing, and a folder on one event would fall apart.
_OTHERS, _OTHER_WORD, _OTHER_NAME = 60, 6, 1
_TERMS = 400  # the heaviest terms of a report, beyond which little is left
_AGREE, _CONFLICT, _OTHER = 1.5, 0.45, 0.25
_NEAR, _FOLLOWED, _APART, _LATER = (
    1,
    2,
    3,
    60,
)  # days; reports that follow up are dated by their own news, and what is told long after is seldom dated by its own day


def likeness(profiles: Sequence[Profile]) -> Matrix:
    """A symmetric matrix of likeness, 0 to about 1.5, rounded to four places.

    The cosine of weighted words (logarithmic counts, times the logarithm of how rare a word is among the reports and some imagined
    others), more where both tell of the same day for their event; less where their days exclude each other and neither may have
    fallen on the other's; least where their days differ and one's place is unknown to the other.
    """
    rows = _weights(profiles)
    vectors = _vectors(rows)
    cosines = (vectors @ vectors.T).astype(np.float64)
    return np.round(cosines * _days(profiles), 4)


def _vectors(rows: Sequence[dict[str, float]]) -> NDArray[np.float32]:
    """The rows over the terms that at least two of them share: others add nothing to any pair."""
    shared = Counter(term for row in rows for term in row)
    index = {term: place for place, term in enumerate(sorted(term for term, count in shared.items() if count > 1))}
    vectors = np.zeros((len(rows), len(index)), dtype=np.float32)
    for place, row in enumerate(rows):
        for term, weight in row.items():
            if term in index:
                vectors[place, index[term]] = weight
    return vectors


def _weights(profiles: Sequence[Profile]) -> list[dict[str, float]]:
    seen = Counter(word for profile in profiles for word in profile.words)
    return [_unit(_heaviest(profile, seen, len(profiles))) for profile in profiles]


def _heaviest(profile: Profile, seen: Counter[str], reports: int) -> dict[str, float]:
    weights = {}
    for word, count in profile.words.items():
        name = word in profile.names
        rare = math.log((reports + _OTHERS) / (seen[word] + (_OTHER_NAME if name else _OTHER_WORD)))
        if rare > 0:
            weights[word] = (1 + math.log(count)) * rare * (_NAME if name else 1)
    return dict(sorted(weights.items(), key=lambda one: (-round(one[1], 4), one[0]))[:_TERMS])


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _days(profiles: Sequence[Profile]) -> Matrix:
    """What the cosines are multiplied with."""
    mains = [profile.days.main for profile in profiles]
    first = np.array([main[0] if main else 0 for main in mains])
    last = np.array([main[1] if main else 0 for main in mains])
    known = np.array([main is not None for main in mains])
    both = known[:, None] & known[None, :]
    gaps = np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None])
    mention = np.array([_mentions(profile, first, last) for profile in profiles]).reshape(len(profiles), len(profiles))
    apart = both & (gaps > _APART) & ~mention & ~mention.T
    conflict = np.where(gaps <= _LATER, _OTHER, _CONFLICT)
    elsewhere = both & (gaps > _FOLLOWED) & _elsewhere(profiles)
    factors = np.where(both & (gaps <= _NEAR), _AGREE, np.where(apart, conflict, 1.0))
    return np.where(elsewhere, np.minimum(factors, _OTHER), factors)


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


def _mentions(profile: Profile, first: NDArray[np.int_], last: NDArray[np.int_]) -> NDArray[np.bool_]:
    """For each report, whether this one's event may have fallen on a time that holds the other's main day."""
    found = np.zeros(len(first), dtype=bool)
    for start, end in sorted(set(profile.days.likely)):
        found |= (first >= start - _NEAR) & (last <= end + _NEAR)
    return found
