"""Values of words that a calendar places: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from headwater.grammar.dates_nearest import in_year, nearest_day, nearest_month
from headwater.grammar.dates_period import (
    Period,
    century,
    day,
    decade,
    half,
    month,
    quarter,
    season,
    year,
)
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["ABSOLUTE"]

_NOWHERE = Told(anchor=Anchor.NONE)


def full_year(digits: int | None, words: int, context: Context) -> int | None:
    """A year of two digits as the one nearest before ten years from publication; a longer one as it is."""
    if digits is None or words > 2:
        return digits
    last = (context.published.first.year if context.published else 2030) + 10
    return last - (last - digits) % 100


def _year(reading: Reading, context: Context, name: str = "year") -> int | None:
    tokens = reading.words(name)
    return full_year(reading.year(name), len(tokens[-1].text), context) if tokens else None


def calendar(reading: Reading, context: Context) -> Told:
    """Days and months, with a year or without, alone or as a run."""
    months = reading.number("month", "MONTH", "MONTHISH", "ABBR")
    if months is None:
        return _NOWHERE
    days = reading.number("day") if reading.has("day") else reading.ordinal()
    at = _year(reading, context)
    if reading.has("dayyear"):
        days, at = (int(part) for part in reading.words("dayyear")[0].text.split(","))
    weekday = reading.number("wd", "WEEKDAY", "DAYISH")
    anchor = Anchor.CALENDAR
    if at is None and reading.has("rel") and context.today:
        at, anchor = _rel_year(reading, context, months), Anchor.PUBLISHED
    told = _with_year(reading, months, days, at, anchor) if at is not None else _without(context, months, days, reading)
    part = reading.word("part", "PART")
    told = replace(told, weekday=weekday, unit="M" if days is None else "D")
    if reading.has("hour") and told.period:
        clock = f"T{reading.number('hour'):02}:{reading.number('minute'):02}"
        return replace(told, kind="time", clock=clock + ":00", part=clock)
    return replace(told, part=f"T{part}") if part and told.period and told.period.unit == "D" else told


def _rel_year(reading: Reading, context: Context, months: int) -> int:
    assert context.today
    rel = reading.number("rel", "LAST", "NEXT", "THIS") or 0
    this = context.today.year
    if reading.rule.name != "rel-month":
        return this + rel
    if rel == 0:
        return this
    # Whoever means the month just over says "last month", so that its name is that of the year before.
    off = (months - context.today.month) * rel
    return this + (rel if off <= 0 or (rel < 0 and off == 1) else 0)


def _with_year(reading: Reading, months: int, days: int | None, at: int, anchor: Anchor) -> Told:
    try:
        first = month(at, months) if days is None else day(at, months, days)
        return Told(period=_run(reading, first, at), anchor=anchor)
    except (ValueError, OverflowError):
        return Told(anchor=anchor, possible=False)


def _run(reading: Reading, first: Period, at: int) -> Period:
    """The period, or the run from it to the second day or month that the rule took, whichever of them stands first."""
    month2 = reading.number("month2", "MONTH", "MONTHISH", "ABBR")
    day2 = reading.number("day2")
    if day2 is None and month2 is None:
        return first
    if day2 is None:
        last = month(at, month2 or 1)
        return _ordered(first if first.last <= last.last else first.years_on(-1), last, "RM")
    if month2 is None:
        return _ordered(first, day(at, first.first.month, day2), "RD")
    if reading.rule.name == "days-day-first":
        begun, ended = day(at, month2, first.first.day), day(at, first.first.month, day2)
        return _ordered(begun if begun.first <= ended.first else begun.years_on(-1), ended, "RD")
    ended = day(at, month2, day2)
    return _ordered(first if first.first <= ended.first else first.years_on(-1), ended, "RD")


def _ordered(first: Period, last: Period, unit: str) -> Period:
    if first.first > last.last:
        raise ValueError("a run that ends before it begins")
    return Period(first.first, last.last, unit)


def _without(context: Context, months: int, days: int | None, reading: Reading) -> Told:
    """A day or month without a year: in the year the text is telling of, else nearest to publication."""
    at: int | None = None
    anchor = Anchor.PUBLISHED
    if context.written is not None:
        at, anchor = in_year(context.written, months, days), Anchor.EVENT
    elif context.today:
        at = nearest_day(context, months, days) if days is not None else nearest_month(context, months)
    if at is None:
        return Told(
            anchor=Anchor.NONE, possible=days is None or days <= (29 if months == 2 else 30 + (months in _LONG))
        )
    return _with_year(reading, months, days, at, anchor)


_LONG = (1, 3, 5, 7, 8, 10, 12)


def numeric(reading: Reading, context: Context) -> Told:
    """A date in figures: by evidence where one number is no month, else as the text or its language writes elsewhere."""
    if reading.has("month"):
        return calendar(reading, context)
    if reading.has("dotted"):
        parts = reading.words("dotted")[0].text.split(".")
        first, second, at = int(parts[0]), int(parts[1]), full_year(int(parts[2]), len(parts[2]), context)
        day_first = True
    else:
        first, second, at = reading.number("first") or 0, reading.number("second") or 0, _year(reading, context)
        day_first = bool(context.day_first)
    if first > 12 or second > 12:
        day_first = first > 12
    elif context.day_first is None and at and context.published:
        day_first = _after(context.published, at, first, second) and not _after(context.published, at, second, first)
    months, days = (second, first) if day_first else (first, second)
    return _with_year(reading, months, days, at, Anchor.CALENDAR) if at else _NOWHERE


def _after(published: Period, at: int, months: int, days: int) -> bool:
    """Whether the date lies more than a day after publication, so that it was hardly meant."""
    return date(at, months, days) > published.last + timedelta(days=1)


def years(reading: Reading, context: Context) -> Told | None:
    """A run of years, the second of two digits or four; no run where it does not come after the first."""
    first, last = reading.year() or 0, reading.year("year2") or 0
    if last < 100:
        last += first // 100 * 100
    if not first < last < first + 200:
        return None
    return Told(period=Period(year(first).first, year(last).last, "RY", reading.has("approx")), unit="Y")


def one_year(reading: Reading, context: Context) -> Told:
    """A year in figures or words."""
    if reading.has("spelled"):
        at: int | None = _spelled(reading)
    else:
        at = _year(reading, context)
    return Told(period=replace(year(at), about=reading.has("approx")), unit="Y") if at else _NOWHERE


def _spelled(reading: Reading) -> int:
    total, value = 0, reading.alphabet.calendar.value
    for token in reading.words("spelled"):
        if (cents := value(token.lower, "CENTS")) and not total:
            total = int(cents)
        elif scale := value(token.lower, "SCALE"):
            total *= int(scale)
        else:
            total += next((int(found) for tag in ("ONES", "TEENS", "TENS") if (found := value(token.lower, tag))), 0)
    return total


def in_decade(reading: Reading, context: Context) -> Told:
    """Ten years, in figures or words."""
    if reading.has("decade"):
        at = full_year(reading.number("decade", "DECADE"), 2, context)
    else:
        at = _year(reading, context)
    return Told(period=replace(decade(at), about=reading.has("approx")), unit="E") if at else _NOWHERE


def in_century(reading: Reading, context: Context) -> Told:
    """A hundred years by their ordinal: the 11th is 1000 to 1099, as EDTF has it."""
    ordinal = reading.ordinal()
    if not ordinal or ordinal > 30 or (reading.number("era", "ERA") or 1) < 0:
        return _NOWHERE
    return Told(period=century(ordinal - 1), unit="C")


def era(reading: Reading, context: Context) -> Told:
    """A year before or after the beginning of the era; EDTF has a year 0, so that 44 BC is -0043."""
    at, sign = reading.year() or 0, reading.number("era", "ERA") or 1
    said = f"{at:04}" if sign > 0 else f"-{at - 1:04}"
    return Told(edtf=said, value=said, unit="Y")


def in_quarter(reading: Reading, context: Context) -> Told:
    """A quarter by its number, of the year told or the nearest to publication."""
    number = reading.number("quarter") if reading.has("quarter") else reading.ordinal()
    if not number or number > 4:
        return _NOWHERE
    at = _year(reading, context)
    if at is not None:
        return Told(period=quarter(at, number), unit="Q")
    if not context.today:
        return replace(_NOWHERE, unit="Q")
    if reading.has("rel"):
        at = context.today.year + (reading.number("rel", "LAST", "NEXT", "THIS") or 0)
    else:
        at = context.today.year - (3 * number - 2 > context.today.month and context.today.month + 3 < 3 * number - 2)
    return Told(period=quarter(at, number), unit="Q", anchor=Anchor.PUBLISHED)


def in_half(reading: Reading, context: Context) -> Told:
    """A half-year by its number."""
    number, at = reading.ordinal(), _year(reading, context)
    anchor = Anchor.CALENDAR
    if at is None and context.today:
        at = context.today.year + (reading.number("rel", "LAST", "NEXT", "THIS") or 0)
        anchor = Anchor.PUBLISHED
    return Told(period=half(at, number), unit="H", anchor=anchor) if at and number in (1, 2) else _NOWHERE


def in_season(reading: Reading, context: Context) -> Told:
    """A season, of the year told or the nearest to publication."""
    number = reading.number("season", "SEASON", "SEASONISH") or 21
    at = _year(reading, context)
    if at is not None:
        return Told(period=season(at, number), unit="S")
    today = context.today
    if not today:
        return Told(anchor=Anchor.NONE, unit="S")
    rel = reading.number("rel", "LAST", "NEXT", "THIS")
    begins = 3 * (number - 20)
    if reading.rule.name == "season-year":
        at = today.year + (rel or 0)
    elif rel == -1 or (rel is None and context.ahead <= 0):
        at = today.year - (begins + (3 if rel else 0) > today.month)
    elif rel == 1:
        at = today.year + (begins <= today.month)
    else:
        at = today.year
    return Told(period=season(at, number), unit="S", anchor=Anchor.PUBLISHED)


ABSOLUTE: dict[str, Callable[[Reading, Context], Told | None]] = {
    "calendar": calendar,
    "numeric": numeric,
    "years": years,
    "year": one_year,
    "decade": in_decade,
    "century": in_century,
    "era": era,
    "quarter": in_quarter,
    "half": in_half,
    "season": in_season,
}
"""What makes a value of the words, by the name that rules give in `build`."""
