"""How much each word tells of what a report is about: rows of weights, of length one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.events.profile import Profile

__all__ = ["Weights", "weights_of"]

_NAME = 2.0  # how much more a name tells than another word
# Reports are weighed as if so many others, on other events, were beside them: otherwise what all reports of a folder share
# would count for nothing, and a folder on one event would fall apart.
_OTHERS, _OTHER_WORD, _OTHER_NAME = 60, 6, 1
_TERMS = 400  # the heaviest terms of a report, beyond which little is left

Places = NDArray[np.int64]
"""Rows by number."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Rows of weights: those of row `r` are `weights[bounds[r]:bounds[r + 1]]`, of the words numbered `terms[…]`, each below `width`.

    Words that only one row has are left out, since they add nothing to any pair.
    """

    bounds: NDArray[np.int64]
    terms: NDArray[np.int64]
    weights: NDArray[np.float64]
    width: int

    @property
    def rows(self) -> NDArray[np.int64]:
        """The row of each weight."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    def dense(self, rows: Places) -> NDArray[np.float32]:
        """Some rows, over the words that any of them has."""
        starts = self.bounds[rows]
        sizes = self.bounds[rows + 1] - starts
        here = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
        words, columns = np.unique(self.terms[here], return_inverse=True)
        vectors = np.zeros((len(rows), len(words)), dtype=np.float32)
        vectors[np.repeat(np.arange(len(rows)), sizes), columns] = self.weights[here]
        return vectors


def weights_of(profiles: Sequence[Profile]) -> Weights:
    """A row of weights for each profile.

    A word weighs by the logarithm of how often it stands in the report, times the logarithm of how rare it is among the reports and some
    imagined others, and more where it is a name.
    """
    sizes = np.array([len(profile.words) for profile in profiles], dtype=np.int64)
    words = [profile.words for profile in profiles]
    hashes = np.frombuffer(b"".join([one.hashes for one in words]), dtype="<u8")
    counts = np.frombuffer(b"".join([one.counts for one in words]), dtype="<u4").astype(np.float64)
    names = np.frombuffer(b"".join([one.names for one in words]), dtype=np.bool_)
    distinct, terms = np.unique(hashes, return_inverse=True)
    seen = np.bincount(terms, minlength=len(distinct))[terms]
    rare = np.log((len(profiles) + _OTHERS) / (seen + np.where(names, _OTHER_NAME, _OTHER_WORD)))
    weights = (1 + np.log(np.maximum(counts, 1))) * rare * np.where(names, _NAME, 1.0)
    rows = np.repeat(np.arange(len(profiles)), sizes)
    kept = (rare > 0) & _heaviest(rows, terms, weights, rare > 0)
    rows, terms, weights = rows[kept], terms[kept], weights[kept]
    lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(profiles)))
    weights = weights / np.where(lengths > 0, lengths, 1.0)[rows]
    return _shared(rows, terms, weights, len(profiles), len(distinct))


def _heaviest(
    rows: NDArray[np.int64],
    terms: NDArray[np.int64],
    weights: NDArray[np.float64],
    telling: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Which words are among the heaviest of their row; of equal weights those of the least number."""
    kept = np.ones(len(rows), dtype=np.bool_)
    sizes = np.bincount(rows[telling])
    if sizes.max(initial=0) <= _TERMS:
        return kept
    bounds = np.searchsorted(rows, np.arange(len(sizes) + 1))
    for row in np.flatnonzero(sizes > _TERMS):
        here = np.arange(bounds[row], bounds[row + 1])[telling[bounds[row] : bounds[row + 1]]]
        order = np.lexsort((terms[here], -np.round(weights[here], 4)))
        kept[here[order[_TERMS:]]] = False
    return kept


def _shared(
    rows: NDArray[np.int64], terms: NDArray[np.int64], weights: NDArray[np.float64], count: int, width: int
) -> Weights:
    several = np.bincount(terms, minlength=width) > 1
    kept = several[terms]
    bounds = np.searchsorted(rows[kept], np.arange(count + 1))
    return Weights(bounds, (np.cumsum(several) - 1)[terms[kept]], weights[kept], int(several.sum()))
