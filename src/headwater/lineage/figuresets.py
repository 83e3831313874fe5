"""Figures that two reports share as a set: the same numbers, the odder the better, whatever the words beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp

from headwater.model import Figure

__all__ = ["FigureSet", "figure_sets", "rarity", "telling"]

LEAST_FIGURES = 3
LEAST_STRENGTH = 4.0
"""Fewer figures, or plainer ones, are no set: two reports on one event may well come by the same numbers."""

CROWD = 100
"""Reports that may share a number before it is too common to bring them together."""


@dataclass(frozen=True, slots=True)
class FigureSet:
    """Figures that two reports share (`a` before `b`), by place in `a`; `in_order` of them stand in one order in both."""

    a: str
    b: str
    shared: tuple[tuple[Figure, Figure], ...]
    strength: float
    in_order: int

    @property
    def probability(self) -> float:
        """That one count stands behind both sets: a judgement, not a fit; it grows with the oddness of the numbers.

        It stays below 0.9: figures alone never settle that two reports did not each ask the same source.
        """
        return round(0.9 * (1 - exp(-(self.strength - 2) / 4)), 4)


def rarity(one: Figure, other: Figure) -> float:
    """How much it tells that two reports give these two equal numbers: by their significant digits.

    Round and small numbers say little, and nothing where they count other things.
    """
    if one.best is None or other.best is None:
        return 0.0
    digits = _digits(one.best)
    alike = one.outcome == other.outcome and one.group == other.group
    if digits == 1:
        return 0.3 if alike and one.best > 1 else 0.0
    return (1.0 if digits == 2 else 2.0) * (1.0 if alike or digits > 2 else 0.3)


def telling(figure: Figure) -> bool:
    """Whether a number is odd enough to be known again where it counts something else."""
    return figure.best is not None and _digits(figure.best) > 1


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def figure_sets(figures: Mapping[str, Sequence[Figure]]) -> list[FigureSet]:
    """The figure sets that pairs of reports share, in order of the pairs; a number counts once a pair."""
    by_number: dict[tuple[Decimal, str], set[str]] = defaultdict(set)
    for document, rows in figures.items():
        for figure in rows:
            if figure.best is not None and figure.best > 1:
                by_number[figure.best, figure.unit].add(document)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for documents in by_number.values():
        names = sorted(documents) if len(documents) <= CROWD else []
        for place, a in enumerate(names):
            for b in names[place + 1 :]:
                counts[a, b] += 1
    found = (_set(a, b, figures) for (a, b), count in sorted(counts.items()) if count >= LEAST_FIGURES)
    return [item for item in found if item is not None]


def _set(a: str, b: str, figures: Mapping[str, Sequence[Figure]]) -> FigureSet | None:
    there: dict[tuple[Decimal, str], list[Figure]] = defaultdict(list)
    for figure in figures[b]:
        if figure.best is not None:
            there[figure.best, figure.unit].append(figure)
    shared: dict[tuple[Decimal, str], tuple[Figure, Figure]] = {}
    for figure in figures[a]:
        if figure.best is None or figure.best <= 1:
            continue
        key = (figure.best, figure.unit)
        for other in there.get(key, ()):
            if key not in shared or rarity(figure, other) > rarity(*shared[key]):
                shared[key] = (figure, other)
    pairs = tuple(sorted(shared.values(), key=lambda pair: (pair[0].start, pair[1].start)))
    strength = round(sum(rarity(*pair) for pair in pairs), 4)
    if len(pairs) < LEAST_FIGURES or strength < LEAST_STRENGTH:
        return None
    return FigureSet(a, b, pairs, strength, _longest_rise(pair[1].start for pair in pairs))


def _longest_rise(values: Iterable[int]) -> int:
    """The length of the longest increasing subsequence."""
    tails: list[int] = []
    for value in values:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
    return len(tails)
