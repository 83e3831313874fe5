"""Rows of tables as they stand in a text: where their cells begin and end, and what stands over one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.model import Block, BlockKind, Span

__all__ = ["COUNT", "NO_COUNT", "YEAR", "cells_of", "heading_over"]

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


def heading_over(text: str, blocks: Sequence[Block], place: int) -> Span | None:
    """The words of the nearest row above that name the column in which a place of a table stands; `None` outside of tables, and where none do.

    A row names it by words without digits, the first row of the table also by a year.
    """
    at = bisect_right(blocks, place, key=lambda block: block.start) - 1
    if at < 0 or blocks[at].kind is not BlockKind.TABLE:
        return None
    cells = cells_of(text, blocks[at].start, blocks[at].end)
    column = next((number for number, cell in enumerate(cells) if cell.start <= place < cell.end), None)
    year: Span | None = None
    while column is not None and at > 0 and blocks[at - 1].kind is BlockKind.TABLE:
        at -= 1
        cells = cells_of(text, blocks[at].start, blocks[at].end)
        words = text[cells[column].start : cells[column].end] if column < len(cells) else ""
        if any(map(str.isalpha, words)) and not any(map(str.isdigit, words)):
            return cells[column]
        year = cells[column] if YEAR.fullmatch(words) else None
    return year
