"""Amounts: the value of the words that make a number, before its bounds, its unit and its context are looked at."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

import regex

from headwater.grammar.tokens import Kind, Token
from headwater.language.numbers import NumberLexicon

__all__ = ["Amount", "Make", "digits", "read"]

_LONGEST = 30
_ONE = Decimal(1)
_GROUPED = regex.compile(r"\d{1,3}(?:[,\u066C\u00A0\u2009\u202F]\d{2,3})*+[,\u066C\u00A0\u2009\u202F]\d{3}(?:\.\d++)?+")
_DOTTED = regex.compile(r"\d{1,3}(?:\.\d{3}){2,}+")
_PLAIN = regex.compile(r"\d++(?:[.\u066B]\d++)?+")
_COMMA = regex.compile(r"\d++,\d{1,2}")
_SEPARATORS = dict.fromkeys(map(ord, ",\u066c\u00a0\u2009\u202f"))


class Make(IntEnum):
    """What an amount is made of; an ordinal is read so that its words are passed over."""

    DIGITS = 0
    WORDS = 1
    FRACTION = 2
    VAGUE = 3
    ORDINAL = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in tokens `[first, last)`; `scale` is what it was multiplied by ("6 thousand": 1000)."""

    first: int
    last: int
    value: Decimal
    make: Make
    scale: Decimal = _ONE


def digits(text: str) -> Decimal | None:
    """The value of digits with their separators, in any script; `None` where they are no number.

    >>> digits("1,275"), digits("3.5"), digits("1.275.000"), digits("12.03.2020")
    (Decimal('1275'), Decimal('3.5'), Decimal('1275000'), None)
    """
    if len(text) > _LONGEST:
        return None
    plain = text if text.isascii() else "".join(_ascii(sign) for sign in text)
    if _PLAIN.fullmatch(plain):
        return Decimal(plain.replace("\u066b", "."))
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.translate(_SEPARATORS))
    if _DOTTED.fullmatch(plain):
        return Decimal(plain.replace(".", ""))
    return Decimal(plain.replace(",", ".")) if _COMMA.fullmatch(plain) else None


def _ascii(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def read(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount | None:
    """The longest amount that begins at a token."""
    token = tokens[index]
    if token.kind is Kind.DIGITS:
        return _of_digits(tokens, index, words)
    if token.lower in words.vague:
        return _vague(tokens, index, words)
    if token.lower in words.half:
        return _half(tokens, index, words)
    if token.lower in words.loose:
        return _loose(tokens, index, words)
    return _of_words(tokens, index, words)


def _lower(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _glued(tokens: Sequence[Token], index: int) -> bool:
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _of_digits(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount | None:
    value, last, scale = digits(tokens[index].text), index + 1, _ONE
    if value is None:
        return None
    behind = _lower(tokens, last)
    glued = _glued(tokens, last)
    if glued and behind in words.ordinal_endings:
        return Amount(index, last + 1, value, Make.ORDINAL)
    if behind in words.suffixes and (glued or behind in words.spaced):
        scale, last = words.suffixes[behind], last + 1
    else:
        last, scale = _scales(tokens, last, words)
    return Amount(index, last, value * scale, Make.DIGITS, scale)


def _scales(tokens: Sequence[Token], index: int, words: NumberLexicon) -> tuple[int, Decimal]:
    """Where the scale words from a token on end ("hundred thousand"), and their product."""
    scale = _ONE
    while True:
        step = 1 if _lower(tokens, index) == "-" and _glued(tokens, index) and _glued(tokens, index + 1) else 0
        word = _lower(tokens, index + step)
        value = words.scales.get(word) or (words.vague.get(word) if scale == 1 else None)
        if value is None or scale * value > 10**15:
            return index, scale
        scale, index = scale * value, index + step + 1


def _of_words(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount | None:
    total, current, ceiling, last, at = Decimal(0), None, Decimal(10**18), index, index
    room = Decimal(1000)  # what the next word of the group has to stay under
    scale = _ONE
    while True:
        word = _lower(tokens, at)
        if word in words.units and (current is None or words.units[word] < room and words.units[word] > 0):
            current, room = (current or Decimal(0)) + words.units[word], Decimal(1)
        elif word in words.tens and (current is None or words.tens[word] < room):
            current, room = (current or Decimal(0)) + words.tens[word], Decimal(10)
        elif word in words.scales and (current or at == index) and words.scales[word] < ceiling:
            by = words.scales[word]
            if by == 100 and (current or _ONE) < 100:
                current, room = (current or _ONE) * 100, Decimal(100)
            elif by < 100:
                total, current, ceiling, room = total + (current or _ONE) * by, Decimal(0), Decimal(0), Decimal(0)
            else:
                total, current, ceiling, room = total + (current or _ONE) * by, None, by, Decimal(1000)
            scale = by
        elif word in words.ordinals and last > index and _joined(tokens, at, last):
            return Amount(index, at + 1, total, Make.ORDINAL)
        elif word in words.ordinals and last == index:
            return Amount(index, at + 1, total, Make.ORDINAL)
        else:
            break
        last = at = at + 1
        if _lower(tokens, at) == "-" and _glued(tokens, at) and _glued(tokens, at + 1):
            at += 1
        elif _lower(tokens, at) in words.conjunctions and room >= 100 and total + (current or 0) > 0:
            follower = _lower(tokens, at + 1)
            if follower in words.units or follower in words.tens:
                at += 1
    if last == index:
        return None
    return Amount(index, last, total + (current or Decimal(0)), Make.WORDS, scale)


def _joined(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether an ordinal ends the number before it ("twenty-first", "one hundred and third")."""
    return at > last or _lower(tokens, at - 1) in {"hundred", "thousand"}


def _vague(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount:
    value, last = words.vague[tokens[index].lower], index + 1
    while _lower(tokens, last) in words.of and _lower(tokens, last + 1) in words.vague:
        value, last = value * words.vague[_lower(tokens, last + 1)], last + 2
    return Amount(index, last, value, Make.VAGUE)


def _half(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount | None:
    """Half of a scale ("half a million"), else the fraction itself."""
    at = index + 1
    while _lower(tokens, at) == "-" or _lower(tokens, at) in words.articles:
        at += 1
    last, scale = _scales(tokens, at, words)
    if last > at:
        return Amount(index, last, scale / 2, Make.WORDS, scale)
    return Amount(index, index + 1, Decimal("0.5"), Make.FRACTION)


def _loose(tokens: Sequence[Token], index: int, words: NumberLexicon) -> Amount | None:
    """A scale that "several" or "a few" makes vague; on their own those are no number."""
    last, scale = _scales(tokens, index + 1, words)
    return Amount(index, last, scale, Make.VAGUE) if last > index + 1 else None
