"""The clock of a collection, from what the texts of its families alone say about who drew on whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import TYPE_CHECKING

from headwater.lineage.clock import CLOCKS, COMMON, Clock, likeliest
from headwater.lineage.family import Family
from headwater.lineage.features import Table, Tables, table
from headwater.lineage.weights import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

__all__ = ["SMALL", "clock_of", "fits", "sampled", "settled", "text_graph"]

ENOUGH = 250
"""Families that are enough to tell a collection's clock."""

SMALL = 60
"""The most reports of a family that is looked at for it: what takes the cube of their number tells no more of a clock."""

SPREAD = 30.0
"""Logarithms beyond which a score says no more."""


def clock_of(families: Sequence[Family], weights: Weights, tables: Tables | None = None) -> Clock:
    """The clock of a collection; tables that are made on the way are left in `tables`."""
    tables = tables or Tables()
    return settled(fits([tables.of(item) for item in sampled(families)], weights))


def settled(told: Sequence[Sequence[float]]) -> Clock:
    """The clock under which families are likeliest, from the logarithm that each gives every clock; common where there are none."""
    if not told:
        return COMMON
    # An exact sum: it does not matter in which order the families come.
    return likeliest([fsum(values) for values in zip(*told, strict=True)])


def sampled(families: Iterable[Family]) -> list[Family]:
    """The families that tell the clock: small ones with a time, of very many some.

    They are drawn by what they are, not by their place among the others, so that one report more changes at most a few.
    """
    told = [
        item
        for item in families
        if item.covered and len(item.ranks) <= SMALL and any(time is not None for time in item.times)
    ]
    return told if len(told) <= ENOUGH else sorted(told, key=_lot)[:ENOUGH]


def _lot(item: Family) -> tuple[int, tuple[int, ...]]:
    from xxhash import xxh3_64_intdigest

    return xxh3_64_intdigest(repr((item.sizes, item.times, sorted(item.spans.items()))).encode()), item.ranks


def fits(tables: Sequence[Table], weights: Weights) -> list[list[float]]:
    """The log-likelihood of each family under every clock of `CLOCKS`."""
    import numpy as np

    found: list[list[float]] = [[] for _ in tables]
    by_size: dict[int, list[int]] = {}
    for place, data in enumerate(tables):
        by_size.setdefault(len(data.family.ranks), []).append(place)
    for places in by_size.values():
        edges, roots, where, hours, within = _batch([tables[place] for place in places], weights)
        for clock in CLOCKS:
            timed = edges.copy()
            timed[where] *= np.exp(clock.says_all(hours, within))
            scale = timed.sum(axis=1) + roots
            laplacian = np.eye(edges.shape[1])[None] - timed / scale[:, None, :]
            values = np.linalg.slogdet(laplacian)[1] + np.log(scale).sum(axis=1)
            for place, value in zip(places, values.tolist(), strict=True):
                found[place].append(value)
    return found


def text_graph(family: Family, weights: Weights) -> tuple[Numbers, Numbers]:
    """Edge and root weights of a family from its texts alone, the unseen origin as the last node."""
    edges, roots, *_ = _batch([table(family)], weights)
    return edges[0], roots[0]


Batch = tuple["Numbers", "Numbers", tuple["NDArray[np.int64]", ...], "Numbers", "Numbers"]


def _batch(tables: Sequence[Table], weights: Weights) -> Batch:
    """Weights from texts alone of families of one size, and where the hours between their reports belong."""
    import numpy as np

    size = len(tables[0].family.ranks)
    edges, roots = np.zeros((len(tables), size + 1, size + 1)), np.ones((len(tables), size + 1))
    by_edge, by_unseen, by_free = weights.text
    where, hours, within = [], [], []
    for row, data in enumerate(tables):
        alone = np.array(data.alone)
        scores = (np.array(data.edges) @ by_edge).tolist() if data.pairs else []
        for (parent, child), score in zip(data.pairs, scores, strict=True):
            where.append((row, parent, child, score))
            later = data.family.later(parent, child)
            hours.append(np.nan if later is None else later)
            within.append(data.family.open(parent, child))
        edges[row, size, :size], roots[row, :size] = np.exp(alone @ by_unseen), np.exp(alone @ by_free)
    rows, parents, children, values = np.array(where).reshape(-1, 4).T
    place = (rows.astype(np.int64), parents.astype(np.int64), children.astype(np.int64))
    edges[place] = np.exp(np.clip(values, -SPREAD, SPREAD))
    return edges, roots, place, np.array(hours), np.array(within)
