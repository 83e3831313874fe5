"""The collation: measures, their readings, and the origins that stand behind each reading."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from headwater.model.figure import Outcome
from headwater.model.record import record

__all__ = [
    "NOBODY",
    "PRESENT",
    "Agreement",
    "Measure",
    "OriginCount",
    "Origins",
    "Reading",
    "Root",
    "agreement",
    "interval",
]

NOBODY = "nobody named"
"""The label of a root that stands for reports that name nobody whom they have a count from."""

ABOUT = Decimal("0.1")
"""How far from a number, as a share of it, "about" that number still reaches."""


PRESENT = frozenset({None, Outcome.OTHER, Outcome.AFFECTED})
"""What is told of all who were there, so that "of the 187 on board, 151 were rescued", "three were shot, one of them died" count all whom that befell."""


class Agreement(StrEnum):
    """How two readings of one measure stand to each other.

    `same`: equal. `hedge`: one number, hedged or bounded otherwise. `bounds`: other numbers that can both hold
    ("more than 600", "613"). `differs`: they exclude each other.
    """

    SAME = "same"
    HEDGE = "hedge"
    BOUNDS = "bounds"
    DIFFERS = "differs"


class Bounded(Protocol):
    """What gives a number with its bounds: a figure or a reading."""

    @property
    def best(self) -> Decimal | None: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...


def interval(given: Bounded) -> tuple[Decimal, Decimal]:
    """The smallest and largest number that the words allow, both included.

    "At least 24" is 24 to infinity; "about 600" is 540 to 660; words that bound nothing ("dozens") allow all.
    """
    low, high = given.low, given.high
    if given.best is not None and low is None and high is None:
        return given.best * (1 - ABOUT), given.best * (1 + ABOUT)
    return Decimal("-Infinity") if low is None else low, Decimal("Infinity") if high is None else high


def agreement(one: Bounded, other: Bounded) -> Agreement:
    """How two numbers stand to each other; the same in both directions."""
    if (one.best, one.low, one.high) == (other.best, other.low, other.high):
        return Agreement.SAME
    if one.best is not None and one.best == other.best:
        return Agreement.HEDGE
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return Agreement.DIFFERS if high < other_low or other_high < low else Agreement.BOUNDS


@record()
class Root:
    """One origin of a reading: its name, the reports that go back to it, and why that is thought."""

    label: str
    documents: tuple[str, ...]
    why: str


@record()
class OriginCount:
    """How many origins a reading has within the case: an interval, its median and expectation, never a bare number."""

    min: int
    median: int
    max: int
    expected: float
    determined: bool
    roots: tuple[Root, ...]


@record()
class Origins:
    """Origins by text (who drew on whose words) and by attribution (who is named as having said it)."""

    textual: OriginCount
    attributed: OriginCount


@record(kw_only=True)
class Reading:
    """One value of a measure, and the reports that give it; `figures` are ids."""

    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    as_of: str | None = None
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    origins: Origins | None = None

    def agreement(self, other: Reading) -> Agreement:
        """How this reading stands to another of the same measure; the same in both directions.

        >>> def reading(best, low, high):
        ...     numbers = (None if n is None else Decimal(n) for n in (best, low, high))
        ...     return Reading(**dict(zip(("best", "low", "high"), numbers)), figures=(), documents=())
        >>> reading(613, 613, 613).agreement(reading(None, 600, 2000)).value
        'bounds'
        >>> reading(24, 24, None).agreement(reading(24, 24, 24)).value
        'hedge'
        >>> reading(24, 24, 24).agreement(reading(31, 31, 31)).value
        'differs'
        """
        return agreement(self, other)


@record()
class Measure:
    """What figures of several reports measure alike: event, outcome, group, place and period.

    `denied` are figures, by id, that are told only to be denied, so that they are in no reading.
    """

    id: str
    event: str | None
    outcome: Outcome
    group: str
    place: str | None
    period: str | None
    unit: str
    readings: tuple[Reading, ...]
    denied: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """All its figures, by id: those of its readings, then those that are only denied."""
        return (*(name for reading in self.readings for name in reading.figures), *self.denied)

    def agreement(self) -> Agreement:
        """The widest disagreement among the readings: `differs` where any two exclude each other."""
        order = list(Agreement)
        pairs = (a.agreement(b) for n, a in enumerate(self.readings) for b in self.readings[n + 1 :])
        return max(pairs, key=order.index, default=Agreement.SAME)
