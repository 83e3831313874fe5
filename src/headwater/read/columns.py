"""Lines of a bare text that are rows of a table: their cells stand between bars, tabs, or runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from headwater.grammar.cells import COUNT, YEAR, cells_of

__all__ = ["table_rows"]

_LINE = re.compile(r"[^\n\f]+")
_PARTS = ("|", "\t", "  ")
_RULE = re.compile(r"[\s|:+=_–—-]+")
_WIDEST = 60  # code points of a cell on average, beyond which lines are columns of prose
_HEADS = 3


class _Row(NamedTuple):
    """A line's words `[start, end)`, how its cells are parted, and how many there are; `values` of them are numbers alone, and no years."""

    start: int
    end: int
    parts: str
    cells: int
    values: int


def table_rows(text: str) -> list[tuple[int, int]]:
    """The lines `[start, end)` of tables, in order: lines that follow each other, cut in the same way, with words above and numbers below."""
    if "|" not in text and "\t" not in text and "  " not in text:
        return []
    if not _has_value(text):
        return []
    found: list[tuple[int, int]] = []
    for run in _runs(text):
        if _is_table(run):
            found.extend((row.start, row.end) for row in run)
    return found


def _has_value(text: str) -> bool:
    """Whether a number alone stands beside what parts cells, in its line; without one there is no table, and few texts have one."""
    lines = text.replace("\f", "\n").replace("\u00a0", " ")
    for sign in [sign for sign in _PARTS if sign in lines]:
        for part in lines.split(sign):
            first, _, rest = part.partition("\n")
            if _is_value(first) or _is_value(rest[rest.rfind("\n") + 1 :]):
                return True
    return False


def _is_value(cell: str) -> bool:
    """Whether a cell is a number alone; most begin with a letter, which tells sooner."""
    held = cell.strip()
    return not held[:1].isalpha() and COUNT.fullmatch(held) is not None


def _runs(text: str) -> Iterator[list[_Row]]:
    run: list[_Row] = []
    last = 0
    for match in _LINE.finditer(text):
        if _RULE.fullmatch(match[0]):
            last = match.end() if run and match[0].strip() else last
            continue
        row = _row(text, match.start(), match.end())
        gap = text.count("\n", last, match.start()) if run else 0
        if run and (row is None or row.parts != run[-1].parts or gap > 1):
            yield run
            run = []
        if row is not None:
            run.append(row)
        last = match.end()
    if run:
        yield run


def _row(text: str, first: int, last: int) -> _Row | None:
    line = text[first:last].strip()
    for parts in _PARTS:
        if parts in line:
            break
    else:
        return None
    cells = [line[cell.start : cell.end] for cell in cells_of(line, 0, len(line))]
    if len(cells) < 2 or len(line) > _WIDEST * len(cells):
        return None
    start = text.index(line, first)
    values = [cell for cell in cells if COUNT.fullmatch(cell) and not YEAR.fullmatch(cell)]
    return _Row(start, start + len(line), parts, len(cells), len(values))


def _is_table(run: Sequence[_Row]) -> bool:
    """Whether the first lines name columns and most of the others hold numbers."""
    body = next((at for at, row in enumerate(run) if row.values and at), 0)
    if not 1 <= body <= _HEADS or any(row.values for row in run[:body]):
        return False
    counted = sum(1 for row in run[body:] if row.values)
    return 2 * counted > len(run) - body and all(row.cells <= run[body].cells + 1 for row in run)
