"""Accounts → pairs that share text, all in memory; what an earlier run kept of the same reports is not made again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from headwater.lineage.account import Account
from headwater.lineage.chain import chain
from headwater.lineage.copies import grouped
from headwater.lineage.fingerprint import Postings
from headwater.lineage.join import Seeds, Worn, in_order, join, many_of
from headwater.lineage.paired import FORM, paired
from headwater.lineage.pairrows import Pairs
from headwater.lineage.pairs import repeated
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import Table
from headwater.lineage.textkeys import Texts
from headwater.lineage.wording import Wording, name_of, worded
from headwater.lineage.worn import WornIndex
from headwater.model.ports import Engine, Keeping
from headwater.model.unswept import unswept
from headwater.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["compare", "compared", "publishers"]


def compare(accounts: Sequence[Account], settings: Settings, engine: Engine) -> tuple[Shelf, Pairs]:
    """The words of accounts in rank order, and the pairs among them that share anything."""
    with unswept():
        wording = worded(accounts, settings, engine, None)
        texts, pairs = compared(accounts, wording, grouped(wording.shelf, len(accounts)), settings, None)
    return texts.shelf, pairs


def compared(
    accounts: Sequence[Account],
    wording: Wording,
    copies: Mapping[int, Sequence[int]],
    settings: Settings,
    kept: Keeping | None,
) -> tuple[Texts, Pairs]:
    """The same, with what tells the reports' words apart; `kept` is what earlier runs kept and this one keeps.

    Args:
        accounts: in rank order.
        wording: of these accounts; its shelf stays as it is, without boilerplate told.
        copies: the ranks that have the same words, by the first of them.
        settings: fingerprint options.
        kept: where tables of pairs are.
    """
    shelf = wording.shelf.bare()
    seeds, worn = _join(shelf, wording.postings, accounts, copies, settings)
    shelf.worn = WornIndex.of(worn)
    shelf.lay_out()
    texts = Texts.of(shelf, wording.keys)
    table = Table(kept, name_of("pairs", settings), FORM)
    pairs = paired(texts, chain(repeated(in_order(seeds)), settings.gram), copies, table)
    table.save()
    return texts, pairs


def _join(
    shelf: Shelf,
    found: Postings,
    accounts: Sequence[Account],
    copies: Mapping[int, Sequence[int]],
    settings: Settings,
) -> tuple[Seeds, Worn]:
    """The seeds among the first of each group of copies, and all others."""
    import numpy as np

    left_out = np.zeros(len(accounts), dtype=np.bool_)
    left_out[[rank for group in copies.values() for rank in group[1:]]] = True
    shelf.houses = publishers([item.publisher for item in accounts])
    houses = many_of(shelf.houses, left_out)
    hashes, reports, positions = found.hashes, found.texts, found.positions
    if left_out.any():
        kept = ~left_out[reports]
        hashes, reports, positions = hashes[kept], reports[kept], positions[kept]
    return join(hashes, reports, positions, houses, settings.common)


def publishers(names: Sequence[str]) -> NDArray[np.int32]:
    """A number for each account's publisher, −1 where it has none."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name}))}
    return np.array([numbers.get(name, -1) for name in names], dtype=np.int32)
