"""Values of words for days and months, in words or figures, alone or as a run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from headwater.grammar.dates_nearest import full_year, in_year, nearest_day, nearest_month
from headwater.grammar.dates_period import Period, day, day_of, month
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["ABSOLUTE", "year_of"]

_NOWHERE = Told(anchor=Anchor.NONE)


def year_of(reading: Reading, context: Context, name: str = "year") -> int | None:
    """The year that the rule took under a name, of four digits; `None` where it took none."""
    tokens = reading.words(name)
    return full_year(reading.year(name), len(tokens[-1].text), context) if tokens else None


def calendar(reading: Reading, context: Context) -> Told:
    """Days and months, with a year or without, alone or as a run."""
    months = reading.number("month", "MONTH", "MONTHISH", "ABBR")
    if months is None:
        return _NOWHERE
    days = reading.number("day") if reading.has("day") else reading.ordinal()
    at = year_of(reading, context)
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
    if context.today:
        at = nearest_day(context, months, days) if days is not None else nearest_month(context, months)
    if context.written is not None and not (at and _is_news(context, at, months, days)):
        at, anchor = in_year(context.written, months, days), Anchor.EVENT
    if at is None and context.headed is not None and (days is not None or context.headed.unit == "M"):
        at, anchor = _in_head(context.headed, months, days), Anchor.EVENT
    if at is None:
        return Told(
            anchor=Anchor.NONE, possible=days is None or days <= (29 if months == 2 else 30 + (months in _LONG))
        )
    return _with_year(reading, months, days, at, anchor)


def _in_head(headed: Period, months: int, days: int | None) -> int | None:
    """The year of a time told at the head of a text, where the day, or of a month the first, lies in that time: "Log of incidents, July 2033", "9 July"."""
    try:
        found = day(headed.last.year, months, days or 1)
    except ValueError:
        return None
    return headed.last.year if headed.first <= found.first <= headed.last else None


_RECENT, _JUST_BEFORE = 2, 60  # years, days
_LONG = (1, 3, 5, 7, 8, 10, 12)


def _is_news(context: Context, at: int, months: int, days: int | None) -> bool:
    """Whether the day is just before publication, though the text told of a time a year or two ago: it is rather of now."""
    if not context.today or not context.written or context.today.year - context.written.last.year > _RECENT:
        return False
    try:
        told = month(at, months) if days is None else day(at, months, days)
    except ValueError:
        return False
    return 0 <= (context.today - told.first).days <= _JUST_BEFORE


def day_alone(reading: Reading, context: Context) -> Told:
    """A day of the month alone: of the month told last, else of that of publication."""
    days, last = reading.number("day") or 0, context.day or (context.published if context.day_known else None)
    if last is None:
        return _NOWHERE
    anchor = Anchor.EVENT if context.day else Anchor.PUBLISHED
    return _with_year(reading, last.first.month, days, last.first.year, anchor)


def holiday(reading: Reading, context: Context) -> Told:
    """A holiday on a fixed day, or its eve."""
    at = year_of(reading, context)
    number = reading.number("holiday", "HOLIDAY") or 101
    months, days = divmod(number, 100)
    if at is None:
        told = _without(context, months, days, reading)
    else:
        told = _with_year(reading, months, days, at, Anchor.CALENDAR)
    if told.period is None or not reading.has("eve"):
        return told
    return replace(told, period=told.period.shifted(-1))


def easter(reading: Reading, context: Context) -> Told | None:
    """A feast that is counted from Easter, in its year or the nearest; `None` where the weekday is not the feast's."""
    at, today = year_of(reading, context), context.today
    away = reading.number("feast", "EASTER", "EASTERLY") or 0
    weekday = reading.number("wd", "WEEKDAY")
    if reading.value("feast", "EASTER") is not None and weekday is not None:
        away += (weekday + 1) % 7
    years = [at] if at else [today.year - 1, today.year] if today else []
    days = [_easter_sunday(year) + timedelta(days=away) for year in years]
    if not days:
        return Told(anchor=Anchor.NONE)
    told = max((day for day in days if not today or at or day <= today), default=days[0])
    anchor = Anchor.CALENDAR if at else Anchor.PUBLISHED
    return None if weekday not in (None, told.weekday()) else Told(period=day_of(told), anchor=anchor, weekday=weekday)


def _easter_sunday(year: int) -> date:
    """Easter of the Western churches, in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    months, days = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, months, days + 1)


def name(reading: Reading, context: Context) -> Told | None:
    """Nothing: what is named after a day tells no time."""
    return None


def numeric(reading: Reading, context: Context) -> Told:
    """A date in figures: by evidence where one number is no month, else as the text or its language writes elsewhere, else as it can be before publication.

    Where nothing tells, it is either of two days, and none is guessed: half of the world's readers would be told the wrong one.
    """
    if reading.has("month"):
        return calendar(reading, context)
    if reading.has("dotted"):
        parts = reading.words("dotted")[0].text.split(".")
        first, second, at = int(parts[0]), int(parts[1]), full_year(int(parts[2]), len(parts[2]), context)
        day_first = True
    else:
        first, second, at = reading.number("first") or 0, reading.number("second") or 0, year_of(reading, context)
        day_first = bool(context.day_first)
    if first > 12 or second > 12:
        day_first = first > 12
    elif context.day_first is None and at and first != second:
        late = [
            context.published is not None and _after(context.published, at, *two)
            for two in ((first, second), (second, first))
        ]
        if late[0] == late[1]:
            return _NOWHERE
        day_first = late[0]
    months, days = (second, first) if day_first else (first, second)
    return _with_year(reading, months, days, at, Anchor.CALENDAR) if at else _NOWHERE


def _after(published: Period, at: int, months: int, days: int) -> bool:
    """Whether the date lies more than a day after publication, so that it was hardly meant."""
    return date(at, months, days) > published.last + timedelta(days=1)


ABSOLUTE: dict[str, Callable[[Reading, Context], Told | None]] = {
    "calendar": calendar,
    "numeric": numeric,
    "dayalone": day_alone,
    "holiday": holiday,
    "easter": easter,
    "name": name,
}
"""What makes a value of the words, by the name that rules give in `build`."""
