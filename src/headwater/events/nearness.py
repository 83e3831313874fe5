"""Which reports can be on one event at all: the parts of a case that chains of likeness connect."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from headwater.events.days_apart import MOST, Told
from headwater.events.weighing import Weights

__all__ = ["parts_of"]

_FEW = 64  # reports that are one part without a look at them
_BLOCK = 256  # rows held against all others at once
_COMMON, _SHARE = 50, 50  # words of more reports than this, and than one in so many, are common
_SLACK = 1e-3  # by which likeness may be taken too high here: what is near is looked at again
_DENSE = 8  # of so many pairs one has to be looked at before a whole block is

Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
"""Rows, other rows, and what the two have in common."""


def parts_of(told: Told, weights: Weights, least: float) -> list[list[int]]:
    """The places of reports in parts, so that two of different parts are less alike than `least`; each part in order.

    Words that few reports have are joined by the lists of their reports. What common words may add is bounded by the lengths of
    their parts of the rows (Cauchy–Schwarz), so that few pairs are looked at as a whole; those that a chain connects already are not.
    """
    size = len(weights.bounds) - 1
    if size <= _FEW:
        return [list(range(size))] if size else []
    near = _Near(weights, (least - _SLACK) / MOST)
    labels = np.arange(size)
    for start in range(0, size, _BLOCK):
        for look in (near.by_rare, near.by_common):
            one, other, cosines = look(start, min(start + _BLOCK, size), labels)
            close = cosines * told.factors(one, other) >= least - _SLACK
            labels = _joined(labels, one[close], other[close])
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


class _Near:
    """Finds pairs of rows whose cosine is at least so much, with it, and some others.

    Few rows have a rare word in common, and few have common words enough to be alike by these alone: the two are looked for apart.
    """

    def __init__(self, weights: Weights, least: float) -> None:
        size = len(weights.bounds) - 1
        spread = np.bincount(weights.terms, minlength=weights.width)
        is_common = spread > max(_COMMON, size // _SHARE)
        self._weights, self._least = weights, least
        self._is_rare = ~is_common[weights.terms]
        # The weights word by word, each word's in the order of rows; where each weight stands there, and how many of its word follow.
        order = np.argsort(weights.terms, kind="stable")
        self._rows, self._of_rows = weights.rows[order], weights.weights[order]
        self._places = np.empty(len(order), dtype=np.int64)
        self._places[order] = np.arange(len(order))
        self._later = np.cumsum(spread)[weights.terms] - self._places - 1
        self._common = _columns(weights, is_common)
        self._lengths = np.sqrt((self._common * self._common).sum(axis=1, dtype=np.float64))

    def by_rare(self, start: int, stop: int, labels: NDArray[np.int64]) -> Pairs:
        """Rows `start` to `stop` with each later row of another label that may be alike and has a rare word in common."""
        first, last = self._weights.bounds[start], self._weights.bounds[stop]
        own = np.arange(first, last)[self._is_rare[first:last]]
        places, sizes = self._places[own], self._later[own]
        mine = np.repeat(places, sizes)
        theirs = mine + 1 + np.arange(len(mine)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        here, there = self._rows[mine], self._rows[theirs]
        apart = labels[here] != labels[there]
        cells, at = np.unique(here[apart] * len(labels) + there[apart], return_inverse=True)
        shared = np.bincount(at, self._of_rows[mine[apart]] * self._of_rows[theirs[apart]], minlength=len(cells))
        one, other = np.divmod(cells, len(labels))
        near = shared + self._lengths[one] * self._lengths[other] >= self._least
        one, other = one[near], other[near]
        return one, other, shared[near] + _dots(self._common, one, other)

    def by_common(self, start: int, stop: int, labels: NDArray[np.int64]) -> Pairs:
        """Rows `start` to `stop` with each later row of another label that may be alike by common words alone, and what of these they share."""
        common, lengths = self._common, self._lengths
        here = lengths[start:stop]
        long = start + np.flatnonzero(lengths[start:] * here.max() >= self._least)
        one, other = np.nonzero(here[:, None] * lengths[None, long] >= self._least)
        apart = (long[other] > one + start) & (labels[long[other]] != labels[one + start])
        one, other = one[apart], other[apart]
        if _DENSE * len(one) > len(here) * len(long):
            shared = (common[start:stop] @ common[long].T)[one, other].astype(np.float64)
        else:
            shared = _dots(common, one + start, long[other])
        return one + start, long[other], shared


def _columns(weights: Weights, is_common: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The common words of all rows."""
    column = np.cumsum(is_common) - 1
    here = is_common[weights.terms]
    found = np.zeros((len(weights.bounds) - 1, int(is_common.sum())), dtype=np.float32)
    found[weights.rows[here], column[weights.terms[here]]] = weights.weights[here]
    return found


def _dots(vectors: NDArray[np.float32], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    found = np.zeros(len(one))
    for start in range(0, len(one), 1 << 14):
        here = slice(start, start + (1 << 14))
        found[here] = np.einsum("ij,ij->i", vectors[one[here]], vectors[other[here]])
    return found
