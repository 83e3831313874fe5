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
from headwater.lineage.join import Seeds, Worn, in_order, join, many_of
from headwater.lineage.pairs import Pair, aligned, unswept
from headwater.lineage.reading import reading
from headwater.lineage.shelf import SHARD, Shelf
from headwater.lineage.words import Words
from headwater.lineage.worn import WornIndex
from headwater.model.ports import Engine
from headwater.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


MANY = 160
"""Shards from which an engine's processes are worth their start."""

__all__ = ["compare", "publishers"]


def compare(accounts: Sequence[Account], settings: Settings, engine: Engine) -> tuple[Shelf, list[Pair]]:
    """The words of accounts in rank order, and the pairs among them that share anything."""
    with unswept():
        return _compared(accounts, settings, engine)


def _compared(accounts: Sequence[Account], settings: Settings, engine: Engine) -> tuple[Shelf, list[Pair]]:
    shards = [accounts[start : start + SHARD] for start in range(0, len(accounts), SHARD)]
    results = _read(shards, settings, engine)
    shelf = Shelf.of([found for found, _ in results], len(accounts), settings)
    copies = grouped(shelf, len(accounts))
    seeds, worn = _join(shelf, [postings for _, postings in results], accounts, copies, settings)
    shelf.worn = WornIndex.of(worn)
    shelf.lay_out()
    pairs = completed(shelf, aligned(shelf, chain(in_order(seeds), settings.gram)))
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

    left_out = np.zeros(len(accounts), dtype=np.bool_)
    left_out[[rank for group in copies.values() for rank in group[1:]]] = True
    shelf.houses = publishers([item.publisher for item in accounts])
    none = np.zeros(0, dtype=np.int32)
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *(part.hashes for part in parts)])
    reports = np.concatenate([none, *(part.texts + np.int32(number * SHARD) for number, part in enumerate(parts))])
    positions = np.concatenate([none, *(part.positions for part in parts)])
    houses = many_of(shelf.houses, left_out)
    if left_out.any():
        kept = ~left_out[reports]
        hashes, reports, positions = hashes[kept], reports[kept], positions[kept]
    return join(hashes, reports, positions, houses, settings.common)


def publishers(names: Sequence[str]) -> NDArray[np.int32]:
    """A number for each account's publisher, −1 where it has none."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name}))}
    return np.array([numbers.get(name, -1) for name in names], dtype=np.int32)
