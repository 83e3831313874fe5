"""What a decision can set of a figure, as the journal's JSON and as the record's values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from headwater.model import Decision, Figure, Hedge, Outcome, Voice

__all__ = ["READ", "SCOPED", "given", "snapshot", "values"]


def _number(value: Any) -> Decimal | None:
    if value is None:
        return None
    found = Decimal(str(value))
    if not found.is_finite():
        raise ValueError(f"{value} is no finite number")
    return found


def _words(value: Any) -> str | None:
    return str(value) if value else None


def _names(value: Any) -> tuple[str, ...]:
    return tuple(str(name) for name in value or ())


READ: Mapping[str, Callable[[Any], Any]] = {
    "best": _number,
    "low": _number,
    "high": _number,
    "hedge": Hedge,
    "outcome": lambda value: Outcome(value) if value else None,
    "group": _words,
    "noun": _words,
    "unit": str,
    "voice": Voice,
    "speaker": _names,
    "spread": bool,
    "negated": bool,
    "denied": bool,
    "implied": bool,
}
"""What is read from the figure's own words, and how the journal's JSON becomes the record's value."""

SCOPED: Mapping[str, Callable[[Any], Any]] = {
    "background": bool,
    "place": _words,
    "period": _words,
    "as_of": _words,
}
"""What follows from the report as a whole, and is set once events have been told apart."""


def snapshot(figure: Figure) -> dict[str, Any]:
    """All that can be set of a figure, as JSON data; numbers are strings, since JSON's are not exact.

    >>> from headwater.model import Span
    >>> snapshot(Figure("f1", "a", 0, 2, "12", Span(0, 9), Decimal(12), Decimal(12), None))["low"]
    '12'
    """
    return {name: _plain(getattr(figure, name)) for name in (*READ, *SCOPED)}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return list(value)
    return value


def given(decision: Decision) -> dict[str, Any]:
    """All that a decision holds of a figure: the values before, with those that it sets laid over them."""
    return {**decision.before, **decision.after}


def values(data: Mapping[str, Any], kinds: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    """The record's values for those of the journal's that are of the kinds named; others are passed over.

    Raises:
        ValueError: a value is none that a figure can have.
    """
    try:
        return {name: kind(data[name]) for name, kind in kinds.items() if name in data}
    except (InvalidOperation, TypeError) as error:
        raise ValueError(str(error)) from error
