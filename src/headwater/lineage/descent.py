"""Families of reports → how likely each descent is: weights, and the exact marginals of their arborescences."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.lineage.clock import Clock, estimate
from headwater.lineage.family import Family
from headwater.lineage.features import ALONE, ALONE_TIMES, EDGE, EDGE_TIMES, Table, table, times

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

__all__ = ["Likely", "Weights", "likely", "shipped", "text_graph"]

SPREAD = 30.0
"""Logarithms by which a candidate may fall short of a report's best before it is taken to be that far below."""


NAMED = 2.2
"""What a credit adds to the score of a descent that the texts make possible: it makes it nine times as likely.

It takes as much from the descent the other way; and where no text goes with it, it makes the descent nine times as likely as none.

A judgement, not a fit: planted families have no credit lines.
"""

ENOUGH = 400
"""Families, evenly chosen, that are enough to tell a collection's clock."""

LARGE = 400
"""Reports in a family from which each report's parent is judged by itself."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each number weighs: for a parent (`edge`), an unseen parent, and none.

    `text` holds the same without published times, by which the collection's clock is estimated.
    """

    edge: Numbers
    unseen: Numbers
    free: Numbers
    text: tuple[Numbers, Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Likely:
    """The distribution of a family's descent.

    `edges` and `roots` are the weights (the unseen origin is the last node), `on_edges` and `on_roots` the probabilities
    that the matrix-tree theorem gives for them.
    """

    family: Family
    edges: Numbers
    roots: Numbers
    on_edges: Numbers
    on_roots: Numbers


@cache
def shipped(path: Path = Path(__file__).parent / "data" / "weights.json") -> Weights:
    """The weights that ship with Headwater (`bench/fit_lineage.py` fits them)."""
    return read(json.loads(path.read_text(encoding="utf-8")))


def read(data: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights from tables of names and values; a number that a table does not name weighs nothing."""
    import numpy as np

    def row(part: str, names: Sequence[str]) -> Numbers:
        return np.array([data[part].get(name, 0.0) for name in names])

    alone = ALONE + ALONE_TIMES
    text = row("text_edge", EDGE), row("text_unseen", ALONE), row("text_free", ALONE)
    return Weights(row("edge", EDGE + EDGE_TIMES), row("unseen", alone), row("free", alone), text)


def likely(families: Sequence[Family], weights: Weights, clock: Clock | None = None) -> tuple[list[Likely], Clock]:
    """The distribution of each family's descent, and the clock that was used: estimated from them if none is given.

    In families of more than `LARGE` reports each report's choice is taken by itself: circles are not ruled out there.
    """
    import numpy as np

    tables = [table(family) for family in families]
    clock = clock or clock_of(tables, weights)
    found: list[Likely | None] = [None] * len(families)
    for size, places in sorted(_by_size(families).items()):
        edges, roots = np.zeros((len(places), size + 1, size + 1)), np.zeros((len(places), size + 1))
        for row, place in enumerate(places):
            _weigh(tables[place], weights, clock, edges[row], roots[row])
        on_edges, on_roots = (marginals_of_many if size <= LARGE else each_by_itself)(edges, roots)
        for row, place in enumerate(places):
            found[place] = Likely(families[place], edges[row], roots[row], on_edges[row], on_roots[row])
    return [item for item in found if item is not None], clock


def text_graph(family: Family, weights: Weights) -> tuple[Numbers, Numbers]:
    """Edge and root weights of a family from its texts alone, the unseen origin as the last node."""
    edges, roots, *_ = _batch([table(family)], weights)
    return edges[0], roots[0]


def _by_size(families: Sequence[Family]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, family in enumerate(families):
        found.setdefault(len(family.ranks), []).append(place)
    return found


def _weigh(data: Table, weights: Weights, clock: Clock, edges: Numbers, roots: Numbers) -> None:
    """Fill in the weights of one family, the best of each report's candidates at 1."""
    import numpy as np

    edge_times, alone_times = times(data, clock)
    alone = np.hstack([np.array(data.alone), np.array(alone_times)])
    count = len(data.family.ranks)
    scores = np.full((count + 2, count), -np.inf)
    if data.pairs:
        parents, children = np.array(data.pairs).T
        scores[parents, children] = np.hstack([np.array(data.edges), np.array(edge_times)]) @ weights.edge
    scores[count], scores[count + 1] = alone @ weights.unseen, alone @ weights.free
    lone = sorted(set(range(count)) - {of for of, _ in data.family.covered})
    # Nothing in the set speaks of what is not in it.
    scores[count, lone], scores[count + 1, lone] = -np.inf, 0.0
    for named, naming in data.family.credits:
        scores[named, naming] += NAMED
        scores[naming, named] -= NAMED
    for (named, naming), weight in _told(data.family, clock).items():
        scores[named, naming] = scores[count + 1, naming] + weight
    for child in data.family.thirds:
        scores[count, child] += NAMED
    for child, parent in data.family.given.items():
        scores[:, child] = -np.inf
        scores[count + 1 if parent is None else parent, child] = 0.0
    high = scores.max(axis=0)
    value = np.where(np.isfinite(scores), np.exp(np.clip(scores - high, -SPREAD, 0.0)), 0.0)
    edges[: count + 1, :count] = value[: count + 1]
    roots[:count], roots[count] = value[count + 1], 1.0


def _told(family: Family, clock: Clock) -> dict[tuple[int, int], float]:
    """The score of each descent that a credit alone speaks for, against none: of several, times say which is meant."""
    said = {
        (named, naming): share * exp(clock.says(family.later(named, naming), family.open(named, naming)))
        for (named, naming), share in family.told.items()
    }
    whole: dict[int, float] = {}
    for (_, naming), value in said.items():
        whole[naming] = whole.get(naming, 0.0) + value
    return {pair: NAMED + log(value / whole[pair[1]]) for pair, value in said.items()}


def marginals_of_many(edges: Numbers, roots: Numbers) -> tuple[Numbers, Numbers]:
    """`arborescence.marginals` of many graphs of one size at once, one a first index."""
    import numpy as np

    scale = edges.sum(axis=1) + roots
    edges, roots = edges / scale[:, None, :], roots / scale
    inverse = np.linalg.inv(np.eye(edges.shape[1])[None] - edges)
    own = np.diagonal(inverse, axis1=1, axis2=2)
    on_edges = np.clip(edges * (own[:, None, :] - np.swapaxes(inverse, 1, 2)), 0.0, 1.0)
    on_roots = np.clip(roots * own, 0.0, 1.0)
    total = on_edges.sum(axis=1) + on_roots
    return on_edges / total[:, None, :], on_roots / total


def each_by_itself(edges: Numbers, roots: Numbers) -> tuple[Numbers, Numbers]:
    """The share of each candidate among its report's own."""
    scale = edges.sum(axis=1) + roots
    return edges / scale[:, None, :], roots / scale


def clock_of(tables: Sequence[Table], weights: Weights) -> Clock:
    """The clock of a collection, from what its texts alone say about who drew on whom."""
    import numpy as np

    told = [data for data in tables if any(one is not None for one in data.family.times) and data.pairs]
    told = told[:: -(-len(told) // ENOUGH)] if told else told
    batches = [_batch([data for data in told if len(data.family.ranks) == size], weights) for size in _sizes(told)]

    def fit(clock: Clock) -> float:
        total = 0.0
        for edges, roots, place, hours, within in batches:
            timed = edges.copy()
            timed[place] *= np.exp(clock.says_all(hours, within))
            scale = timed.sum(axis=1) + roots
            laplacian = np.eye(edges.shape[1])[None] - timed / scale[:, None, :]
            total += float(np.linalg.slogdet(laplacian)[1].sum() + np.log(scale).sum())
        return total

    return estimate(fit, len(told))


def _sizes(tables: Sequence[Table]) -> list[int]:
    return sorted({len(data.family.ranks) for data in tables})


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
