"""Times of day, and their joining with the day that stands beside them."""

from __future__ import annotations

from collections.abc import Callable

from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["CLOCK"]


def clock(reading: Reading, context: Context) -> Told | None:
    """A time of day by the clock; `None` where no clock shows it."""
    hour, minute = _hands(reading)
    if reading.has("ampm"):
        if not 1 <= hour <= 12 and not reading.has("clock"):
            return None
        if hour <= 12:
            hour = hour % 12 + _afternoon(reading)
    elif reading.word("part", "PART") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        return None
    said = f"T{hour:02}:{minute:02}" if minute or reading.has("minute") or reading.has("clock") else f"T{hour:02}"
    full = f"T{hour:02}:{minute:02}:00" if hour < 24 else "T23:59:59"
    return Told(kind="time", anchor=Anchor.NONE, clock=full, part=said, unit="T")


def _hands(reading: Reading) -> tuple[int, int]:
    if reading.has("clock"):
        digits = reading.words("clock")[0].text.replace(".", "").zfill(4)
        return int(digits[:2]), int(digits[2:])
    if reading.has("noon"):
        return reading.number("noon", "NOON") or 12, 0
    hour = reading.number("hour", "ONES", "TEENS") or 0
    half = 30 if reading.rule.name == "clock" and not reading.has("minute") and _half(reading) else 0
    return hour, reading.number("minute") or half


def _half(reading: Reading) -> bool:
    first = reading.tokens[reading.first]
    return reading.alphabet.calendar.value(first.lower, "HALFPAST") is not None


def _afternoon(reading: Reading) -> int:
    """12 for the hours after noon, 0 for those before."""
    return reading.number("ampm", "AMPM") or (12 if reading.value("ampm", "PEE") else 0)


def part(reading: Reading, context: Context) -> Told:
    """A part of the day."""
    return Told(kind="time", anchor=Anchor.NONE, part=f"T{reading.word('part', 'PART')}", unit="T")


CLOCK: dict[str, Callable[[Reading, Context], Told | None]] = {"clock": clock, "part": part}
"""What makes a value of the words, by the name that rules give in `build`."""
