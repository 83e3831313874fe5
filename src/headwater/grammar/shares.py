"""Shares: fractions in words and with a stroke, halves that add to a number, shares of a scale."""

from __future__ import annotations

from decimal import Decimal

from headwater.grammar.amount import Amount, Make
from headwater.grammar.cardinals import cardinal, scales
from headwater.grammar.digits import digits
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.numbers import NumberLexicon

__all__ = ["a_share", "and_a_half", "fraction_of", "of_scale", "some_in", "stroke"]

_ONE = Decimal(1)
_ROUND = (Decimal(10), Decimal(100))
_PLACES = Decimal("0.000001")


def a_share(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """The share whose denominator is a token, with the article before it ("a third of"), where it is no ordinal."""
    below = words.singular_fractions.get(row.at(index).lower)
    if below is None or row.at(index - 1).lower not in words.articles or row.at(index + 1).lower not in words.of:
        return None
    return of_scale(row, Amount(index - 1, index + 1, _share(_ONE, below), Make.FRACTION), words)


def _share(above: Decimal, below: Decimal) -> Decimal:
    return (above / below).quantize(_PLACES).normalize()


def stroke(row: Row, index: int) -> Decimal | None:
    """The fraction written with a stroke at a token ("3/4"); other digits around a stroke are none ("24/7")."""
    if (
        row.at(index + 1).lower != "/"
        or not (row.glued(index + 1) and row.glued(index + 2))
        or row.at(index + 3).lower == "/"
    ):
        return None
    above, below = digits(row.at(index).text), digits(row.at(index + 2).text)
    return _share(above, below) if above and below and 0 < above < below <= 10 else None


def fraction_of(row: Row, amount: Amount, words: NumberLexicon) -> Amount | None:
    """The share whose numerator an amount is: "two-thirds", "3 quarters", "one third of"."""
    at = amount.last + 1 if row.hyphen(amount.last) else amount.last
    word = row.at(at).lower
    below = words.plural_fractions.get(word)
    if below is None and amount.value == 1 and (at > amount.last or row.at(at + 1).lower in words.of):
        below = words.singular_fractions.get(word)
    if below is None or not 0 < amount.value < 100:
        return None
    return of_scale(row, Amount(amount.first, at + 1, _share(amount.value, below), Make.FRACTION), words)


def and_a_half(row: Row, index: int, words: NumberLexicon) -> int | None:
    """Where "and a half" ends that begins at a token, with hyphens between its words or without."""
    at = index
    for among in (words.conjunctions, words.articles, words.half):
        at += row.hyphen(at)
        if row.at(at).lower not in among:
            return None
        at += 1
    return at


def some_in(row: Row, index: int, above: Decimal, words: NumberLexicon) -> Amount | None:
    """A share told as some among so many ("one in three homes", "nine in ten of them"), but not behind a verb ("killed one in three raids").

    More than one are a share only of ten or a hundred, before "of", or where a clause begins with all but one: of "in two in three villages" two are told.
    """
    if row.at(index - 1).lower.endswith(words.one.participles):
        return None
    if row.at(index + 1).lower not in words.shares:
        return _one_in(row, index, words) if above == _ONE else None
    below = cardinal(row, index + 2, words)
    value, last = (below.value, below.last) if below else (digits(row.at(index + 2).text), index + 3)
    if value is None or not above < value <= 1000 or row.at(last).kind != Kind.WORD:
        return None
    if above != _ONE and not (
        value in _ROUND or row.at(last).lower in words.of or _is_all_but_one(row, index, value - above, words)
    ):
        return None
    return Amount(index, last, _share(above, value), Make.FRACTION)


def _one_in(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """The share where a noun stands before "in", and behind it the verb and no noun: "one family in five has fled", not "one man in two towns"."""
    if row.at(index + 1).kind != Kind.WORD or row.at(index + 2).lower not in words.shares:
        return None
    below = cardinal(row, index + 3, words)
    if below is None or below.value <= 1 or row.at(below.last).lower not in words.share_verbs:
        return None
    return Amount(index, below.last, _share(_ONE, below.value), Make.FRACTION)


def _is_all_but_one(row: Row, index: int, left: Decimal, words: NumberLexicon) -> bool:
    """Whether all but one of a few are told where a clause begins: "and three in four houses collapsed"."""
    before = row.at(index - 1)
    return left == _ONE and (before.kind != Kind.WORD or before.lower in words.clauses)


def of_scale(row: Row, share: Amount, words: NumberLexicon) -> Amount:
    """A share of a scale is a number again: "a quarter of a million"."""
    if row.at(share.last).lower not in words.of or row.at(share.last + 1).lower not in words.articles:
        return share
    last, scale = scales(row, share.last + 2, words)
    if last == share.last + 2:
        return share
    return Amount(share.first, last, (share.value * scale).to_integral_value(), Make.WORDS, scale)
