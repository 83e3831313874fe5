"""The first and last day that an EDTF expression allows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

import regex

__all__ = ["Days", "day", "days", "overlap"]

Days = tuple[date, date]

_PART = regex.compile(r"(?P<year>-?\d{3,4}X?|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?)?(?:T.*)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@lru_cache(maxsize=10_000)
def days(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day meant; `None` where the expression is open, unknown or beyond the calendar's years.

    >>> days("1992-02-25/1992-02-26")
    (datetime.date(1992, 2, 25), datetime.date(1992, 2, 26))
    >>> days("2019-03~")
    (datetime.date(2019, 3, 1), datetime.date(2019, 3, 31))
    """
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    opening, closing = _one(start), _one(end or start)
    if opening is None or closing is None:
        return None
    (first, _), (_, last) = opening, closing
    return (first, last) if first <= last else None


def day(edtf: str | None) -> date | None:
    """The one day meant; `None` where the expression leaves more than one.

    >>> day("2019-03-05"), day("2019-03")
    (datetime.date(2019, 3, 5), None)
    """
    first, last = days(edtf) or (None, None)
    return first if first == last else None


def overlap(one: Days, other: Days) -> bool:
    """Whether two spans of days have a day in common."""
    (first, last), (begin, end) = one, other
    return first <= end and begin <= last


def _one(part: str) -> tuple[date, date] | None:
    match = _PART.fullmatch(part.strip("~?%"))
    if match is None:
        return None
    first, last = (int(match["year"].replace("X", digit)) for digit in "09")
    try:
        return _within(first, last, match["month"], match["day"])
    except ValueError:
        return None


def _within(first: int, last: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(first, 1, 1), date(last, 12, 31)
    opening, closing = _SEASONS.get(int(month), (int(month), int(month)))
    if day is None or day == "XX" or int(month) in _SEASONS:
        _, length = monthrange(last, closing)
        return date(first, opening, 1), date(last, closing, length)
    return date(first, opening, int(day)), date(last, closing, int(day))
