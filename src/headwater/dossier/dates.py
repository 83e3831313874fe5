"""EDTF as days on a scale and as words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from headwater.grammar.edtf import day, ends

__all__ = ["Days", "date_words", "days", "year_words"]

_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<time>T[\d:]+\S*)?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days as ordinals, both ends included; an end that is open or unknown is `None`."""

    first: int | None
    last: int | None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last

    @property
    def start(self) -> int:
        """The day that it is sorted by."""
        return self.first if self.first is not None else (self.last or 0)


def days(edtf: str | None) -> Days | None:
    """The days that an EDTF string (level 1) may mean; `None` where it says no year from 1 on.

    >>> days("2004-02/..")
    Days(first=731612, last=None)
    >>> days("2004-02-29").exact
    True
    >>> days("XXXX-02-26") is None
    True
    """
    found = ends(edtf)
    return Days(*(end.toordinal() if end else None for end in found)) if found else None


def date_words(edtf: str | None, locale: Locale, *, long: bool = False) -> str:
    """An EDTF string in words, as short as its precision; what cannot be read stays as it is, nothing is "".

    >>> date_words("2025-02-26T09:12", Locale("en", "GB"))
    '26 Feb 2025, 09:12'
    >>> date_words("1992-02-25/1992-02-26", Locale("en", "GB"), long=True)
    '25–26 February 1992'
    >>> date_words("199X", Locale("en", "GB"))
    '1990–1999'
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return _interval(edtf, locale, long)
    match = _POINT.fullmatch(edtf.rstrip("?~%"))
    start, last = ends(edtf) or (None, None)
    if match is None or start is None or last is None:
        return edtf
    if "X" in match["year"]:
        return f"{start.year}–{last.year}"
    words = _day(start, locale, long, month=match["month"] not in (None, "XX"), day=match["day"] not in (None, "XX"))
    clock = re.match(r"T(\d\d:\d\d)", match["time"] or "")
    return f"{words}, {clock[1]}" if clock else words


def _day(day_: date, locale: Locale, long: bool, *, month: bool, day: bool) -> str:
    if not month:
        return str(day_.year)
    name = "MMMM" if long else "MMM"
    if day:
        return str(format_date(day_, f"d {name} y", locale=locale))
    return str(format_skeleton(f"y{name}", day_, locale=locale))


def _interval(edtf: str, locale: Locale, long: bool) -> str:
    first, _, last = edtf.partition("/")
    words = [date_words(end if end != ".." else "", locale, long=long) for end in (first, last)]
    if not all(words):
        return f"{words[0]} –" if words[0] else f"– {words[1]}"
    start, end = day(first), day(last)
    if start and end and (start.year, start.month) == (end.year, end.month) and "T" not in edtf:
        return f"{start.day}–{words[1]}"
    return f"{words[0]} – {words[1]}"


def year_words(edtf: str | None) -> str:
    """The year that an EDTF string begins in, else "".

    >>> year_words("2025-02-26")
    '2025'
    """
    span = days(edtf)
    return str(date.fromordinal(span.start).year) if span and span.start else ""
