"""Measures as people merged and split them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from headwater.model import Figure, Regrouping, Whole

__all__ = ["Group", "regrouped"]

K = TypeVar("K")


@dataclass(slots=True)
class Group(Generic[K]):
    """Figures that measure one thing: what they have in common, and what tells them from others that have it too."""

    key: K
    figures: list[Figure]
    apart: int | str | None = None


def regrouped(groups: Iterable[Group[K]], said: Sequence[Regrouping]) -> list[Group[K]]:
    """The groups, merged and split in the order in which people said so; figures that are not there are passed over."""
    found = list(groups)
    for one in said:
        if one.whole is Whole.MEASURE:
            found = _split(found, one) if one.apart else _merged(found, one)
    return found


def _merged(groups: list[Group[K]], said: Regrouping) -> list[Group[K]]:
    meant = [group for name in said.figures for group in groups if _holds(group, name)]
    if not meant:
        return groups
    first, *others = (group for place, group in enumerate(meant) if group not in meant[:place])
    every = [*first.figures, *(figure for other in others for figure in other.figures)]
    every.sort(key=lambda figure: (figure.document, figure.start, figure.end, figure.id))
    merged = Group(first.key, every, first.apart)
    return [merged if group is first else group for group in groups if group not in others]


def _split(groups: list[Group[K]], said: Regrouping) -> list[Group[K]]:
    names = set(said.figures)
    home = next((group for name in said.figures for group in groups if _holds(group, name)), None)
    if home is None:
        return groups
    own = [figure for group in groups for figure in group.figures if figure.id in names]
    own.sort(key=lambda figure: (figure.document, figure.start, figure.end, figure.id))
    left = []
    for group in groups:
        rest = [figure for figure in group.figures if figure.id not in names]
        left += [Group(group.key, rest, group.apart)] if rest else []
        left += [Group(home.key, own, own[0].id)] if group is home else []
    return left


def _holds(group: Group[K], name: str) -> bool:
    return any(figure.id == name for figure in group.figures)
