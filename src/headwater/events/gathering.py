"""Gathers reports on one event: agglomeration by mean likeness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.events.days_apart import Told
from headwater.events.likeness import Matrix, likeness
from headwater.events.nearness import parts_of
from headwater.events.profile import Profile
from headwater.events.strays import taken_in
from headwater.events.weighing import weights_of

__all__ = ["THRESHOLD", "gather"]

THRESHOLD = 0.145
"""Mean likeness below which two groups of reports are on different events."""

_LEAST = THRESHOLD - 5e-5  # a mean of likenesses that rounds to the threshold needs one at this
_MOST = 2000  # reports compared each with each; of more, groups are made first and then compared


def gather(profiles: Sequence[Profile]) -> list[tuple[Profile, ...]]:
    """Groups of reports on one event each, in order of their first document; the order of the profiles does not matter.

    The two most alike groups are joined, and again, until none are alike enough; the likeness of groups is the mean over their
    pairs (UPGMA). Only what chains of likeness connect is held against each other (`nearness`). Where that is more than 2,000
    reports, each batch of so many is grouped by itself and then the groups by their largest members. Last, reports that tell
    neither place nor day are taken in by the event that they can only be on (`strays`).
    """
    ordered = sorted(profiles, key=lambda profile: profile.document)
    weights = weights_of(ordered)
    groups: list[tuple[Profile, ...]] = []
    told = Told.of(ordered)
    for part in parts_of(told, weights, _LEAST):
        found: list[tuple[Profile, ...]] = []
        for start in range(0, len(part), _MOST):
            places = part[start : start + _MOST]
            batch = [ordered[place] for place in places]
            found += (tuple(batch[at] for at in group) for group in agglomerate(likeness(batch, weights, told, places)))
        groups += _joined(found) if len(part) > _MOST else found
    groups.sort(key=lambda group: group[0].document)
    rows = {profile.document: row for row, profile in enumerate(ordered)}
    return sorted(taken_in(groups, rows, weights), key=lambda group: group[0].document)


def _joined(groups: list[tuple[Profile, ...]]) -> list[tuple[Profile, ...]]:
    """The groups of batches, joined where the reports with most words of each are alike enough."""
    heads = [max(group, key=lambda profile: (len(profile.words), profile.document)) for group in groups[:_MOST]]
    joined = [
        tuple(sorted((one for at in group for one in groups[at]), key=lambda profile: profile.document))
        for group in agglomerate(likeness(heads))
    ]
    return [*joined, *groups[_MOST:]]


def agglomerate(alike: Matrix) -> list[list[int]]:
    """Groups of places in a matrix of likeness, by mean linkage down to the threshold; ties go to the first places.

    A mean at the threshold needs a pair at it: places that no chain of such pairs connects are grouped apart.
    """
    found = []
    for part in _connected(alike >= _LEAST):
        found += [[part[place] for place in group] for group in _linked(alike[np.ix_(part, part)])]
    return sorted(found)


def _connected(near: NDArray[np.bool_]) -> list[list[int]]:
    """The places that pairs connect, each part in order."""
    parts, left = [], np.ones(len(near), dtype=np.bool_)
    for start in range(len(near)):
        if not left[start]:
            continue
        inside = np.zeros(len(near), dtype=np.bool_)
        inside[start] = True
        edge = [start]
        while edge:
            found = near[edge].any(axis=0) & ~inside
            inside |= found
            edge = np.flatnonzero(found).tolist()
        left &= ~inside
        parts.append(np.flatnonzero(inside).tolist())
    return parts


def _linked(alike: Matrix) -> list[list[int]]:
    size = len(alike)
    if not (alike + np.eye(size) < THRESHOLD).any():
        return [list(range(size))] if size else []  # means of such pairs never fall below it
    groups: dict[int, list[int]] = {place: [place] for place in range(size)}
    means = alike.copy()
    np.fill_diagonal(means, -1.0)
    nearest, best = means.argmax(axis=1), means.max(axis=1)
    while len(groups) > 1:
        one = int(best.argmax())
        if round(float(best[one]), 4) < THRESHOLD:
            break
        one, other = sorted((one, int(nearest[one])))
        counts = len(groups[one]), len(groups[other])
        merged = (counts[0] * means[one] + counts[1] * means[other]) / sum(counts)
        merged[[one, other]] = -1.0
        merged[(means[one] < 0) | (means[other] < 0)] = -1.0  # gone, or never on one event
        means[one], means[:, one] = merged, merged
        means[other], means[:, other] = -1.0, -1.0
        groups[one] += groups.pop(other)
        # Whoever was nearest to either may now be nearest to another; for the others only the new group can have come nearer.
        nearer = (merged > best) | ((merged == best) & (one < nearest))
        best[nearer], nearest[nearer] = merged[nearer], one
        stale = np.flatnonzero(((nearest == one) | (nearest == other)) & ~nearer | (np.arange(size) == one))
        nearest[stale] = means[stale].argmax(axis=1)
        best[stale] = means[stale, nearest[stale]]
        best[other] = -1.0
    return [sorted(group) for group in groups.values()]
