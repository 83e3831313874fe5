"""Fingerprints of reports → seeds: places at which two reports have the same gram, by sorting the grams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes

    Ranks = NDArray[np.int32]
    Marks = NDArray[np.bool_]
    Rows = NDArray[np.int64]

__all__ = ["HOUSE_LEAST", "NEXT", "Seeds", "Worn", "in_order", "join", "many_of"]

NEXT = 20
"""Postings that each posting of a gram above the cap is joined to."""

HOUSE_LEAST = 6
"""Reports that a publisher must have in the set before any of its grams can be told to be its boilerplate."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Places where two reports share a gram: reports `a < b` (ranks) and the words `at_a`, `at_b`, all int32."""

    a: Ranks
    b: Ranks
    at_a: Ranks
    at_b: Ranks


class Worn(NamedTuple):
    """Grams that are boilerplate of their publisher: `reports` (ranks) and the words where they begin, int32."""

    reports: Ranks
    positions: Ranks


def many_of(houses: Ranks, left_out: Marks) -> Ranks:
    """The publisher of each report by rank, −1 where it has too few, not counting those left out, to tell its boilerplate."""
    import numpy as np

    told = np.where(left_out, -1, houses).astype(np.int32)
    sizes = np.bincount(told[told >= 0], minlength=1)
    told[(told >= 0) & (sizes[np.maximum(told, 0)] < HOUSE_LEAST)] = -1
    return told


class _Shared(NamedTuple):
    """Postings of grams that more than one report has, by gram and report; `starts` is where each gram begins."""

    reports: Ranks
    positions: Ranks
    starts: Rows

    def sizes(self) -> Rows:
        import numpy as np

        return np.diff(np.append(self.starts, len(self.reports)))


def join(hashes: Hashes, reports: Ranks, positions: Ranks, houses: Ranks, cap: int) -> tuple[Seeds, Worn]:
    """The seeds among postings, in no order, and the boilerplate; a gram in more than `cap` reports joins each to its next twenty only.

    Args:
        hashes: of the grams, a posting each.
        reports: the rank of the report that has it; a report's postings stand together.
        positions: the word where the gram begins; the first counts where a report has a gram more than once.
        houses: by rank, a number for the report's publisher; −1 where it has none, or too few reports to tell its boilerplate.
        cap: reports that may share a gram before it counts as common.
    """
    import numpy as np

    shared = _shared(hashes, reports, positions)
    sizes = shared.sizes()
    worn = _worn(shared, houses)
    fresh, gram = ~worn, np.repeat(np.arange(len(sizes)), sizes)
    gone = np.bincount(gram[worn], minlength=len(sizes))
    left = sizes - gone
    # How many of its gram's later postings each is joined to: all, or the next few.
    place = np.arange(int(left.sum())) - np.repeat(np.cumsum(left) - left, left)
    partners = np.repeat(left, left) - place - 1
    partners = np.minimum(partners, np.where(np.repeat(sizes, left) > cap, NEXT, len(partners)))
    seeds = _paired(shared.reports[fresh], shared.positions[fresh], partners)
    return seeds, Worn(shared.reports[worn], shared.positions[worn])


def _shared(hashes: Hashes, reports: Ranks, positions: Ranks) -> _Shared:
    import numpy as np

    if len(reports) and (np.diff(reports) < 0).any():
        by_rank = np.argsort(reports, kind="stable")
        hashes, reports, positions = hashes[by_rank], reports[by_rank], positions[by_rank]
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    fresh = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    # Most grams are in one report only: they are left before anything else is looked at.
    several = np.append(~fresh[1:], False)[: len(ordered)] | ~fresh
    order, fresh = order[several], fresh[several]
    reports, positions = reports[order], positions[order]
    again = np.append(False, reports[1:] == reports[:-1])[: len(reports)] & ~fresh
    return _Shared(reports[~again], positions[~again], np.flatnonzero(fresh[~again]))


def _worn(shared: _Shared, houses: Ranks) -> Marks:
    """Which postings are boilerplate: those of a gram that stands in too many of their publisher's reports.

    Half of them, where it has few; where it has many, six and a tenth: lines that a page picks from a store of them stand in some
    only. Such a gram is part of how the publisher's pages look, not of what they tell.
    """
    import numpy as np

    house = houses[shared.reports]
    if not (house >= 0).any():
        return np.zeros(len(house), dtype=np.bool_)
    fresh = np.append(True, house[1:] != house[:-1])[: len(house)]
    fresh[shared.starts] = True
    runs = np.flatnonzero(fresh)
    sizes = np.diff(np.append(runs, len(house)))
    of_house = np.bincount(houses[houses >= 0])
    whole = of_house[np.maximum(house[runs], 0)]
    worn = (house[runs] >= 0) & ((sizes * 2 >= whole) | (sizes * 10 >= HOUSE_LEAST * 10 + whole))
    return np.repeat(worn, sizes)


def _paired(reports: Ranks, positions: Ranks, partners: Rows) -> Seeds:
    """Each posting with so many of those that follow it."""
    import numpy as np

    ends = np.cumsum(partners)
    one = np.repeat(np.arange(len(partners)), partners)
    other = one + 1 + np.arange(len(one)) - np.repeat(ends - partners, partners)
    return Seeds(reports[one], reports[other], positions[one], positions[other])


def in_order(seeds: Seeds) -> Seeds:
    """The seeds sorted by (a, b, at_a, at_b)."""
    import numpy as np

    if not len(seeds.a):
        return seeds
    a, b, at_a = seeds.a.astype(np.int64), seeds.b.astype(np.int64), seeds.at_a.astype(np.int64)
    # A report has a gram once: report, report and word in the first tell any two seeds apart.
    if max(int(a.max()), int(b.max())) < 1 << 20 and int(at_a.max()) < 1 << 22:
        order = np.argsort(a << 42 | b << 22 | at_a, kind="stable")  # seeds of a gram come in order
    else:
        first = np.argsort(at_a, kind="stable")
        order = first[np.argsort((a << 32 | b)[first], kind="stable")]
    return Seeds(seeds.a[order], seeds.b[order], seeds.at_a[order], seeds.at_b[order])
