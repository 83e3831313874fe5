"""Numbers that tell an age, which are no figures."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token

__all__ = ["is_age"]

_OLDEST = 120
_CLOSING = frozenset(",.);")


def is_age(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number tells an age: "Ana Reyes, 45, said", "aged 12", "a 10-year-old"."""
    if number.best is None and number.low is None:
        return False
    if (number.best or number.low or 0) > _OLDEST:
        return False
    following = [token.lower for token in tokens[number.last : number.last + 3]]
    if number.unit == "a" and "old" in following:
        return True
    if number.unit == "a" and tokens[number.first].lower in ("aged", "age", "ages"):
        return True
    if number.unit not in ("count", "a"):
        return False
    before = [token.lower for token in tokens[max(0, number.first - 2) : number.first]]
    if before and before[-1] in ("aged", "age", "ages"):
        return True
    if _goes_on(tokens, number):
        return True
    return _between_commas(tokens, number, following)


def _between_commas(tokens: Sequence[Token], number: Number, following: Sequence[str]) -> bool:
    if number.first < 2 or number.last - number.first != 1 or not following:
        return False
    token = tokens[number.first]
    name = tokens[number.first - 2].text
    named = name[:1].isupper() and tokens[number.first - 1].text in (",", "(")
    return named and token.text.isdigit() and following[0] in _CLOSING


def _goes_on(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number ends a row of ages: "ages 47 and 48"."""
    if number.first < 3:
        return False
    before = [token.lower for token in tokens[number.first - 3 : number.first]]
    return before[2] in ("and", "to", "or") and before[1].isdigit() and before[0] in ("ages", "aged")
