"""Pairs as columns: rows of a table that says what each shares, made objects when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, overload

from headwater.lineage.align import Passage
from headwater.lineage.between import Shared
from headwater.lineage.packed import NUMBERS
from headwater.lineage.pairs import PROSE, QUOTED, SHARED, SHARED_NAMED, Pair
from headwater.lineage.tables import Table, slices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Keys, Rows

    Marks = NDArray[np.bool_]

__all__ = ["Pairs", "with_names"]


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

    def placed(self, a: NDArray[Any], b: NDArray[Any]) -> Rows:
        """The places of pairs, -1 where there is no such pair."""
        import numpy as np

        if not len(self) or not len(a):
            return np.full(len(a), -1, dtype=np.int64)
        held, sought = self.a.astype(np.int64) << 32 | self.b, a.astype(np.int64) << 32 | b
        place = np.minimum(np.searchsorted(held, sought), len(held) - 1)
        return np.where(held[place] == sought, place, -1)

    def sharing(self, chosen: Marks) -> Shared:
        """Some of the pairs with their passages as columns."""
        table, rows = self.table, self.rows[chosen]
        columns = {name: table[name] for name in ("part.runs", "run.value", *(f"part.{name}" for name in NUMBERS))}
        return Shared(
            self.a[chosen], self.b[chosen], table.bounds("row.parts")[rows], table["row.parts"][rows], columns
        )

    def sides(self, chosen: Rows) -> tuple[NDArray[Any], Rows]:
        """How many passages some of the pairs have, and for each passage a row of the two ranks and a `Side`."""
        import numpy as np

        table, rows = self.table, self.rows[chosen]
        counts, parts = table["row.parts"][rows], slices(table.bounds("row.parts"), rows)
        ranks = (np.repeat(ranks[chosen], counts) for ranks in (self.a, self.b))
        ends = (table[f"part.{name}"][parts] for name in ("a_start", "a_end", "b_start", "b_end", "words"))
        found: Rows = np.stack([*ranks, *ends], axis=1).astype(np.int64)
        return counts, found

    def marked(self, wanted: Iterable[tuple[int, int]]) -> Marks:
        """Which are between some two reports, given in either order."""
        import numpy as np

        found = np.zeros(len(self), dtype=np.bool_)
        asked = np.sort(np.array(list(wanted), dtype=np.int64).reshape(-1, 2), axis=1)
        places = self.placed(asked[:, 0], asked[:, 1])
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


def with_names(pairs: Iterable[Pair], named: Iterable[bool]) -> list[Pair]:
    """The pairs, those of which one report names the other marked so."""
    return [replace(item, named=True) if told else item for item, told in zip(pairs, named, strict=True)]
