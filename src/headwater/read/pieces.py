"""What a line is by its own words: furniture, a page's date, a byline, a credit, an item, prose or something short."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

import msgspec

from headwater.language import Language
from headwater.language.chrome import lexicon as furniture
from headwater.language.credits import lexicon as credit_words
from headwater.model import BlockKind
from headwater.read.bylines import CAPITALISED, byline
from headwater.read.credits import source_line
from headwater.read.pagedates import PageDate, byline_dates, date_line

__all__ = ["Piece", "is_name_line", "is_prose", "judge", "script_of"]

_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_TWO_LETTERS = re.compile(r"[^\W\d_][\W\d_]*[^\W\d_]")
_SIGN = re.compile(r"[|·•»›>/]")
_PARTED = re.compile(r"\s[|·•»›>/]+\s|\s?[|»›]\s?")
_STOPS = ".!?…"
# Behind the last stop may stand an agency's letters: "a spokeswoman said. (MPA)".
_STOP = re.compile(rf"[{_STOPS}]\s?[\"'”’»)\]]*(?:\s\([A-Z]{{2,6}}\))?$")
_SENTENCE = 6
_LONG = 25


class Piece(msgspec.Struct):
    """A stretch `[start, end)` of text on its way to a block; `kind` is null while nothing has told it.

    `ends`: what follows is no longer the account. `author` is set in a byline. `dated`: a dateline with a day, which `dates` does not hold yet.
    """

    start: int
    end: int
    gap: int = 0
    item: bool = False
    kind: BlockKind | None = None
    ends: bool = False
    dates: tuple[PageDate, ...] = ()
    dated: bool = False
    author: str | None = None
    prose: bool = False

    def of(self, text: str) -> str:
        """The piece's words."""
        return text[self.start : self.end]


def judge(text: str, piece: Piece, language: Language) -> None:
    """Set on a piece what its own words tell, whatever stands around it."""
    line = piece.of(text)
    rule = furniture(language).match(line, _rare(text, language))
    if rule or _is_menu(line, language):
        piece.kind, piece.ends = BlockKind.CHROME, bool(rule and rule.ends)
        return
    if _is_bare(line):
        piece.dates = date_line(text, piece.start, piece.end, language)
        piece.kind = BlockKind.DATELINE if piece.dates else BlockKind.CHROME
        return
    piece.prose = is_prose(line)
    words = credit_words(language)
    if source_line(text, piece.start, piece.end, words) or words.agency(line.strip("()[] .")):
        piece.kind, piece.prose = BlockKind.CREDIT, False
        return
    piece.author = byline(line, words)
    if piece.author:
        piece.kind, piece.prose = BlockKind.BYLINE, False
        piece.dates = byline_dates(text, piece.start, piece.end, language)
        return
    piece.dates = date_line(text, piece.start, piece.end, language)
    if piece.dates:
        piece.kind, piece.prose = BlockKind.DATELINE, False
    elif piece.item:
        piece.kind = BlockKind.ITEM


@lru_cache(maxsize=4)
def _rare(text: str, language: Language) -> list[str]:
    """The rare words of furniture that a text has, asked for by each of its lines."""
    return furniture(language).rare_in(text)


def is_prose(line: str) -> bool:
    """Whether a line is running text: a sentence with its stop, or long enough to need none.

    >>> is_prose("The ferry left the port at dawn."), is_prose("Ferry lost off Varn")
    (True, False)
    """
    words = line.count(" ") + 1
    return words >= _LONG or (words >= _SENTENCE and _STOP.search(line[-16:]) is not None)


def is_name_line(line: str) -> bool:
    """Whether a short line is but a name, as outlets sign the end of a page.

    >>> is_name_line("Harbour.News"), is_name_line("The harbour at night")
    (True, False)
    """
    names = CAPITALISED.findall(line)
    if not 1 <= len(names) <= 7 or len(line) > 60 or _STOP.search(line) or any(mark in line for mark in ":;?!"):
        return False
    joins = ("of", "the", "and", "for", "de", "la")
    return names[0][0].isupper() and all(name[0].isupper() or name in joins for name in names)


def script_of(text: str) -> str | None:
    """The script that most letters are of: `LATIN`, `CYRILLIC` …; null without letters."""
    counts: Counter[str] = Counter()
    for letter, number in Counter(text).items():
        if letter.isalpha():
            counts["LATIN" if letter < "\u0250" else _script(letter)] += number
    return max(sorted(counts), key=lambda name: counts[name]) if counts else None


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def _is_bare(line: str) -> bool:
    """No word at all (a rule, a counter), or nothing but an address."""
    if len(line) > 400:
        return False
    return _TWO_LETTERS.search(line) is None or _LINK.fullmatch(line) is not None


def _is_menu(line: str, language: Language) -> bool:
    """Short entries with signs between them: "Home | Resources | News"; two are enough where one is a button."""
    if line[-1] in _STOPS or len(line) > 400 or not _SIGN.search(line) or _STOP.search(line):
        return False
    entries = [entry for entry in _PARTED.split(line) if entry.strip()]
    if len(entries) < 2:
        return False
    buttons = any(furniture(language).match(entry) for entry in entries)
    if not buttons and sum(any(map(str.isdigit, entry)) for entry in entries) > 1:
        # Several entries with numbers are a row of a table.
        return False
    short = sum(len(entry.split()) <= 3 for entry in entries) * 5 >= len(entries) * 4
    return short and (len(entries) >= 4 or buttons)
