"""Values of words that count from another time: so long ago, so long later, the next day, so many years since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from headwater.grammar.dates_durations import duration_value
from headwater.grammar.dates_period import Period, day_of, month, year
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.grammar.dates_relative import period_of
from headwater.model import Anchor

__all__ = ["SHIFTS"]

_PAST = Told(value="PAST_REF", kind="reference", anchor=Anchor.NONE)


def shift(reading: Reading, context: Context) -> Told:
    """So long ago from publication, so long earlier or later than the day told before."""
    name = reading.word("unit", "UNIT", "SPANUNIT") or "D"
    count = reading.count() if reading.has("count") else 1
    if count is None:
        return _PAST
    if _year_on_year(reading, name) and context.quarter:
        return Told(period=context.quarter.years_on(-1), anchor=Anchor.EVENT, unit="Q", aside=True)
    ago = reading.value("back", "AGO") is not None or reading.rule.name == "year-on-year"
    signed = count if reading.has("on") else -count
    from_now = ago or reading.value("on", "NOWWORD") is not None
    if name in ("S", "MIN", "H"):
        return Told(kind="time", anchor=Anchor.NONE, unit="T", value=duration_value(name, count))
    anchor = Anchor.PUBLISHED if from_now else Anchor.EVENT
    base = _base(context, name, from_now, reading.has("today"))
    if base is None and not ago and reading.value("back", "EARLIER") and name == "Y":
        base, anchor = period_of(context, "Y"), Anchor.PUBLISHED
    if base is None:
        return Told(anchor=Anchor.NONE, unit=name)
    moved = _moved(base, name, signed, reading)
    if moved and _beyond(moved, context):
        return Told(anchor=Anchor.NONE, unit=name)
    return Told(period=moved, anchor=anchor, unit=name, aside=_year_on_year(reading, name))


def _beyond(moved: Period, context: Context) -> bool:
    """Whether a time lies after publication though the words do not look ahead: it was not told from what it seems to be."""
    return context.ahead <= 0 and context.published is not None and moved.first > context.published.last


def _year_on_year(reading: Reading, name: str) -> bool:
    """Whether a figure is set beside that of the year before: "a year ago", not "two years ago"."""
    return (
        name == "Y" and not reading.has("on") and (not reading.has("count") or reading.value("count", "AN") is not None)
    )


def _base(context: Context, name: str, from_now: bool, to_the_day: bool) -> Period | None:
    if from_now:
        return period_of(context, "D" if to_the_day else name)
    if name in ("D", "NI"):
        return context.day
    if context.period is None:
        return None
    return context.period


def _moved(base: Period, name: str, count: float, reading: Reading) -> Period | None:
    whole = int(count)
    about = reading.has("approx")
    try:
        if base.unit != name and name in ("Y", "E", "C", "M"):
            if name != "M":
                return replace(base.years_on(whole * {"Y": 1, "E": 10, "C": 100}[name]), about=about)
            moved = month(base.first.year, base.first.month).shifted(whole)
            return replace(moved, about=about)
        if name in ("W", "F") and base.unit != "W":
            return day_of(base.first + timedelta(weeks=whole * (2 if name == "F" else 1)))
        if name == "F":
            whole *= 2
        if name == "E":
            return replace(year(base.first.year + 10 * whole), about=True)
        return replace(base.shifted(whole), about=about)
    except (ValueError, OverflowError):
        return None


def next_day(reading: Reading, context: Context) -> Told:
    """The next day, the same evening: told from the day before it in the text."""
    rel = reading.number("rel", "FOLLOWING", "PRIOR", "SAME") or 0
    part = reading.word("part", "PART")
    kind = "time" if part else "date"
    if context.day is None:
        return Told(kind=kind, anchor=Anchor.NONE)
    at = context.day.last if rel >= 0 else context.day.first
    return Told(
        kind=kind, period=day_of(at + timedelta(days=rel)), anchor=Anchor.EVENT, part=f"T{part}" if part else ""
    )


def latest(reading: Reading, context: Context) -> Told:
    """The quarter or year that a text is on: the last one told of that length, else the last that is over."""
    name = reading.word("unit", "SPANUNIT") or "Q"
    if at := reading.year():
        return Told(period=_in_year(context.quarter, at), anchor=Anchor.CALENDAR, unit="Y")
    if context.period is not None and context.period.unit == name:
        return Told(period=context.period, anchor=Anchor.EVENT, unit=name)
    found = period_of(context, name)
    if found is None:
        return Told(anchor=Anchor.NONE, unit=name)
    return Told(period=found.shifted(-1) if name == "Q" else found, anchor=Anchor.PUBLISHED, unit=name)


def _in_year(last: Period | None, at: int) -> Period:
    """The quarter of another year where a text tells of one, else that year."""
    return last.years_on(at - last.first.year) if last else year(at)


def elapsed(reading: Reading, context: Context) -> Told:
    """So many years since: a duration, and the year it leads back to."""
    name, count = reading.word("unit", "UNIT") or "Y", reading.count()
    base = period_of(context, name) if name in ("Y", "E", "M") else None
    back = _moved(base, name, -count, reading) if base and count else None
    value = duration_value(name, count)
    return Told(kind="duration", period=back, anchor=Anchor.PUBLISHED if back else Anchor.NONE, value=value, unit=name)


def anniversary(reading: Reading, context: Context) -> Told:
    """The year that an anniversary, kept in the year of publication, leads back to."""
    ordinal, base = reading.ordinal(), period_of(context, "Y")
    if not ordinal or base is None or ordinal >= base.first.year:
        return Told(kind="date", anchor=Anchor.NONE, unit="Y")
    return Told(period=base.shifted(-ordinal), anchor=Anchor.PUBLISHED, unit="Y")


SHIFTS: dict[str, Callable[[Reading, Context], Told | None]] = {
    "shift": shift,
    "nextday": next_day,
    "latest": latest,
    "elapsed": elapsed,
    "anniversary": anniversary,
}
"""What makes a value of the words, by the name that rules give in `build`."""
