"""EDTF (ISO 8601-2:2019, level 1) → the days it stands for: the one reader, for all that ask."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import regex
from msgspec.structs import replace

from headwater.grammar import dates_period
from headwater.grammar.dates_period import Period

__all__ = ["Days", "day", "days", "ends", "of_edtf", "overlap"]

Days = tuple[date, date]
"""The first and the last day meant."""

_PART = regex.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[\d:]+\S*)?[~?%]?"
)
_OPEN = ("", "..")
_RUNS = {"D": "RD", "Y": "RY"}


@lru_cache(maxsize=20_000)
def of_edtf(edtf: str | None) -> Period | None:
    """The period that an EDTF text stands for; `None` where an end is open or unknown, or it is no EDTF with a year from 1 on.

    >>> of_edtf("1992-02-25/1992-02-26").last.day, of_edtf("197X").last.year, of_edtf("soon")
    (26, 1979, None)
    """
    first, slash, last = (edtf or "").partition("/")
    begun, ended = _part(first), _part(last) if slash else None
    if begun is None or (slash and ended is None):
        return None
    about = any(mark in f"{edtf}" for mark in "~?%")
    if ended is None:
        return replace(begun, about=about)
    if ended.last < begun.first:
        return None
    return Period(begun.first, ended.last, _RUNS.get(begun.unit, "RM"), about)


def days(edtf: str | None) -> Days | None:
    """The first and last day meant; `None` as for the period.

    >>> days("1992-02-25/1992-02-26")
    (datetime.date(1992, 2, 25), datetime.date(1992, 2, 26))
    >>> days("2019-03~")
    (datetime.date(2019, 3, 1), datetime.date(2019, 3, 31))
    """
    period = of_edtf(edtf)
    return (period.first, period.last) if period else None


def day(edtf: str | None) -> date | None:
    """The one day meant; `None` where the expression leaves more than one.

    >>> day("2019-03-05"), day("2019-03")
    (datetime.date(2019, 3, 5), None)
    """
    first, last = days(edtf) or (None, None)
    return first if first == last else None


def ends(edtf: str | None) -> tuple[date | None, date | None] | None:
    """The first and last day meant, `None` for an end that is open or unknown; `None` where there is neither.

    >>> ends("2004-02/..")
    (datetime.date(2004, 2, 1), None)
    """
    first, slash, last = (edtf or "").partition("/")
    begun = _part(first)
    ended = _part(last) if slash else begun
    if (begun is None and first not in _OPEN) or (ended is None and last not in _OPEN) or not (begun or ended):
        return None
    return begun.first if begun else None, ended.last if ended else None


def overlap(one: Days, other: Days) -> bool:
    """Whether two spans of days have a day in common."""
    (first, last), (begin, end) = one, other
    return first <= end and begin <= last


def _part(text: str) -> Period | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    try:
        return _period(
            match["year"], *(None if part in (None, "XX") else int(part) for part in match.group("month", "day"))
        )
    except ValueError:
        return None


def _period(year: str, month: int | None, day: int | None) -> Period:
    """The period that year, month and day stand for; a month above 20 is a season.

    Raises:
        ValueError: no calendar has it.
    """
    if year.endswith("XX"):
        return dates_period.century(int(year[:2]))
    if year.endswith("X"):
        return dates_period.decade(int(year[:3]) * 10)
    if month is None:
        return dates_period.year(int(year))
    if month > 20:
        return dates_period.season(int(year), month)
    if day is None:
        return dates_period.month(int(year), month)
    return dates_period.day(int(year), month, day)
