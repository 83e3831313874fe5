"""The place and day that a news text begins with: "VARN, 3 March (Agency) — …"."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

import regex

from headwater.language import Language
from headwater.language.credits import CreditWords, lexicon
from headwater.read.lines import in_capitals
from headwater.read.pagedates import PageDate, day, days_in

__all__ = ["days_of", "split_dateline"]

_LONGEST = 110
_HOPEFUL = re.compile(r"[(\d]")
_DASH = re.compile(r"[-\u2013\u2014]")
_Match: TypeAlias = "re.Match[str] | regex.Match[str]"


def _line(capital: str, letters: str) -> str:
    """The expression of a dateline, of letters that are given as a class and within one."""
    word = rf"{capital}[{letters}.'’-]*+"
    place = rf"{word}(?:[ /]{word}){{0,3}}"
    day = rf"(?:{word}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s{word})(?:,?\s?\d{{2,4}})?"
    return rf"(?P<place>{place}(?:,\s{place}){{0,2}}?)(?:\s\({place}\)(?=,?\s))?(?P<day>(?:,|\s?[–—])?\s{day})?(?:\s?\((?P<mark>[^()\n]{{2,40}})\))?\s?(?P<sign>--|[—–:]|-(?=\s)|\.(?=\s))"


@cache
def _western() -> re.Pattern[str]:
    """Datelines of a text of nothing but ASCII, as most are: the standard library takes a fifth of the time."""
    return re.compile(_line("[A-Z]", "A-Za-z"), re.ASCII)


@cache
def _unicode() -> regex.Pattern[str]:
    return regex.compile(_line(r"\p{Lu}", r"\p{L}\p{M}"))


def split_dateline(text: str, start: int, end: int, language: Language) -> tuple[int, bool] | None:
    """Where the dateline at a paragraph's start ends, and whether it names a day; none without one.

    Place names count as a dateline where a day, an agency in brackets, or capitals with a dash after them say so.
    """
    stop = min(end, start + _LONGEST)
    if not _may_tell(text, start, stop):
        return None
    match: _Match | None = (_western() if text.isascii() else _unicode()).match(text, start, stop)
    if match is None or match.end() >= end or not _tells(match, lexicon(language)):
        return None
    after = match.end()
    return (after, match["day"] is not None) if text[after].isspace() else None


def _may_tell(text: str, start: int, stop: int) -> bool:
    """Whether a line's head has the bracket, digit or dash without which `_tells` says no."""
    if _HOPEFUL.search(text, start, stop):
        return True
    return _DASH.search(text, start, stop) is not None and not in_capitals(text)


def days_of(text: str, start: int, end: int, language: Language) -> tuple[PageDate, ...]:
    """The day that a dateline names, if its year stands there."""
    days = ((day(item.edtf), item) for item in days_in(text, start, end, language))
    return tuple(PageDate(one, "dateline", item.start, item.end) for one, item in days if one)


def _tells(match: _Match, words: CreditWords) -> bool:
    if match["mark"] is not None:
        named = any(words.is_outlet(name.strip()) for name in match["mark"].split("/"))
        town = match["place"].split(",")[0]  # "VARN, Celn, June 9, 2033 (Orbis) -"
        return match["sign"] != "." and (named or (town.isupper() and match["day"] is not None))
    if match["day"] is not None:
        return True
    account = match.string[match.end() : match.endpos]
    heading = account.isupper()  # "NORTHERN UNION - INFORMATION BUREAU", unless the whole text is in capitals
    return match["sign"] not in (".", ":") and match["place"].isupper() and not (heading or in_capitals(match.string))
