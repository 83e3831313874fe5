"""Values of words that are told from the day of publication: weekdays, yesterday, last year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from headwater.grammar.dates_nearest import nearest_weekday
from headwater.grammar.dates_period import Period, day_of, decade, month, quarter, week, weekend, year
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["RELATIVE", "period_of"]


def weekday(reading: Reading, context: Context) -> Told:
    """A weekday: the nearest of its name, or of the week before or after."""
    number = reading.number("wd", "WEEKDAY") or 0
    part = reading.word("part", "PART") or reading.word("mod", "PART")
    found = nearest_weekday(context, number)
    if found is None:
        return Told(anchor=Anchor.NONE, weekday=number)
    today = context.published.first if context.published else found.first
    rel = reading.number("rel", "LAST", "NEXT", "THIS")
    if rel == -1 and found.first >= today:
        found = day_of(found.first - timedelta(days=7))
    elif rel == 1 and found.first <= today:
        found = day_of(found.first + timedelta(days=7))
    return Told(
        kind="time" if part else "date",
        period=found,
        anchor=Anchor.PUBLISHED,
        part=f"T{part}" if part else "",
        weekday=number,
    )


def deictic(reading: Reading, context: Context) -> Told | None:
    """Today, yesterday, tomorrow, last night; `None` where the word is part of a name."""
    part = reading.word("part", "PART")
    days = reading.number("day", "DEICTIC")
    if days is None:
        days = reading.number("rel", "LAST", "NEXT", "THIS") or 0
    elif reading.value("day", "TONIGHT"):
        part = "NI"
    if _in_a_name(reading):
        return None
    if reading.has("beyond"):
        days += -1 if reading.value("beyond", "BEFORE") else 1
    kind = "time" if part else "date"
    if context.published is None or context.published.unit != "D":
        return Told(kind=kind, anchor=Anchor.NONE)
    found = day_of(context.published.first + timedelta(days=days))
    return Told(kind=kind, period=found, anchor=Anchor.PUBLISHED, part=f"T{part}" if part else "")


def _in_a_name(reading: Reading) -> bool:
    place = reading.first
    if place == 0 or not reading.tokens[place].text.istitle():
        return False
    before = reading.tokens[place - 1].text
    return before[0].isupper() and len(before) > 1


def period_of(context: Context, unit: str) -> Period | None:
    """The week, month, year … of publication; `None` where so much of it is not known."""
    published = context.published
    if published is None or (unit in ("D", "W", "WE", "F") and published.unit != "D"):
        return None
    at = published.first
    match unit:
        case "W" | "F":
            return week(at)
        case "WE":
            return weekend(at)
        case "M":
            return month(at.year, at.month)
        case "Q":
            return quarter(at.year, (at.month + 2) // 3)
        case "Y":
            return year(at.year)
        case "E":
            return decade(at.year // 10 * 10)
        case "D":
            return day_of(at)
        case _:
            return None


def unit(reading: Reading, context: Context) -> Told:
    """Last year, this week, next month; the following month: the one after what was told last, not after publication."""
    name = reading.word("unit", "SPANUNIT") or "WE"
    if _follows(reading):
        return _following(context, name)
    found = period_of(context, name)
    if found is None:
        return Told(anchor=Anchor.NONE, unit=name)
    rel = reading.number("rel", "LAST", "NEXT", "THIS", "FOLLOWING", "PRIOR")
    if rel is None:  # "the weekend": the one that is on, else the last, else, where the words look ahead, the next
        rel = 0 if context.ahead > 0 or found.first <= (context.today or found.first) else -1
    if name == "WE" and rel == -1 and context.today and found.last < context.today:
        rel = 0
    return Told(period=found.shifted(rel * (2 if name == "F" else 1)), anchor=Anchor.PUBLISHED, unit=name)


def _follows(reading: Reading) -> bool:
    """Whether the words go on from a time told ("the following month"), where "next month" goes on from publication."""
    return reading.number("rel", "FOLLOWING") is not None and reading.number("rel", "NEXT") is None


def _following(context: Context, name: str) -> Told:
    """The month or year after the last day told; of a week it is not said whether it is the calendar's or the next seven days."""
    if context.day is None or name not in ("M", "Y"):
        return Told(anchor=Anchor.NONE, unit=name)
    at = context.day.last
    return Told(
        period=(month(at.year, at.month) if name == "M" else year(at.year)).shifted(1), anchor=Anchor.EVENT, unit=name
    )


RELATIVE: dict[str, Callable[[Reading, Context], Told | None]] = {
    "weekday": weekday,
    "deictic": deictic,
    "unit": unit,
}
"""What makes a value of the words, by the name that rules give in `build`."""
