"""Tokens that keep their offsets: words, numbers and signs."""

from __future__ import annotations

from typing import Final, NamedTuple

import regex

__all__ = ["Kind", "Token", "tokenize"]


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
_TOKEN = regex.compile(
    r"""
    (?P<digits>
        \p{Nd}{1,3} (?: [\u00A0\u2009\u202F] \p{Nd}{3} (?!\p{Nd}) )++
      | \p{Nd}{1,3} (?: ,\ 0\p{Nd}{2} (?!\p{Nd}) )++
      | (?: \p{Nd}++ | (?<![^\s$£€(]) (?=\.\p{Nd}) ) (?: [.,\u066B\u066C] \p{Nd}++ )*+ (?: (?<=\p{Nd})\ \.\p{Nd}++ )?+
    )
  | (?P<address> (?: https?:// | www\. ) [^\s<>"]*+ )
  | (?P<tail>   (?<=\p{L}) ['\u2019] (?: s | re | ve | ll | d | m | t )\b )
  | (?P<word>   [\p{L}\p{M}]++ (?: \.(?=\p{L}\.) [\p{L}]++ )*+ (?: (?<=\b\p{L}(?:\.\p{L})++) \. )?+ )
  | (?P<break>  \n )
  | (?P<sign>   \.{3} | [^\s\p{L}\p{Nd}] )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_KINDS = {
    "digits": Kind.DIGITS,
    "tail": Kind.WORD,
    "word": Kind.WORD,
    "address": Kind.WORD,
    "break": Kind.BREAK,
    "sign": Kind.SIGN,
}


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]` in order, offsets into the whole text.

    >>> [token.text for token in tokenize("U.S. officials: 1,275 people's homes.")]
    ['U.S.', 'officials', ':', '1,275', 'people', "'s", 'homes', '.']
    """
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        found.append(
            Token(
                match.start(), match.end(), word, word.lower().replace("\u2019", "'"), _KINDS[match.lastgroup or "sign"]
            )
        )
    return found
