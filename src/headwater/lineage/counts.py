"""Unseen counts: what reports may have in common that give the same figures in other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.lineage.figuresets import FigureSet
from headwater.messages import say
from headwater.model import Link, Origin, Parents, Relation, UnseenChoice, identifier

__all__ = ["common_counts", "joined", "with_counts"]


def common_counts(sets: Sequence[FigureSet], links: Iterable[Link]) -> list[Origin]:
    """An unseen origin for each group of reports that share figure sets, where not all of them share text as well."""
    text = {(link.a, link.b) for link in links if link.relation is Relation.SHARED_TEXT}
    found = []
    by_first: dict[str, list[FigureSet]] = {}
    for item in sets:
        by_first.setdefault(item.a, []).append(item)
    for group in joined((item.a, item.b) for item in sets):
        inside = [item for name in group for item in by_first.get(name, ())]
        if all((item.a, item.b) in text for item in inside):
            continue
        found.append(Origin(identifier("o", "count", *group), group, None, said_of(group, inside)))
    return found


def said_of(group: Sequence[str], sets: Sequence[FigureSet]) -> str:
    """What ties the reports of a group to one count, in words."""
    least, most = min(len(item.shared) for item in sets), max(len(item.shared) for item in sets)
    size = f"{least}" if least == most else say("range.between", low=least, high=most)
    steady = all(item.in_order >= STEADY * len(item.shared) for item in sets)
    return say("unseen.steady" if steady else "unseen.mixed", n=len(group), size=size)


def joined(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The names in groups that pairs connect, each sorted, by first name."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        leader[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(leader):
        groups.setdefault(find(name), []).append(name)
    return sorted(tuple(group) for group in groups.values())


def with_counts(row: Parents, counts: Mapping[str, Origin]) -> Parents:
    """The parents of a report, of whose independence a part goes to the unseen count that it may share with others.

    Args:
        row: its parents as far as text goes.
        counts: the unseen counts, by the documents that they stand behind.
    """
    count = counts.get(row.document)
    if count is None:
        return row
    moved = round(row.independent * COMMON, 4)
    return replace(
        row,
        unseen=tuple(sorted((*row.unseen, UnseenChoice(count.id, moved)), key=lambda choice: choice.origin)),
        unseen_origin=round(row.unseen_origin + moved, 4),
        independent=round(row.independent - moved, 4),
    )


COMMON = 0.7
"""Share of a report's independence that an unseen count takes where its figure set is shared: likely, never settled."""

STEADY = 0.6
"""Share of a set's figures that stand in one order in both reports, from which the order is said to be nearly one."""
