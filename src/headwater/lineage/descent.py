"""Families of reports → how likely each descent is: weights, and the exact marginals of their arborescences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from headwater.lineage.clock import Clock
from headwater.lineage.family import Family
from headwater.lineage.features import Table, Tables, table, times
from headwater.lineage.kin import Kinship
from headwater.lineage.weights import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

__all__ = ["LARGE", "Chances", "Likely", "choices", "likely"]

SPREAD = 30.0
"""Logarithms by which a candidate may fall short of a report's best before it is taken to be that far below."""


NAMED = 2.2
"""What a credit adds to the score of a descent that the texts make possible: it makes it nine times as likely.

It takes as much from the descent the other way; and where no text goes with it, it makes the descent nine times as likely as none.

A judgement, not a fit: planted families have no credit lines.
"""

LARGE = 400
"""Reports in a family from which each report's parent is judged by itself."""


class Chances(NamedTuple):
    """How likely a report's descents are, to four places: from each of its possible parents (places), and from one unseen."""

    parents: tuple[tuple[int, float], ...]
    unseen: float


ALONE = Chances((), 0.0)
"""The chances of a report of which nothing in the set speaks."""


@dataclass(frozen=True, slots=True)
class Likely:
    """The distribution of a family's descent, by report, as the matrix-tree theorem gives it."""

    family: Family
    chances: tuple[Chances, ...]


class Column(NamedTuple):
    """What weighs for each candidate of a report, the best at 1: others by place, an unseen parent, and none."""

    parents: dict[int, float]
    unseen: float
    free: float


def likely(families: Sequence[Family], weights: Weights, clock: Clock, tables: Tables | None = None) -> list[Likely]:
    """The distribution of each family's descent; tables that were made already may be given.

    In families of more than `LARGE` reports each report's choice is taken by itself: circles are not ruled out there.
    """
    tables = tables or Tables()
    found: list[Likely | None] = [None] * len(families)
    for size, places in sorted(_by_size(families).items()):
        if size == 1:
            for place in places:
                found[place] = Likely(families[place], (ALONE,))
            continue
        if size > LARGE:
            for place in places:
                found[place] = Likely(families[place], choices(families[place], range(size), weights, clock))
            continue
        columns = [_columns(tables.of(families[place]), weights, clock) for place in places]
        for place, chances in zip(places, _together(columns, size), strict=True):
            found[place] = Likely(families[place], chances)
    return [item for item in found if item is not None]


def choices(family: Family, children: Sequence[int], weights: Weights, clock: Clock) -> tuple[Chances, ...]:
    """What each of some reports of a large family is likely to descend from, each taken by itself.

    It rests on the report, on those that it shares text with, and on what these share with others.
    """
    kin = Kinship(family)
    told = _told(family, clock)
    found = []
    for child in children:
        (column,) = _columns(table(family, (child,), kin), weights, clock, told)
        whole = sum(column.parents.values()) + column.unseen + column.free
        parents = ((place, round(value / whole, 4)) for place, value in sorted(column.parents.items()))
        found.append(Chances(tuple(one for one in parents if one[1] > 0), round(column.unseen / whole, 4)))
    return tuple(found)


def _by_size(families: Sequence[Family]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, family in enumerate(families):
        found.setdefault(len(family.ranks), []).append(place)
    return found


def _together(families: Sequence[Sequence[Column]], size: int) -> list[tuple[Chances, ...]]:
    """The chances in families of one size, circles ruled out."""
    import numpy as np

    edges, roots = np.zeros((len(families), size + 1, size + 1)), np.ones((len(families), size + 1))
    for row, columns in enumerate(families):
        for child, column in enumerate(columns):
            edges[row, list(column.parents), child] = list(column.parents.values())
            edges[row, size, child], roots[row, child] = column.unseen, column.free
    on_edges, _ = marginals_of_many(edges, roots)
    rounded = [[[round(value, 4) for value in column] for column in one] for one in on_edges.swapaxes(1, 2).tolist()]
    return [
        tuple(
            Chances(tuple((place, value) for place, value in enumerate(column[:size]) if value > 0), column[size])
            for column in one[:size]
        )
        for one in rounded
    ]


def _columns(
    data: Table, weights: Weights, clock: Clock, told: Mapping[int, Mapping[int, float]] | None = None
) -> list[Column]:
    """The weights of the candidates of each of a table's reports."""
    family, told = data.family, _told(data.family, clock) if told is None else told
    edge_times, alone_times = times(data, clock)
    by_edge, by_unseen, by_free = weights.edge.tolist(), weights.unseen.tolist(), weights.free.tolist()
    parents: dict[int, dict[int, float]] = {child: {} for child in data.children}
    for (parent, child), texts, clocks in zip(data.pairs, data.edges, edge_times, strict=True):
        # A sum in one order: what a report's numbers come to does not depend on what is weighed beside it.
        score = sum(map(mul, (*texts, *clocks), by_edge))
        score += NAMED * (((parent, child) in family.credits) - ((child, parent) in family.credits))
        parents[child][parent] = score
    found = []
    for child, texts, clocks in zip(data.children, data.alone, alone_times, strict=True):
        scores, unseen, free = parents[child], -inf, 0.0
        if scores:  # otherwise nothing in the set speaks of what is not in it
            alone = (*texts, *clocks)
            unseen, free = sum(map(mul, alone, by_unseen)), sum(map(mul, alone, by_free))
        scores.update({named: free + weight for named, weight in told.get(child, {}).items()})
        unseen += NAMED * (child in family.thirds)
        if child in family.given:
            by_hand = family.given[child]
            scores, unseen, free = ({}, -inf, 0.0) if by_hand is None else ({by_hand: 0.0}, -inf, -inf)
        high = max(unseen, free, *scores.values())
        found.append(
            Column(
                {place: _weight(score - high) for place, score in scores.items()},
                _weight(unseen - high),
                _weight(free - high),
            )
        )
    return found


def _weight(score: float) -> float:
    return exp(max(score, -SPREAD)) if score > -inf else 0.0


def _told(family: Family, clock: Clock) -> dict[int, dict[int, float]]:
    """The score, against none, of each descent that a credit alone speaks for, by who names: of several, times say which is meant."""
    said: dict[int, dict[int, float]] = {}
    for (named, naming), share in family.told.items():
        says = clock.says(family.later(named, naming), family.open(named, naming))
        said.setdefault(naming, {})[named] = share * exp(says)
    return {
        naming: {named: NAMED + log(value / sum(row.values())) for named, value in row.items()}
        for naming, row in said.items()
    }


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
