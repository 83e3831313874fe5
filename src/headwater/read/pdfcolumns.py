"""Rows of tables on PDF pages: what stands apart on a line, and lines whose parts stand in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from pypdfium2 import raw

from headwater.read.pdflines import PageLine, Part

__all__ = ["in_rows", "parting"]

_SPACE = 32
_SET_APART, _FAR_APART = (
    0.15,
    0.9,
)  # of a line's height: how far parts lie from each other where spaces are written, and where they are not
_WRITTEN = 0.05  # of a page's spaces: where fewer are written, its program sets no spaces between words
_SHORT = 40  # code points of a line that heads others
_VALUE = re.compile(r"(?:[~<>≥≤≈]\s?)?\d[\d,. ]*(?:[–-]\d[\d,.]*)?[*+†]?|[-–—]|n/?a", re.IGNORECASE)


def parting(page: Any, codes: Sequence[int]) -> frozenset[int]:
    """The spaces of a page, by their index, that may part two cells of a table: pdfium put them where text jumps over a gap."""
    spaces = [at for at, code in enumerate(codes) if code == _SPACE and 0 < at < len(codes) - 1]
    made = [at for at in spaces if raw.FPDFText_IsGenerated(page.raw, at) == 1]
    least = _SET_APART if len(spaces) - len(made) > _WRITTEN * len(spaces) else _FAR_APART
    return frozenset(at for at in made if _gap(page, at) > least)


def _gap(page: Any, at: int) -> float:
    """How wide a space is, in heights of the line."""
    before, after = page.get_charbox(at - 1, loose=True), page.get_charbox(at + 1, loose=True)
    height = max(before[3] - before[1], after[3] - after[1], 1.0)
    return float(after[0] - before[2]) / float(height)


def in_rows(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page, those of a table written with bars between their cells, a place for each column that is empty.

    A table is a run of lines in parts, with words above and numbers below, whose parts stand in the same columns.
    """
    found: list[PageLine] = []
    runs = [(several, list(held)) for several, held in groupby(lines, lambda line: len(line.parts) > 1)]
    at = 0
    while at < len(runs):
        size = _sections(runs, at)
        run = [line for _, held in runs[at : at + size] for line in held]
        rows = _rows(run) if runs[at][0] else None
        if rows is None and size > 1:
            size, run = 1, runs[at][1]
            rows = _rows(run)
        found += rows or run
        at += size
    return found


def _sections(runs: Sequence[tuple[bool, Sequence[PageLine]]], at: int) -> int:
    """How many runs of lines from one on are one table, in which a line of one part may head the lines below it: "Northern region"."""
    size = 1
    while at + size + 1 < len(runs) and runs[at][0] and _is_section(runs[at + size][1], runs[at][1][0]):
        size += 2
    return size


def _is_section(run: Sequence[PageLine], first: PageLine) -> bool:
    line = run[0]
    return len(run) == 1 and len(line.text) <= _SHORT and line.text[-1] not in ".:;," and line.right < first.right


def _rows(run: Sequence[PageLine]) -> list[PageLine] | None:
    if len(run) < 2 or not _has_counts(run):
        return None
    columns = _columns(run)
    rows = [_row(line, columns) for line in run]
    return None if any(row is None for row in rows) else [row for row in rows if row is not None]


def _has_counts(run: Sequence[PageLine]) -> bool:
    """Whether the first line names columns and most of those below hold numbers alone."""
    counted = [any(_VALUE.fullmatch(part.text) for part in line.parts) for line in run]
    body = counted.index(True) if True in counted else 0
    return body > 0 and 2 * sum(counted[body:]) > len(run) - body


def _columns(run: Sequence[PageLine]) -> list[tuple[float, float]]:
    """The columns, from left to right: what the parts of the lines with most of them cover, joined where they overlap."""
    most = max(len(line.parts) for line in run)
    spans = sorted((part.left, part.right) for line in run if len(line.parts) == most for part in line.parts)
    columns = [spans[0]]
    for left, right in spans[1:]:
        if left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _row(line: PageLine, columns: Sequence[tuple[float, float]]) -> PageLine | None:
    """The line with a bar between columns; `None` where two of its parts stand in one."""
    cells = [""] * len(columns)
    for part in line.parts or (Part(line.text, line.left, line.right),):
        place = max(range(len(columns)), key=lambda at: (_shared(part, columns[at]), -_away(part, columns[at])))
        if cells[place]:
            return None
        cells[place] = part.text
    text = cells[0] + "".join(f" | {cell}" if cell else " |" for cell in cells[1:])
    return replace(line, text=text.lstrip(), row=True)


def _shared(part: Part, column: tuple[float, float]) -> float:
    return max(0.0, min(part.right, column[1]) - max(part.left, column[0]))


def _away(part: Part, column: tuple[float, float]) -> float:
    return abs(part.left + part.right - column[0] - column[1])
