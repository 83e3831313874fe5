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
_AGREE, _CONFLICT, _FAR_OFF = 1.5, 0.45, 0.25
_NEAR, _APART, _FAR = 1, 3, 30  # days


def likeness(profiles: Sequence[Profile]) -> Matrix:
    """A symmetric matrix of likeness, 0 to about 1.5, rounded to four places.

    The cosine of weighted words (logarithmic counts, times the logarithm of how rare a word is among the reports and some imagined
    others), more where both tell of the same day for their event, less where their days exclude each other, still less where a month lies between, and neither report
    mentions the other's.
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
    conflict = np.where(gaps > _FAR, _FAR_OFF, _CONFLICT)
    return np.where(both & (gaps <= _NEAR), _AGREE, np.where(apart, conflict, 1.0))


def _mentions(profile: Profile, first: NDArray[np.int_], last: NDArray[np.int_]) -> NDArray[np.bool_]:
    """For each report, whether this one tells of a time that holds the other's main day."""
    found = np.zeros(len(first), dtype=bool)
    for start, end in sorted(set(profile.days.spans)):
        found |= (first >= start - _NEAR) & (last <= end + _NEAR)
    return found
