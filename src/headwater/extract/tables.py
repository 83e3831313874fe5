"""Figures of tables: what the headings above and beside a number say of it, where all of them are understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Part
from headwater.extract.grids import Cell, Grid, grids
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Given, Settled
from headwater.extract.table_headings import ANYONE, Headings, Told
from headwater.extract.table_senses import Sense, Senses
from headwater.grammar.numbers import Number
from headwater.language import Language
from headwater.language.tables import lexicon
from headwater.model import TimeExpression

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_tables"]

Places = dict[tuple[int, int], tuple[Sense, Settled]]


def read_tables(rows: Sequence[Row], lexicons: Lexicons, language: Language, times: Sequence[TimeExpression]) -> None:
    """Give the numbers of the report's tables their outcomes, groups, places, times and wholes.

    A number is attached only where every heading above and beside it is understood, and they name one outcome between them. What
    rules for sentences made of a line with several numbers is dropped: it is no sentence.
    """
    headings = Headings(lexicon(language), lexicons, language)
    for grid in grids(rows):
        _read(grid, Senses(grid, headings, times, lexicons), headings)


def _read(grid: Grid, senses: Senses, headings: Headings) -> None:
    found: Places = {}
    columns = [column for column in range(grid.left, grid.width) if any(line[column].number for line in grid.lines)]
    for at, line in enumerate(grid.lines):
        for column in columns:
            cell = line[column]
            if cell.row is None or cell.number is None:
                continue
            if len(columns) > 1:
                _drop(cell, cell.row)
            sense = senses.of(at, column)
            told = _outcome(sense, senses.about, headings) if sense is not None else None
            if sense is not None and sense.part and told is None:
                told = _of_those_before(found, at, column, sense)
            if sense is not None and told is not None:
                _drop(cell, cell.row)
                found[at, column] = sense, _settled(cell.number, *told, sense.given)
    for place in _alike(found) if "sources" not in senses.kinds else ():
        del found[place]
    for (at, column), (sense, held) in found.items():
        held.whole = _whole(found, at, column, sense, held)
        row = grid.lines[at][column].row
        if row is not None:
            row.settled[held.chunk.first], row.counts = held, True


def _alike(found: Places) -> list[tuple[int, int]]:
    """Where numbers stand that are told apart by words that say no more than others here: "Suspected deaths", "Confirmed deaths"."""
    places: dict[object, list[tuple[int, int]]] = {}
    for place, (sense, held) in found.items():
        whole = sense.whole_line, sense.whole_column
        places.setdefault((held.outcomes[0], held.group, held.given, whole, sense.part), []).append(place)
    return [place for held in places.values() if len(held) > 1 for place in held]


def _outcome(sense: Sense, about: Told | None, headings: Headings) -> tuple[str, str] | None:
    """The one outcome that the headings of a number name, and the one group; `None` where they name none, or several."""
    told = [one for _, one in sense.told if one.outcome or one.group]
    if sense.open:
        return _joined([cell for cell, one in sense.told if not one.whole], sense.open, headings)
    outcomes = {one.outcome for one in told if one.outcome}
    if not outcomes and about is not None and not sense.part:
        outcomes = {about.outcome}
    groups = {one.group for one in told if one.group not in ("", ANYONE)}
    if len(outcomes) != 1 or len(groups) > 1:
        return None
    if any(one.group and not one.outcome for one in told):
        joined = _joined([cell for cell, one in sense.told if not one.whole], [], headings)
        if joined is not None:
            return joined
        if not all(one.people for one in told):
            return None
    group = (
        groups.pop()
        if groups
        else (about.group if about is not None and not any(one.outcome for one in told) else ANYONE)
    )
    return outcomes.pop(), group or ANYONE


def _of_those_before(found: Places, at: int, column: int, sense: Sense) -> tuple[str, str] | None:
    """The outcome of the nearest column before in the line, of some of whom a column counts: "Killed | of whom children"."""
    groups = {one.group for _, one in sense.told if one.part}
    before = next((found[at, other] for other in range(column - 1, -1, -1) if (at, other) in found), None)
    return (before[1].outcomes[0], groups.pop()) if before is not None and len(groups) == 1 else None


def _joined(cells: Sequence[Cell], left: Sequence[Cell], headings: Headings) -> tuple[str, str] | None:
    """What two headings tell as one, in either order: "Houses" and "Destroyed"."""
    both = [*cells, *left]
    if len(both) != 2 or len(left) > 1:
        return None
    for order in permutations(both):
        told = headings.told(*order)
        if told is not None and told.outcome and told.group:
            return told.outcome, told.group
    return None


def _drop(cell: Cell, row: Row) -> None:
    """Forget what rules for sentences made of a cell's number."""
    for first in [first for first, held in row.settled.items() if held.chunk.number is cell.number]:
        del row.settled[first]


def _settled(number: Number, outcome: str, group: str, given: Given) -> Settled:
    chunk = Chunk(Part.NOUN, number.first, number.last, "", number, kind="person", group=group)
    return Settled(chunk, [outcome], "table", group=group, given=given)


def _whole(found: Places, at: int, column: int, sense: Sense, held: Settled) -> Settled | None:
    """The number that this one is a part of: that of which its heading takes some, else the total of its line, else that of its column."""
    if sense.part:
        before = (found[at, other] for other in range(column - 1, -1, -1) if (at, other) in found)
        return next((one for its, one in before if not its.part and one.outcomes == held.outcomes), None)
    if not sense.whole_line:
        totals = [
            one
            for its, one in _in_line(found, at)
            if its.whole_line and one.outcomes == held.outcomes and its.given == sense.given
        ]
        if len(totals) == 1:
            return totals[0]
    if not sense.whole_column:
        totals = [one for its, one in _in_column(found, column) if its.whole_column]
        alike = [
            one
            for one in totals
            if one.outcomes == held.outcomes and one.group == held.group and one.given.period == held.given.period
        ]
        return alike[0] if len(alike) == len(totals) == 1 else None
    return None


def _in_line(found: Places, at: int) -> Iterator[tuple[Sense, Settled]]:
    return (both for (line, _), both in found.items() if line == at)


def _in_column(found: Places, column: int) -> Iterator[tuple[Sense, Settled]]:
    return (both for (_, other), both in found.items() if other == column)
