"""A stretch of the calendar with the unit it is told in, and its norms in EDTF and TIMEX3."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

__all__ = [
    "Period",
    "century",
    "day",
    "day_of",
    "decade",
    "half",
    "month",
    "quarter",
    "season",
    "week",
    "weekend",
    "year",
]

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


class Period(msgspec.Struct, frozen=True, gc=False):
    """All days from `first` to `last`; `unit` is the one the words name: D W WE M Q S H Y E C, or R for a run of days or months or years."""

    first: date
    last: date
    unit: str
    about: bool = False

    def edtf(self) -> str:
        """EDTF level 1.

        >>> day(2019, 3, 4).edtf(), decade(1970).edtf(), replace(year(1990), about=True).edtf()
        ('2019-03-04', '197X', '1990~')
        """
        first = self.first
        match self.unit:
            case "D":
                said = first.isoformat()
            case "M":
                said = f"{first.year:04}-{first.month:02}"
            case "Y":
                said = f"{first.year:04}"
            case "E":
                said = f"{first.year // 10:03}X"
            case "C":
                said = f"{first.year // 100:02}XX"
            case "S":
                said = f"{first.year:04}-{_season_of(first)}"
            case _:
                return self._interval()
        return said + "~" * self.about

    def _interval(self) -> str:
        length = 10 if self.unit in ("W", "WE", "RD") else 4 if self.unit == "RY" else 7
        mark = "~" * self.about
        return f"{self.first.isoformat()[:length]}{mark}/{self.last.isoformat()[:length]}{mark}"

    def timex(self) -> str:
        """The norm of TIMEX3.

        >>> week(date(2019, 3, 7)).timex(), season(1976, 22).timex()
        ('2019-W10', '1976-SU')
        """
        first = self.first
        match self.unit:
            case "W" | "WE":
                at = first.isocalendar()
                return f"{at.year:04}-W{at.week:02}" + "-WE" * (self.unit == "WE")
            case "Q":
                return f"{first.year:04}-Q{(first.month + 2) // 3}"
            case "H":
                return f"{first.year:04}-H{1 + first.month // 7}"
            case "S":
                return f"{first.year:04}-{_SEASONS[_season_of(first)]}"
            case "E":
                return f"{first.year // 10:03}"
            case "C":
                return f"{first.year // 100:02}"
            case _:
                return (replace(self, about=False) if self.about else self).edtf()

    def shifted(self, count: int) -> Period:
        """The period of the same unit, so many units on.

        Raises:
            ValueError: the calendar does not reach so far.
        """
        first = self.first
        match self.unit:
            case "W":
                return week(first + timedelta(weeks=count))
            case "WE":
                return weekend(first + timedelta(weeks=count))
            case "M":
                return month(*_months_on(first.year, first.month, count))
            case "Q":
                at = _months_on(first.year, first.month, 3 * count)
                return quarter(at[0], (at[1] + 2) // 3)
            case "S":
                return season(first.year + count, _season_of(first))
            case "H":
                return _half_on(first, count)
            case "Y":
                return year(first.year + count)
            case "E":
                return decade(first.year // 10 * 10 + 10 * count)
            case "C":
                return century(first.year // 100 + count)
            case _:
                return day_of(first + timedelta(days=count))

    def years_on(self, count: int) -> Period:
        """The same place in the calendar, so many years on; 29 February becomes the 28th."""
        if self.unit == "W":
            return week(_year_of(self.first, self.first.year + count))
        return replace(
            self,
            first=_year_of(self.first, self.first.year + count),
            last=_year_of(self.last, self.last.year + count),
        )

    def months_on(self, count: int) -> Period:
        """The same day of the month, so many months on, or the last of a month that is too short."""
        at, month = _months_on(self.first.year, self.first.month, count)
        return day(at, month, min(self.first.day, monthrange(at, month)[1]))


def _half_on(first: date, count: int) -> Period:
    at = first.year * 2 + first.month // 7 + count
    return half(at // 2, 1 + at % 2)


def _season_of(first: date) -> int:
    return 20 + (first.month // 3 or 4)


def _months_on(year: int, month: int, count: int) -> tuple[int, int]:
    at = year * 12 + month - 1 + count
    return at // 12, at % 12 + 1


def _year_of(at: date, year: int) -> date:
    return at.replace(year=year, day=min(at.day, monthrange(year, at.month)[1]))


def day(year: int, month: int, day: int) -> Period:
    """One day.

    Raises:
        ValueError: no calendar has it; so for all periods.
    """
    return day_of(date(year, month, day))


def day_of(at: date) -> Period:
    """The day as a period."""
    return Period(at, at, "D")


def week(at: date) -> Period:
    """The week, Monday to Sunday, that a day is in."""
    first = at - timedelta(days=at.weekday())
    return Period(first, first + timedelta(days=6), "W")


def weekend(at: date) -> Period:
    """Saturday and Sunday of the week that a day is in."""
    first = at - timedelta(days=at.weekday() - 5)
    return Period(first, first + timedelta(days=1), "WE")


def month(year: int, month: int) -> Period:
    """One month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "M")


def quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    return Period(date(year, 3 * number - 2, 1), month(year, 3 * number).last, "Q")


def half(year: int, number: int) -> Period:
    """A half-year, 1 or 2."""
    return Period(date(year, 6 * number - 5, 1), month(year, 6 * number).last, "H")


def season(year: int, number: int) -> Period:
    """A season by its number in EDTF, 21 (spring) to 24 (winter), which begins in December of the year."""
    first = date(year, 3 * (number - 20), 1)
    return Period(first, month(*_months_on(year, first.month, 2)).last, "S")


def year(number: int) -> Period:
    """One year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "Y")


def decade(number: int) -> Period:
    """Ten years from the one given."""
    return Period(date(number, 1, 1), date(number + 9, 12, 31), "E")


def century(hundreds: int) -> Period:
    """A hundred years, by the digits they share: 19 is 1900 to 1999."""
    return Period(date(max(1, hundreds * 100), 1, 1), date(hundreds * 100 + 99, 12, 31), "C")
