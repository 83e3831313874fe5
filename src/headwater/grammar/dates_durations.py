"""Values of words for how long and how often, and for past, present and future at large."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from msgspec.structs import replace

from headwater.grammar.dates_period import Period
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["DURATIONS", "duration_value"]

_HOURS, _A_DAY = {"H": 1.0, "MIN": 1 / 60}, 12
_DAYS = {"D": 1, "NI": 1, "W": 7, "F": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3}
_YEARS = {"Y": 1, "E": 10, "C": 100}
_NAMES = {
    "S": "PT{}S",
    "MIN": "PT{}M",
    "H": "PT{}H",
    "F": "P{}W",
    "E": "P{}E",
    "C": "P{}C",
    "NI": "P{}D",
    "WE": "P{}WE",
}


def duration_value(name: str, count: float | None) -> str:
    """The norm of a duration: "P33Y", "PT2H"; X where it is vague."""
    said = "X" if count is None else f"{count:g}"
    return _NAMES.get(name, "P{}" + name).format(said)


def duration(reading: Reading, context: Context) -> Told:
    """How long; of the last so many days, weeks, months or years up to publication also from about when: "the past week" is one."""
    name = reading.word("unit", "UNIT") or "D"
    count, published = reading.count() if reading.has("count") else 1, context.published
    told = Told(kind="duration", value=duration_value(name, count), anchor=Anchor.NONE, unit=name)
    if not reading.has("back") or count is None or published is None or published.unit != "D":
        return told
    begun = _back(published, name, count)
    if begun is None:
        return told
    return replace(told, period=Period(begun.first, published.first, "RD", about=True), anchor=Anchor.PUBLISHED)


def _back(published: Period, name: str, count: float) -> Period | None:
    """The day so many units before publication; hours are whole days, and less than a day is none."""
    if name in _HOURS:
        return published.shifted(-ceil(count * _HOURS[name] / 24)) if count * _HOURS[name] >= _A_DAY else None
    days = _DAYS.get(name)
    if days is not None:
        return published.shifted(-round(count * days))
    years = _YEARS.get(name)
    if years is not None:
        return published.years_on(-round(count * years))
    return published.months_on(-round(count * _MONTHS[name])) if name in _MONTHS else None


def repeated(reading: Reading, context: Context) -> Told:
    """How often."""
    value = reading.word("often", "OFTEN")
    if value is None and reading.has("unit"):
        value = duration_value(reading.word("unit", "UNIT") or "D", reading.count() if reading.has("count") else 1)
    return Told(kind="set", value=value, anchor=Anchor.NONE)


def reference(reading: Reading, context: Context) -> Told:
    """Words for past, present and future."""
    value = reading.word("reference", "REFERENCE")
    if value is None:
        words = reading.tokens[reading.first : reading.last]
        ahead = any(
            reading.alphabet.calendar.value(token.lower, tag) for token in words for tag in ("NEXT", "FUTUREWORD")
        )
        value = "PRESENT_REF" if reading.has("now") else "FUTURE_REF" if ahead else "PAST_REF"
    return Told(kind="reference", value=value, anchor=Anchor.NONE)


DURATIONS: dict[str, Callable[[Reading, Context], Told | None]] = {
    "duration": duration,
    "set": repeated,
    "reference": reference,
}
"""What makes a value of the words, by the name that rules give in `build`."""
