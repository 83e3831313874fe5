"""What is known of every possible descent within a family of reports, as numbers that are weighted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from headwater.lineage.clock import Clock
from headwater.lineage.family import Family
from headwater.lineage.kin import Kinship, Missing, apart_of, missing_of

__all__ = ["ALONE", "ALONE_TIMES", "EDGE", "EDGE_TIMES", "Table", "Tables", "table", "times"]

EDGE = (
    "bias",
    "shared",
    "shared_share",
    "shared_most",
    "shared_short",
    "missing",
    "missing_share",
    "missing_there",
    "missing_there_share",
    "against",
    "against_share",
    "against_reports",
    "only",
    "only_share",
    "of_child",
    "of_parent",
    "changed",
)
"""Names of the numbers from the texts that speak for or against one report being the parent of another."""

EDGE_TIMES = ("missing_earlier", "missing_earlier_share", "time", "time_sure", "untimed")
"""Names of those from published times."""

ALONE = (
    "bias",
    "alone",
    "least_missing",
    "least_missing_share",
    "least_against",
    "least_against_share",
    "best_share",
    "kin",
    "of_text",
    "pair",
    "holds",
    "lost",
    "apart",
    "apart_unseen",
)
"""Names of the numbers from the texts that speak for or against a report having an unseen parent, or none."""

ALONE_TIMES = ("least_missing_earlier", "earlier", "earliest")
"""Names of those from published times."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a family, or of some of its reports.

    `edges[k]` belong to the possible descent `pairs[k]` (parent, child), child after child; `alone[k]` to the having no
    parent among the others of `children[k]`.
    """

    family: Family
    children: Sequence[int]
    pairs: list[tuple[int, int]]
    missing: list[Missing]
    edges: list[list[float]]
    alone: list[list[float]]


def table(family: Family, children: Sequence[int] | None = None, kin: Kinship | None = None) -> Table:
    """The numbers from texts for every possible descent in a family; time grows with the cube of a report's kin.

    Args:
        family: that is weighed.
        children: whose descent is; all where none are given.
        kin: of the family, where it is known already.
    """
    kin = kin or Kinship(family)
    found = Table(family, children if children is not None else range(len(family.ranks)), [], [], [], [])
    for child in found.children:
        of = [missing_of(family, kin, parent, child) for parent in kin[child].others]
        found.pairs.extend((parent, child) for parent in kin[child].others)
        found.missing.extend(of)
        found.edges.extend(
            _edge(family, kin, parent, child, lost) for parent, lost in zip(kin[child].others, of, strict=True)
        )
        found.alone.append(_alone(family, kin, child, of))
    return found


class Tables:
    """The tables of whole families, each made once, for as long as the families are held."""

    def __init__(self) -> None:
        self._made: dict[int, Table] = {}

    def of(self, family: Family) -> Table:
        """The table of a family."""
        found = self._made.get(id(family))
        if found is None:
            found = self._made[id(family)] = table(family)
        return found


def times(data: Table, clock: Clock) -> tuple[list[list[float]], list[list[float]]]:
    """The numbers from published times, for the same rows as `edges` and `alone`."""
    family = data.family
    earlier: dict[int, dict[int, float]] = {child: {} for child in data.children}
    for other, place in data.pairs:
        sure = clock.sure(family.later(other, place), family.open(other, place))
        earlier[place][other] = max(0.0, sure)
    edges = []
    least = dict.fromkeys(data.children, float("inf"))
    for (parent, child), lost in zip(data.pairs, data.missing, strict=True):
        missing = max((earlier[child][third] * words for third, words in lost.thirds), default=0.0)
        least[child] = min(least[child], missing)
        later, within = family.later(parent, child), family.open(parent, child)
        share = missing / (missing + family.covered[child, parent].bit_count())
        says, sure = clock.says(later, within), clock.sure(later, within)
        edges.append([log1p(missing), share, says, sure, float(later is None)])
    return edges, [_first(earlier[child], least[child]) for child in data.children]


def _first(earlier: Mapping[int, float], least: float) -> list[float]:
    if not earlier:
        return [0.0] * len(ALONE_TIMES)
    return [log1p(least), sum(earlier.values()) / len(earlier), 1.0 - max(earlier.values())]


def _edge(family: Family, kin: Kinship, parent: int, child: int, missing: Missing) -> list[float]:
    held = family.covered[child, parent]
    shared, whole = held.bit_count(), kin[child].all.bit_count()
    there = (kin[parent].all & ~family.covered[parent, child]).bit_count()
    elsewhere = 0
    for other in kin[child].others:
        if other != parent:
            elsewhere |= family.covered[child, other]
    only = (held & ~elsewhere).bit_count() if len(kin[child].others) > 1 else 0
    most = kin[child].most
    return [
        1.0,
        log1p(shared),
        shared / whole,
        float(shared == most),
        log1p(most - shared),
        log1p(missing.any),
        missing.any / whole,
        log1p(there),
        there / kin[parent].all.bit_count(),
        log1p(missing.against),
        missing.against_share,
        log1p(missing.against_reports),
        log1p(only),
        only / whole,
        shared / family.sizes[child],
        shared / family.sizes[parent],
        1.0 - shared / max(1, family.spans[child, parent]),
    ]


def _alone(family: Family, kin: Kinship, place: int, missing: Sequence[Missing]) -> list[float]:
    """The numbers on a report's having no parent among the others."""
    here = kin[place]
    whole, others = here.all.bit_count(), len(here.others)
    if not others:
        return [0.0, 1.0] + [0.0] * (len(ALONE) - 2)
    least = min(item.any for item in missing)
    holds = sum(family.covered[other, place].bit_count() / kin[other].all.bit_count() for other in here.others)
    lost = max((kin[other].all & ~family.covered[other, place]).bit_count() for other in here.others)
    apart, unseen = apart_of(family, here, place)
    return [
        1.0,
        0.0,
        log1p(least),
        least / whole,
        log1p(min(item.against for item in missing)),
        min(item.against_share for item in missing),
        here.most / whole,
        log1p(others),
        whole / family.sizes[place],
        float(others == 1),
        holds / others,
        log1p(lost),
        log1p(apart),
        log1p(unseen),
    ]
