"""How findings speak of numbers, measures and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.dates import format_date

from headwater.language import Language
from headwater.language.inflection import lexicon
from headwater.model import MONEY_UNNAMED, Figure, Hedge, Measure, Outcome

__all__ = ["amount", "counted", "day_words", "listing", "measured", "number", "outcome_words", "weekday_words"]

_LOCALE = "en_GB"
"""Messages of findings are English, whatever the language of the reports and the locale of the machine."""

_BEFORE = {
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.UP_TO: "up to ",
}


def amount(figure: Figure) -> str:
    """A figure's number with its hedge, in digits: "at least 24", "600 to 2,000"; vague words as they stand."""
    if figure.best is not None:
        return _BEFORE.get(figure.hedge, "") + number(figure.best)
    if figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} to {number(figure.high)}"
    if figure.high is not None:
        return f"up to {number(figure.high)}"
    return f"at least {number(figure.low)}" if figure.low is not None else f"“{figure.quote}”"


def number(value: Decimal) -> str:
    """A number in digits, thousands set off by commas.

    >>> number(Decimal("1275")), number(Decimal("3.50"))
    ('1,275', '3.5')
    """
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value.normalize():,f}"


def counted(figure: Figure) -> str:
    """A figure's number with its noun: "at least 24 people"."""
    return " ".join(part for part in (amount(figure), figure.noun or "") if part)


def measured(measure: Measure, language: Language) -> str:
    """What a measure measures, as it heads a sentence: "Killed", "Houses damaged", "Killed, northern district"."""
    words = outcome_words(measure.outcome)
    if measure.unit != "count":
        words = words if measure.unit == MONEY_UNNAMED else f"{words}, in {measure.unit}"
    elif measure.group != "person":
        words = f"{lexicon(language).plural(measure.group)} {words}"
    return ", ".join((words[:1].upper() + words[1:], *(part for part in (measure.place, measure.period) if part)))


def outcome_words(outcome: Outcome) -> str:
    """What befell those counted, in a word or two: "killed", "damage cost"; of any other count "counted"."""
    return "counted" if outcome is Outcome.OTHER else outcome.value.replace("_", " ")


def day_words(span: tuple[date, date] | None) -> str:
    """The days that a span allows: "3 May 2011", "3 May 2011 to 9 May 2011", or that no day is given."""
    if span is None:
        return "no day given"
    first, last = (format_date(day, "d MMMM y", locale=_LOCALE) for day in span)
    return first if first == last else f"{first} to {last}"


def weekday_words(day: date) -> str:
    """The weekday of a day: "Tuesday"."""
    return format_date(day, "EEEE", locale=_LOCALE)


def listing(items: Iterable[str]) -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    *others, last = list(items) or [""]
    return f"{', '.join(others)} and {last}" if others else last
