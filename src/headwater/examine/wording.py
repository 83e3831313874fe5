"""How findings speak of numbers, groups and days."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from headwater.model import Figure, Hedge, Measure, Outcome

__all__ = ["amount", "counted", "listing", "measured"]

_BEFORE = {
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.UP_TO: "up to ",
}


def amount(figure: Figure) -> str:
    """A figure's number with its hedge, in digits: "at least 24", "600 to 2,000"; vague words as they stand."""
    if figure.best is not None:
        return _BEFORE.get(figure.hedge, "") + number(figure.best)
    if figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} to {number(figure.high)}"
    if figure.high is not None:
        return f"up to {number(figure.high)}"
    return f"at least {number(figure.low)}" if figure.low is not None else f"“{figure.quote}”"


def number(value: Decimal) -> str:
    """A number in digits, thousands set off by commas."""
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value.normalize():,f}"


def counted(figure: Figure) -> str:
    """A figure's number with its noun: "at least 24 people"."""
    return " ".join(part for part in (amount(figure), figure.noun or "") if part)


def measured(measure: Measure) -> str:
    """What a measure measures: "killed", "damaged (house)", "killed in the northern district"."""
    words = measure.outcome.value.replace("_", " ") if measure.outcome is not Outcome.OTHER else "counted"
    words += f" ({measure.group})" if measure.group != "person" else ""
    return words + (f", {measure.place}" if measure.place else "") + (f", {measure.period}" if measure.period else "")


def listing(items: Iterable[str]) -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    *others, last = list(items) or [""]
    return f"{', '.join(others)} and {last}" if others else last
