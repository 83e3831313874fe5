"""Values of words for how long and how often, and for past, present and future at large."""

from __future__ import annotations

from collections.abc import Callable

from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.model import Anchor

__all__ = ["DURATIONS", "duration_value"]

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
    """How long."""
    name = reading.word("unit", "UNIT") or "D"
    return Told(kind="duration", value=duration_value(name, reading.count()), anchor=Anchor.NONE, unit=name)


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
        words = reading.tokens[reading.match.start() : reading.match.end()]
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
