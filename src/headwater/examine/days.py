"""The first and last day that an EDTF expression allows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

import regex

__all__ = ["days"]

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
    ends = [_one(part) for part in edtf.split("/")]
    if len(ends) > 2 or any(end is None for end in ends):
        return None
    (first, _), (_, last) = ends[0] or (date.min, date.min), ends[-1] or (date.min, date.min)
    return (first, last) if first <= last else None


def _one(part: str) -> tuple[date, date] | None:
    match = _PART.fullmatch(part.strip("~?%"))
    if match is None:
        return None
    years = (match["year"].replace("X", "0"), match["year"].replace("X", "9"))
    try:
        return _within(int(years[0]), int(years[1]), match["month"], match["day"])
    except ValueError:
        return None


def _within(first: int, last: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(first, 1, 1), date(last, 12, 31)
    months = _SEASONS.get(int(month), (int(month), int(month)))
    if day is None or day == "XX" or int(month) in _SEASONS:
        return date(first, months[0], 1), date(last, months[1], monthrange(last, months[1])[1])
    return date(first, months[0], int(day)), date(last, months[1], int(day))
