"""The year that words without one mean: nearest to publication, weighed by whether the words look ahead or back."""

from __future__ import annotations

from datetime import timedelta

from headwater.grammar.dates_period import Period, day, day_of, month
from headwater.grammar.dates_reading import Context

__all__ = ["full_year", "in_year", "nearest_day", "nearest_month", "nearest_weekday"]

# How much farther off a time may be that lies in the direction the words look than one that lies in the other. Silent words look back.
_AGAINST = 3
# The same of a month that words look back on, which is seldom one to come: in May, "nine died in June" is of the year before.
_BACK_ON = 12


def nearest_day(context: Context, months: int, days: int) -> int | None:
    """The year in which the day is meant; that of publication where no year has such a day."""
    assert context.today
    today, ahead = context.today, context.ahead
    choices = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            off = (day(year, months, days).first - today).days
        except (ValueError, OverflowError):
            continue
        choices.append((_cost(off, ahead), year))
    return min(choices)[1] if choices else today.year


def nearest_month(context: Context, months: int) -> int:
    """The year in which the month is meant."""
    assert context.today
    today, ahead = context.today, context.ahead
    this = today.year * 12 + today.month
    against = _BACK_ON if ahead < 0 else _AGAINST
    return min((_cost(year * 12 + months - this, ahead, against), year) for year in _around(today.year))[1]


def _around(year: int) -> tuple[int, int, int]:
    return year - 1, year, year + 1


def _cost(off: int, ahead: int, against: int = _AGAINST) -> int:
    """How far off a time is, so many times more where it lies against the direction that the words look in."""
    with_words = off >= 0 if ahead > 0 else off <= 0
    return abs(off) * (1 if with_words else against)


def nearest_weekday(context: Context, weekday: int) -> Period | None:
    """The day meant by a weekday's name alone: today, or the last of that name, or the next where the words look ahead."""
    if context.published is None or context.published.unit != "D":
        return None
    today = context.published.first
    back = (today.weekday() - weekday) % 7
    return day_of(today + timedelta(days=7 - back if back and context.ahead > 0 else -back))


def in_year(written: Period, months: int, days: int | None) -> int:
    """The year in which a text that tells of one time means a day or month: the one nearest to that time."""
    if written.unit in ("Y", "RY"):
        return written.last.year
    at = written.last
    choices = []
    for year in _around(at.year):
        try:
            found = month(year, months) if days is None else day(year, months, days)
        except (ValueError, OverflowError):
            continue
        choices.append((abs((found.first - at).days), year))
    return min(choices)[1] if choices else at.year


def full_year(digits: int | None, words: int, context: Context) -> int | None:
    """A year of two digits as the one nearest before ten years from publication; a longer one as it is."""
    if digits is None or words > 2:
        return digits
    last = (context.published.first.year if context.published else 2030) + 10
    return last - (last - digits) % 100
