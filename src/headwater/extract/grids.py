"""Tables of a report as grids: which lines are headings, which columns are, and the numbers of the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from headwater.grammar.cells import YEAR
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Kind, Token
from headwater.model import BlockKind, Hedge

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Cell", "Grid", "grids", "is_year", "joined", "without_brackets"]

_BAR = "|"
_WORDS = 3  # words that may stand beside the number of a cell: "more than 60", "12 (est.)"
_HEADS = 3  # lines of headings
_LONGEST = 400  # lines; what is longer is data, not a report's table


class Cell(msgspec.Struct):
    """A cell's tokens, and the row (a sentence as read) that they stand in; `number` where it holds nothing but one.

    `loose`: the cells of its line are parted by spaces, so that an empty one cannot be seen.
    """

    tokens: tuple[Token, ...] = ()
    row: Row | None = None
    number: Number | None = None
    loose: bool = False

    @property
    def written(self) -> str:
        """Its words, without what stands in brackets behind them."""
        return joined(without_brackets(self.tokens))

    @property
    def words(self) -> str:
        """The same in lower case."""
        return self.written.lower()


def without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a cell without what stands in brackets behind them, or behind the sign of a note."""
    end = next((at for at, token in enumerate(tokens) if at and token.text in "([*"), len(tokens))
    return tokens[:end]


def joined(tokens: Sequence[Token]) -> str:
    """Tokens as they are written, with one space where white space parts them."""
    gaps = [" " if at and token.start > tokens[at - 1].end else "" for at, token in enumerate(tokens)]
    return "".join(gap + token.text for gap, token in zip(gaps, tokens, strict=True))


class Grid(msgspec.Struct):
    """A table: its lines of headings from the top, the lines below with as many cells each, and how many columns on the left are headings.

    `titles` are the lines of one cell above the headings, `before` the rows of the report right above the table, the nearest last.
    """

    heads: list[list[Cell]]
    lines: list[list[Cell]]
    left: int
    titles: list[Cell]
    before: Sequence[Row]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.heads[0])

    def above(self) -> list[list[Cell]]:
        """For each column the headings over it, the topmost first; one that spans several stands over each."""
        found: list[list[Cell]] = [[] for _ in range(self.width)]
        for depth, line in enumerate(self.heads):
            spans, named = depth + 1 < len(self.heads), Cell()
            for column in range(self.left, self.width):
                named = line[column] if line[column].tokens or not spans else named
                if named.tokens:
                    found[column].append(named)
        return found

    def beside(self, line: int) -> list[tuple[int, Cell]]:
        """The headings left of a line with their columns; one that spans several lines stands beside each."""
        found = []
        for column in range(self.left):
            at = line
            while at > 0 and not self.lines[at][column].tokens and column + 1 < self.left:
                at -= 1
            if self.lines[at][column].tokens:
                found.append((column, self.lines[at][column]))
        return found

    def sections(self) -> list[Cell | None]:
        """For each line the nearest line of one cell above it: "Northern region", over the lines of its districts."""
        found: list[Cell | None] = []
        nearest: Cell | None = None
        for cells in self.lines:
            found.append(nearest)
            nearest = cells[0] if _is_section(cells) else nearest
        return found


def grids(rows: Sequence[Row]) -> Iterator[Grid]:
    """The tables of a report that have headings above and numbers below, in order; all others are left to the rules for sentences."""
    for is_table, held in groupby(range(len(rows)), lambda at: rows[at].sentence.kind is BlockKind.TABLE):
        places = list(held)
        if is_table and len(places) <= _LONGEST:
            before = rows[max(0, places[0] - 2) : places[0]]
            for lines in _parted(_lines([rows[at] for at in places])):
                grid = _grid(lines, before)
                if grid is not None:
                    yield grid
                before = ()


def _lines(rows: Sequence[Row]) -> list[list[Cell]]:
    lines = []
    for _, held in groupby(rows, lambda row: row.sentence.block):
        cells, words = [Cell()], list[Token]()
        for row in held:
            for token in row.sentence.tokens:
                if token.text == _BAR:
                    cells[-1].tokens, words = tuple(words), []
                    cells.append(Cell(loose=token.end - token.start > 1))
                else:
                    words.append(token)
                    cells[-1].row = cells[-1].row or row
        cells[-1].tokens = tuple(words)
        for cell in cells:
            cell.number = _number(cell)
        lines.append(cells)
    return lines


