"""Amounts in digits and words: "6 thousand", "half a million", "tens of thousands"."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from headwater.grammar.amount import Amount, Make
from headwater.grammar.cardinals import cardinal, scales
from headwater.grammar.digits import digits
from headwater.grammar.row import HYPHENS, Row
from headwater.grammar.shares import a_share, and_a_half, fraction_of, of_scale, some_in, stroke
from headwater.grammar.tokens import Kind
from headwater.language.numbers import NumberLexicon

__all__ = ["read"]

_ONE, _HALF = Decimal(1), Decimal("0.5")


def read(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """The longest amount that begins at a token, with an article before it where that belongs to it ("a dozen")."""
    token = row.tokens[index]
    if token.kind == Kind.DIGITS:
        return _in_digits(row, index, words)
    word = token.lower
    if word in words.signs:
        return Amount(index, index + 1, words.signs[word], Make.FRACTION)
    if word in words.vague:
        return _vague(row, index, words)
    if word in words.half:
        return _half(row, index, words)
    if (part := a_share(row, index, words)) is not None:
        return part
    if word in words.ordinals:
        return Amount(index, index + 1, _ONE, Make.ORDINAL)
    if word in words.scales:
        return _from_scale(row, index, words)
    return _in_words(row, index, words)


def _in_digits(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    value, last = _grouped(row, index)
    if value is None:
        return None
    behind, glued = row.at(last).lower, row.glued(last)
    if glued and behind in words.ordinal_endings:
        return Amount(index, last + 1, value, Make.ORDINAL)
    if row.at(last).lower == "/" and glued:
        above = stroke(row, index)
        return None if above is None else Amount(index, index + 3, above, Make.FRACTION)
    if glued and behind in words.signs and value < 10**9:
        value, last = value + words.signs[behind], last + 1
    if value is not None and (part := some_in(row, index, value, words)) is not None:
        return part
    if behind in words.suffixes and (glued or behind in words.spaced) and not _metres(row, last, words):
        return Amount(index, last + 1, value * words.suffixes[behind], Make.DIGITS, words.suffixes[behind])
    return _multiplied(row, Amount(index, last, value, Make.DIGITS), words)


def _grouped(row: Row, index: int) -> tuple[Decimal | None, int]:
    """The value of digits, groups of three that single spaces set off included ("20 000"), and where they end."""
    text, last = row.at(index).text, index + 1
    if text.isdecimal() and 0 < len(text) <= 3 and text[0] != "0":
        while row.at(last).kind == Kind.DIGITS and _third(row, last) and len(text) < 15:
            text, last = text + row.at(last).text, last + 1
    return digits(text), last


def _third(row: Row, index: int) -> bool:
    text = row.at(index).text
    return len(text) == 3 and text.isdecimal() and row.tokens[index].start == row.tokens[index - 1].end + 1


def _metres(row: Row, index: int, words: NumberLexicon) -> bool:
    return row.at(index).lower == "m" and row.at(index + 1).lower in words.metric


def _multiplied(row: Row, amount: Amount, words: NumberLexicon) -> Amount:
    """An amount with what multiplies it, adds a half to it, or makes it a fraction."""
    at = amount.last
    word = row.at(at).lower
    if word not in words.continuing and word not in HYPHENS and not word.isdecimal():
        return amount
    if (last := and_a_half(row, at, words)) is not None:
        amount = replace(amount, last=last, value=amount.value + _HALF * amount.scale)
    elif word in words.conjunctions and (part := stroke(row, at + 1)) is not None:
        amount = replace(amount, last=at + 4, value=amount.value + part)
    elif word.isdecimal() and (part := stroke(row, at)) is not None:
        amount = replace(amount, last=at + 3, value=amount.value + part)
    elif (share := fraction_of(row, amount, words)) is not None:
        return share
    last, scale = scales(row, amount.last, words)
    if last == amount.last or (amount.make == Make.WORDS and 1 < amount.scale >= scale):
        return amount
    return replace(amount, last=last, value=amount.value * scale, scale=scale)


def _in_words(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    found = cardinal(row, index, words)
    if found is None:
        return None
    if (share := some_in(row, index, found.value, words)) is not None:
        return share
    at = found.last + 1 if row.hyphen(found.last) else found.last
    amount = _multiplied(row, Amount(index, found.last, found.value, Make.WORDS, found.scale), words)
    if amount.make == Make.WORDS and amount.last == found.last and _ordinal(row, at, found.last, found.scale, words):
        return Amount(index, at + 1, found.value, Make.ORDINAL)
    return amount


def _ordinal(row: Row, at: int, last: int, scale: Decimal, words: NumberLexicon) -> bool:
    """Whether an ordinal ends the words before it ("twenty-first", "one hundred and third")."""
    if row.at(at).lower in words.ordinals:
        return at > last or row.at(last - 1).lower in words.tens
    return scale > 1 and row.at(at).lower in words.conjunctions and row.at(at + 1).lower in words.ordinals


def _from_scale(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """A scale without a number: "a dozen" is one of it, "several hundred" vague; bare it needs a hedge before it."""
    before = row.at(index - 1).lower
    couple = before in words.of and row.at(index - 2).lower in words.couples
    if before in words.loose or couple:
        last, scale = scales(row, index, words)
        first = index - 2 if couple else index - 1
        return Amount(first - 1 if row.at(first - 1).lower in words.articles else first, last, scale, Make.VAGUE)
    needed = words.followed.get(row.at(index).lower)
    amount = _in_words(row, index, words)
    if amount is not None and needed is not None and row.at(amount.last).lower not in needed:
        return None
    if amount is None or before not in words.articles:
        return None if amount is None else replace(amount, make=Make.BARE)
    return replace(amount, first=index - 1)


def _vague(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    value, last = words.vague[row.at(index).lower], index + 1
    needed = words.followed.get(row.at(index).lower)
    if needed is not None and row.at(last).lower not in needed and row.at(index - 1).lower not in words.counting:
        return None
    while row.at(last).lower in words.of and row.at(last + 1).lower in words.vague and value < 10**12:
        value, last = value * words.vague[row.at(last + 1).lower], last + 2
    return Amount(index, last, value, Make.VAGUE)


def _half(row: Row, index: int, words: NumberLexicon) -> Amount | None:
    """Half of a scale ("half a million", "a half dozen"), else the share itself."""
    at = index + 1
    while at < index + 4 and (row.hyphen(at) or row.at(at).lower in words.articles):
        at += 1
    last, scale = scales(row, at, words)
    first = index - 1 if row.at(index - 1).lower in words.articles else index
    if last > at:
        return Amount(first, last, scale / 2, Make.WORDS, scale)
    if row.at(index - 1).lower in words.half_after or row.at(index + 1).lower not in words.half_before:
        return None
    return of_scale(row, Amount(first, index + 1, _HALF, Make.FRACTION), words)
