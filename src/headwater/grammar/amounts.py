"""Amounts: the value of the words that make a number, before its bounds, its unit and its context are looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from headwater.grammar.cardinals import cardinal, scales
from headwater.grammar.digits import digits
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.numbers import NumberLexicon

__all__ = ["Amount", "Make", "read"]

_ONE, _HALF = Decimal(1), Decimal("0.5")
_PLACES = Decimal("0.000001")


class Make(IntEnum):
    """What an amount is made of; an ordinal is read so that its words are passed over, a bare scale needs a hedge."""

    DIGITS = 0
    WORDS = 1
    FRACTION = 2
    VAGUE = 3
    ORDINAL = 4
    BARE = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in tokens `[first, last)`; `scale` is what it was multiplied by ("6 thousand": 1000)."""

    first: int
    last: int
    value: Decimal
    make: Make
    scale: Decimal = _ONE


def read(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """The longest amount that begins at a token, with an article before it where that belongs to it ("a dozen")."""
    token = row.tokens[index]
    if token.kind is Kind.DIGITS:
        return _in_digits(row, index, words)
    word = token.lower
    if word in words.signs:
        return Amount(index, index + 1, words.signs[word], Make.FRACTION)
    if word in words.vague:
        return _vague(row, index, words)
    if word in words.half:
        return _half(row, index, words)
    if word in words.singular_fractions and _one_of(row, index, words):
        share = Amount(index - 1, index + 1, _share(_ONE, words.singular_fractions[word]), Make.FRACTION)
        return _of_scale(row, share, words)
    if word in words.ordinals:
        return Amount(index, index + 1, _ONE, Make.ORDINAL)
    if word in words.scales:
        return _from_scale(row, index, words)
    return _in_words(row, index, words)


def _one_of(row: Row, index: int, words: NumberLexicon) -> bool:
    """Whether a denominator is meant ("a third of"), and no ordinal."""
    return row.lower(index - 1) in words.articles and row.lower(index + 1) in words.of


def _share(above: Decimal, below: Decimal) -> Decimal:
    return (above / below).quantize(_PLACES).normalize()


def _in_digits(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    value, last = _grouped(row, index)
    if value is None:
        return None
    behind, glued = row.lower(last), row.glued(last)
    if glued and behind in words.ordinal_endings:
        return Amount(index, last + 1, value, Make.ORDINAL)
    if row.lower(last) == "/" and glued:
        part = _stroke(row, index)
        return None if part is None else Amount(index, index + 3, part, Make.FRACTION)
    if glued and behind in words.signs and value < 10**9:
        value, last = value + words.signs[behind], last + 1
    if value == 1 and (share := _one_in(row, index, words)) is not None:
        return share
    if behind in words.suffixes and (glued or behind in words.spaced) and not _metres(row, last, words):
        return Amount(index, last + 1, value * words.suffixes[behind], Make.DIGITS, words.suffixes[behind])
    return _multiplied(row, Amount(index, last, value, Make.DIGITS), words)


def _grouped(row: Row, index: int) -> tuple[Decimal | None, int]:
    """The value of digits, groups of three that single spaces set off included ("20 000"), and where they end."""
    text, last = row.text(index), index + 1
    if text.isdecimal() and 0 < len(text) <= 3 and text[0] != "0":
        while row.is_kind(last, Kind.DIGITS) and _third(row, last) and len(text) < 15:
            text, last = text + row.text(last), last + 1
    return digits(text), last


def _third(row: Row, index: int) -> bool:
    text = row.text(index)
    return len(text) == 3 and text.isdecimal() and row.tokens[index].start == row.tokens[index - 1].end + 1


def _metres(row: Row, index: int, words: NumberLexicon) -> bool:
    return row.lower(index) == "m" and row.lower(index + 1) in words.metric


def _stroke(row: Row, index: int) -> Decimal | None:
    """The fraction written with a stroke at a token ("3/4"); other digits around a stroke are none ("24/7")."""
    if (
        row.lower(index + 1) != "/"
        or not (row.glued(index + 1) and row.glued(index + 2))
        or row.lower(index + 3) == "/"
    ):
        return None
    above, below = digits(row.text(index)), digits(row.text(index + 2))
    return _share(above, below) if above and below and 0 < above < below <= 10 else None


def _multiplied(row: Row, amount: Amount, words: NumberLexicon) -> Amount:
    """An amount with what multiplies it, adds a half to it, or makes it a fraction."""
    at = amount.last
    if (last := _and_a_half(row, at, words)) is not None:
        amount = replace(amount, last=last, value=amount.value + _HALF * amount.scale)
    elif row.lower(at) in words.conjunctions and (part := _stroke(row, at + 1)) is not None:
        amount = replace(amount, last=at + 4, value=amount.value + part)
    elif row.text(at).isdecimal() and (part := _stroke(row, at)) is not None:
        amount = replace(amount, last=at + 3, value=amount.value + part)
    elif (share := _fraction(row, amount, words)) is not None:
        return share
    last, scale = scales(row, amount.last, words)
    if last == amount.last or (amount.make is Make.WORDS and 1 < amount.scale >= scale):
        return amount
    return replace(amount, last=last, value=amount.value * scale, scale=scale)


def _and_a_half(row: Row, index: int, words: NumberLexicon) -> int | None:
    """Where "and a half" ends that begins at a token, with hyphens between its words or without."""
    at = index
    for among in (words.conjunctions, words.articles, words.half):
        at += row.hyphen(at)
        if row.lower(at) not in among:
            return None
        at += 1
    return at


def _fraction(row: Row, amount: Amount, words: NumberLexicon) -> Amount | None:
    """The share whose numerator an amount is: "two-thirds", "3 quarters", "one third of"."""
    at = amount.last + 1 if row.hyphen(amount.last) else amount.last
    word = row.lower(at)
    below = words.plural_fractions.get(word)
    if below is None and amount.value == 1 and (at > amount.last or row.lower(at + 1) in words.of):
        below = words.singular_fractions.get(word)
    if below is None or not 0 < amount.value < 100:
        return None
    return _of_scale(row, Amount(amount.first, at + 1, _share(amount.value, below), Make.FRACTION), words)


def _of_scale(row: Row, share: Amount, words: NumberLexicon) -> Amount:
    """A share of a scale is a number again: "a quarter of a million"."""
    if row.lower(share.last) not in words.of or row.lower(share.last + 1) not in words.articles:
        return share
    last, scale = scales(row, share.last + 2, words)
    if last == share.last + 2:
        return share
    return Amount(share.first, last, (share.value * scale).to_integral_value(), Make.WORDS, scale)


def _in_words(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    found = cardinal(row, index, words)
    if found is None:
        return None
    if found.value == 1 and (share := _one_in(row, index, words)) is not None:
        return share
    at = found.last + 1 if row.hyphen(found.last) else found.last
    amount = _multiplied(row, Amount(index, found.last, found.value, Make.WORDS, found.scale), words)
    if amount.make is Make.WORDS and amount.last == found.last and _ordinal(row, at, found.last, found.scale, words):
        return Amount(index, at + 1, found.value, Make.ORDINAL)
    return amount


def _one_in(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """A share told as one among so many ("one in three homes"), but not behind a verb ("killed one in three raids")."""
    if row.lower(index + 1) not in words.shares or row.lower(index - 1).endswith(words.one.participles):
        return None
    below = cardinal(row, index + 2, words)
    value, last = (below.value, below.last) if below else (digits(row.text(index + 2)), index + 3)
    if value is None or not 1 < value <= 1000 or not row.is_kind(last, Kind.WORD):
        return None
    return Amount(index, last, _share(_ONE, value), Make.FRACTION)


def _ordinal(row: Row, at: int, last: int, scale: Decimal, words: NumberLexicon) -> bool:
    """Whether an ordinal ends the words before it ("twenty-first", "one hundred and third")."""
    if row.lower(at) in words.ordinals:
        return at > last or row.lower(last - 1) in words.tens
    return scale > 1 and row.lower(at) in words.conjunctions and row.lower(at + 1) in words.ordinals


def _from_scale(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """A scale without a number: "a dozen" is one of it, "several hundred" vague; bare it needs a hedge before it."""
    before = row.lower(index - 1)
    couple = before in words.of and row.lower(index - 2) in words.couples
    if before in words.loose or couple:
        last, scale = scales(row, index, words)
        first = index - 2 if couple else index - 1
        return Amount(first - 1 if row.lower(first - 1) in words.articles else first, last, scale, Make.VAGUE)
    needed = words.followed.get(row.lower(index))
    amount = _in_words(row, index, words)
    if amount is not None and needed is not None and row.lower(amount.last) not in needed:
        return None
    if amount is None or before not in words.articles:
        return None if amount is None else replace(amount, make=Make.BARE)
    return replace(amount, first=index - 1)


def _vague(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    value, last = words.vague[row.lower(index)], index + 1
    needed = words.followed.get(row.lower(index))
    if needed is not None and row.lower(last) not in needed:
        return None
    while row.lower(last) in words.of and row.lower(last + 1) in words.vague and value < 10**12:
        value, last = value * words.vague[row.lower(last + 1)], last + 2
    return Amount(index, last, value, Make.VAGUE)


def _half(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """Half of a scale ("half a million", "a half dozen"), else the share itself."""
    at = index + 1
    while at < index + 4 and (row.hyphen(at) or row.lower(at) in words.articles):
        at += 1
    last, scale = scales(row, at, words)
    first = index - 1 if row.lower(index - 1) in words.articles else index
    if last > at:
        return Amount(first, last, scale / 2, Make.WORDS, scale)
    if row.lower(index - 1) in words.half_after or row.lower(index + 1) not in words.half_before:
        return None
    return _of_scale(row, Amount(first, index + 1, _HALF, Make.FRACTION), words)
