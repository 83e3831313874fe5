"""Values of words for years and what is longer or shorter by whole months: runs of years, decades, centuries, quarters, seasons."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from headwater.grammar.dates_absolute import year_of
from headwater.grammar.dates_nearest import full_year
from headwater.grammar.dates_period import Period, century, decade, half, quarter, season, year
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["SPANS"]

_NOWHERE = Told(anchor=Anchor.NONE)


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
        at = year_of(reading, context)
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
        at = year_of(reading, context)
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
    at = year_of(reading, context)
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
    number, at = reading.ordinal(), year_of(reading, context)
    anchor = Anchor.CALENDAR
    if at is None and context.today:
        at = context.today.year + (reading.number("rel", "LAST", "NEXT", "THIS") or 0)
        anchor = Anchor.PUBLISHED
    return Told(period=half(at, number), unit="H", anchor=anchor) if at and number in (1, 2) else _NOWHERE


def in_season(reading: Reading, context: Context) -> Told:
    """A season, of the year told or the nearest to publication."""
    number = reading.number("season", "SEASON", "SEASONISH") or 21
    at = year_of(reading, context)
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


SPANS: dict[str, Callable[[Reading, Context], Told | None]] = {
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
