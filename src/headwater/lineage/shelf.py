"""The words of all reports, at hand by rank, whether they lie in memory or in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from headwater.lineage.account import Account
from headwater.lineage.fingerprint import Postings, fingerprint
from headwater.lineage.numerals import unified
from headwater.lineage.words import Words, words
from headwater.model import Span
from headwater.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.words import Marks

__all__ = ["SHARD", "Shelf", "read", "reading"]

SHARD = 50
"""Texts whose words are made at once; so many that their arrays stay in the processor's cache."""

HELD = 4000
"""Reports whose words are kept as strings; more are made anew when they are needed."""

WORN = "\U0010fffe"
WORN_THERE = "\U0010ffff"


class Told(NamedTuple):
    """Words of a report, a bit each: those that go with a number, those in quotations, and either; how many these are."""

    counts: int
    quoted: int
    both: int
    most: int


@dataclass(slots=True)
class Shelf:
    """Words by rank: `shards` hold them, report `rank` is row `rows[rank]` of shard `shards[places[rank]]`.

    `houses` has a number for each report's publisher, −1 where it has none. `worn` has, for reports that contain boilerplate of their publisher, the words where its grams begin.
    """

    shards: Sequence[Words]
    places: NDArray[np.int32]
    rows: NDArray[np.int32]
    worn: Mapping[int, NDArray[np.int32]] = field(default_factory=dict)
    gram: int = 4
    window: int = 4
    houses: NDArray[np.int32] | None = None
    _lanes: dict[int, str] = field(default_factory=dict)
    _told: dict[int, Told] = field(default_factory=dict)

    @classmethod
    def of(cls, shards: Sequence[Words], count: int, settings: Settings) -> Shelf:
        """A shelf of `count` reports in shards of `SHARD`, in rank order."""
        import numpy as np

        ranks = np.arange(count, dtype=np.int32)
        return cls(shards, ranks // SHARD, ranks % SHARD, {}, settings.gram, settings.window)

    def lane(self, rank: int) -> str:
        """A report's words, a sign each, the same for the same word (20 bits of its hash); boilerplate is `WORN`."""
        import numpy as np

        lane = self._lanes.get(rank)
        if lane is None:
            shard, here = self.at(rank)
            signs = (shard.hashes[here] >> np.uint64(44)).astype(np.uint32) + 0x10000
            signs = np.minimum(signs, 0x10FFFD)
            if rank in self.worn:
                signs[self.boilerplate(rank)] = ord(WORN)
            if len(self._lanes) >= HELD:
                self._lanes.clear()
            lane = self._lanes[rank] = signs.tobytes().decode("utf-32-le")
        return lane

    def other_lane(self, rank: int) -> str:
        """The same, with boilerplate as a sign that no `lane` has."""
        return self.lane(rank).replace(WORN, WORN_THERE)

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
            counts, quoted = shard.counts[here], shard.quoted[here]
            found = self._told[rank] = Told(
                _bits(counts), _bits(quoted), both := _bits(counts | quoted), both.bit_count()
            )
        return found

    def boilerplate(self, rank: int) -> Marks:
        """Which of a report's words are its publisher's boilerplate."""
        import numpy as np

        _, here = self.at(rank)
        marks = bytearray(here.stop - here.start)
        begins = self.worn[rank].tolist() if rank in self.worn else []
        for begin, following in zip(begins, [*begins[1:], len(marks) + self.gram + self.window], strict=False):
            # Winnowing passes over at most `window - 1` grams, so that what lies between two near ones is worn as well.
            end = following if following - begin <= self.gram + self.window else begin + self.gram
            marks[begin:end] = bytes([1]) * (min(end, len(marks)) - begin)
        return np.frombuffer(marks, dtype=np.bool_)

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


def reading(settings: Settings) -> partial[tuple[Words, Postings]]:
    """The function that reads a shard of accounts, ready for an engine."""
    return partial(read, gram=settings.gram, window=settings.window, language=settings.language)


def read(accounts: Sequence[Account], gram: int, window: int, language: str) -> tuple[Words, Postings]:
    """Words and fingerprints of some accounts, in their order."""
    texts = [item.text for item in accounts]
    found = _marked(unified(words(texts), texts, language), accounts)
    return found, fingerprint(found, gram, window)


def _marked(found: Words, accounts: Sequence[Account]) -> Words:
    """The words without those left out, and those within quotation blocks marked."""
    import numpy as np

    if not any(item.left_out or item.quoted for item in accounts):
        return found
    kept = np.ones(len(found.hashes), dtype=np.bool_)
    quoted = found.quoted.copy()
    for here, item in zip(found, accounts, strict=True):
        starts = found.starts[here]
        for spans, marks, value in ((item.left_out, kept, False), (item.quoted, quoted, True)):
            for span in spans:
                first, last = np.searchsorted(starts, [span.start, span.end])
                marks[here.start + first : here.start + last] = value
    before = np.concatenate([[0], np.cumsum(kept)])
    return Words(
        hashes=found.hashes[kept],
        starts=found.starts[kept],
        ends=found.ends[kept],
        quoted=quoted[kept],
        counts=found.counts[kept],
        bounds=before[found.bounds],
    )
