"""The collation: measures, their readings, and the origins that stand behind each reading."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from headwater.model.figure import Outcome

__all__ = ["Measure", "OriginCount", "Origins", "Reading", "Root"]


@dataclass(frozen=True, slots=True)
class Root:
    """One origin of a reading: its name, the reports that go back to it, and why that is thought."""

    label: str
    documents: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many origins a reading has within the case: an interval, its median and expectation, never a bare number."""

    min: int
    median: int
    max: int
    expected: float
    determined: bool
    roots: tuple[Root, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """Origins by text (who drew on whose words) and by attribution (who is named as having said it)."""

    textual: OriginCount
    attributed: OriginCount


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class Measure:
    """What figures of several reports measure alike: event, outcome, group, place and period."""

    id: str
    event: str | None
    outcome: Outcome
    group: str
    place: str | None
    period: str | None
    unit: str
    readings: tuple[Reading, ...]
