"""Rows of tables as they stand in a text: where their cells begin and end, and what stands over one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.model import Block, BlockKind, Span

__all__ = ["COUNT", "NO_COUNT", "YEAR", "cells_of", "heading_over", "headings"]

COUNT = re.compile(r"(?:[~<>≥≤≈]\s?)?\d[\d,. ]*(?:[–-]\d[\d,.]*)?[*+†]?")
"""What a cell holds that gives a number and no more, but for a sign of its bound and one of a note."""
NO_COUNT = re.compile(r"[-–—]|n/?a", re.IGNORECASE)
"""What a cell holds that says that there is no number."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
"""A year, which may head a column or row of numbers."""

_GAP, _SPACES = re.compile(r"[^\S\n]*+"), re.compile(r"[^\S\n]{2,}+")


def cells_of(text: str, start: int, end: int) -> list[Span]:
    r"""The cells of the row `text[start:end]`, between bars, else tabs, else runs of spaces; an empty one has no length.

    >>> row = "Upper Lorn | 12 | | 3"
    >>> [row[cell.start:cell.end] for cell in cells_of(row, 0, len(row))]
    ['Upper Lorn', '12', '', '3']
    """
    sign = next((sign for sign in "|\t" if text.find(sign, start, end) >= 0), "")
    found, at = [], start
    # Bars and tabs are found first, the white space around them then: an expression for both looks at a long run of it from each of its places.
    while sign and (place := text.find(sign, at, end)) >= 0:
        found.append(Span(at, max(at, at + len(text[at:place].rstrip(None if sign == "|" else " ")))))
        at = _behind(text, place + 1, end, sign)
    for match in _SPACES.finditer(text, start, end) if not sign else ():
        found.append(Span(at, match.start()))
        at = match.end()
    found.append(Span(at, end))
    return found


def _behind(text: str, at: int, end: int, sign: str) -> int:
    """Where the words begin behind a sign and white space; a tab is of no other's white space."""
    if sign == "|":
        match = _GAP.match(text, at, end)
        return match.end() if match else at
    while at < end and text[at] == " ":
        at += 1
    return at


def headings(text: str, blocks: Sequence[Block]) -> list[tuple[Span, Span]]:
    """The cells of a report's tables that stand in a named column, each with the nearest words above that name it, in text order.

    A row names its columns by words without digits, the first row of a table also by years.
    """
    found: list[tuple[Span, Span]] = []
    named: dict[int, Span] = {}
    years: dict[int, Span] | None = None
    for block in blocks:
        if block.kind is not BlockKind.TABLE:
            named, years = {}, None
            continue
        cells = dict(enumerate(cells_of(text, block.start, block.end)))
        over = {**(years or {}), **named}
        found += [(cell, over[column]) for column, cell in cells.items() if column in over]
        words = {column: text[cell.start : cell.end] for column, cell in cells.items()}
        if years is None:
            years = {column: cells[column] for column, written in words.items() if YEAR.fullmatch(written)}
        named |= {column: cells[column] for column, written in words.items() if _names(written)}
    return found


def _names(words: str) -> bool:
    return any(map(str.isalpha, words)) and not any(map(str.isdigit, words))


def heading_over(found: Sequence[tuple[Span, Span]], place: int) -> Span | None:
    """Which of the headings found stands over a place; `None` outside of tables, and where none does."""
    at = bisect_right(found, place, key=lambda pair: pair[0].start) - 1
    return found[at][1] if at >= 0 and place < found[at][0].end else None
