"""Chains of two reports → what they share, told apart as prose and quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from headwater.lineage.align import Passage, Side, align, covered, flipped
from headwater.lineage.chain import Chains
from headwater.lineage.join import Seeds
from headwater.lineage.shelf import Shelf
from headwater.model import Relation

__all__ = [
    "Pair",
    "aligned",
    "by_pair",
    "coverage",
    "enough",
    "linked",
    "measured",
    "own_words",
    "pair",
    "repeated",
    "stock",
]

LEAST_ROW = 2
"""Grams that two reports must share in step before their words are compared …"""

LEAST_SEEDS = 3
"""… or anywhere."""

LEAST_EXCESS = 6
"""Words above chance below which a passage is left out."""

SHARED = 20
"""Words above chance, over all passages and without those that go with numbers, from which two reports share text."""

SHARED_NAMED = 10
"""The same where one of the two names the other: fewer words say that it has its words from there."""

PROSE = 8
"""Of these, words outside quotations, below which two reports share a quotation only."""

PLENTY = 60
"""Words of prose in a passage from which their exact number tells nothing more."""

QUOTED = 10
"""Words above chance that at least one of two reports quotes, from which they share a quotation."""


EDGE = 3
SMALL = 0.3
"""A passage within so many words of both texts' ends, and less than this share of either, is stock of their publisher."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports (ranks, `a < b`) and the passages that they share.

    Words above chance: `excess` all, `wording` without what goes with numbers, `prose` also without what both quote, `quoted`
    those that one of the two quotes. `named`: one names the other as where it has something from.
    """

    a: int
    b: int
    passages: tuple[Passage, ...]
    excess: int
    wording: float
    prose: float
    quoted: float
    named: bool = False

    @property
    def relation(self) -> Relation | None:
        """What the passages alone make the two reports: None where they are too few words to tell of anything."""
        if self.wording >= (SHARED_NAMED if self.named else SHARED) and self.prose >= PROSE:
            return Relation.SHARED_TEXT
        return Relation.SHARED_QUOTATION if self.quoted >= QUOTED else None

    def passages_from(self, rank: int) -> tuple[Passage, ...]:
        """The passages with one of the two reports as `a`."""
        return self.passages if rank == self.a else tuple(flipped(passage) for passage in self.passages)


def by_pair(chains: Chains) -> Iterator[tuple[int, int, list[Side]]]:
    """The chains of each pair of reports, pairs in order."""
    rows = zip(
        chains.a.tolist(),
        chains.b.tolist(),
        chains.a_start.tolist(),
        chains.a_end.tolist(),
        chains.b_start.tolist(),
        chains.b_end.tolist(),
        chains.seeds.tolist(),
        strict=True,
    )
    for (a, b), group in groupby(rows, key=lambda row: row[:2]):
        yield a, b, [Side(*row[2:]) for row in group]


def aligned(shelf: Shelf, chains: Chains) -> list[Pair]:
    """What each pair of reports shares that has seeds enough, in the order of the pairs."""
    found = [pair(shelf, a, b, sides) for a, b, sides in by_pair(enough(chains))]
    return [item for item in found if item is not None]


def repeated(seeds: Seeds) -> Seeds:
    """Sorted seeds without those that are the only one of their pair, which are most: `enough` would leave them out once chained."""
    import numpy as np

    if not len(seeds.a):
        return seeds
    fresh = np.append(True, (np.diff(seeds.a) != 0) | (np.diff(seeds.b) != 0))
    alone = fresh & np.append(fresh[1:], True)
    return Seeds(*(getattr(seeds, name)[~alone] for name in Seeds.__slots__))


def enough(chains: Chains) -> Chains:
    """The chains of pairs that have seeds enough together."""
    import numpy as np

    if not len(chains.a):
        return chains
    fresh = np.append(True, (np.diff(chains.a) != 0) | (np.diff(chains.b) != 0))
    firsts = np.flatnonzero(fresh)
    whole = np.add.reduceat(chains.seeds, firsts) >= LEAST_SEEDS
    kept = (whole | (np.maximum.reduceat(chains.seeds, firsts) >= LEAST_ROW))[np.cumsum(fresh) - 1]
    return Chains(*(getattr(chains, name)[kept] for name in Chains.__slots__))


def pair(shelf: Shelf, a: int, b: int, sides: Iterable[Side]) -> Pair | None:
    """What two reports share around some chains; None where it is nothing."""
    found = align(shelf.lane(a), shelf.other_lane(b), list(sides))
    passages = tuple(passage for passage in found if passage.excess >= LEAST_EXCESS)
    return measured(shelf, a, b, passages) if passages else None


def measured(shelf: Shelf, a: int, b: int, passages: tuple[Passage, ...]) -> Pair:
    """Two reports with their passages, and how many words of these tell of what."""
    wording = prose = quoted = 0.0
    for part in passages:
        if stock(shelf, a, b, part):
            continue
        own, plain, said = own_words(shelf, a, b, part)
        above = part.excess / part.words
        wording, prose, quoted = wording + own * above, prose + plain * above, quoted + said * above
    excess = sum([passage.excess for passage in passages])
    return Pair(a, b, passages, excess, round(wording, 4), round(prose, 4), round(quoted, 4))


def stock(shelf: Shelf, a: int, b: int, passage: Passage) -> bool:
    """Whether a passage is a line that begins or ends both of two reports of one publisher, small beside the rest."""
    if not shelf.one_house(a, b) or passage.words < 0.9 * (passage.a_end - passage.a_start):
        return False
    size_a, size_b = len(shelf.lane(a)), len(shelf.lane(b))
    begins = passage.a_start <= EDGE and passage.b_start <= EDGE
    ends = passage.a_end >= size_a - EDGE and passage.b_end >= size_b - EDGE
    return (begins or ends) and passage.words < SMALL * min(size_a, size_b)


def own_words(shelf: Shelf, a: int, b: int, passage: Passage) -> tuple[int, int, int]:
    """Words of a passage: apart from what goes with numbers on both sides, also apart from what both quote, and quoted."""
    here, there = shelf.told(a), shelf.told(b)
    if not (here.both or there.both):
        return passage.words, passage.words, 0
    plenty = passage.words - min(here.most, there.most)
    if plenty >= PLENTY:
        # More than enough, even if every other word of the two were told: no need to look at each.
        return plenty, plenty, 0
    of_a, of_b = covered(passage.runs), covered(passage.runs, there=True)
    counts = min((of_a & here.counts).bit_count(), (of_b & there.counts).bit_count())
    both = min((of_a & here.both).bit_count(), (of_b & there.both).bit_count())
    quoted = max((of_a & here.quoted).bit_count(), (of_b & there.quoted).bit_count())
    return passage.words - counts, passage.words - both, quoted


def coverage(passages: Iterable[Passage], there: bool = False) -> int:
    """The words of `a`, or of `b`, that passages share, a bit each."""
    found = 0
    for passage in passages:
        found |= covered(passage.runs, there)
    return found


def linked(pairs: Iterable[Pair]) -> Mapping[int, list[Pair]]:
    """The pairs that share text, by report."""
    found: dict[int, list[Pair]] = {}
    for item in pairs:
        if item.relation is Relation.SHARED_TEXT:
            found.setdefault(item.a, []).append(item)
            found.setdefault(item.b, []).append(item)
    return found