def _number(cell: Cell) -> Number | None:
    """The count that is all there is in a cell, but for words that bound it and signs of notes."""
    if cell.row is None:
        return None
    start, end = cell.tokens[0].start, cell.tokens[-1].end
    numbers = cell.row.numbers
    first = bisect_left(numbers, start, key=lambda number: number.start)
    found = [number for number in numbers[first : first + 2] if number.start < end]
    if len(found) != 1 or found[0].unit != "count":
        return None
    number = found[0]
    beside = [one for one in cell.tokens if one.kind != Kind.SIGN and not number.start <= one.start < number.end]
    hedged = number.hedge is not Hedge.PLAIN or number.low != number.high
    return number if len(beside) <= (_WORDS if hedged else 0) else None


def _parted(lines: list[list[Cell]]) -> Iterator[list[list[Cell]]]:
    """The lines of each table, where one follows another without a word between: its headings come below numbers."""
    first, counted = 0, False
    for at, line in enumerate(lines):
        if counted and (_is_head(line) or (not line[0].tokens and _are_years(line))):
            yield lines[first:at]
            first, counted = at, False
        counted = counted or any(cell.number is not None for cell in line)
    yield lines[first:]


def _is_head(line: Sequence[Cell]) -> bool:
    """Whether a line names columns: two or more of them, each otherwise."""
    named = [cell.words for cell in line[1:] if any(token.kind == Kind.WORD for token in cell.tokens)]
    return (
        len(named) > 1
        and len(set(named)) == len(named) == sum(1 for cell in line[1:] if cell.tokens)
        and all(cell.number is None for cell in line)
    )


def _is_section(line: Sequence[Cell]) -> bool:
    return bool(line[0].tokens) and line[0].number is None and not any(cell.tokens for cell in line[1:])


def _grid(lines: list[list[Cell]], before: Sequence[Row]) -> Grid | None:
    width = max(map(len, lines))
    for line in lines:
        if len(line) < width and any(cell.loose for cell in line):
            for cell in line:
                cell.number = None
        line.extend(Cell() for _ in range(width - len(line)))
    held = [column for column in range(width) if any(line[column].tokens for line in lines)]
    lines, width = [[line[column] for column in held] for line in lines], len(held)
    titled = next((at for at, line in enumerate(lines) if not _is_section(line)), 0)
    titles, lines = [line[0] for line in lines[:titled]], lines[titled:]
    depth = _depth(lines)
    while depth > 1 and _is_section(lines[depth - 1]):
        depth -= 1
    heads, body = lines[:depth], lines[depth:]
    if not depth or width < 2:
        return None
    counted = (column for column in range(width) if _is_counted(body, column))
    left = next((column for column in counted if not (_counts_lines(body, column) or _holds_years(body, column))), 0)
    return Grid(heads, body, left, titles, before) if left else None


def _depth(lines: Sequence[Sequence[Cell]]) -> int:
    """How many lines at the top hold no counts; none where there are too many, or nothing else."""
    for depth, line in enumerate(lines):
        if depth > _HEADS:
            return 0
        held = [cell for cell in line if cell.number is not None]
        if held and not (depth == 0 and _are_years(line)):
            return depth
    return 0


def _are_years(line: Sequence[Cell]) -> bool:
    """Whether a line holds years in order, which head its columns."""
    held = [cell for cell in line if cell.number is not None or is_year(cell)]
    years = [int(cell.words) for cell in held] if all(map(is_year, held)) else []
    return len(years) > 1 and years in (sorted(set(years)), sorted(set(years), reverse=True))


def is_year(cell: Cell) -> bool:
    """Whether a cell holds a year of four digits."""
    return YEAR.fullmatch(cell.words) is not None


def _holds_years(body: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether the first column holds years, each once."""
    held = [line[column] for line in body if line[column].number is not None]
    return column == 0 and len(held) > 1 and all(map(is_year, held)) and len({cell.words for cell in held}) == len(held)


def _is_counted(body: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether most of what stands in a column are numbers: "Under 18" may stand among groups."""
    held = [line[column] for line in body if any(token.kind != Kind.SIGN for token in line[column].tokens)]
    return bool(held) and 2 * sum(1 for cell in held if cell.number is not None) >= len(held)


def _counts_lines(body: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether the first column only counts the lines: 1, 2, 3."""
    numbers = [line[column].number for line in body]
    values = [int(number.best or 0) for number in numbers if number is not None]
    return column == 0 and len(values) > 1 and values == list(range(1, len(values) + 1))
