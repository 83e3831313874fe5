"""Which reports can be on one event at all: the parts of a case that chains of likeness connect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.events.days_apart import MOST, Told
from headwater.events.profile import Profile
from headwater.events.weighing import Weights

__all__ = ["parts_of"]

_FEW = 64  # reports that are one part without a look at them
_BLOCK = 256  # rows held against all others at once
_COMMON, _SHARE = 50, 50  # words of more reports than this, and than one in so many, are common
_SLACK = 1e-3  # by which likeness may be taken too high here: what is near is looked at again
_DENSE = 8  # of so many pairs one has to be looked at before a whole block is

Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
"""Rows, other rows, and what the two have in common."""


def parts_of(profiles: Sequence[Profile], weights: Weights, least: float) -> list[list[int]]:
    """The places of the profiles in parts, so that two of different parts are less alike than `least`; each part in order.

    Words that few reports have are joined by the lists of their reports. What common words may add is bounded by the lengths of
    their parts of the rows (Cauchy–Schwarz), so that few pairs are looked at as a whole.
    """
    size = len(profiles)
    if size <= _FEW:
        return [list(range(size))] if size else []
    told = Told.of(profiles)
    labels = np.arange(size)
    for one, other, cosines in _near_pairs(weights, (least - _SLACK) / MOST):
        near = cosines * told.factors(one, other) >= least - _SLACK
        labels = _joined(labels, one[near], other[near])
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    return [part.tolist() for part in np.split(order, cuts)]


def _joined(labels: NDArray[np.int64], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """The least place that each place is connected with, once pairs are connected as well."""
    while True:
        a, b = labels[one], labels[other]
        apart = a != b
        if not apart.any():
            return labels
        lower, higher = np.minimum(a[apart], b[apart]), np.maximum(a[apart], b[apart])
        target = np.arange(len(labels))
        np.minimum.at(target, higher, lower)
        while not np.array_equal(target[target], target):
            target = target[target]
        labels = target[labels]


@dataclass(frozen=True, slots=True)
class _Lists:
    """Of each word that few reports have, the places of its weights among all, in the order of rows."""

    bounds: NDArray[np.int64]
    places: NDArray[np.int64]


def _near_pairs(weights: Weights, least: float) -> Iterator[Pairs]:
    """All pairs of rows whose cosine is at least so much, with it, and some others; a pair may come twice, once with less than its cosine.

    Few rows have a rare word in common, and few have common words enough to be alike by these alone: the two are looked for apart.
    """
    size = len(weights.bounds) - 1
    spread = np.bincount(weights.terms, minlength=weights.width)
    is_common = spread > max(_COMMON, size // _SHARE)
    common = _columns(weights, is_common)
    lengths = np.sqrt((common * common).sum(axis=1, dtype=np.float64))
    rows, rare = weights.rows, ~is_common[weights.terms]
    places = np.argsort(weights.terms, kind="stable")
    lists = _Lists(np.concatenate(([0], np.cumsum(spread))), places)
    for start in range(0, size, _BLOCK):
        stop = min(start + _BLOCK, size)
        one, other, found = _rare(weights, rows, rare, lists, start, stop)
        near = found + lengths[one] * lengths[other] >= least
        one, other = one[near], other[near]
        yield one, other, found[near] + _dots(common, one, other)
        yield _by_common(common, lengths, least, start, stop)


def _columns(weights: Weights, is_common: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The common words of all rows."""
    column = np.cumsum(is_common) - 1
    here = is_common[weights.terms]
    found = np.zeros((len(weights.bounds) - 1, int(is_common.sum())), dtype=np.float32)
    found[weights.rows[here], column[weights.terms[here]]] = weights.weights[here]
    return found


def _rare(
    weights: Weights,
    rows: NDArray[np.int64],
    rare: NDArray[np.bool_],
    lists: _Lists,
    start: int,
    stop: int,
) -> Pairs:
    """What rows `start` to `stop` have in common with each later row, by rare words; pairs that have no such word are left out."""
    first, last = weights.bounds[start], weights.bounds[stop]
    own = np.arange(first, last)[rare[first:last]]
    terms = weights.terms[own]
    sizes = lists.bounds[terms + 1] - lists.bounds[terms]
    begin = np.repeat(lists.bounds[terms] - np.cumsum(sizes) + sizes, sizes)
    theirs = lists.places[begin + np.arange(len(begin))]
    mine = np.repeat(own, sizes)
    later = rows[theirs] > rows[mine]
    mine, theirs = mine[later], theirs[later]
    width = len(weights.bounds) - 1
    cells, at = np.unique(rows[mine] * width + rows[theirs], return_inverse=True)
    shared = np.bincount(at, weights.weights[mine] * weights.weights[theirs], minlength=len(cells))
    one, other = np.divmod(cells, width)
    return one, other, np.asarray(shared, dtype=np.float64)


def _by_common(common: NDArray[np.float32], lengths: NDArray[np.float64], least: float, start: int, stop: int) -> Pairs:
    """Rows `start` to `stop` with each later row that may be alike by common words alone, and what common words they share."""
    here = lengths[start:stop]
    long = start + np.flatnonzero(lengths[start:] * here.max() >= least)
    one, other = np.nonzero(here[:, None] * lengths[None, long] >= least)
    later = long[other] > one + start
    one, other = one[later], other[later]
    if _DENSE * len(one) > len(here) * len(long):
        shared = (common[start:stop] @ common[long].T)[one, other].astype(np.float64)
    else:
        shared = _dots(common, one + start, long[other])
    return one + start, long[other], shared


def _dots(vectors: NDArray[np.float32], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    found = np.zeros(len(one))
    for start in range(0, len(one), 1 << 14):
        here = slice(start, start + (1 << 14))
        found[here] = np.einsum("ij,ij->i", vectors[one[here]], vectors[other[here]])
    return found
