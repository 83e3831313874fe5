"""Accounts → pairs that share text, all in memory: the shard functions of a large run, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from headwater.lineage.account import Account
from headwater.lineage.between import completed
from headwater.lineage.chain import chain
from headwater.lineage.fingerprint import Postings
from headwater.lineage.join import HOUSE_LEAST, Seeds, Worn, join
from headwater.lineage.pairs import Pair, aligned
from headwater.lineage.shelf import SHARD, Shelf, reading
from headwater.model.ports import Engine
from headwater.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["compare", "houses_of", "publishers", "worn_by_report"]


def compare(accounts: Sequence[Account], settings: Settings, engine: Engine) -> tuple[Shelf, list[Pair]]:
    """The words of accounts in rank order, and the pairs among them that share anything."""
    import numpy as np

    shards = [accounts[start : start + SHARD] for start in range(0, len(accounts), SHARD)]
    results = list(engine.map(reading(settings), shards))
    ranks = np.arange(len(accounts), dtype=np.int32)
    shelf = Shelf([found for found, _ in results], ranks // SHARD, ranks % SHARD, {}, settings.gram, settings.window)
    seeds, worn = _join([postings for _, postings in results], accounts, settings)
    shelf.worn = worn_by_report(worn)
    return shelf, completed(shelf, aligned(shelf, chain(seeds, settings.gram)))


def _join(results: Iterable[Postings], accounts: Sequence[Account], settings: Settings) -> tuple[Seeds, Worn]:
    import numpy as np
    import pyarrow as pa

    house, sizes = publishers([item.publisher for item in accounts])
    parts = list(results)
    hashes = np.concatenate([part.hashes for part in parts]) if parts else np.zeros(0, dtype=np.uint64)
    reports = [part.texts + number * SHARD for number, part in enumerate(parts)]
    report = np.concatenate(reports).astype(np.int32) if parts else np.zeros(0, dtype=np.int32)
    position = np.concatenate([part.positions for part in parts]) if parts else np.zeros(0, dtype=np.int32)
    postings = pa.table({"hash": hashes, "report": report, "position": position, "house": house[report]})
    return join(postings, houses_of(sizes), settings.common)


def publishers(names: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """A number for each account's publisher (−1 where it has none), and how many accounts each number has."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name}))}
    house = np.array([numbers.get(name, -1) for name in names], dtype=np.int32)
    return house, np.bincount(house[house >= 0], minlength=len(numbers)).astype(np.int32)


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
