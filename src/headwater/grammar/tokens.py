"""Tokens that keep their offsets: words, numbers and signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import regex

__all__ = ["Kind", "Token", "kind_of", "stand", "tokenize"]


class Kind:
    """What a token is made of.

    Plain constants: CPython 3.11 takes 25 times as long to reach a member of an enumeration.
    """

    WORD: Final = 0
    DIGITS: Final = 1
    SIGN: Final = 2
    BREAK: Final = 3


class Token(NamedTuple):
    """A run of code points `[start, end)`; `lower` is its text in lower case, curly apostrophes straightened."""

    start: int
    end: int
    text: str
    lower: str
    kind: int


# Digits with their separators are one token ("1,275", "3.5", "1 275" with a narrow space, "2 .5" and "61, 000" as tokenisers leave them, ".5"); so is
# an address of the web. A possessive or contracted tail is one of its own
# ("city" + "'s"), so that a noun is found whether or not it owns something. A line end is a token: headlines and bullets end at it.
@cache
def _unicode() -> regex.Pattern[str]:
    """Tokens of any text; compiled when one first holds more than ASCII."""
    return regex.compile(
        r"""
        (?! https?:// | www\. ) [\p{L}\p{M}]++ (?: \.(?=\p{L}\.) \p{L}++ )*+ (?: (?<=\b\p{L}(?:\.\p{L})++) \. )?+
      | [^\s\p{L}\p{M}\p{Nd}.'\u2019]
      | \p{Nd}{1,3} (?: [\u00A0\u2009\u202F] \p{Nd}{3} (?!\p{Nd}) )++
      | \p{Nd}{1,3} (?: ,\ 0\p{Nd}{2} (?!\p{Nd}) )++
      | (?: \p{Nd}++ | (?<![^\s$£€(]) (?=\.\p{Nd}) ) (?: [.,\u066B\u066C] \p{Nd}++ )*+ (?: (?<=\p{Nd})\ \.\p{Nd}++ )?+
      | (?: https?:// | www\. ) [^\s<>"]*+
      | (?<=\p{L}) ['\u2019] (?: s | re | ve | ll | d | m | t )\b
      | \.{3} | [^\s\p{L}\p{Nd}] | \n
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


# The same for texts of ASCII alone, which most are: the standard library's expressions take less than half the time, and know
# no classes of Unicode. Its first line is what the look back for initials comes to.
_ASCII = re.compile(
    r"""
    (?! https?:// | www\. ) (?: (?<![\w.]) [a-z] (?: \.[a-z](?=\.) )++ \. | [a-z]++ (?: \.[a-z](?=\.) )*+ )
  | [^\s\w.'] | _
  | \d{1,3} (?: ,\ 0\d{2} (?!\d) )++
  | (?: \d++ | (?<![^\s$(]) (?=\.\d) ) (?: [.,] \d++ )*+ (?: (?<=\d)\ \.\d++ )?+
  | (?: https?:// | www\. ) [^\s<>"]*+
  | (?<=[a-z]) ' (?: s | re | ve | ll | d | m | t )\b
  | \.{3} | [^\s\w] | \n
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_MOST = (
    1 << 16
)  # forms kept; a text of nothing but new words empties the store, and costs no more than the words themselves


class _Forms(dict[str, tuple[str, int]]):
    """What a token's text alone tells: the lower case and the kind of each form met, worked out once."""

    def __missing__(self, text: str) -> tuple[str, int]:
        if len(self) >= _MOST:
            self.clear()
        form = self[text] = text.lower().replace("\u2019", "'"), _kind(text)
        return form


def stand(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether the words, in lower case, stand from a token on."""
    if at + len(words) > len(tokens):
        return False
    for place, word in enumerate(words, at):  # noqa: SIM110 — a generator costs more than the look
        if tokens[place].lower != word:
            return False
    return True


def kind_of(text: str) -> int:
    """The kind that a token of this text has."""
    return _FORMS[text][1]


def _kind(text: str) -> int:
    if text == "\n":
        return Kind.BREAK
    if _LETTER.match(text) or (len(text) > 1 and text[0] in "'\u2019"):
        return Kind.WORD
    return Kind.DIGITS if _DIGIT.match(text) else Kind.SIGN


_LETTER = regex.compile(r"[\p{L}\p{M}]")
_DIGIT = regex.compile(r"\.?\p{Nd}")
_FORMS = _Forms()
_new = tuple.__new__  # what `Token(…)` comes to, without the way there


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]` in order, offsets into the whole text.

    >>> [token.text for token in tokenize("U.S. officials: 1,275 people's homes.")]
    ['U.S.', 'officials', ':', '1,275', 'people', "'s", 'homes', '.']
    """
    found: list[Token] = []
    add, find, forms = found.append, text.find, _FORMS
    # Between tokens there is only space, so that the next place a token's text stands at is its own.
    place = start
    words = (_ASCII if text.isascii() else _unicode()).findall(text, start, len(text) if end is None else end)
    for word in words:
        place = find(word, place)
        lower, kind = forms[word]
        add(_new(Token, (place, place := place + len(word), word, lower, kind)))
    return found
