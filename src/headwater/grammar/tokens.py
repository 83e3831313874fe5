"""Tokens that keep their offsets: words, numbers and signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count
from operator import attrgetter
from sys import intern
from typing import Final
from unicodedata import category

import msgspec
import regex

__all__ = ["Kind", "Token", "added", "form_of", "kind_of", "places", "stand", "tokenize"]


class _Kinds(msgspec.Struct, frozen=True):
    """What a token is made of.

    Plain constants: CPython 3.11 takes 25 times as long to reach a member of an enumeration.
    """

    WORD: int = 0
    DIGITS: int = 1
    SIGN: int = 2
    BREAK: int = 3


Kind: Final = _Kinds()


class Token(msgspec.Struct, gc=False):
    """A run of code points `[start, end)`; `lower` is its text in lower case, curly apostrophes straightened.

    Nobody changes one, though it is not frozen: stages look at each some thirty times, and make one for each word. A `Struct` is looked at as fast
    as a dataclass with slots and made in half the time; text and numbers can be in no circle, so the search for such leaves it out.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: int


# Digits with their separators are one token ("1,275", "3.5", "1 275" with a narrow space, "2 .5" and "61, 000" as tokenisers leave them, ".5"); so is
# an address of the web. A possessive or contracted tail is one of its own
# ("city" + "'s", also where a tokeniser has set them apart), so that a noun is found whether or not it owns something. Together the lines take all but
# white space. The two libraries differ on whether the four separators after \x1b are that; here they are none.
_SEPARATORS = "\x1c\x1d\x1e\x1f"
_LINE_END = re.compile(r"\n")
_PIECE = re.compile(r"\s*+\S++")  # a run with the white space before it


@cache
def _unicode() -> regex.Pattern[str]:
    """Tokens of any text; compiled when one first holds what `_WESTERN` is not made for."""
    return regex.compile(
        r"""
        (?:
            (?! https?:// | www\. ) [\p{L}\p{M}]++ (?: \.(?=\p{L}\.) \p{L}++ )*+ (?: (?<=\b\p{L}(?:\.\p{L})++) \. )?+
          | [^\s\p{L}\p{M}\p{Nd}.'\u2019]
          | \p{Nd}{1,3} (?: [\u00A0\u2009\u202F] \p{Nd}{3} (?!\p{Nd}) )++
          | \p{Nd}{1,3} (?: ,\ 0\p{Nd}{2} (?!\p{Nd}) )++
          | (?: \p{Nd}++ | (?<![^\s$£€(]) (?=\.\p{Nd}) ) (?: [.,\u066B\u066C] \p{Nd}++ )*+ (?: (?<=\p{Nd})\ \.\p{Nd}++ )?+
          | (?: https?:// | www\. ) [^\s<>"]*+
          | (?<=\p{L}) ['\u2019] (?: s | re | ve | ll | d | m | t )\b
          | (?<=\p{L}\ ) ['\u2019] (?: s | re | ve | ll | d | m )(?=\s)
          | \.{3} | [^\s\p{L}\p{Nd}]
        )
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
    )
    """,
    re.VERBOSE,
)
_BEYOND = re.compile(rf"[^\x00-\x1b\x20-\x7f{_LETTERS}\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00a3\u20ac]")
# Without one of these no token runs over white space, nor is anything behind white space cut by what stands before it.
_ACROSS = (" '", " \u2019", " .", ", 0", "\u00a0", "\u2009", "\u202f", *_SEPARATORS)


@lru_cache(maxsize=4)
def _is_parted(text: str) -> bool:
    """Whether white space parts tokens all over a text, as it does in most; asked for each of its sentences."""
    return not _holds_across(text)


def _holds_across(text: str) -> bool:
    return bool([sign for sign in _ACROSS if sign in text])


_Form = tuple[str, str, int]
_Part = tuple[str, str, int, int, int]
"""A token's text, lower case and kind, the code points between it and the token before, and its length."""
# Forms and runs kept, and code points of one that is; a text of nothing but new words empties the store, and costs no more than the words themselves.
_MOST = 1 << 16
_LONGEST = 64
# Signs that end a run and are no part of the word before them, but for the first word of an address.
_CLOSING = ",.;:!?)"
_ADDRESSED = ("www",)


