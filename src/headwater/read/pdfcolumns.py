"""Rows of tables on PDF pages: what stands apart on a line, and lines whose parts stand in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

from pypdfium2 import raw

from headwater.grammar.cells import COUNT, NO_COUNT
from headwater.read.pdflines import PageLine, Part

__all__ = ["in_rows", "parting"]

_SPACE = 32
_SET_APART, _FAR_APART = (
    0.15,
    0.9,
)  # of a line's height: how far parts lie from each other where spaces are written, and where they are not
_WRITTEN = 0.05  # of a page's spaces: where fewer are written, its program sets no spaces between words
_WITHIN = 0.85  # of the distance between rows: how far lines of one row are apart at the most
_ABREAST = 0.7  # of a line's height: how far the bottoms of lines are apart that stand beside each other
_SHORT = 40  # code points of a line that heads others


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

    A table is a run of lines in parts, with words above and numbers below, whose parts stand in the same columns. Short lines between
    them go on in a cell ("Houses" over "destroyed"), or head the lines below ("Northern region").
    """
    found: list[PageLine] = []
    for may_be, held in groupby(lines, lambda line: len(line.parts) > 1 or _is_short(line)):
        run = list(held)
        found += (_table(run) if may_be else None) or run
    return found


def _is_short(line: PageLine) -> bool:
    return len(line.text) <= _SHORT and line.text[-1] not in ".:;,?!"


def _table(run: Sequence[PageLine]) -> list[PageLine] | None:
    """The run with its table in rows, or with those of the tables that a line of one part stands between; `None` where it holds none."""
    several = [at for at, line in enumerate(run) if len(line.parts) > 1]
    if len(several) < 2:
        return None
    bands = _bands(run, several)
    alone = [len(band[0].parts) < 2 for band in bands]
    first, last = alone.index(False), len(alone) - 1 - alone[::-1].index(False)
    rows = _rows(bands[first : last + 1])
    if rows is not None:
        return [*_lines(bands[:first]), *rows, *_lines(bands[last + 1 :])]
    if True not in alone[first:last]:
        return None
    found: list[PageLine] = []
    for single, held in groupby(zip(alone, bands, strict=True), lambda pair: pair[0]):
        lines = _lines([band for _, band in held])
        found += (None if single else _table(lines)) or lines
    return found if any(line.row for line in found) else None


def _lines(bands: Sequence[Sequence[PageLine]]) -> list[PageLine]:
    return [line for band in bands for line in sorted(band, key=lambda line: -line.bottom)]


def _bands(run: Sequence[PageLine], several: Sequence[int]) -> list[list[PageLine]]:
    """The lines of each row together, one with most parts first: a line goes to a row that is nearer than rows are to each other."""
    heads = [several[0]]
    bands: dict[int, list[PageLine]] = {several[0]: [run[several[0]]]}
    for at in several[1:]:
        if abs(run[heads[-1]].bottom - run[at].bottom) < _ABREAST * run[at].height:
            bands[heads[-1]].append(run[at])
        else:
            heads.append(at)
            bands[at] = [run[at]]
    steps = [run[one].bottom - run[two].bottom for one, two in pairwise(heads)]
    pitch = min((step for step in steps if step > 0), default=0.0)
    for at, line in enumerate(run):
        if len(line.parts) < 2:
            nearest = min(heads, key=lambda head: abs(run[head].bottom - line.bottom))
            far = abs(run[nearest].bottom - line.bottom)
            near = far < _WITHIN * min(pitch, 2 * line.height) or far < _ABREAST * line.height
            bands.setdefault(nearest if near else at, []).append(line)
    return [sorted(bands[at], key=lambda line: -len(line.parts)) for at in sorted(bands)]


def _rows(bands: Sequence[Sequence[PageLine]]) -> list[PageLine] | None:
    lines = [band[0] for band in bands]
    if not _has_counts(lines):
        return None
    columns = _columns(lines)
    # Headings of lines may stand between them, where they are those of several.
    left = [line for band in bands for line in band if line.right < columns[0][0]]
    if left:
        columns.insert(0, (min(line.left for line in left), max(line.right for line in left)))
    rows = [_row(band, columns) for band in bands]
    return None if any(row is None for row in rows) else [row for row in rows if row is not None]


def _has_counts(run: Sequence[PageLine]) -> bool:
    """Whether the first line names columns and most of those below hold numbers alone."""
    counted = [any(COUNT.fullmatch(part.text) or NO_COUNT.fullmatch(part.text) for part in line.parts) for line in run]
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


def _row(band: Sequence[PageLine], columns: Sequence[tuple[float, float]]) -> PageLine | None:
    """The row of a band of lines, with a bar between columns; `None` where two parts of one line stand in one column."""
    cells: list[list[str]] = [[] for _ in columns]
    for line in sorted(band, key=lambda line: -line.bottom):
        taken = set()
        for part in line.parts or (Part(line.text, line.left, line.right),):
            place = max(range(len(columns)), key=lambda at: (_shared(part, columns[at]), -_away(part, columns[at])))
            if place in taken:
                return None
            taken.add(place)
            cells[place].append(part.text)
    written = [" ".join(cell) for cell in cells]
    text = written[0] + "".join(f" | {cell}" if cell else " |" for cell in written[1:])
    return replace(band[0], text=text.lstrip(), row=True)


def _shared(part: Part, column: tuple[float, float]) -> float:
    return max(0.0, min(part.right, column[1]) - max(part.left, column[0]))


def _away(part: Part, column: tuple[float, float]) -> float:
    return abs(part.left + part.right - column[0] - column[1])
