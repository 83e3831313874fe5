"""The fields of the desk's forms: what each takes, and as what the journal has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from headwater.case.anchors import hold
from headwater.case.decisions import Standing
from headwater.grammar.edtf import of_edtf
from headwater.model import Hedge, Outcome, Report

__all__ = [
    "CHAIN",
    "FLAGS",
    "LONGEST",
    "NUMBERS",
    "WORDS",
    "FormError",
    "clean",
    "in_order",
    "is_time",
    "number_of",
    "value_of",
]

CHAIN = " > "
"""What stands between the speakers of a chain, innermost first."""
NUMBERS = ("best", "low", "high")
WORDS = ("group", "noun", "place", "period", "as_of")
FLAGS = ("background", "denied", "implied", "negated", "spread")
OPEN = ("", "open", "none", "-", "–")
LONGEST = 300


class FormError(Exception):
    """What a form says cannot be entered.

    Args:
        message: that says so, in the desk's catalogue.
        values: what the message names; `field` is the name of a field.
    """

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


def clean(text: str, longest: int = LONGEST) -> str:
    """The text on one line, without signs that cannot be seen, and not too long."""
    plain = "".join(letter if letter.isprintable() or letter.isspace() else "" for letter in text)
    return " ".join(plain.split())[:longest]


def value_of(name: str, text: Any, report: Report, wholes: Mapping[str, Standing]) -> Any:
    """A field's value as the journal has it.

    Raises:
        FormError: the field cannot take it.
    """
    if name in FLAGS:
        return text
    if name in NUMBERS:
        return number_of(name, text)
    if name == "speaker":
        return [part for part in (clean(part) for part in re.split(r"[>←→]", text)) if part]
    if name == "part_of":
        return _whole(report, wholes, text)
    if name in ("hedge", "outcome"):
        return _choice(name, text)
    if name in ("period", "as_of") and text and not is_time(text):
        raise FormError("wrong.no_date", field=name)
    return text or None


_TIME = re.compile(r"[\dX/~?%-]+(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def is_time(text: str) -> bool:
    """Whether a text is a date or time in EDTF as a form takes it."""
    return _TIME.fullmatch(text) is not None and of_edtf(text) is not None


def number_of(name: str, text: str) -> str | None:
    """The number of a field, exact, as the journal has it; `None` where it is open.

    Raises:
        FormError: it is none.
    """
    if text.lower() in OPEN:
        return None
    try:
        found = Decimal(re.sub(r"[\s,_]", "", text))
    except InvalidOperation:
        raise FormError("wrong.no_number", field=name) from None
    if not found.is_finite() or abs(found) >= Decimal(10) ** 30 or Decimal(str(found)).as_tuple().exponent < -12:  # type: ignore[operator]
        raise FormError("wrong.out_of_bounds", field=name)
    return format(found, "f")


def _choice(name: str, text: str) -> str | None:
    known = {one.value for one in (Hedge if name == "hedge" else Outcome)}
    if text and text not in known:
        raise FormError("wrong.not_listed", field=name)
    return text if name == "hedge" else text or None


def _whole(report: Report, wholes: Mapping[str, Standing], key: str) -> dict[str, Any] | None:
    if not key:
        return None
    whole = wholes.get(key)
    if whole is None or whole.figure.document != report.document:
        raise FormError("wrong.part_elsewhere")
    figure = whole.figure
    words = hold(report.text, figure.start, figure.end)._asdict()
    return {**words, "outcome": figure.outcome.value if figure.outcome else None, "group": figure.group}


def in_order(data: Mapping[str, Any]) -> None:
    """Pass where low, value and high do not fall.

    Raises:
        FormError: they do.
    """
    given = [Decimal(data[name]) for name in ("low", "best", "high") if data.get(name) is not None]
    if given != sorted(given):
        raise FormError("wrong.not_rising")
