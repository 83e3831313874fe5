"""What the page calls a measure: outcome and whom, in plain words."""

from __future__ import annotations

from decimal import Decimal

from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name

from headwater.dossier.dates import date_words
from headwater.dossier.wording import Wording
from headwater.language import available, load
from headwater.language.inflection import lexicon as inflection
from headwater.model import MONEY_UNNAMED, Measure

__all__ = ["group_words", "measure_label", "outcome_label", "part_label"]


def outcome_label(measure: Measure, wording: Wording) -> str:
    """The outcome alone: "killed"."""
    return wording.say(f"outcome.{measure.outcome.value}")


def measure_label(measure: Measure, wording: Wording, count: Decimal | None = None) -> str:
    """Outcome and whom, limited to a place or time where the measure is: "families killed, in the harbour".

    After a `count` of one the group is one too: "1 family killed".
    """
    outcome = outcome_label(measure, wording)
    label = outcome if measure.group == "person" else _whom(measure, outcome, wording, one=count == 1)
    return label + _limits(measure, wording)


def part_label(measure: Measure, wording: Wording, count: Decimal | None = None) -> str:
    """Whom a part counts, its outcome being that of the whole: "children", after a `count` of one "child"."""
    return group_words(measure, wording, one=count == 1) + _limits(measure, wording)


def _whom(measure: Measure, outcome: str, wording: Wording, *, one: bool) -> str:
    if _is_money(measure.unit):
        return wording.say("label.money", outcome=outcome, unit=_currency(measure.unit, wording))
    behind = f"outcome_of.{measure.outcome.value}"
    outcome = wording.say(behind) if wording.has(behind) else outcome
    return wording.say("label.whom", outcome=outcome, group=group_words(measure, wording, one=one))


def group_words(measure: Measure, wording: Wording, *, one: bool = False) -> str:
    """A group in the plural, or one of it: as the catalogue has it, else as the language inflects its noun."""
    if _is_money(measure.unit):
        return _currency(measure.unit, wording)
    message = f"group{'_one' if one else ''}.{measure.group}"
    if wording.has(message):
        return wording.say(message)
    if one:
        return measure.group
    code = wording.locale.language
    return inflection(load(code if code in available() else "en")).plural(measure.group)


def _limits(measure: Measure, wording: Wording) -> str:
    place = wording.say("label.place", place=measure.place) if measure.place else ""
    when = date_words(measure.period, wording.locale)
    return place + (wording.say("label.period", period=when) if when else "")


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper() and unit.isascii()


def _currency(unit: str, wording: Wording) -> str:
    if unit == MONEY_UNNAMED:
        return wording.say("label.currency_unnamed")
    try:
        return str(get_currency_name(unit, count=2, locale=wording.locale))
    except (UnknownLocaleError, KeyError):
        return unit
