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
    """All pairs of rows whose cosine is at least so much, with it, and some others."""
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
        found = _rare(weights, rows, rare, lists, start, stop)
        bounds = found + lengths[start:stop, None] * lengths[None, start:]
        one, other = np.nonzero(np.triu(bounds >= least, 1))
        if _DENSE * len(one) > found.size:
            shared = (common[start:stop] @ common[start:].T)[one, other]
        else:
            shared = _dots(common, one + start, other + start)
        yield one + start, other + start, found[one, other] + shared


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
) -> NDArray[np.float64]:
    """What rows `start` to `stop` have in common with each row from `start` on, by rare words."""
    first, last = weights.bounds[start], weights.bounds[stop]
    own = np.arange(first, last)[rare[first:last]]
    terms = weights.terms[own]
    sizes = lists.bounds[terms + 1] - lists.bounds[terms]
    begin = np.repeat(lists.bounds[terms] - np.cumsum(sizes) + sizes, sizes)
    theirs = lists.places[begin + np.arange(len(begin))]
    mine = np.repeat(own, sizes)
    later = rows[theirs] >= start
    mine, theirs = mine[later], theirs[later]
    width = len(weights.bounds) - 1 - start
    cells = (rows[mine] - start) * width + rows[theirs] - start
    shared = np.bincount(cells, weights.weights[mine] * weights.weights[theirs], minlength=(stop - start) * width)
    return np.asarray(shared, dtype=np.float64).reshape(stop - start, width)


def _dots(vectors: NDArray[np.float32], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    found = np.zeros(len(one))
    for start in range(0, len(one), 1 << 14):
        here = slice(start, start + (1 << 14))
        found[here] = np.einsum("ij,ij->i", vectors[one[here]], vectors[other[here]])
    return found
