"""Pairs that have no seed in common, found through a third report that shares the same passage with both."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from headwater.lineage.align import Passage, Runs, Side
from headwater.lineage.pairs import Pair, linked, pair
from headwater.lineage.shelf import Shelf

__all__ = ["completed", "places", "where"]

KIN = 12
"""Reports that a third may share text with and still lead from one to another: a page full of others' text would not."""

OVERLAP = 20
"""Words of the third report that both must share with it."""


def completed(shelf: Shelf, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, with those found by way of a third report; each pair once, in order.

    Nothing is taken over from the third report but the place to look at: the two are aligned themselves.
    """
    known = {(item.a, item.b): item for item in pairs}
    for (a, b), sides in sorted(places(pairs).items()):
        before = known.get((a, b))
        if before is not None and before.relation is not None:
            continue
        found = pair(shelf, a, b, where(before, sides))
        if found is not None and (before is None or found.excess > before.excess):
            known[a, b] = found
    return [known[key] for key in sorted(known)]


def where(before: Pair | None, sides: Sequence[Side]) -> list[Side]:
    """Where two reports are to be looked at again: what was found between them before, and what a third leads to."""
    seen = before.passages if before else ()
    return [*map(_whole, seen), *sorted(set(sides))]


def _whole(passage: Passage) -> Side:
    return Side(passage.a_start, passage.a_end, passage.b_start, passage.b_end, passage.words)


def places(shared: Iterable[Pair]) -> dict[tuple[int, int], list[Side]]:
    """Where two reports may agree, because both share the same words of a third; of pairs only those that share text lead there."""
    kin = linked(shared)
    found: dict[tuple[int, int], list[Side]] = defaultdict(list)
    linked_already = {(item.a, item.b) for pairs in kin.values() for item in pairs}
    for third, pairs in sorted(kin.items()):
        if len(pairs) > KIN:
            continue
        by_other = {item.b if item.a == third else item.a: item for item in pairs}
        new = [pair for pair in combinations(sorted(by_other), 2) if pair not in linked_already]
        seen = {rank: by_other[rank].passages_from(third) for rank in {rank for pair in new for rank in pair}}
        for a, b in new:
            found[a, b].extend(_overlaps(seen[a], seen[b]))
    return {key: sides for key, sides in found.items() if sides}


def _overlaps(of_a: Sequence[Passage], of_b: Sequence[Passage]) -> list[Side]:
    found = []
    for one in of_a:
        for other in of_b:
            low, high = max(one.a_start, other.a_start), min(one.a_end, other.a_end)
            if high - low >= OVERLAP:
                found.append(
                    Side(
                        _at(one.runs, low), _at(one.runs, high), _at(other.runs, low), _at(other.runs, high), high - low
                    )
                )
    return found


def _at(runs: Runs, word: int) -> int:
    """The other report's word that stands where `word` does."""
    # The last run that begins at or before the word, else the first.
    place = max(0, 3 * (bisect_right(runs[::3], word) - 1))
    at, other, size = runs[place : place + 3]
    return other + max(0, min(word - at, size))
