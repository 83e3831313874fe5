"""Chains → passages: which words of two reports are the same, in order, around each chain.

The longest common subsequence of word hashes (`rapidfuzz`, bit-parallel: Hyyrö 2004) over the chain and some words
beside it, so that a passage does not end where the first word was changed. How many words would agree by chance is
measured on the same words with one side read backwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

__all__ = ["Passage", "Runs", "Side", "align", "covered", "each", "flipped"]

Runs = tuple[int, ...]
"""Words that agree one after the other: where they begin in `a`, where in `b`, and how many they are, run after run.

One flat row: very many small objects would take longer to sweep than to make.
"""

BESIDE = 60
"""Words on either side of a chain that may still belong to its passage."""

PIECE = 1500
"""Words aligned at once; a longer chain is aligned piece by piece, so that time and memory stay linear."""

APART = 0.35
"""What a word left out within a passage takes from it, where one that agrees adds 1."""

SURE = 80
"""Words in common from which chance need not be measured."""


class Passage(NamedTuple):
    """Words `[a_start, a_end)` and `[b_start, b_end)` of two reports that share `words` words, `excess` above chance."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int
    excess: int
    runs: Runs


class Side(NamedTuple):
    """A chain's place: `[a_start, a_end)` and `[b_start, b_end)`, and its number of seeds."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    seeds: int


def align(a: str, b: str, chains: Sequence[Side]) -> list[Passage]:
    """The passages that two reports share, by place in `a`; no word is in two of them on either side.

    Args:
        a: the words of one report, each a sign (`shelf.Shelf.lane`); words that must not match are signs that the
            other does not have. Strings are what `rapidfuzz` reads fastest.
        b: the same of the other.
        chains: rows of seeds between the two; those with most seeds are taken first.
    """
    found: list[Passage] = []
    for side in sorted(chains, key=lambda side: (-side.seeds, side.a_start, side.b_start, -side.a_end, -side.b_end)):
        room = _room(side, found, len(a), len(b))
        if room is not None and (passage := _passage(a, b, *room)) is not None:
            found.append(passage)
    return sorted(found)


def each(runs: Runs) -> Iterator[tuple[int, int, int]]:
    """The runs one by one: where they begin in `a` and in `b`, and how many words they are."""
    return zip(runs[0::3], runs[1::3], runs[2::3], strict=True)


def covered(runs: Runs, there: bool = False) -> int:
    """The words of `a`, or of `b`, in runs, a bit each.

    >>> bin(covered((0, 7, 2, 4, 9, 1)))
    '0b10011'
    """
    found = 0
    for at, size in zip(runs[int(there) :: 3], runs[2::3], strict=True):
        found |= ((1 << size) - 1) << at
    return found


def flipped(passage: Passage) -> Passage:
    """The passage as it looks from the other report."""
    runs = tuple([value for a, b, size in each(passage.runs) for value in (b, a, size)])
    ends = (passage.b_start, passage.b_end, passage.a_start, passage.a_end)
    return Passage(*ends, passage.words, passage.excess, runs)


def _room(side: Side, taken: Sequence[Passage], size_a: int, size_b: int) -> tuple[int, int, int, int] | None:
    """The words to look at around a chain: not those of passages found before; None where it lies within them."""
    low_a, high_a = max(0, side.a_start - BESIDE), min(size_a, side.a_end + BESIDE)
    low_b, high_b = max(0, side.b_start - BESIDE), min(size_b, side.b_end + BESIDE)
    middle_a, middle_b = side.a_start + side.a_end, side.b_start + side.b_end
    for other in taken:
        if middle_a < other.a_start + other.a_end:
            high_a = min(high_a, other.a_start)
        else:
            low_a = max(low_a, other.a_end)
        if middle_b < other.b_start + other.b_end:
            high_b = min(high_b, other.b_start)
        else:
            low_b = max(low_b, other.b_end)
    if high_a - low_a < 4 or high_b - low_b < 4:
        return None
    return low_a, high_a, low_b, high_b


def _passage(a: str, b: str, low_a: int, high_a: int, low_b: int, high_b: int) -> Passage | None:
    runs = _trim(_runs(a, b, low_a, high_a, low_b, high_b))
    if not runs:
        return None
    shared = sum(runs[2::3])
    ends = (runs[0], runs[-3] + runs[-1], runs[1], runs[-2] + runs[-1])
    return Passage(*ends, shared, shared - _chance(a, b, ends, shared), runs)


@cache
def _sequences() -> Any:
    from rapidfuzz.distance import LCSseq

    return LCSseq


def _runs(a: str, b: str, low_a: int, high_a: int, low_b: int, high_b: int) -> list[int]:
    """The runs of the longest common subsequence, piece by piece."""
    editops = _sequences().editops
    found: list[int] = []
    while low_a < high_a and low_b < high_b:
        end_a, end_b = min(high_a, low_a + PIECE), min(high_b, low_b + PIECE)
        blocks = editops(a[low_a:end_a], b[low_b:end_b]).as_matching_blocks()
        # The names of a block's parts are read in half the time that unpacking it takes.
        for block in blocks[:-1]:  # the last is empty, and stands for the end
            found += (low_a + block.a, low_b + block.b, block.size)
        if (end_a == high_a and end_b == high_b) or len(blocks) == 1:
            return found
        # The next piece begins where this one last agreed, so that a piece's end cuts nothing.
        low_a, low_b = found[-3] + found[-1], found[-2] + found[-1]
    return found


def _trim(runs: list[int]) -> Runs:
    """The row of runs that says most: words that agree, less a part of those left out between them.

    Single words and pairs far from the rest agree by chance; they do not belong to the passage.
    """
    best, first, last, begin = 0.0, 0, 0, 0
    total, end_a, end_b = 0.0, 0, 0
    places = zip(runs[0::3], runs[1::3], runs[2::3], strict=True)
    for place, (at_a, at_b, size) in enumerate(places):
        apart, other = at_a - end_a, at_b - end_b
        if other > apart:  # a call of `max` would take as long as all the rest
            apart = other
        total -= APART * apart
        if total <= 0.0:
            total, begin = 0.0, place
        total += size
        if total > best:
            best, first, last = total, begin, place + 1
        end_a, end_b = at_a + size, at_b + size
    kept = tuple(runs[3 * first : 3 * last])
    return kept if max(kept[2::3], default=0) > 1 else ()


def _chance(a: str, b: str, ends: tuple[int, int, int, int], shared: int) -> int:
    """Words that would agree by chance: the common subsequence of the same words, one side read backwards."""
    if shared >= SURE:
        return 0
    return int(_sequences().similarity(a[ends[0] : ends[1]], b[ends[2] : ends[3]][::-1]))
