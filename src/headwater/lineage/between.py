"""Pairs that have no seed in common, found through a third report that shares the same passage with both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.lineage.align import Side
from headwater.lineage.packed import packed
from headwater.lineage.pairs import Pair, linked, pair
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import bounds_of, slices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Rows

    Numbers = NDArray[np.int64]

__all__ = ["Shared", "completed", "places"]

KIN = 12
"""Reports that a third may share text with and still lead from one to another: a page full of others' text would not."""

OVERLAP = 20
"""Words of the third report that both must share with it."""

FAR = 1 << 32
"""More than a report has words, or a case reports."""


def completed(shelf: Shelf, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, with those found by way of a third report; each pair once, in order.

    Nothing is taken over from the third report but the place to look at: the two are aligned themselves.
    """
    known = {(item.a, item.b): item for item in pairs}
    shared = {(item.a, item.b): item for found in linked(pairs).values() for item in found}
    rows = places(Shared.of([shared[key] for key in sorted(shared)])).tolist()
    for (a, b), group in groupby(rows, key=lambda row: (row[0], row[1])):
        before = known.get((a, b))
        if before is not None and before.relation is not None:
            continue
        seen = [Side(*passage[:5]) for passage in before.passages] if before else []
        found = pair(shelf, a, b, [*seen, *(Side(*row[2:]) for row in group)])
        if found is not None and (before is None or found.excess > before.excess):
            known[a, b] = found
    return [known[key] for key in sorted(known)]


class Shared(NamedTuple):
    """Pairs of reports that share text, in order, with their passages as columns (`packed`): those of each pair begin at `first` and are `counts`."""

    a: Ranks
    b: Ranks
    first: Rows
    counts: Rows
    columns: Mapping[str, NDArray[Any]]

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Shared:
        """The same of pairs that are objects."""
        import numpy as np

        columns = packed([passage for item in pairs for passage in item.passages])
        counts = np.array([len(item.passages) for item in pairs], dtype=np.int64)
        a, b = (np.array([getattr(item, name) for item in pairs], dtype=np.int32) for name in "ab")
        arrays = {name: np.array(values, dtype=np.int32) for name, values in columns.items()}
        return cls(a, b, np.cumsum(counts) - counts, counts, arrays)


def places(shared: Shared) -> Numbers:
    """Where two reports may agree, because both share the same words of a third: rows of the two ranks and a `Side`, each once, in order."""
    import numpy as np

    one, other = _through_thirds(shared)
    # Each passage of the one with each of the other, as far as they lie on the same words of the third.
    mine, theirs = shared.counts[one.pair], shared.counts[other.pair]
    every = np.repeat(np.arange(len(mine)), mine * theirs)
    number = np.arange(len(every)) - np.repeat(np.cumsum(mine * theirs) - mine * theirs, mine * theirs)
    part, beside = shared.first[one.pair][every] + number // theirs[every], number % theirs[every]
    beside = shared.first[other.pair][every] + beside
    here, there = one.turned[every], other.turned[every]
    low = np.maximum(_end(shared, part, here, "start"), _end(shared, beside, there, "start"))
    high = np.minimum(_end(shared, part, here, "end"), _end(shared, beside, there, "end"))
    kept = high - low >= OVERLAP
    every, low, high = every[kept], low[kept], high[kept]
    ends = [
        _across(shared, of[kept], turned[kept], word)
        for of, turned in ((part, here), (beside, there))
        for word in (low, high)
    ]
    return _each_once(np.stack([one.other[every], other.other[every], *ends, high - low], axis=1))


class _Ways(NamedTuple):
    """From a third report to others, by the pairs that it shares text in; `turned` where the third is the second of the pair."""

    other: Numbers
    pair: Numbers
    turned: NDArray[np.bool_]


def _through_thirds(shared: Shared) -> tuple[_Ways, _Ways]:
    """Every two ways from a third report of few kin to two that share no text yet, the lesser rank first."""
    import numpy as np

    a, b, number = shared.a.astype(np.int64), shared.b.astype(np.int64), np.arange(len(shared.a))
    third, other = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.argsort(third * FAR + other)
    third, other, of = third[order], other[order], np.concatenate([number, number])[order]
    sizes = np.bincount(third)[third] if len(third) else third
    last = np.searchsorted(third, third, side="right")
    following = np.where(sizes <= KIN, last - np.arange(len(third)) - 1, 0)
    one = np.repeat(np.arange(len(third)), following)
    two = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(following) - following, following)
    new = ~np.isin(other[one] * FAR + other[two], a * FAR + b)
    turned = order >= len(a)
    ways = (_Ways(other[at], of[at], turned[at]) for at in (one[new], two[new]))
    return next(ways), next(ways)


def _end(shared: Shared, parts: Numbers, turned: NDArray[np.bool_], name: str) -> Numbers:
    """Where passages begin or end in the third report."""
    import numpy as np

    found = np.where(turned, shared.columns[f"part.b_{name}"][parts], shared.columns[f"part.a_{name}"][parts])
    return found.astype(np.int64)


def _across(shared: Shared, parts: Numbers, turned: NDArray[np.bool_], words: Numbers) -> Numbers:
    """The words of the other report that stand where words of the third do, each in a passage."""
    import numpy as np

    used, at = np.unique(parts * 2 + turned, return_inverse=True)
    bounds = bounds_of(shared.columns["part.runs"])
    sizes = np.diff(bounds)[used // 2] // 3
    runs = shared.columns["run.value"][slices(bounds, used // 2)].astype(np.int64).reshape(-1, 3)
    swapped = np.repeat(used % 2 == 1, sizes)
    here, there = np.where(swapped, runs[:, 1], runs[:, 0]), np.where(swapped, runs[:, 0], runs[:, 1])
    # The last run that begins at or before the word, else the first.
    begun = np.searchsorted(np.repeat(np.arange(len(used)), sizes) * FAR + here, at * FAR + words, side="right") - 1
    place = np.maximum(begun, (np.cumsum(sizes) - sizes)[at])
    found: Numbers = there[place] + np.clip(words - here[place], 0, runs[place, 2])
    return found


def _each_once(rows: Numbers) -> Numbers:
    """Rows in order, each once."""
    import numpy as np

    rows = rows[np.lexsort(rows.T[::-1])]
    return rows[np.append(True, (np.diff(rows, axis=0) != 0).any(axis=1))] if len(rows) else rows
