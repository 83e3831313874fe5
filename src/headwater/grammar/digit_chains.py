"""Digits that stand in a row with other digits, or tell the time of day: telephone numbers, scores, codes, clocks."""

from __future__ import annotations

from headwater.grammar.amount import Amount, Make
from headwater.grammar.digits import digits
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.designations import DesignationLexicon

__all__ = ["is_chained", "is_clock"]

_CHAIN = 3
_JOINING = frozenset(":-/.")  # the signs that may tie digits to others


def is_chained(row: Row, amount: Amount) -> bool:
    """Whether digits belong to a row of digits: a telephone number, a time, a score, a code; or number a list."""
    if amount.first == 0 and row.at(1).lower in {")", "."} and row.length > 2:
        return True
    before, behind = amount.first - 1, amount.last
    sides = row.at(before).lower, row.at(behind).lower
    if _JOINING.isdisjoint(sides) and row.at(before).kind != Kind.DIGITS and row.at(behind).kind != Kind.DIGITS:
        return False
    colon = _clocked(row, amount.first) or _clocked(row, amount.last + 1)
    return colon or _scored(row, amount) or _neighbours(row, amount) >= _CHAIN or _dialled(row, amount)


def _clocked(row: Row, index: int) -> bool:
    """Whether a colon before a token joins it to digits as in "9:12", or in "01: 19" as some tokenisers leave it."""
    hour, minute = row.at(index - 2).text, row.at(index).text
    if row.at(index - 1).lower != ":" or not (
        row.at(index - 2).kind == Kind.DIGITS and row.at(index).kind == Kind.DIGITS
    ):
        return False
    tied = row.glued(index - 1)
    return tied and (
        row.glued(index) or (hour.zfill(2) < "25" and len(hour) <= 2 and len(minute) == 2 and minute < "60")
    )


def _dialled(row: Row, amount: Amount) -> bool:
    """Whether two groups of bare digits stand side by side, too long for one number ("7946 0000")."""
    here = row.at(amount.first).text
    if amount.last - amount.first != 1 or not here.isdecimal() or len(here) < _CHAIN:
        return False
    return any(
        text.isdecimal() and len(text) > _CHAIN for text in (row.at(amount.first - 1).text, row.at(amount.last).text)
    )


def _scored(row: Row, amount: Amount) -> bool:
    """Whether two numbers around a hyphen do not rise, as in a score or a code ("2-1", "3888-2")."""
    for left, right in ((amount.first, amount.last + 1), (amount.first - 2, amount.first)):
        if row.at(right - 1).lower == "-" and row.glued(right - 1) and row.at(left).kind == Kind.DIGITS:
            low, high = (
                digits(row.at(left).text),
                digits(row.at(right).text) if row.at(right).kind == Kind.DIGITS else None,
            )
            if low is not None and high is not None and low >= high and row.glued(right):
                return True
    return False


def _neighbours(row: Row, amount: Amount) -> int:
    """How many groups of digits stand in a row here, signs glued between them or nothing at all; counted up to three."""
    count, at = 1, amount.first
    while count < _CHAIN and (step := _step(row, at - 1, -1)):
        at, count = at - step, count + 1
    at = amount.last - 1
    while count < _CHAIN and (step := _step(row, at + 1, 1)):
        at, count = at + step, count + 1
    return count


def _step(row: Row, at: int, way: int) -> int:
    if row.at(at).kind == Kind.DIGITS:
        return 1
    joined = row.at(at).lower in {"-", "/", "."} and row.glued(at) and row.glued(at + 1)
    return 2 if joined and row.at(at + way).kind == Kind.DIGITS else 0


def is_clock(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether digits are a time of day or a code, whatever unit seems to follow ("0700 hours", "10.45pm")."""
    if amount.make != Make.DIGITS:
        return False
    head = row.at(amount.first).text[:2]
    if len(head) == 2 and head[0] == "0" and head[1].isdecimal():
        return True
    behind, text = row.at(amount.last).lower, row.at(amount.first).text
    if behind in words.times:
        return True
    clock = len(text) == 4 and text.isdecimal() and behind in words.hours and text[2] < "6"
    return clock and row.at(amount.first - 1).lower in words.before_hours
