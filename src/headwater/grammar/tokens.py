"""Tokens that keep their offsets: words, numbers and signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final
from unicodedata import category

import regex

__all__ = ["Kind", "Token", "added", "form_of", "kind_of", "stand", "tokenize"]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What a token is made of.

    Plain constants: CPython 3.11 takes 25 times as long to reach a member of an enumeration.
    """

    WORD: int = 0
    DIGITS: int = 1
    SIGN: int = 2
    BREAK: int = 3


Kind: Final = _Kinds()


@dataclass(slots=True, init=False)
class Token:
    """A run of code points `[start, end)`; `lower` is its text in lower case, curly apostrophes straightened.

    Nobody changes one, though it is not frozen: stages look at each some thirty times, which takes half the time it takes with a
    named tuple. Those of a text are made in one place, without a call of Python for each.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: int


# Digits with their separators are one token ("1,275", "3.5", "1 275" with a narrow space, "2 .5" and "61, 000" as tokenisers leave them, ".5"); so is
# an address of the web. A possessive or contracted tail is one of its own
# ("city" + "'s", also where a tokeniser has set them apart), so that a noun is found whether or not it owns something. Together the lines take all but
# white space, and what stands of that behind a token goes with it: so the next token begins where the match ends, and nobody looks for it.
# The two libraries differ on whether the four separators after \x1b are white space; here they are none.
_SEPARATORS = "\x1c\x1d\x1e\x1f"
_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
_LINE_END = re.compile(r"\n")
_GAP = f"[{re.escape(_SPACE)}]*+"


@cache
def _unicode() -> regex.Pattern[str]:
    """Tokens of any text; compiled when one first holds what `_WESTERN` is not made for."""
    return regex.compile(
        rf"""
        (?:
            (?! https?:// | www\. ) [\p{{L}}\p{{M}}]++ (?: \.(?=\p{{L}}\.) \p{{L}}++ )*+ (?: (?<=\b\p{{L}}(?:\.\p{{L}})++) \. )?+
          | [^\s\p{{L}}\p{{M}}\p{{Nd}}.'\u2019]
          | \p{{Nd}}{{1,3}} (?: [\u00A0\u2009\u202F] \p{{Nd}}{{3}} (?!\p{{Nd}}) )++
          | \p{{Nd}}{{1,3}} (?: ,\ 0\p{{Nd}}{{2}} (?!\p{{Nd}}) )++
          | (?: \p{{Nd}}++ | (?<![^\s$£€(]) (?=\.\p{{Nd}}) ) (?: [.,\u066B\u066C] \p{{Nd}}++ )*+ (?: (?<=\p{{Nd}})\ \.\p{{Nd}}++ )?+
          | (?: https?:// | www\. ) [^\s<>"]*+
          | (?<=\p{{L}}) ['\u2019] (?: s | re | ve | ll | d | m | t )\b
          | (?<=\p{{L}}\ ) ['\u2019] (?: s | re | ve | ll | d | m )(?=\s)
          | \.{{3}} | [^\s\p{{L}}\p{{Nd}}]
        ) {_GAP}
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


# The same for texts of ASCII, the letters of Western Europe and common signs alone, which most are: the standard library's expressions
# take half the time, and know no classes of Unicode. A plain word and a sign come first, since nearly all of a text is that; letters are
# listed in both cases, since to fold each costs as much again. The lines that begin with a look back are what the look back for initials comes to.
_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_WESTERN = re.compile(
    rf"""
    (?:
        [{_LETTERS}]++ (?![.:])
      | [^\s\w.'\u2019]
      | (?! (?i: https?:// | www\. ) ) (?:
            (?<![\w.]) [{_LETTERS}] (?: \.[{_LETTERS}](?=\.) )++ \.
          | (?<=\b[{_LETTERS}]\.) [{_LETTERS}] (?: \.[{_LETTERS}](?=\.) )*+ \.
          | [{_LETTERS}]++ (?: \.[{_LETTERS}](?=\.) )*+
        )
      | _
      | \d{{1,3}} (?: ,\ 0\d{{2}} (?!\d) )++
      | (?: \d++ | (?<![^\s$\u00a3\u20ac(]) (?=\.\d) ) (?: [.,] \d++ )*+ (?: (?<=\d)\ \.\d++ )?+
      | (?i: https?:// | www\. ) [^\s<>"]*+
      | (?<=[{_LETTERS}]) ['\u2019] (?i: s | re | ve | ll | d | m | t )\b
      | (?<=[{_LETTERS}]\ ) ['\u2019] (?i: s | re | ve | ll | d | m )(?=\s)
      | \.{{3}} | [^\s\w]
    ) {_GAP}
    """,
    re.VERBOSE,
)
_BEYOND = re.compile(rf"[^\x00-\x1b\x20-\x7f{_LETTERS}\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00a3\u20ac]")


@lru_cache(maxsize=4)
def _expression(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    """The expression for a text, asked for each of its sentences."""
    if text.isascii() and not [sign for sign in _SEPARATORS if sign in text]:  # most texts, and told at once
        return _WESTERN
    return _unicode() if _BEYOND.search(text) else _WESTERN


_Form = tuple[str, str, int, int]
# Forms kept, and code points of one that is; a text of nothing but new words empties the store, and costs no more than the words themselves.
_MOST = 1 << 16
_LONGEST = 64


class _Forms(dict[str, _Form]):
    """What a token with the white space behind it tells by its text alone: its text, lower case, kind and length, worked out once."""

    def __missing__(self, piece: str) -> _Form:
        text = piece.rstrip(_SPACE) or piece
        form = self.get(text)
        if form is None:
            kind = Kind.WORD if text.isalpha() else _kind(text)
            form = text, text.lower().replace("\u2019", "'"), kind, len(text)
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = form
        return form


def added(text: str, start: int, end: int) -> Token:
    """A token that stands for what a text does not write in so many letters: the bar for a gap between cells."""
    token = Token()
    token.start, token.end = start, end
    token.text, token.lower, token.kind, _ = _FORMS[text]
    return token


def stand(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether the words, in lower case, stand from a token on."""
    if at + len(words) > len(tokens):
        return False
    for place, word in enumerate(words, at):  # noqa: SIM110 — a generator costs more than the look
        if tokens[place].lower != word:
            return False
    return True


def form_of(text: str) -> tuple[str, int]:
    """The lower case and the kind that a token of this text has."""
    return _FORMS[text][1:3]


def kind_of(text: str) -> int:
    """The kind that a token of this text has."""
    return _FORMS[text][2]


def _kind(text: str) -> int:
    first = text[0]
    if first.isalpha() or (len(text) > 1 and first in "'\u2019"):
        return Kind.WORD
    if first.isdecimal() or (first == "." and text[1:2].isdecimal()):
        return Kind.DIGITS
    if text == "\n":
        return Kind.BREAK
    return Kind.WORD if category(first)[0] == "M" else Kind.SIGN


_FORMS = _Forms()


def tokenize(text: str, start: int = 0, end: int | None = None, breaks: bool = True) -> list[Token]:
    """The tokens of `text[start:end]` in order, offsets into the whole text; line ends among them if there are to be `breaks`.

    >>> [token.text for token in tokenize("U.S. officials: 1,275 people's homes.")]
    ['U.S.', 'officials', ':', '1,275', 'people', "'s", 'homes', '.']
    """
    end = len(text) if end is None else end
    pieces: list[str] = _expression(text).findall(text, start, end)
    found: list[Token] = []
    add, forms = found.append, _FORMS
    place = text.index(forms[pieces[0]][0], start) if pieces else start
    for piece in pieces:
        token = Token()
        token.text, token.lower, token.kind, length = forms[piece]
        token.start = place
        token.end = place + length
        place += len(piece)
        add(token)
    if breaks:
        ends = [added("\n", at.start(), at.end()) for at in _LINE_END.finditer(text, start, end)]
        return sorted([*found, *ends], key=attrgetter("start")) if ends else found
    return found
