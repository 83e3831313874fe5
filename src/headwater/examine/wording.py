"""How findings speak of figures, measures and days."""

from __future__ import annotations

from datetime import date

from headwater.language import Language
from headwater.language.inflection import lexicon
from headwater.messages import day, number, say
from headwater.model import MONEY_UNNAMED, Figure, Hedge, Measure, Outcome

__all__ = ["amount", "begun", "counted", "day_words", "measured", "outcome_words", "quoted"]

_BOUNDED = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ABOUT, Hedge.NEARLY, Hedge.UP_TO)


def amount(figure: Figure) -> str:
    """A figure's number with its hedge, in digits: "at least 24", "600 to 2,000"; vague words as they stand."""
    if figure.best is not None:
        digits = number(figure.best)
        return say(f"hedge.{figure.hedge.value}", number=digits) if figure.hedge in _BOUNDED else digits
    if figure.low is not None and figure.high is not None:
        return say("range.between", low=number(figure.low), high=number(figure.high))
    if figure.high is not None:
        return say("hedge.up_to", number=number(figure.high))
    return quoted(figure.quote) if figure.low is None else say("hedge.at_least", number=number(figure.low))


def counted(figure: Figure) -> str:
    """A figure's number with its noun: "at least 24 people"."""
    digits = amount(figure)
    return say("count.of_noun", number=digits, noun=figure.noun) if figure.noun else digits


def measured(measure: Measure, language: Language) -> str:
    """What a measure measures, as it heads a sentence: "Killed", "Houses damaged", "Killed, northern district"."""
    words = outcome_words(measure.outcome)
    if measure.unit not in ("count", MONEY_UNNAMED):
        words = say("measure.money", outcome=words, unit=measure.unit)
    elif measure.unit == "count" and measure.group != "person":
        words = say("measure.group", group=lexicon(language).plural(measure.group), outcome=words)
    return ", ".join((begun(words), *(part for part in (measure.place, measure.period) if part)))


def outcome_words(outcome: Outcome) -> str:
    """What befell those counted, in a word or two: "killed", "damage cost"; of any other count "counted"."""
    return say("measure.other" if outcome is Outcome.OTHER else f"outcome.{outcome.value}")


def day_words(span: tuple[date, date] | None) -> str:
    """The days that a span allows: "3 May 2011", "3 May 2011 to 9 May 2011", or that no day is given."""
    if span is None:
        return say("range.none")
    first, last = map(day, span)
    return first if first == last else say("range.between", low=first, high=last)


def begun(words: str) -> str:
    """Words as they begin a sentence: with a capital."""
    return words[:1].upper() + words[1:]


def quoted(words: str) -> str:
    """A report's own words; in these marks whatever the language, as what is shared without them is cut there."""
    return f"“{words}”"
