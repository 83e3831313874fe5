"""Figures of tables: what the headings above and beside a number say of it, where all of them are understood."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from headwater.extract.cases import sick
from headwater.extract.chunks import Chunk, Part
from headwater.extract.grids import Cell, Grid, grids
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Given, Settled
from headwater.extract.table_headings import ANYONE, Headings, Told
from headwater.extract.table_senses import Sense, Senses
from headwater.extract.table_totals import Places, add_to_told, tie
from headwater.grammar.numbers import Number
from headwater.language import Language
from headwater.language.tables import lexicon
from headwater.model import TimeExpression

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_tables"]


def read_tables(rows: Sequence[Row], lexicons: Lexicons, language: Language, times: Sequence[TimeExpression]) -> None:
    """Give the numbers of the report's tables their outcomes, groups, places, times and wholes.

    A number is attached only where every heading above and beside it is understood, and they name one outcome between them. What
    rules for sentences made of a line with several numbers is dropped: it is no sentence.
    """
    headings = Headings(lexicon(language), lexicons, language, sick(rows, lexicons))
    for grid in grids(rows):
        found = _read(grid, Senses(grid, headings, times, lexicons), headings)
        add_to_told(found, rows)


def _read(grid: Grid, senses: Senses, headings: Headings) -> Places:
    found: Places = {}
    columns = [column for column in range(grid.left, grid.width) if any(line[column].number for line in grid.lines)]
    for at, line in enumerate(grid.lines):
        before: Settled | None = None
        for column in columns:
            number = line[column].number
            sense = senses.of(at, column) if number is not None else None
            told = _outcome(sense, before, senses.about, headings) if sense is not None else None
            if number is not None and sense is not None and told is not None:
                before = _settled(number, *told, sense.given)
                found[at, column] = sense, before
        counted = [line[column] for column in columns if len(columns) > 1 or (at, column) in found]
        _drop([cell for cell in counted if cell.number is not None])
    for place in _alike(found) if not {"sources", "peoples"} & {*senses.kinds} else ():
        del found[place]
    tie(found)
    for (at, column), (_, held) in found.items():
        row = grid.lines[at][column].row
        if row is not None:
            row.settled[held.chunk.first], row.counts = held, True
    return found


def _alike(found: Places) -> list[tuple[int, int]]:
    """Where numbers stand that are told apart by words that say no more than others here: "Suspected deaths", "Confirmed deaths"."""
    places: dict[object, list[tuple[int, int]]] = {}
    for place, (sense, held) in found.items():
        whole = sense.whole_line, sense.whole_column
        places.setdefault((held.outcomes[0], held.group, held.given, whole, sense.part), []).append(place)
    return [place for held in places.values() if len(held) > 1 for place in held]


def _outcome(sense: Sense, before: Settled | None, about: Told | None, headings: Headings) -> tuple[str, str] | None:
    """The outcome and group of a number: what its headings tell, else of some of those before it in its line."""
    told = _named(sense, about, headings)
    return _of_those_before(before, sense) if told is None and sense.part else told


def _named(sense: Sense, about: Told | None, headings: Headings) -> tuple[str, str] | None:
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
            return (joined[0], groups.pop()) if groups and joined[1] == ANYONE else joined
        if not all(one.people for one in told):
            return None
    group = (
        groups.pop()
        if groups
        else (about.group if about is not None and not any(one.outcome for one in told) else ANYONE)
    )
    return outcomes.pop(), group or ANYONE


def _of_those_before(before: Settled | None, sense: Sense) -> tuple[str, str] | None:
    """The outcome of the nearest column before in the line, of some of whom a column counts: "Killed | of whom children"."""
    groups = {one.group for _, one in sense.told if one.part}
    return (before.outcomes[0], groups.pop()) if before is not None and len(groups) == 1 else None


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


def _drop(cells: Sequence[Cell]) -> None:
    """Forget what rules for sentences made of the numbers of a line."""
    numbers = {id(cell.number) for cell in cells}
    for row in {id(cell.row): cell.row for cell in cells}.values():
        if row is not None:
            row.settled = {first: held for first, held in row.settled.items() if id(held.chunk.number) not in numbers}


def _settled(number: Number, outcome: str, group: str, given: Given) -> Settled:
    chunk = Chunk(Part.NOUN, number.first, number.last, "", number, kind="person", group=group)
    return Settled(chunk, [outcome], "table", group=group, given=given)
