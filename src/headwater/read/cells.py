"""Where the cells of a page's tables stand: a row of text has a place for every column, also for those that a cell spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = ["CELLS", "Grid", "is_row"]

CELLS = ("td", "th")
# What makes a cell one of a layout table, not of a table of data.
_IN_LAYOUT = ("ul", "ol", "table", "h1", "h2", "h3", "h4", "section", "article", "blockquote")
_LINES = ("p", "div")
_MOST_WORDS = 200  # code points in a cell whose words stand in an element of their own
_WIDEST = 40  # columns and rows beyond which spans are not followed


@dataclass(slots=True)
class Grid:
    """The columns of one table: how many of the row being read are `taken`, and for how many rows a cell of a row above goes on in each."""

    taken: int = 0
    going_on: dict[int, int] = field(default_factory=dict)

    def begin_row(self) -> None:
        """Begin a row."""
        self.taken = 0

    def place(self, cell: Any) -> int:
        """The column that a cell begins in, from 0; those that it spans are taken."""
        column = self.end_row()
        down, across = _number(cell, "rowspan"), _number(cell, "colspan")
        if down > 1:
            self.going_on.update((place, down - 1) for place in range(column, column + across))
        self.taken += across
        return column

    def end_row(self) -> int:
        """The columns taken, with those that follow in which a cell of a row above goes on."""
        while left := self.going_on.get(self.taken, 0):
            self.going_on[self.taken] = left - 1
            self.taken += 1
        return self.taken


def is_row(node: Any) -> bool:
    """Whether a row of a table holds data: several cells, or one across several columns, and no elements with lines of their own but one around a cell's few words."""
    cells = list(node.iterchildren(*CELLS))
    if len(cells) + (_number(cells[0], "colspan") > 1 if cells else 0) < 2:
        return False
    if next(node.iter(*_IN_LAYOUT), None) is not None:
        return False
    plain = len(cells) > 1 and next(node.iter(*_LINES), None) is None
    return plain or all(map(_is_short, cells))


def _is_short(cell: Any) -> bool:
    lines = sum(1 for _ in cell.iter(*_LINES))
    return lines <= 1 and len("".join(cell.itertext()).strip()) <= _MOST_WORDS


def _number(cell: Any, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written[:4]), 1), _WIDEST) if written.isascii() and written.isdigit() else 1
