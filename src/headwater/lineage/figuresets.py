"""Figures that two reports share as a set: the same numbers, the odder the better, whatever the words beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from math import exp
from operator import itemgetter

from headwater.model import Figure

__all__ = ["FigureSet", "FigureSets", "rarity", "telling"]

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


@lru_cache(maxsize=100_000)
def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


_Numbers = dict[tuple[Decimal, str], list[Figure]]


class FigureSets:
    """The figure sets among reports and among some of them; what two reports share is found once.

    Args:
        figures: of each document.
    """

    def __init__(self, figures: Mapping[str, Sequence[Figure]]) -> None:
        self._figures = figures
        self._numbers: dict[str, _Numbers] = {}
        self._found: dict[tuple[str, str], FigureSet | None] = {}

    def among(self, documents: Iterable[str]) -> list[FigureSet]:
        """The figure sets that pairs of some reports share, in order of the pairs; a number counts once a pair."""
        some = {name: self._figures[name] for name in documents if name in self._figures}
        found = map(self._of, self._every if len(some) == len(self._figures) else _alike(some))
        return [item for item in found if item is not None]

    @cached_property
    def _every(self) -> list[tuple[str, str]]:
        return _alike(self._figures)

    def _of(self, pair: tuple[str, str]) -> FigureSet | None:
        if pair not in self._found:
            a, b = pair
            self._found[pair] = _set(a, b, self._by_number(a), self._by_number(b))
        return self._found[pair]

    def _by_number(self, name: str) -> _Numbers:
        """The figures of a report by number, those that say anything, in text order."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = {}
            for figure in self._figures[name]:
                if figure.best is not None and figure.best > 1:
                    found.setdefault((figure.best, figure.unit), []).append(figure)
        return found


def _alike(figures: Mapping[str, Sequence[Figure]]) -> list[tuple[str, str]]:
    """The pairs of reports that give enough of the same numbers, in order; those that too many give do not count."""
    import numpy as np

    names = sorted(figures)
    by_number: dict[tuple[Decimal, str], set[int]] = defaultdict(set)
    for place, name in enumerate(names):
        for figure in figures[name]:
            if figure.best is not None and figure.best > 1:
                by_number[figure.best, figure.unit].add(place)
    few = [sorted(places) for places in by_number.values() if 1 < len(places) <= CROWD]
    if not few:
        return []
    sizes = np.array([len(places) for places in few])
    giving = np.array([place for places in few for place in places])
    # Each report that gives a number with each of those after it.
    partners = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(giving)) - 1
    one = np.repeat(np.arange(len(giving)), partners)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(partners) - partners, partners)
    pairs, counts = np.unique(giving[one] * len(names) + giving[other], return_counts=True)
    a, b = np.divmod(pairs[counts >= LEAST_FIGURES], len(names))
    return [(names[one], names[other]) for one, other in zip(a.tolist(), b.tolist(), strict=True)]


def _set(a: str, b: str, here: _Numbers, there: _Numbers) -> FigureSet | None:
    # Of the figures that give one number the two that tell most count, the first where several do.
    best = (
        max(((rarity(one, other), one, other) for one in ones for other in there[key]), key=itemgetter(0))
        for key, ones in here.items()
        if key in there
    )
    ordered = sorted(best, key=lambda told: (told[1].start, told[2].start))
    strength = round(sum(told[0] for told in ordered), 4)
    if len(ordered) < LEAST_FIGURES or strength < LEAST_STRENGTH:
        return None
    pairs = tuple((one, other) for _, one, other in ordered)
    return FigureSet(a, b, pairs, strength, _longest_rise(pair[1].start for pair in pairs))


def _longest_rise(values: Iterable[int]) -> int:
    """The length of the longest increasing subsequence."""
    tails: list[int] = []
    for value in values:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
    return len(tails)
