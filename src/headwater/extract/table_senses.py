"""The headings of a number in a table, taken together: what, whom, where and when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import msgspec

from headwater.extract.grids import Cell, Grid, is_year
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import NOTHING_GIVEN, Given
from headwater.extract.table_headings import Headings, Told
from headwater.grammar.tokens import Kind, Token
from headwater.model import TimeExpression

__all__ = ["Sense", "Senses"]

_MONTH = len("2024-05")
_NEAR = 16  # words of a lead-in that says what a table counts


class Sense(msgspec.Struct):
    """What the headings of one number say: `told` by each that is understood, `open` those that may be understood with another ("Destroyed").

    `part`: it is of some of those in the column before. `whole_line`, `whole_column`: it is the total of its line or column.
    """

    told: list[tuple[Cell, Told]] = msgspec.field(default_factory=list)
    open: list[Cell] = msgspec.field(default_factory=list)
    given: Given = NOTHING_GIVEN
    whole_line: bool = False
    whole_column: bool = False

    @property
    def part(self) -> bool:
        """Whether it counts some of those in the column before."""
        return any(one.part for _, one in self.told)


def _start(time: TimeExpression) -> int:
    return time.start


class Senses:
    """Reads the headings of one table."""

    def __init__(self, grid: Grid, headings: Headings, times: Sequence[TimeExpression], lexicons: Lexicons) -> None:
        self._grid = grid
        self._headings = headings
        self._times = times
        self._lexicons = lexicons
        self.kinds = [self._kind(column) for column in range(grid.left)]
        self._above, self._sections = grid.above(), grid.sections()
        self._beside = [grid.beside(line) for line in range(len(grid.lines))]

    def of(self, line: int, column: int) -> Sense | None:
        """The sense of the number there; `None` where a heading of it is not understood."""
        sense, beside = Sense(), self._beside[line]
        above = self._read_above(column, sense)
        if not (above and beside and all(self._read_beside(at, cell, sense) for at, cell in beside)):
            return None
        section = self._sections[line]
        return sense if section is None or sense.whole_column or self._read_section(section, sense) else None

    @cached_property
    def about(self) -> Told | None:
        """What a title of the table, or a few words right before it, say that its numbers count; `None` where they tell no one outcome."""
        rows = [row.sentence.tokens for row in self._grid.before]
        for tokens in reversed([*rows, *(cell.tokens for cell in self._grid.titles)]):
            told = self._headings.told(Cell(self._lead(tokens))) if len(tokens) <= _NEAR else None
            if told is not None and told.outcome:
                return told
        return None

    def _kind(self, column: int) -> str:
        """What a column of headings holds by its own heading: places, sources, times, peoples, groups or indices; empty where nothing says so."""
        named = [line[column].words for line in self._grid.heads if line[column].tokens]
        if not named:
            return "groups"
        kinds = ("places", "sources", "times", "peoples", "groups", "indices")
        return next((kind for kind in kinds if named[-1] in getattr(self._headings.words, kind)), "")

    def _read_above(self, column: int, sense: Sense) -> bool:
        """Read the headings over a column; whether all are understood.

        The lowest says more than those over it ("Casualties" over "Killed"), or is understood together with the one over it ("Houses" over "Destroyed").
        A day may head the counts of those who died on it, or of all till then: nothing says which.
        """
        timed = [(cell, self._time(cell)) for cell in self._above[column]]
        cells = [cell for cell, time in timed if not time]
        period = next((time for _, time in timed if time), "")
        lowest = self._headings.told(cells[-1]) if cells else None
        told = [(cell, self._headings.told(cell)) for cell in cells]
        if lowest is not None and lowest.outcome:
            told = [(cell, one and replace(one, outcome="")) for cell, one in told[:-1]] + told[-1:]
        elif len(cells) > 1 and not (lowest is not None and lowest.whole):
            joined = self._headings.told(*cells[-2:]) or self._headings.told(*reversed(cells[-2:]))
            if joined is not None and joined.outcome:
                told = [*told[:-2], (cells[-1], joined)]
        sense.whole_line = any(one is not None and one.whole for _, one in told)
        sense.given = Given(period=period)
        return len(period) <= _MONTH and all(self._keep(cell, one, sense) for cell, one in told)

    def _read_beside(self, column: int, cell: Cell, sense: Sense) -> bool:
        """Read a heading beside a line; whether it is understood."""
        kind, time, given = self.kinds[column], self._time(cell), sense.given
        told = self._headings.told(cell) if kind == "groups" else None
        if cell.words in self._headings.words.totals:
            sense.whole_column = True
        elif kind == "places" or (told is not None and told.is_place):
            sense.given = replace(given, place=cell.written)
        elif kind == "peoples":
            sense.told.append((cell, self._headings.people(cell)))
        elif kind == "sources":
            sense.given = replace(given, as_of=self._day(cell))
        elif kind in ("times", "groups") and time and (len(time) <= _MONTH or "places" in self.kinds):
            sense.given = replace(given, period=time)
        else:
            return kind == "indices" or (kind == "groups" and self._keep(cell, told, sense))
        return True

    def _read_section(self, cell: Cell, sense: Sense) -> bool:
        """Read the line of one cell above a line; whether it is understood, or only says where the place of the line lies."""
        time, told, given = self._time(cell), self._headings.told(cell), sense.given
        if time:
            sense.given = replace(given, period=given.period or time)
        elif told is not None and not told.is_place:
            sense.told.append((cell, told))
        elif told is not None or given.place:
            sense.given = replace(given, place=given.place or cell.written)
        else:
            return False
        return True

    def _keep(self, cell: Cell, told: Told | None, sense: Sense) -> bool:
        if told is not None:
            sense.told.append((cell, told))
        elif self._may_join(cell):
            sense.open.append(cell)
        else:
            return False
        return True

    def _may_join(self, cell: Cell) -> bool:
        """Whether a heading is but a verb, which may be understood together with a noun: "Destroyed", "Partially damaged"."""
        forms, endings = self._lexicons.outcomes.forms, self._lexicons.frames.adverb_endings
        words = [token.lower for token in cell.tokens]
        return any(word in forms for word in words) and all(word in forms or word.endswith(endings) for word in words)

    def _time(self, cell: Cell) -> str:
        """The time (EDTF) that a heading is, with nothing beside it; empty where it is none."""
        if is_year(cell):
            return cell.words
        said = [token for token in cell.tokens if token.kind != Kind.SIGN]
        if not said:
            return ""
        at = bisect_right(self._times, said[0].start, key=_start) - 1
        time = self._times[at] if at >= 0 else None
        return time.edtf or "" if time is not None and said[-1].end <= time.end else ""

    def _day(self, cell: Cell) -> str:
        """The day that stands beside a source: "Interior ministry (12 March)"."""
        first, last = (
            bisect_left(self._times, edge, key=_start) for edge in (cell.tokens[0].start, cell.tokens[-1].end)
        )
        return next((time.edtf for time in self._times[first:last] if time.edtf), "")

    def _lead(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """What stands before "by district" and behind "Table 2:"."""
        colon = next((at for at, token in enumerate(tokens[:-1]) if token.text in ":.-\u2013\u2014" and at < 4), -1)
        closed = self._lexicons.frames.closed
        end = next(
            (
                at
                for at in range(colon + 2, len(tokens))
                if closed.get(tokens[at].lower) == "preposition" or tokens[at].text in ",:("
            ),
            len(tokens),
        )
        return tuple(tokens[colon + 1 : end])
