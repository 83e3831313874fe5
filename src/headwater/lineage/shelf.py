"""The words of all reports, at hand by rank, whether they lie in memory or in files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from headwater.lineage.lanes import WORN, WORN_THERE, written
from headwater.lineage.words import Words
from headwater.lineage.worn import WornIndex, marked
from headwater.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.words import Marks

__all__ = ["SHARD", "Shelf"]

SHARD = 50
"""Texts whose words are made at once; so many that their arrays stay in the processor's cache."""

HELD = 4000
"""Reports whose words are kept as strings; more are made anew when they are needed."""


class Told(NamedTuple):
    """Words of a report, a bit each: those that go with a number, those in quotations, and either; how many these are."""

    counts: int
    quoted: int
    both: int
    most: int


@dataclass(slots=True)
class Shelf:
    """Words by rank: `shards` hold them, report `rank` is row `rows[rank]` of shard `shards[places[rank]]`.

    `houses` has a number for each report's publisher, −1 where it has none. `worn` has, for reports that contain
    boilerplate of their publisher, the words where its grams begin.
    """

    shards: Sequence[Words]
    places: NDArray[np.int32]
    rows: NDArray[np.int32]
    worn: WornIndex = field(default_factory=WornIndex.none)
    gram: int = 4
    window: int = 4
    houses: NDArray[np.int32] | None = None
    _lanes: dict[int, str] = field(default_factory=dict)
    _told: dict[int, Told] = field(default_factory=dict)

    def bare(self) -> Shelf:
        """The same words, before anything is known of publishers and their boilerplate."""
        return Shelf(self.shards, self.places, self.rows, gram=self.gram, window=self.window)

    def lane(self, rank: int) -> str:
        """A report's words, a sign each, the same for the same word; boilerplate is `lanes.WORN`."""
        lane = self._lanes.get(rank)
        if lane is None:
            if len(self._lanes) >= HELD:
                self._lanes.clear()
            shard, here = self.at(rank)
            marks = self.boilerplate(rank) if rank in self.worn else None
            lane = self._lanes[rank] = written(shard.hashes[here], marks)
        return lane

    def lay_out(self) -> None:
        """Make the lanes of whole shards at once, of those whose reports stand by rank; others are made when they are asked for."""
        import numpy as np

        every = np.arange(len(self.shards) + 1)
        by_shard = np.argsort(self.places, kind="stable")
        cuts = np.searchsorted(self.places[by_shard], every)
        worn = np.argsort(self.places[self.worn.reports], kind="stable")
        worn_cuts = np.searchsorted(self.places[self.worn.reports[worn]], every)
        for place, shard in enumerate(self.shards):
            ranks = by_shard[cuts[place] : cuts[place + 1]]
            if len(ranks) != len(shard) or (np.diff(self.rows[ranks]) != 1).any():
                continue
            here = worn[worn_cuts[place] : worn_cuts[place + 1]]
            rows = self.rows[self.worn.reports[here]]
            begins, ends = shard.bounds[rows] + self.worn.positions[here], shard.bounds[rows + 1]
            marks = marked(begins, ends, self.gram, self.window, len(shard.hashes)) if len(rows) else None
            whole = written(shard.hashes, marks)
            self._lanes.update((rank, whole[words]) for rank, words in zip(ranks.tolist(), shard, strict=True))

    def other_lane(self, rank: int) -> str:
        """The same, with boilerplate as a sign that no `lane` has."""
        return self.lane(rank).replace(WORN, WORN_THERE) if rank in self.worn else self.lane(rank)

    def sizes(self) -> list[int]:
        """How many words each report has, by rank."""
        return [(here := self.at(rank)[1]).stop - here.start for rank in range(len(self.places))]

    def one_house(self, a: int, b: int) -> bool:
        """Whether two reports are of one publisher."""
        return self.houses is not None and bool(self.houses[a] == self.houses[b] >= 0)

    def at(self, rank: int) -> tuple[Words, slice]:
        """The shard that holds a report's words, and where."""
        shard, row = self.shards[self.places[rank]], self.rows[rank]
        return shard, slice(int(shard.bounds[row]), int(shard.bounds[row + 1]))

    def told(self, rank: int) -> Told:
        """Which of a report's words are no wording of its own, a bit each.

        Two reports may give the same counts without either having the other's text, and may have heard the same speech.
        """
        found = self._told.get(rank)
        if found is None:
            if len(self._told) >= HELD:
                self._told.clear()
            shard, here = self.at(rank)
            counts, quoted = _bits(shard.counts[here]), _bits(shard.quoted[here])
            both = counts | quoted
            found = self._told[rank] = Told(counts, quoted, both, both.bit_count())
        return found

    def boilerplate(self, rank: int) -> Marks:
        """Which of a report's words are its publisher's boilerplate."""
        import numpy as np

        _, here = self.at(rank)
        size = here.stop - here.start
        begins = self.worn[rank].astype(np.int64) if rank in self.worn else np.zeros(0, dtype=np.int64)
        return marked(begins, np.full(len(begins), size), self.gram, self.window, size)

    def span(self, rank: int, start: int, end: int) -> tuple[int, int]:
        """Code points of a report's words `[start, end)`."""
        shard, here = self.at(rank)
        if end <= start:
            return (0, 0)
        return int(shard.starts[here.start + start]), int(shard.ends[here.start + end - 1])

    def words_in(self, rank: int, place: Span) -> tuple[int, int]:
        """The words `[start, end)` that begin within a run of code points."""
        import numpy as np

        shard, here = self.at(rank)
        first, last = np.searchsorted(shard.starts[here], [place.start, place.end])
        return int(first), int(last)


def _bits(marks: Marks) -> int:
    import numpy as np

    return int.from_bytes(np.packbits(marks, bitorder="little").tobytes(), "little")
