"""The value of a number in digits, in any script."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

__all__ = ["digits"]

_LONGEST = 30
# Digits are made ASCII first: `regex` knows digits of newer scripts than the standard library, which gives them no value.
_PLAIN = re.compile(r"[0-9]*+(?:[.\u066B][0-9]++)?+")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:[,\u066C\u00A0\u2009\u202F][0-9]{2,3})*?[,\u066C\u00A0\u2009\u202F][0-9]{3}(?:[.\u066B][0-9]++)?+"
)
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}+")
_COMMA = re.compile(r"[0-9]++,[0-9]{1,2}")
_SEPARATORS = dict.fromkeys(map(ord, ",\u066c\u00a0\u2009\u202f "))


@lru_cache(maxsize=4_096)
def digits(text: str) -> Decimal | None:
    """The exact value of digits with their separators; `None` where they are no number, or over 30 signs long.

    >>> digits("1,275"), digits("3.5"), digits("1.275.000"), digits("2,5"), digits(".5")
    (Decimal('1275'), Decimal('3.5'), Decimal('1275000'), Decimal('2.5'), Decimal('0.5'))
    >>> digits("12.03.2020"), digits("7" * 31)
    (None, None)
    """
    if len(text) > _LONGEST:
        return None
    if text.isascii() and text.isdecimal():
        return Decimal(text)
    plain = text.replace(" ", "") if text.isascii() else "".join(_ascii(sign) for sign in text if sign != " ")
    if plain and _PLAIN.fullmatch(plain):
        return Decimal(plain.replace("\u066b", "."))
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.translate(_SEPARATORS).replace("\u066b", "."))
    if _DOTTED.fullmatch(plain):
        return Decimal(plain.replace(".", ""))
    return Decimal(plain.replace(",", ".")) if _COMMA.fullmatch(plain) else None


def _ascii(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
