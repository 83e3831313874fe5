"""What each report of a family shares with the others, and which of its words speak against a descent from one of them.

If `c` draws on `p`, then what `c` shares with any report that
does not draw on `c` it shares with `p` as well: words of `c` that are also elsewhere, and not in `p`, speak against `p`.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from headwater.lineage.family import Family

__all__ = ["Kin", "Kinship", "Missing", "apart_of", "missing_of"]

CROWD = 24
"""Kin of a report that are compared two by two; beyond, more of them would say the same."""


class Kin(NamedTuple):
    """What a report shares with others: all of it, with whom, and the most that it shares with one."""

    all: int
    others: list[int]
    most: int


class Missing(NamedTuple):
    """Words of a child that others have too and a parent has not: with any other, and with each `third`.

    `against` are those that speak against the descent whatever the third report's place: the child shares them with the
    third, while the parent shares other words with the third that the child has not.
    """

    any: int
    thirds: tuple[tuple[int, int], ...]
    against: int
    against_share: float
    against_reports: int


class Kinship:
    """What each report of a family shares with others, made when it is asked for."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.neighbours = family.neighbours()
        self._known: dict[int, Kin] = {}

    def __getitem__(self, place: int) -> Kin:
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = _kin(self.family, place, self.neighbours[place])
        return known


def _kin(family: Family, place: int, others: list[int]) -> Kin:
    everything = 0
    for other in others:
        everything |= family.covered[place, other]
    most = max((family.covered[place, other].bit_count() for other in others), default=0)
    return Kin(everything, others, most)


def missing_of(family: Family, kin: Kinship, parent: int, child: int) -> Missing:
    """What speaks against a descent of the child from the parent."""
    most, share, reports = 0, 0.0, 0
    thirds = []
    for third in kin[child].others:
        if third == parent:
            continue
        here = family.apart(child, third, parent).bit_count()
        thirds.append((third, here))
        there = family.apart(third, parent, child).bit_count()
        speaks = min(here, there)
        if speaks > 2:
            reports += 1
            most = max(most, speaks)
            of_child, of_parent = family.covered[child, third], family.covered[third, parent]
            share = max(share, min(here / of_child.bit_count(), there / of_parent.bit_count()))
    left = (kin[child].all & ~family.covered[child, parent]).bit_count()
    return Missing(left, tuple(thirds), most, share, reports)


def apart_of(family: Family, here: Kin, place: int) -> tuple[int, int]:
    """Words in which two others agree against a report while it agrees with each against the other.

    Then those of them that no further report has.
    """
    most = unseen = 0
    for one, other in combinations(here.others[:CROWD], 2):
        if (one, other) not in family.covered:
            continue
        against = family.apart(one, other, place)
        size = min(
            against.bit_count(),
            family.apart(place, one, other).bit_count(),
            family.apart(place, other, one).bit_count(),
        )
        if size <= unseen:
            most = max(most, size)
            continue
        most = max(most, size)
        for further in here.others:
            if further not in (one, other) and (other, further) in family.covered:
                against &= ~family.covered.get((one, further), 0)
        unseen = max(unseen, min(size, against.bit_count()))
    return most, unseen
