"""Pairs as columns: what each shares is aligned once, kept by the words of both and where they were looked at, and made an object when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, overload

from headwater.lineage.align import Passage
from headwater.lineage.between import places, where
from headwater.lineage.chain import Chains
from headwater.lineage.copies import expanded
from headwater.lineage.hashes import mix
from headwater.lineage.packed import NUMBERS, PACKED, packed
from headwater.lineage.pairs import PROSE, QUOTED, SHARED, SHARED_NAMED, Pair, by_pair, enough, pair
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import Form, Table, digest, keys_of, slices
from headwater.lineage.worn import WornIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes
    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Keys, Rows

    Marks = NDArray[np.bool_]

__all__ = ["FORM", "Pairs", "Texts", "paired", "with_names"]

FORM: Form = {
    "row": {"excess": "<i4", "wording": "<f8", "prose": "<f8", "quoted": "<f8", "parts": "*part"},
    **PACKED,
}


@dataclass(frozen=True, slots=True)
class Texts:
    """What tells the words of reports apart: a key for each by rank, and a hash of its boilerplate, 0 where it has none."""

    shelf: Shelf
    keys: Keys
    worn: Hashes

    @classmethod
    def of(cls, shelf: Shelf, keys: Keys) -> Texts:
        """The same, once boilerplate is known."""
        return cls(shelf, keys, _worn(shelf.worn, len(keys)))

    def pair_keys(self, a: Ranks, b: Ranks) -> Keys:
        """A key for each two reports: of their words, and of whether one publisher has both."""
        import numpy as np

        houses = self.shelf.houses
        one = (houses[a] == houses[b]) & (houses[a] >= 0) if houses is not None else np.zeros(len(a), dtype=np.bool_)
        halves = []
        for half in (0, 1):
            first, second, third, fourth, fifth = (_factor(10 * half + number) for number in range(5))
            mixed = self.keys[a, half] * first + self.keys[b, half] * second
            mixed += self.worn[a] * third + self.worn[b] * fourth + one.astype(np.uint64) * fifth
            halves.append(mix(mixed))
        return np.stack(halves, axis=1)


def _worn(worn: WornIndex, count: int) -> Hashes:
    import numpy as np

    found = np.zeros(count, dtype=np.uint64)
    np.add.at(found, worn.reports, mix((worn.positions.astype(np.uint64) + np.uint64(1)) * _factor(99)))
    return found


def _factor(number: int) -> np.uint64:
    import numpy as np

    return np.uint64((0x9E3779B97F4A7C15 * (2 * number + 3) | 1) & 0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True)
class Pairs(Sequence[Pair]):
    """Pairs of reports by (a, b), ranks: `rows` are theirs in the table, `keys` tell what each pair rests on.

    `made` are passages that were made already, by row of the table.
    """

    table: Table
    made: dict[int, tuple[Passage, ...]]
    a: Ranks
    b: Ranks
    rows: Rows
    keys: Keys

    def __len__(self) -> int:
        return len(self.a)

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> list[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | list[Pair]:
        import numpy as np

        whole = np.arange(len(self))
        return self.some(whole[place]) if isinstance(place, slice) else self.some(whole[[place]])[0]

    def __iter__(self) -> Iterator[Pair]:
        import numpy as np

        return iter(self.some(np.arange(len(self))))

    def near(self) -> Marks:
        """Which share words enough for a credit to go with them."""
        found: Marks = (self._of("wording") >= SHARED_NAMED) & (self._of("prose") >= PROSE)
        return found

    def shared(self) -> Marks:
        """Which share text, credits aside."""
        found: Marks = (self._of("wording") >= SHARED) & (self._of("prose") >= PROSE)
        return found

    def related(self) -> Marks:
        """Which share text or a quotation, credits aside."""
        found: Marks = self.shared() | (self._of("quoted") >= QUOTED)
        return found

    def _of(self, name: str) -> NDArray[np.float64]:
        return self.table[f"row.{name}"][self.rows]

    def find(self, wanted: Iterable[tuple[int, int]]) -> Rows:
        """The places of pairs given by (a, b), -1 where there is no such pair."""
        import numpy as np

        asked = np.array(list(wanted), dtype=np.int64).reshape(-1, 2)
        if not len(self) or not len(asked):
            return np.full(len(asked), -1, dtype=np.int64)
        held, sought = self.a.astype(np.int64) << 32 | self.b, asked[:, 0] << 32 | asked[:, 1]
        place = np.minimum(np.searchsorted(held, sought), len(held) - 1)
        return np.where(held[place] == sought, place, -1)

    def marked(self, wanted: Iterable[tuple[int, int]]) -> Marks:
        """Which are between some two reports, given in either order."""
        import numpy as np

        found = np.zeros(len(self), dtype=np.bool_)
        places = self.find((min(pair), max(pair)) for pair in wanted)
        found[places[places >= 0]] = True
        return found

    def some(self, chosen: NDArray[np.int64] | Marks) -> list[Pair]:
        """Some of the pairs, by place or by mark."""
        rows = self.rows[chosen].tolist()
        self._read([row for row in dict.fromkeys(rows) if row not in self.made])
        return [
            Pair(a, b, self.made[row], *numbers)
            for row, (a, b, *numbers) in zip(rows, self._numbers(chosen), strict=True)
        ]

    def _read(self, rows: Sequence[int]) -> None:
        """Make the passages of some rows of the table."""
        import numpy as np

        table, here = self.table, np.array(rows, dtype=np.int64)
        at = slices(table.bounds("row.parts"), here)
        runs = table["run.value"][slices(table.bounds("part.runs"), at)].tolist()
        cuts = pairwise([0, *table["part.runs"][at].cumsum().tolist()])
        places = zip(*(table[f"part.{name}"][at].tolist() for name in NUMBERS), strict=True)
        parts = [
            Passage._make((*place, tuple(runs[start:end]))) for place, (start, end) in zip(places, cuts, strict=True)
        ]
        ends = pairwise([0, *table["row.parts"][here].cumsum().tolist()])
        self.made.update((row, tuple(parts[start:end])) for row, (start, end) in zip(rows, ends, strict=True))

    def bare(self, chosen: NDArray[np.int64] | Marks) -> list[Pair]:
        """Some of the pairs without their passages."""
        return [Pair(a, b, (), *numbers) for a, b, *numbers in self._numbers(chosen)]

    def _numbers(self, chosen: NDArray[np.int64] | Marks) -> Iterator[tuple[Any, ...]]:
        rows = self.rows[chosen]
        told = (self.table[f"row.{name}"][rows].tolist() for name in ("excess", "wording", "prose", "quoted"))
        return zip(self.a[chosen].tolist(), self.b[chosen].tolist(), *told, strict=True)

    def with_others(self, a: Ranks, b: Ranks, rows: Rows, keys: Keys) -> Pairs:
        """The pairs and some others, which take the place of those of the same reports."""
        import numpy as np

        every_a, every_b, every_row = (
            np.concatenate([a, self.a]),
            np.concatenate([b, self.b]),
            np.concatenate([rows, self.rows]),
        )
        _, first = np.unique(every_a.astype(np.int64) << 32 | every_b, return_index=True)
        first = first[self.table["row.parts"][every_row[first]] > 0]
        every_key = np.concatenate([keys, self.keys])
        return Pairs(self.table, self.made, every_a[first], every_b[first], every_row[first], every_key[first])


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
            mixed += getattr(chains, name).astype(np.uint64) * _factor(30 + 10 * half + number)
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

    wanted = sorted(places(pairs.some(pairs.shared())).items())
    at = pairs.find(key for key, _ in wanted)
    known = (at >= 0) & pairs.related()[at] if len(pairs) else at >= 0
    wanted, at = [item for item, told in zip(wanted, known.tolist(), strict=True) if not told], at[~known]
    seen = iter(pairs.some(at[at >= 0]))
    rows = [
        (a, b, *side)
        for ((a, b), sides), place in zip(wanted, at.tolist(), strict=True)
        for side in where(next(seen) if place >= 0 else None, sides)
    ]
    columns = np.array(rows, dtype=np.int32).reshape(-1, 7).T
    a, b, found, keys = _aligned(texts, Chains(*columns), pairs)
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


def with_names(pairs: Iterable[Pair], named: Iterable[bool]) -> list[Pair]:
    """The pairs, those of which one report names the other marked so."""
    return [replace(item, named=True) if told else item for item, told in zip(pairs, named, strict=True)]
