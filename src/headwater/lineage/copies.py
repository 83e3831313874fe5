"""Exact copies: reports with the same words one after the other, of which only one is compared with the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

from headwater.lineage.align import Passage
from headwater.lineage.join import NEXT
from headwater.lineage.pairs import Pair, measured
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import digest

__all__ = ["expanded", "grouped"]

LEAST_WORDS = 20
"""Words below which equal texts are not taken for copies: a line of agreement is soon written twice."""


def grouped(shelf: Shelf, count: int) -> dict[int, list[int]]:
    """The ranks that have the same words, by the first of them; only groups of two and more.

    Args:
        shelf: whose words are compared before any boilerplate is known.
        count: reports on it.
    """
    by_words: dict[bytes, list[int]] = {}
    for rank in range(count):
        shard, here = shelf.at(rank)
        if here.stop - here.start >= LEAST_WORDS:
            by_words.setdefault(digest(shard.hashes[here].tobytes()), []).append(rank)
    return {group[0]: group for group in by_words.values() if len(group) > 1}


def expanded(shelf: Shelf, pairs: Sequence[Pair], copies: Mapping[int, Sequence[int]]) -> list[Pair]:
    """The pairs, with those of every copy: what one of a group shares the others share at the same words.

    In a group of more than twenty each copy is joined to the next twenty only, and others to the group's first.
    """
    if not copies:
        return list(pairs)
    found = {(item.a, item.b): item for item in pairs}
    for item in pairs:
        for a, b in product(_few(copies, item.a), _few(copies, item.b)):
            found[min(a, b), max(a, b)] = item if (a, b) == (item.a, item.b) else _moved(shelf, item, a, b)
    for group in copies.values():
        for one, other in combinations(range(len(group)), 2):
            if other - one <= NEXT:
                whole = _whole(shelf, group[one])
                if whole is not None:
                    found[group[one], group[other]] = measured(shelf, group[one], group[other], (whole,))
    return [found[key] for key in sorted(found)]


def _few(copies: Mapping[int, Sequence[int]], rank: int) -> Sequence[int]:
    group = copies.get(rank, (rank,))
    return group if len(group) <= NEXT else group[:1]


def _moved(shelf: Shelf, item: Pair, a: int, b: int) -> Pair:
    passages = item.passages if a < b else item.passages_from(item.b)
    return measured(shelf, min(a, b), max(a, b), passages)


def _whole(shelf: Shelf, rank: int) -> Passage | None:
    """All of a report's words but its publisher's boilerplate, as one passage."""
    runs: list[int] = []
    start = -1
    lane = shelf.lane(rank)
    marks = shelf.boilerplate(rank) if rank in shelf.worn else [False] * len(lane)
    for place, worn in enumerate([*marks, True]):
        if worn and start >= 0:
            runs += (start, start, place - start)
            start = -1
        elif not worn and start < 0:
            start = place
    if not runs:
        return None
    words, end = sum(runs[2::3]), runs[-3] + runs[-1]
    return Passage(runs[0], end, runs[0], end, words, words, tuple(runs))