class _Forms(dict[str, _Form]):
    """What a token's text tells by itself: its lower case and kind, worked out once.

    The same words are the same objects, whatever run they stand in: whoever looks one up need not compare letters.
    """

    def __missing__(self, text: str) -> _Form:
        kind = Kind.WORD if text.isalpha() else _kind(text)
        lower = text.lower() if text.isascii() else text.lower().replace("\u2019", "'")
        form = intern(text), intern(lower), kind
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = form
        return form


class _Runs(dict[str, Sequence[_Part]]):
    """The tokens of a run between white space, one sign of which stands before it, worked out once: most runs are met again."""

    def __missing__(self, run: str) -> Sequence[_Part]:
        parts = _plain(run) or _cut(run, 0, len(run))
        if len(run) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[run] = parts
        return parts


def _plain(run: str) -> Sequence[_Part] | None:
    """The tokens of a word of ASCII that stands by itself or with one sign behind it, as most new runs do; `None` of any other run."""
    if not run.isascii():
        return None
    if run.isalpha():
        return ((*_FORMS[run], 1, len(run)),)
    word, sign = run[:-1], run[-1]
    if sign in _CLOSING and word.isalpha() and word.lower() not in _ADDRESSED:
        return (*_FORMS[word], 1, len(word)), (*_FORMS[sign], 0, 1)
    return None


def _cut(text: str, start: int, end: int) -> Sequence[_Part]:
    """The tokens of `text[start:end]`, as if one sign stood before it."""
    parts: list[_Part] = []
    expression = _unicode() if _BEYOND.search(text, start, end) else _WESTERN
    before = start - 1
    for match in expression.finditer(text, start, end):
        first, last = match.span()
        parts.append((*_FORMS[match[0]], first - before, last - first))
        before = last
    return tuple(parts)


def added(text: str, start: int, end: int) -> Token:
    """A token that stands for what a text does not write in so many letters: the bar for a gap between cells."""
    return Token(start, end, *_FORMS[text])


def stand(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether the words, in lower case, stand from a token on."""
    if at + len(words) > len(tokens):
        return False
    for place, word in enumerate(words, at):  # noqa: SIM110 — a generator costs more than the look
        if tokens[place].lower != word:
            return False
    return True


def places(words: Sequence[str], among: frozenset[str]) -> Iterator[int]:
    """Where one of a set of words stands in a row of them, in order."""
    return compress(count(), map(among.__contains__, words))


def form_of(text: str) -> tuple[str, int]:
    """The lower case and the kind that a token of this text has."""
    return _FORMS[text][1:]


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
_RUNS = _Runs()


def tokenize(text: str, start: int = 0, end: int | None = None, breaks: bool = True) -> list[Token]:
    """The tokens of `text[start:end]` in order, offsets into the whole text; line ends among them if there are to be `breaks`.

    >>> [token.text for token in tokenize("U.S. officials: 1,275 people's homes.")]
    ['U.S.', 'officials', ':', '1,275', 'people', "'s", 'homes', '.']
    """
    end = len(text) if end is None else end
    token, last = Token, start - 1
    found = [
        token(first := last + gap, last := first + length, written, lower, kind)
        for written, lower, kind, gap, length in _parts(text, start, end)
    ]
    if breaks:
        ends = [added("\n", at.start(), at.end()) for at in _LINE_END.finditer(text, start, end)]
        return sorted([*found, *ends], key=attrgetter("start")) if ends else found
    return found


def _parts(text: str, start: int, end: int) -> Iterable[_Part]:
    """What the tokens of `text[start:end]` are: run by run where each stands by itself, mostly one sign of white space behind the one before."""
    begins = not start or text[start - 1].isspace()
    if begins and (_is_parted(text) or not _holds_across(text[max(0, start - 1) : end])):
        words = text[start:end].rstrip()
        runs = words.split()
        if len(" ".join(runs)) == len(words):
            return chain.from_iterable(map(_RUNS.__getitem__, runs))
        return _spread(words)
    return _cut(text, start, end)


def _spread(words: str) -> Iterator[_Part]:
    """What the tokens of words are between which more than one sign of white space may stand."""
    for piece in _PIECE.findall(" " + words):
        run = piece.lstrip()
        further = len(piece) - len(run) - 1
        for written, lower, kind, gap, length in _RUNS[run]:
            yield written, lower, kind, gap + further, length
            further = 0
