"""Of what the numbers of a table are parts: of the total of their line or column, or of a count told before the table that they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.settling import Settled
from headwater.extract.table_senses import Sense

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Places", "add_to_told", "tie"]

Places = dict[tuple[int, int], tuple[Sense, Settled]]
"""The numbers of a table by line and column, each with what its headings say."""

_ANYONE = "person"
_FAR = 60
_SEVERAL = 2


def tie(found: Places) -> None:
    """Make numbers parts: of those before them of whom their heading takes some, else of the total of their line, else of that of their column."""
    lines: defaultdict[object, list[Settled]] = defaultdict(list)
    columns: defaultdict[int, list[Settled]] = defaultdict(list)
    for (at, column), (sense, held) in found.items():
        if sense.whole_line:
            lines[at, held.outcomes[0], sense.given].append(held)
        if sense.whole_column:
            columns[column].append(held)
    before: dict[tuple[int, str], Settled] = {}
    for (at, column), (sense, held) in found.items():
        if sense.part:
            held.whole = before.get((at, held.outcomes[0]))
            continue
        before[at, held.outcomes[0]] = held
        if not sense.whole_line:
            held.whole = _only(lines.get((at, held.outcomes[0], sense.given), ()))
        if held.whole is None and not sense.whole_column:
            total = _only(columns.get(column, ()))
            held.whole = total if total is not None and _sums(total, held) else None
    for column, totals in columns.items():
        total = _only(totals)
        if total is not None and total.group == _ANYONE:
            _make_up(total, _column(found, column, total))


def _only(totals: Sequence[Settled]) -> Settled | None:
    return totals[0] if len(totals) == 1 else None


def _sums(total: Settled, held: Settled) -> bool:
    """Whether a column's total sums up what a number counts."""
    alike = total.outcomes == held.outcomes and total.group == held.group
    return alike and total.given.period == held.given.period


def _column(found: Places, column: int, total: Settled) -> list[Settled]:
    """The numbers of a column, without its totals, that count what one of these does over the same time."""
    held = [one for (_, at), (sense, one) in found.items() if at == column and not (sense.whole_column or sense.part)]
    return [one for one in held if one.outcomes == total.outcomes and one.given.period == total.given.period]


def _make_up(total: Settled, members: Sequence[Settled]) -> None:
    """Make numbers parts of a total that they add up to, whoever each is: men and women of all, Dornians and Ostrans."""
    if len(members) >= _SEVERAL and sum((value(one) or Decimal(0) for one in members), Decimal(0)) == value(total):
        for one in members:
            one.whole = one.whole or total


def add_to_told(found: Places, rows: Sequence[Row]) -> None:
    """Make the numbers of a column without a total parts of the last count before the table that they add up to."""
    first = min((held.chunk.first for _, held in found.values()), default=-1) if found else -1
    if first < 0:
        return
    table = {id(held) for _, held in found.values()}
    earlier = list(_before(rows, table))[-_FAR:]
    for column in sorted({column for _, column in found}):
        totals = any(sense.whole_column for (_, at), (sense, _) in found.items() if at == column)
        held = [one for (_, at), (_, one) in found.items() if at == column]
        members = _column(found, column, held[0])
        if totals or len(members) != len(held) or any(one.whole is not None for one in members):
            continue
        for one in reversed(earlier):
            if one.outcomes == held[0].outcomes and one.whole is None and one.group in (_ANYONE, held[0].group):
                _make_up(one, members)
                if members[0].whole is one:
                    break


def _before(rows: Sequence[Row], table: set[int]) -> Iterator[Settled]:
    """The figures of the rows before those of a table."""
    for row in rows:
        if any(id(one) in table for one in row.settled.values()):
            return
        yield from (one for one in row.settled.values() if one.outcomes and one.chunk.number is not None)
