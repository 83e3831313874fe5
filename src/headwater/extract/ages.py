"""Numbers that tell an age, which are no figures."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.lexicons import Lexicons
from headwater.grammar.numbers import Number
from headwater.grammar.quantities import in_row_of_counts, in_row_that_follows
from headwater.grammar.tokens import Token

__all__ = ["is_age", "is_year_of_age"]

_OLDEST = 120
_ROW = 12
_SOME = 3
_UNITS = ("count", "a")
_CLOSING = frozenset(",.);")


def is_age(tokens: Sequence[Token], number: Number, lexicons: Lexicons) -> bool:
    """Whether a number tells an age: "Ana Reyes, 45, said", "aged 12", "a 10-year-old", "children under five", "a girl of nine"."""
    if number.unit not in _UNITS:
        return False
    if _is_bound(tokens, number, lexicons):
        return True
    if number.best is None and number.low is None:
        return False
    if (number.best or number.low or 0) > _OLDEST:
        return False
    following = [token.lower for token in tokens[number.last : number.last + 3]]
    aged = lexicons.words("aged")
    if number.unit == "a" and not lexicons.words("old").isdisjoint(following):
        return True
    if number.unit == "a" and tokens[number.first].lower in aged:
        return True
    before = [token.lower for token in tokens[max(0, number.first - 2) : number.first]]
    if before and before[-1] in aged:
        return True
    if _is_of_eldest(tokens, number, lexicons):
        return True
    if is_year_of_age(tokens, number.last - 1, lexicons) and _goes_on(tokens, number, lexicons):
        return True
    return _is_of_one(tokens, number, following, lexicons) or _between_commas(tokens, number, following, lexicons)


def _is_of_eldest(tokens: Sequence[Token], number: Number, lexicons: Lexicons) -> bool:
    """Whether a number alone is the age of the oldest or youngest of some: "the oldest of the dead was 41, the youngest 16"."""
    eldest, be = lexicons.words("eldest"), lexicons.words("be")
    before = [token.lower for token in tokens[max(0, number.first - _ROW) : number.first]]
    if eldest.isdisjoint(before) or (before[-1] not in eldest and before[-1] not in be):
        return False
    following = tokens[number.last].text if number.last < len(tokens) else "."
    return not following[0].isalpha() and not {",", ";"} & set(before[max(map(before.index, eldest & {*before})) :])


def _is_of_one(tokens: Sequence[Token], number: Number, following: Sequence[str], lexicons: Lexicons) -> bool:
    """Whether a number alone is the age of the one right before it: "a girl of nine"; a mother of three has children."""
    if number.first < 2 or tokens[number.first - 1].lower not in lexicons.words("of"):
        return False
    after = following[0] if following else "."
    counted = after in lexicons.groups.nouns or after in lexicons.groups.others
    one = tokens[number.first - 2].lower
    some = number.first > _SOME and _is_some(tokens[number.first - _SOME], lexicons)  # "two boys of 15"
    one = lexicons.groups.inflect.singular(one) if some else one
    return not counted and one in lexicons.words("of_an_age")


def is_year_of_age(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> bool:
    """Whether digits, or a number word, may be an age behind "aged" or in its row: no count of others follows in "aged 40 and two women"."""
    token = tokens[index]
    if token.text.isdigit():
        return True
    if token.lower not in lexicons.spelled:
        return False
    if index and tokens[index - 1].lower in lexicons.words("aged"):
        return True
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    known = after in lexicons.frames.closed or after in lexicons.outcomes.forms or not after[0].isalpha()
    return known and after not in lexicons.groups.others


def _is_bound(tokens: Sequence[Token], number: Number, lexicons: Lexicons) -> bool:
    """Whether a number bounds the age of those right before it: "nine children under five", "of those over 60"."""
    if number.first == 0:
        return False
    if tokens[number.first].lower not in lexicons.words("age_bounds") or (number.low or number.high or 0) > _OLDEST:
        return False
    before = tokens[number.first - 1].lower
    noun = lexicons.groups.nouns.get(before)
    people = (noun is not None and noun.kind == "person" and noun.plural) or before in lexicons.words("pointing")
    told = before in lexicons.words("be") and number.first > 1 and _is_some(tokens[number.first - 2], lexicons)
    people = people or told  # "38 were under sixteen"
    counted = number.last < len(tokens) and tokens[number.last].lower in lexicons.groups.nouns
    return people and not counted


def _is_some(token: Token, lexicons: Lexicons) -> bool:
    """Whether a word is a number, or stands for those just told of: "38", "them"."""
    return token.text.isdigit() or token.lower in lexicons.spelled or token.lower in lexicons.words("whom")


def _between_commas(tokens: Sequence[Token], number: Number, following: Sequence[str], lexicons: Lexicons) -> bool:
    if number.first < 2 or number.last - number.first != 1 or not following:
        return False
    token = tokens[number.first]
    if tokens[number.first - 1].text not in (",", "(") or not token.text.isdigit() or following[0] not in _CLOSING:
        return False
    bracket = number.first - 1
    if tokens[bracket].text == "(" and (
        in_row_of_counts(tokens, bracket) or in_row_that_follows(tokens, bracket, lexicons.units)
    ):
        return False
    before = tokens[number.first - 2]
    noun = lexicons.groups.nouns.get(before.lower)
    one = noun is not None and noun.kind == "person" and not noun.plural
    return before.text[:1].isupper() or (one and tokens[number.first - 1].text == ",")


def _goes_on(tokens: Sequence[Token], number: Number, lexicons: Lexicons) -> bool:
    """Whether a number goes on a row of ages: "ages 47 and 48", "aged 4, 6 and 9"."""
    linking = lexicons.words("linking_ages")
    for token in reversed(tokens[max(0, number.first - _ROW) : number.first]):
        if token.lower in lexicons.words("aged"):
            return True
        counted = token.text.isdigit() or token.lower in lexicons.spelled
        if not (counted or token.text == "," or token.lower in linking):
            return False
    return False
