"""What the chances of the reports of a large family rest on, told as a key for each: made in columns, since there are thousands of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from headwater.lineage.family import Family
from headwater.lineage.hashes import mix
from headwater.lineage.tables import digest, keys_of, slices
from headwater.lineage.textkeys import factor

if TYPE_CHECKING:
    from headwater.lineage.hashes import Hashes
    from headwater.lineage.tables import Keys, Rows

__all__ = ["close_keys"]

AT_ONCE = 1 << 20
"""Ways from a report over a second to a third that are laid out at once."""


class _Edges(NamedTuple):
    """Who shares text with whom, each both ways, in order: `of`, `by`, the number of `by` among those near `of`, and what is shared."""

    of: Rows
    by: Rows
    number: Rows
    first: Rows
    shared: Keys
    own: Hashes

    @classmethod
    def in_family(cls, item: Family) -> _Edges:
        """Those of a family."""
        import numpy as np

        pairs = sorted(item.covered)
        of, by = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        first = np.searchsorted(of, np.arange(len(item.ranks) + 1))
        words = (item.covered[pair] for pair in pairs)
        shared = keys_of(digest(bits.to_bytes(bits.bit_length() // 8 + 1, "little")) for bits in words)
        spans = np.array([item.spans[pair] for pair in pairs], dtype=np.uint64)
        named = (((b, a) in item.credits) + 2 * ((a, b) in item.credits) for a, b in pairs)
        own = spans * np.uint64(4) + np.fromiter(named, dtype=np.uint64, count=len(pairs))
        return cls(of, by, np.arange(len(of)) - first[of] + 1, first, shared, own)

    def sums(self, values: Hashes) -> Hashes:
        """The sum of one value an edge, for each report."""
        import numpy as np

        run = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(values, dtype=np.uint64)])
        found: Hashes = run[self.first[1:]] - run[self.first[:-1]]
        return found


def close_keys(item: Family, told: object) -> list[bytes]:
    """For each report a key of it, of those that it shares text with, and of what these share with it, with each other and with others.

    Args:
        item: a family; parents given and reports named without shared text are not in the keys.
        told: what all chances rest on besides.
    """
    import numpy as np

    edges = _Edges.in_family(item)
    alone = keys_of(digest(repr(one).encode()) for one in zip(item.sizes, item.times, item.within, strict=True))
    third = np.array([place in item.thirds for place in range(len(item.ranks))], dtype=np.uint64)
    whole = keys_of([digest(repr(told).encode())])
    halves = []
    for half in (0, 1):
        shared, number = edges.shared[:, half], edges.number.astype(np.uint64)
        a, b, c, d, e = (factor(200 + 10 * half + place) for place in range(5))
        others = edges.sums(mix(shared * a))  # all that a report shares with whomever
        near = mix(alone[edges.by, half] * a + others[edges.by] * b + edges.own * c + shared * d + number * e)
        key = edges.sums(near) + _among(edges, shared, 230 + 10 * half)
        halves.append(mix(key + alone[:, half] * a + third * b + whole[:, half] * c))
    joined = np.stack(halves, axis=1).tobytes()
    return [joined[at : at + 16] for at in range(0, len(joined), 16)]


def _among(edges: _Edges, shared: Hashes, salt: int) -> Hashes:
    """For each report the sum of what those near it share with it and with each other."""
    import numpy as np

    width, a, b, c = len(edges.first) - 1, *(factor(salt + place) for place in range(3))
    held = edges.of * width + edges.by
    found = np.zeros(width, dtype=np.uint64)
    for start, stop in _blocks(edges):
        here = np.arange(start, stop)
        sizes = np.diff(edges.first)[edges.by[here]]
        middle, beyond = np.repeat(here, sizes), slices(edges.first, edges.by[here])
        child, third = edges.of[middle], edges.by[beyond]
        place = np.minimum(np.searchsorted(held, child * width + third), len(held) - 1)
        number = np.where(held[place] == child * width + third, edges.number[place], np.where(third == child, 0, -1))
        inside = number >= 0
        told = shared[beyond] * a + edges.number[middle].astype(np.uint64) * b + number.astype(np.uint64) * c
        np.add.at(found, child[inside], mix(told[inside]))
    return found


def _blocks(edges: _Edges) -> Iterator[tuple[int, int]]:
    """Edges in stretches that are few enough to be followed at once."""
    import numpy as np

    ways = np.cumsum(np.diff(edges.first)[edges.by])
    start = 0
    while start < len(ways):
        before = int(ways[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ways, before + AT_ONCE, side="right")))
        yield start, stop
        start = stop
