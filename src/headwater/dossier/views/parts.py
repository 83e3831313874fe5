"""Wholes and their parts: which measures fold under which, and the remainder that no report describes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from headwater.dossier.lookup import Lookup
from headwater.model import Figure, Measure

__all__ = ["Family", "Remainder", "families", "remainder"]


@dataclass(frozen=True, slots=True)
class Family:
    """A measure with the measures that are parts of it, in the order of the collation."""

    whole: Measure
    parts: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole when its described parts are taken off."""

    whole: Decimal
    parts: tuple[Decimal, ...]
    documents: tuple[str, ...]

    @property
    def rest(self) -> Decimal:
        """Whole less parts."""
        return self.whole - sum(self.parts)


def families(measures: Iterable[Measure], lookup: Lookup) -> tuple[Family, ...]:
    """Every measure once, a whole with its parts; a part of a part folds under the outermost whole."""
    listed = list(measures)
    over = {measure.id: _whole_of(measure, lookup) for measure in listed}
    parts: dict[str, list[Measure]] = defaultdict(list)
    wholes = []
    known = {measure.id for measure in listed}
    for measure in listed:
        top = _outermost(measure.id, over)
        if top == measure.id or top not in known:
            wholes.append(measure)
        else:
            parts[top].append(measure)
    return tuple(Family(whole, tuple(parts[whole.id])) for whole in wholes)


def _whole_of(measure: Measure, lookup: Lookup) -> str | None:
    """The measure that most figures of this one are parts of, where at least half are parts; a part has its whole's outcome."""
    figures = _figures(measure, lookup)
    wholes = [lookup.measure_of[figure.part_of] for figure in figures if figure.part_of in lookup.measure_of]
    tops = Counter(whole.id for whole in wholes if whole.outcome is measure.outcome and whole.unit == measure.unit)
    if not tops or 2 * sum(tops.values()) < len(figures):
        return None
    return min(tops, key=lambda name: (-tops[name], name))


def _outermost(name: str, over: dict[str, str | None]) -> str:
    seen = {name}
    while (above := over.get(name)) is not None and above not in seen:
        name = above
        seen.add(name)
    # Parts that name each other as their whole are no family: the first of the ring stands for itself.
    return min(seen) if over.get(name) in seen else name


def remainder(whole: Measure, parts: Iterable[Measure], lookup: Lookup) -> Remainder | None:
    """What no report describes of the most repeated plain value of a whole; `None` where that cannot be said.

    Parts count only where one report gives whole and part, in the same unit; where reports give a part in
    different numbers, or parts make more than the whole, nothing is said.
    """
    reports: dict[Decimal, list[str]] = defaultdict(list)
    by_whole: dict[Decimal, dict[str, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for part in parts:
        for figure in _figures(part, lookup):
            top = lookup.figure.get(figure.part_of or "")
            of = lookup.measure_of.get(top.id) if top else None  # none where nothing befell those it counts
            if top and of and of.id == whole.id and _plain(figure) and _plain(top):
                by_whole[top.best or Decimal(0)][part.id].add(figure.best or Decimal(0))
                reports[top.best or Decimal(0)].append(figure.document)
    if not by_whole:
        return None
    value = max(by_whole, key=lambda best: (len(set(reports[best])), -best))
    values = by_whole[value]
    if any(len(said) > 1 for said in values.values()):
        return None
    single = tuple(next(iter(said)) for said in values.values())
    documents = tuple(dict.fromkeys(reports[value]))
    return Remainder(value, single, documents) if sum(single) < value else None


def _figures(measure: Measure, lookup: Lookup) -> list[Figure]:
    return [lookup.figure[name] for reading in measure.readings for name in reading.figures if name in lookup.figure]


def _plain(figure: Figure) -> bool:
    return figure.best is not None and figure.low == figure.best == figure.high
