"""Weighted random arborescences: exact probabilities of every edge, and samples of the same distribution.

A forest of descent is drawn with a probability proportional to the product of its edges' weights. The matrix-tree theorem
(Tutte 1948; as used by Koo et al., "Structured prediction models via the matrix-tree theorem", 2007) gives each edge's
probability from one inverse; Wilson's algorithm ("Generating random spanning trees more quickly than the cover time", 1996)
draws forests without bias. Nothing is cyclic, however the weights run.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = NDArray[np.float64]

__all__ = ["ROOT", "log_total", "marginals", "origin_counts", "sample"]

ROOT = -1
"""Stands for the root in samples: a node whose parent it is has none."""


def marginals(edges: Weights, roots: Weights) -> tuple[Weights, Weights]:
    """The probability of every edge, and of every node that it hangs on the root.

    Args:
        edges: n × n, `edges[i, j]` the weight of `i` being the parent of `j`; the diagonal counts for nothing.
        roots: n, the weight of `j` having no parent; every node must be reachable from one with a positive weight.

    Returns:
        An n × n array and one of n; for each `j`, `edges[:, j].sum() + roots[j]` is 1.
    """
    import numpy as np

    edges, roots, _ = _scaled(edges, roots)
    inverse = np.linalg.inv(_laplacian(edges, roots))
    own = np.diag(inverse)
    on_edges = np.clip(edges * (own[None, :] - inverse.T), 0.0, 1.0)
    on_roots = np.clip(roots * own, 0.0, 1.0)
    total = on_edges.sum(axis=0) + on_roots
    return on_edges / total, on_roots / total


def log_total(edges: Weights, roots: Weights) -> float:
    """The logarithm of the sum over all forests of the product of their edges' weights."""
    import numpy as np

    edges, roots, scale = _scaled(edges, roots)
    _, logarithm = np.linalg.slogdet(_laplacian(edges, roots))
    return float(logarithm + np.log(scale).sum())


def _scaled(edges: Weights, roots: Weights) -> tuple[Weights, Weights, Weights]:
    """The weights with those of each node's possible parents summing to 1: a factor that all forests share."""
    import numpy as np

    edges = np.where(np.eye(len(roots), dtype=np.bool_), 0.0, edges)
    scale = edges.sum(axis=0) + roots
    return edges / scale, roots / scale, scale


def _laplacian(edges: Weights, roots: Weights) -> Weights:
    import numpy as np

    return np.diag(edges.sum(axis=0) + roots) - edges


def origin_counts(edges: Weights, roots: Weights, seed: int) -> Weights:
    """The probability of each number of origins, from 0 to n − 1, where the last node is an unseen origin.

    Origins are the nodes that hang on the root, the unseen one only where anything hangs on it. The weight of all forests
    with `k` origins is the coefficient of z^k in a determinant whose root weights are multiplied by z, found at the roots of
    unity; above `EXACT` nodes it is estimated from samples.
    """
    import numpy as np

    edges, roots, _ = _scaled(edges, roots)
    size = len(roots)
    if size > EXACT:
        return _counted(sample(edges, roots, SAMPLES, seed), size)
    points = np.exp(2j * np.pi * np.arange(size + 1) / (size + 1))
    bare = edges.copy()
    bare[-1] = 0.0
    everything, unused = _at(edges, roots, points), _at(bare, roots, points)
    # Where the unseen origin has no children it is no origin: those forests count one less.
    weights = np.fft.fft(everything - unused + unused / points).real / (size + 1)
    weights = np.clip(weights[:size], 0.0, None)
    found: Weights = weights / weights.sum()
    return found


EXACT = 64
"""Nodes up to which the number of origins is worked out exactly."""

SAMPLES = 2000


def _at(edges: Weights, roots: Weights, points: NDArray[np.complex128]) -> NDArray[np.complex128]:
    import numpy as np

    laplacian = np.eye(len(roots))[None] * (edges.sum(axis=0)[None] + points[:, None] * roots[None])[:, None, :]
    return np.asarray(np.linalg.det(laplacian - edges[None]))


def _counted(forests: Sequence[tuple[int, ...]], size: int) -> Weights:
    import numpy as np

    found = np.zeros(size)
    for forest in forests:
        hang = sum(parent == ROOT for parent in forest)
        found[hang - (size - 1 not in forest)] += 1
    return found / len(forests)


def sample(edges: Weights, roots: Weights, count: int, seed: int) -> list[tuple[int, ...]]:
    """`count` forests drawn from the distribution: for each node its parent, `ROOT` where it has none.

    The same seed draws the same forests on every machine.
    """
    edges, roots, _ = _scaled(edges, roots)
    chance = random.Random(seed)
    steps = [_steps(edges[:, node].tolist(), float(roots[node])) for node in range(len(roots))]
    return [_walk(steps, chance) for _ in range(count)]


def _steps(weights: Sequence[float], root: float) -> tuple[list[int], list[float]]:
    """A node's possible parents with the sums of their weights up to each."""
    choices, sums, total = [ROOT], [root], root
    for parent, weight in enumerate(weights):
        if weight > 0.0:
            total += weight
            choices.append(parent)
            sums.append(total)
    return choices, sums


def _walk(steps: Sequence[tuple[list[int], list[float]]], chance: random.Random) -> tuple[int, ...]:
    """One forest: loop-erased walks from every node until they meet what is already in it."""
    from bisect import bisect_right

    parent, inside = [ROOT] * len(steps), [False] * len(steps)
    for start in range(len(steps)):
        node = start
        while node != ROOT and not inside[node]:
            choices, sums = steps[node]
            place = bisect_right(sums, chance.random() * sums[-1])
            parent[node] = choices[min(place, len(choices) - 1)]
            node = parent[node]
        node = start
        while node != ROOT and not inside[node]:
            inside[node] = True
            node = parent[node]
    return tuple(parent)
