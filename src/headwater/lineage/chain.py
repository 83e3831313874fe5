"""Seeds → chains: rows of seeds that keep step in both reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.join import Seeds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["DRIFT", "GAP", "Chains", "chain"]

GAP = 40
"""Words that may lie between two seeds of a chain."""

DRIFT = 25
"""Words by which the distance between two seeds may differ in the two reports."""


@dataclass(frozen=True, slots=True)
class Chains:
    """Rows of seeds, by (a, b, a_start): words `[a_start, a_end)` and `[b_start, b_end)`, and how many seeds."""

    a: NDArray[np.int32]
    b: NDArray[np.int32]
    a_start: NDArray[np.int32]
    a_end: NDArray[np.int32]
    b_start: NDArray[np.int32]
    b_end: NDArray[np.int32]
    seeds: NDArray[np.int32]


def chain(seeds: Seeds, gram: int) -> Chains:
    """The chains of sorted seeds; a seed is in one chain, and every chain has at least one.

    Pieces are cut where seeds fall out of step; pieces that keep step across strays between them are joined again.
    """
    import numpy as np

    size = len(seeds.a)
    if not size:
        none = np.zeros(0, dtype=np.int32)
        return Chains(none, none, none, none, none, none, none)
    step_a, step_b = np.diff(seeds.at_a), np.diff(seeds.at_b)
    pair = (np.diff(seeds.a) != 0) | (np.diff(seeds.b) != 0)
    off = (step_a > GAP + gram) | (step_b > GAP + gram) | (step_b <= -gram) | (np.abs(step_a - step_b) > DRIFT)
    cuts = np.flatnonzero(np.append(True, pair | off))
    last = np.append(cuts[1:], size) - 1
    pieces = Chains(
        seeds.a[cuts],
        seeds.b[cuts],
        seeds.at_a[cuts],
        seeds.at_a[last] + gram,
        np.minimum.reduceat(seeds.at_b, cuts),
        np.maximum.reduceat(seeds.at_b, cuts) + gram,
        (last - cuts + 1).astype(np.int32),
    )
    return _joined(pieces)


def _joined(pieces: Chains) -> Chains:
    """The pieces, those put together that keep step across at most two others between them."""
    import numpy as np

    into = np.arange(len(pieces.a))
    taken = np.zeros(len(into), dtype=np.bool_)
    for apart in (1, 2, 3):
        early, late = np.arange(len(into) - apart), np.arange(apart, len(into))
        fits = _keep_step(pieces, early, late) & ~taken[early] & (into[late] == late)
        # One follower each, so that a chain is never a union of two that run beside each other.
        taken[early[fits]] = True
        into[late[fits]] = early[fits]
    while not np.array_equal(first := into[into], into):
        into = first
    first_of = into == np.arange(len(into))
    firsts, group = np.flatnonzero(first_of), (np.cumsum(first_of) - 1)[into]
    ends = [np.zeros(len(firsts), dtype=np.int32) for _ in range(3)]
    np.maximum.at(ends[0], group, pieces.a_end)
    np.maximum.at(ends[1], group, pieces.b_end)
    np.add.at(ends[2], group, pieces.seeds)
    start_b = np.full(len(firsts), np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(start_b, group, pieces.b_start)
    return Chains(pieces.a[firsts], pieces.b[firsts], pieces.a_start[firsts], ends[0], start_b, ends[1], ends[2])


def _keep_step(pieces: Chains, early: NDArray[np.int64], late: NDArray[np.int64]) -> NDArray[np.bool_]:
    import numpy as np

    same = (pieces.a[early] == pieces.a[late]) & (pieces.b[early] == pieces.b[late])
    step_a = pieces.a_start[late] - pieces.a_end[early]
    step_b = pieces.b_start[late] - pieces.b_end[early]
    near = (step_a <= GAP) & (step_b <= GAP) & (step_a >= -3) & (step_b >= -3)
    fits: NDArray[np.bool_] = same & near & (np.abs(step_a - step_b) <= DRIFT)
    return fits
