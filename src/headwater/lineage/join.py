"""Fingerprints of reports → seeds: places at which two reports have the same gram, by a self-join in DuckDB."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["HOUSE_LEAST", "NEXT", "Seeds", "Worn", "in_order", "join"]

NEXT = 20
"""Postings that each posting of a gram above the cap is joined to."""

HOUSE_LEAST = 6
"""Reports that a publisher must have in the set before any of its grams can be told to be its boilerplate."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Places where two reports share a gram: reports `a < b` (ranks) and the words `at_a`, `at_b`, all int32.

    Sorted by (a, b, at_a, at_b).
    """

    a: NDArray[np.int32]
    b: NDArray[np.int32]
    at_a: NDArray[np.int32]
    at_b: NDArray[np.int32]


class Worn(NamedTuple):
    """Grams that are boilerplate of their publisher: `reports` (ranks) and the words where they begin, int32."""

    reports: NDArray[np.int32]
    positions: NDArray[np.int32]


_SHARED = """
create temp table shared as
select hash, report, position, house, n
from postings join (select hash, count(*) n from postings group by hash having count(*) > 1) using (hash)
"""
# A gram that stands in at least half of a publisher's reports is part of how its pages look, not of what they tell.
_HOUSE = """
create temp table worn as
select hash, house from shared join houses using (house) group by hash, house, size having count(*) * 2 >= size
"""
_WORN = "select report, position from shared semi join worn using (hash, house)"
_LEFT = "create temp table fresh as select * from shared anti join worn using (hash, house)"
_FEW = """
select x.report a, y.report b, x.position at_a, y.position at_b
from fresh x join fresh y on x.hash = y.hash and x.report < y.report where x.n <= $cap
"""
_MANY = """
with common as (select *, row_number() over (partition by hash order by report) place from fresh where n > $cap)
select x.report a, y.report b, x.position at_a, y.position at_b
from common x join common y on x.hash = y.hash and y.place between x.place + 1 and x.place + $next
"""


def join(postings: Any, houses: Any, cap: int, threads: int = 0, memory: str | None = None) -> tuple[Seeds, Worn]:
    """The seeds among postings, sorted, and the boilerplate; a gram in more than `cap` reports joins each to its next twenty only.

    Args:
        postings: an Arrow table or a DuckDB relation's name with `hash`, `report`, `position`, `house`; a report has a
            gram once.
        houses: an Arrow table with `house`, `size`: publishers with reports enough to tell their boilerplate.
        cap: reports that may share a gram before it counts as common.
        threads: threads of the join; 0 takes one a core.
        memory: DuckDB's memory limit, such as "500MB"; above it the join spills to disk.
    """
    import duckdb
    import numpy as np

    with duckdb.connect() as base:
        if threads:
            base.execute(f"set threads = {int(threads)}")
        if memory:
            base.execute("set memory_limit = ?", [memory])
        # The seeds are sorted below; DuckDB need not keep an order meanwhile.
        base.execute("set preserve_insertion_order = false")
        base.register("postings", postings)
        base.register("houses", houses)
        base.execute(_SHARED)
        base.execute(_HOUSE)
        worn = base.execute(_WORN).fetchnumpy()
        base.execute(_LEFT)
        few = base.execute(_FEW, {"cap": cap}).fetchnumpy()
        many = base.execute(_MANY, {"cap": cap, "next": NEXT}).fetchnumpy()
    columns = [np.concatenate([few[name], many[name]]).astype(np.int32) for name in ("a", "b", "at_a", "at_b")]
    return in_order(Seeds(*columns)), Worn(worn["report"].astype(np.int32), worn["position"].astype(np.int32))


def in_order(seeds: Seeds) -> Seeds:
    """The seeds sorted by (a, b, at_a, at_b)."""
    import numpy as np

    if not len(seeds.a):
        return seeds
    a, b, at_a = seeds.a.astype(np.int64), seeds.b.astype(np.int64), seeds.at_a.astype(np.int64)
    # A report has a gram once: report, report and word in the first tell any two seeds apart.
    if max(int(a.max()), int(b.max())) < 1 << 20 and int(at_a.max()) < 1 << 22:
        order = np.argsort(a << 42 | b << 22 | at_a)
    else:
        first = np.argsort(at_a, kind="stable")
        order = first[np.argsort((a << 32 | b)[first], kind="stable")]
    return Seeds(seeds.a[order], seeds.b[order], seeds.at_a[order], seeds.at_b[order])
