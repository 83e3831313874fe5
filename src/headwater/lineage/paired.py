"""Chains → what each two reports share: aligned once, and kept by the words of both and where they were looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from headwater.lineage.between import places
from headwater.lineage.chain import Chains
from headwater.lineage.copies import expanded
from headwater.lineage.hashes import mix
from headwater.lineage.packed import PACKED, packed
from headwater.lineage.pairrows import Pairs
from headwater.lineage.pairs import Pair, by_pair, enough, pair
from headwater.lineage.tables import Form, Table, digest, keys_of
from headwater.lineage.textkeys import Texts, factor

if TYPE_CHECKING:
    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Keys, Rows

__all__ = ["FORM", "paired"]

FORM: Form = {
    "row": {"excess": "<i4", "wording": "<f8", "prose": "<f8", "quoted": "<f8", "parts": "*part"},
    **PACKED,
}


def paired(texts: Texts, chains: Chains, copies: Mapping[int, Sequence[int]], table: Table) -> Pairs:
    """What reports share around chains, then what a third report leads to, and what copies share for that."""
    import numpy as np

    none = np.zeros(0, dtype=np.int32)
    found = Pairs(table, {}, none, none, none.astype(np.int64), np.zeros((0, 2), dtype=np.uint64))
    found = found.with_others(*_aligned(texts, enough(chains), found))
    found = _completed(texts, found)
    return _with_copies(texts, found, copies)


def _aligned(texts: Texts, chains: Chains, pairs: Pairs) -> tuple[Ranks, Ranks, Rows, Keys]:
    """The pairs of chains, with the rows of the table that say what they share; only what it does not hold is aligned."""
    import numpy as np

    if not len(chains.a):
        return chains.a, chains.b, np.zeros(0, dtype=np.int64), np.zeros((0, 2), dtype=np.uint64)
    fresh = np.append(True, (np.diff(chains.a) != 0) | (np.diff(chains.b) != 0))
    firsts = np.flatnonzero(fresh)
    a, b = chains.a[firsts], chains.b[firsts]
    keys = texts.pair_keys(a, b) + _places(chains, firsts)
    rows = pairs.table.find(keys)
    missing = rows < 0
    if missing.any():
        left = missing[np.cumsum(fresh) - 1]
        of = Chains(*(getattr(chains, name)[left] for name in Chains.__slots__))
        made = [pair(texts.shelf, one, other, sides) for one, other, sides in by_pair(of)]
        rows[missing] = _noted(pairs, keys[missing], made)
    return a, b, rows, keys


def _places(chains: Chains, firsts: Rows) -> Keys:
    """A key of each pair's chains, whatever their order."""
    import numpy as np

    halves = []
    for half in (0, 1):
        mixed = np.zeros(len(chains.a), dtype=np.uint64)
        for number, name in enumerate(("a_start", "a_end", "b_start", "b_end", "seeds")):
            mixed += getattr(chains, name).astype(np.uint64) * factor(30 + 10 * half + number)
        halves.append(np.add.reduceat(mix(mixed), firsts))
    return np.stack(halves, axis=1)


def _noted(pairs: Pairs, keys: Keys, made: Sequence[Pair | None]) -> Rows:
    """The rows of pairs that were made now; one that shares nothing has no passages."""
    parts = [part for item in made if item for part in item.passages]
    columns: dict[str, Any] = {
        "row.key": keys,
        "row.parts": [len(item.passages) if item else 0 for item in made],
        **packed(parts),
    }
    for name in ("excess", "wording", "prose", "quoted"):
        columns[f"row.{name}"] = [getattr(item, name) if item else 0 for item in made]
    rows = pairs.table.add(columns)
    pairs.made.update((row, item.passages if item else ()) for row, item in zip(rows.tolist(), made, strict=True))
    return rows


def _completed(texts: Texts, pairs: Pairs) -> Pairs:
    """The pairs with those that a third report leads to (`between.completed`)."""
    import numpy as np

    rows = places(pairs.sharing(pairs.shared()))
    fresh = np.append(True, (np.diff(rows[:, :2], axis=0) != 0).any(axis=1))[: len(rows)]
    at = pairs.placed(rows[fresh, 0], rows[fresh, 1])
    wanted = np.flatnonzero(~((at >= 0) & pairs.related()[at]) if len(pairs) else at < 0)
    number = np.cumsum(fresh) - 1
    led = np.isin(number, wanted)
    # What was found between them before is looked at again, then what a third leads to.
    before = wanted[at[wanted] >= 0]
    counts, seen = pairs.sides(at[before])
    order = np.argsort(np.concatenate([np.repeat(before, counts), number[led]]), kind="stable")
    columns = np.concatenate([seen, rows[led]])[order].astype(np.int32).T
    a, b, found, keys = _aligned(texts, Chains(*columns), pairs)
    at = at[wanted]
    excess = pairs.table["row.excess"]
    # Each of the wanted has a place to look at, so that what was aligned stands in their order.
    before = np.where(at >= 0, excess[pairs.rows[at]] if len(pairs) else 0, -1)
    better = excess[found] > before
    return pairs.with_others(a[better], b[better], found[better], keys[better])


def _with_copies(texts: Texts, pairs: Pairs, copies: Mapping[int, Sequence[int]]) -> Pairs:
    """The pairs with those of exact copies, which share what the first of them shares."""
    import numpy as np

    if not copies:
        return pairs
    firsts = list(copies)
    touched = np.isin(pairs.a, firsts) | np.isin(pairs.b, firsts)
    made = expanded(texts.shelf, pairs.some(touched), copies)
    a = np.array([item.a for item in made], dtype=np.int32)
    b = np.array([item.b for item in made], dtype=np.int32)
    shared = keys_of(digest(repr(item.passages).encode()) for item in made)
    keys = texts.pair_keys(a, b) + shared
    rows = pairs.table.find(keys)
    missing = rows < 0
    if missing.any():
        rows[missing] = _noted(pairs, keys[missing], [made[place] for place in np.flatnonzero(missing).tolist()])
    return pairs.with_others(a, b, rows, keys)
