"""Numbers and bounds as the page writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal
from babel.units import format_unit

from headwater.dossier.wording import Wording
from headwater.model import MONEY_UNNAMED, Figure, Hedge

__all__ = ["UNITS", "bound_words", "number_words", "unit_words", "value_words"]

_MILLION = Decimal(1_000_000)


UNITS = {
    "percent": "concentr-percent",
    "a": "duration-year",
    "mo": "duration-month",
    "wk": "duration-week",
    "d": "duration-day",
    "h": "duration-hour",
    "min": "duration-minute",
    "s": "duration-second",
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "[mi_i]": "length-mile",
    "[nmi_i]": "length-nautical-mile",
    "[ft_i]": "length-foot",
    "[in_i]": "length-inch",
    "[yd_i]": "length-yard",
    "har": "area-hectare",
    "[acr_us]": "area-acre",
    "km2": "area-square-kilometer",
    "m2": "area-square-meter",
    "[sft_i]": "area-square-foot",
    "[smi_us]": "area-square-mile",
    "kg": "mass-kilogram",
    "g": "mass-gram",
    "t": "mass-tonne",
    "[lb_av]": "mass-pound",
    "[oz_av]": "mass-ounce",
    "L": "volume-liter",
    "[gal_us]": "volume-gallon",
    "[bbl_us]": "volume-barrel",
    "Cel": "temperature-celsius",
    "[degF]": "temperature-fahrenheit",
    "km/h": "speed-kilometer-per-hour",
    "[mi_i]/h": "speed-mile-per-hour",
    "[kn_i]": "speed-knot",
}
"""CLDR's names for UCUM's codes: those that reports of events are full of."""


def unit_words(unit: str, wording: Wording, count: Decimal | None = None) -> str:
    """What stands behind a number with this unit: nothing behind a count, or behind money of no one country.

    >>> from headwater.dossier.wording import load_wording
    >>> unit_words("[mi_i]", load_wording()), unit_words("USD", load_wording()), unit_words("count", load_wording())
    (' miles', ' USD', '')
    >>> unit_words("d", load_wording(), Decimal(1))
    ' day'
    """
    if unit in ("count", MONEY_UNNAMED):
        return ""
    if unit not in UNITS:
        return f" {unit}"
    counted = Decimal(2) if count is None else count
    with_number = format_unit(counted, UNITS[unit], locale=wording.locale)
    return f" {with_number.replace(format_decimal(counted, locale=wording.locale), '').strip()}"


def number_words(value: Decimal | int, wording: Wording) -> str:
    """A number with its digits grouped, decimals as given; whole millions as people say them: "140 million"."""
    return _number_words(Decimal(value), wording.locale)


@lru_cache(maxsize=10_000)  # a page says the same small numbers again and again
def _number_words(exact: Decimal, locale: Locale) -> str:
    if exact >= _MILLION and exact % (_MILLION / 10) == 0:
        return str(format_compact_decimal(exact, format_type="long", locale=locale, fraction_digits=1))
    places = max(0, -int(exact.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(exact, pattern, locale=locale, decimal_quantization=False))


def value_words(figure: Figure, wording: Wording) -> str:
    """What a figure gives, in the edition's words: "613", "at least 24", "600 to 2,000"; vague words as quoted."""
    if figure.negated or figure.hedge is Hedge.VAGUE or (figure.best, figure.low, figure.high) == (None, None, None):
        return f"“{figure.quote}”"
    if figure.best is None:
        return _open(figure.low, figure.high, wording)
    number = number_words(figure.best, wording)
    return number if figure.hedge is Hedge.PLAIN else wording.say(f"hedge.{figure.hedge.value}", number=number)


def _open(low: Decimal | None, high: Decimal | None, wording: Wording) -> str:
    if low is not None and high is not None:
        return wording.say("hedge.range", low=number_words(low, wording), high=number_words(high, wording))
    if high is not None:
        return wording.say("hedge.up_to", number=number_words(high, wording))
    return wording.say("hedge.at_least", number=number_words(low or 0, wording))


def bound_words(figure: Figure, wording: Wording) -> str:
    """The bounds that a figure's words were read as: "600 ≤ n ≤ 2,000", "n ≥ 24", "exactly 613"."""
    low, high = (None if end is None else number_words(end, wording) for end in (figure.low, figure.high))
    if low is not None and low == high:
        return wording.say("bounds.exactly", number=low)
    if low is None and high is None:
        best = figure.best
        return wording.say("bounds.none" if best is None else "bounds.near", number=number_words(best or 0, wording))
    return f"{low} {_below(figure)} n ≤ {high}" if low and high else _half(figure, low, high)


def _half(figure: Figure, low: str | None, high: str | None) -> str:
    return f"n {'>' if figure.hedge is Hedge.MORE_THAN else '≥'} {low}" if low else f"n ≤ {high}"


def _below(figure: Figure) -> str:
    return "<" if figure.hedge is Hedge.MORE_THAN else "≤"
