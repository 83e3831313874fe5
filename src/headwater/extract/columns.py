"""Lines that give the same outcomes place by place, and add up to totals told before: "Upper Lorn: 20 killed, 31 injured"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.chunks import Part
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_columns"]

_FAR = 40
_LABEL = 4


def add_columns(rows: Sequence[Row]) -> None:
    """Link the figures of an outcome on lines that follow each other to the total before them that they add up to."""
    earlier: list[Settled] = []
    lines: list[Row] = []
    between: list[Row] = []
    for row in rows:
        if not row.settled:
            continue
        if _is_line(row):
            lines.append(row)
        else:
            between.append(row)
        if len(between) > 1 or not lines:  # one that a line goes on with is none of its own
            _link(lines, earlier)
            earlier += _exact(*lines, *between)
            lines = []
        if len(between) > 1 or not lines or _is_line(row):
            between = []
    _link(lines, earlier)


def _is_line(row: Row) -> bool:
    """Whether a sentence opens with a label and a colon, behind a bullet or without one."""
    chunks = row.clause.chunks
    first = 1 if chunks and chunks[0].part == Part.STOP else 0
    for chunk in chunks[first : first + _LABEL]:
        if chunk.part == Part.COLON:
            return chunk is not chunks[first]
        if chunk.part not in (Part.NOUN, Part.PREPOSITION) or chunk.counts:
            return False
    return False


def _exact(*rows: Row) -> Iterator[Settled]:
    """The figures of rows that have one outcome and say just so many."""
    for row in rows:
        for held in row.settled.values():
            number = held.chunk.number
            if number is not None and len(held.outcomes) == 1 and number.best == number.low == number.high:
                yield held


def _link(lines: Sequence[Row], earlier: Sequence[Settled]) -> None:
    columns: dict[str, list[Settled]] = {}
    for row in lines:
        seen: set[str] = set()
        for held in _exact(row):
            outcome = held.outcomes[0]
            if outcome not in seen and held.whole is None:
                columns.setdefault(outcome, []).append(held)
            seen.add(outcome)
    for outcome, column in columns.items():
        total = sum((_value(held) for held in column), Decimal(0))
        totals = (held for held in reversed(earlier[-_FAR:]) if held.outcomes == [outcome] and _value(held) == total)
        whole = next(totals, None) if len(column) > 1 else None
        for held in column if whole is not None else ():
            held.whole = whole


def _value(held: Settled) -> Decimal:
    number = held.chunk.number
    return number.best if number is not None and number.best is not None else Decimal(0)
