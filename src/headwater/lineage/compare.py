"""Accounts → pairs that share text, all in memory: the shard functions of a large run, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from headwater.lineage.account import Account
from headwater.lineage.between import completed
from headwater.lineage.chain import chain
from headwater.lineage.copies import expanded, grouped
from headwater.lineage.fingerprint import Postings
from headwater.lineage.join import HOUSE_LEAST, Seeds, Worn, join
from headwater.lineage.pairs import Pair, aligned
from headwater.lineage.shelf import SHARD, Shelf, reading
from headwater.lineage.words import Words
from headwater.model.ports import Engine
from headwater.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.words import Marks

MANY = 160
"""Shards from which an engine's processes are worth their start."""

__all__ = ["compare", "houses_of", "publishers", "worn_by_report"]


def compare(accounts: Sequence[Account], settings: Settings, engine: Engine) -> tuple[Shelf, list[Pair]]:
    """The words of accounts in rank order, and the pairs among them that share anything."""
    shards = [accounts[start : start + SHARD] for start in range(0, len(accounts), SHARD)]
    results = _read(shards, settings, engine)
    shelf = Shelf.of([found for found, _ in results], len(accounts), settings)
    copies = grouped(shelf, len(accounts))
    seeds, worn = _join(shelf, [postings for _, postings in results], accounts, copies, settings)
    shelf.worn = worn_by_report(worn)
    pairs = completed(shelf, aligned(shelf, chain(seeds, settings.gram)))
    return shelf, expanded(shelf, pairs, copies)


def _read(shards: Sequence[Sequence[Account]], settings: Settings, engine: Engine) -> list[tuple[Words, Postings]]:
    """Words and fingerprints of each shard: in threads, which start at once and share arrays, unless there are many.

    The arrays' work lets go of Python's lock; what comes out is the same wherever it was done.
    """
    read = reading(settings)
    if len(shards) > MANY:
        return list(engine.map(read, shards))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(read, shards))


def _join(
    shelf: Shelf,
    parts: Sequence[Postings],
    accounts: Sequence[Account],
    copies: Mapping[int, Sequence[int]],
    settings: Settings,
) -> tuple[Seeds, Worn]:
    """The seeds among the first of each group of copies, and all others."""
    import numpy as np
    import pyarrow as pa

    left_out = np.zeros(len(accounts), dtype=np.bool_)
    left_out[[rank for group in copies.values() for rank in group[1:]]] = True
    house, sizes = publishers([item.publisher for item in accounts], left_out)
    shelf.houses = house
    none = np.zeros(0, dtype=np.int32)
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *(part.hashes for part in parts)])
    report = np.concatenate([none, *(part.texts + number * SHARD for number, part in enumerate(parts))]).astype(
        np.int32
    )
    position = np.concatenate([none, *(part.positions for part in parts)])
    kept = ~left_out[report]
    columns = {"hash": hashes, "report": report, "position": position, "house": house[report]}
    postings = pa.table({name: column[kept] for name, column in columns.items()})
    return join(postings, houses_of(sizes), settings.common)


def publishers(names: Sequence[str], left_out: Marks) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """A number for each account's publisher (−1 where it has none), and how many accounts not left out each has."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name}))}
    house = np.array([numbers.get(name, -1) for name in names], dtype=np.int32)
    return house, np.bincount(house[(house >= 0) & ~left_out], minlength=len(numbers)).astype(np.int32)


def houses_of(sizes: NDArray[np.int32]) -> object:
    """The publishers with accounts enough to tell their boilerplate, as an Arrow table."""
    import numpy as np
    import pyarrow as pa

    enough = np.flatnonzero(sizes >= HOUSE_LEAST).astype(np.int32)
    return pa.table({"house": enough, "size": sizes[enough]})


def worn_by_report(worn: Worn) -> dict[int, NDArray[np.int32]]:
    """Where boilerplate begins, by report."""
    import numpy as np

    order = np.lexsort((worn.positions, worn.reports))
    reports, positions = worn.reports[order], worn.positions[order]
    which, first = np.unique(reports, return_index=True)
    return dict(zip(which.tolist(), np.split(positions, first[1:]), strict=True)) if len(which) else {}
