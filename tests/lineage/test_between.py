"""Where two reports may agree because both share words of a third: the same as by looking at each passage of each two by itself."""

from __future__ import annotations

from bisect import bisect_right
from itertools import combinations
from random import Random

import pytest

from headwater.lineage.align import Passage
from headwater.lineage.between import KIN, OVERLAP, Shared, places
from headwater.lineage.pairs import Pair


def passage(chance: Random) -> Passage:
    at, there, runs = chance.randrange(60), chance.randrange(60), list[int]()
    for _ in range(chance.randrange(1, 5)):
        size = chance.randrange(1, 20)
        runs += (at, there, size)
        at, there = at + size + chance.randrange(1, 4), there + size + chance.randrange(1, 5)
    words = sum(runs[2::3])
    return Passage(runs[0], runs[-3] + runs[-1], runs[1], runs[-2] + runs[-1], words, words, tuple(runs))


def shared(seed: int) -> list[Pair]:
    chance = Random(seed)
    size, often = chance.choice((3, 5, 9, KIN + 4, 2 * KIN)), chance.choice((0.2, 0.5, 0.8))
    return [
        Pair(a, b, tuple(passage(chance) for _ in range(chance.randrange(1, 4))), 50, 50.0, 30.0, 0.0)
        for a, b in combinations(range(size), 2)
        if chance.random() < often
    ]


def across(part: Passage, word: int) -> int:
    place = max(0, 3 * (bisect_right(part.runs[::3], word) - 1))
    at, other, size = part.runs[place : place + 3]
    return other + max(0, min(word - at, size))


def one_by_one(pairs: list[Pair]) -> set[tuple[int, ...]]:
    known = {(item.a, item.b) for item in pairs}
    found = set()
    for third in range(3 * KIN):
        ways = {item.b if item.a == third else item.a: item for item in pairs if third in (item.a, item.b)}
        for a, b in combinations(sorted(ways), 2):
            if (a, b) in known or len(ways) > KIN:
                continue
            for one in ways[a].passages_from(third):
                for other in ways[b].passages_from(third):
                    low, high = max(one.a_start, other.a_start), min(one.a_end, other.a_end)
                    if high - low >= OVERLAP:
                        ends = (across(one, low), across(one, high), across(other, low), across(other, high))
                        found.add((a, b, *ends, high - low))
    return found


@pytest.mark.parametrize("seed", range(40))
def test_the_same_as_one_by_one(seed: int) -> None:
    pairs = shared(seed)
    rows = [tuple(row) for row in places(Shared.of(pairs)).tolist()]
    assert rows == sorted(one_by_one(pairs))


def test_nothing_leads_nowhere() -> None:
    assert len(places(Shared.of([]))) == 0
