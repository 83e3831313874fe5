"""Rows of a label and a number alone, whose outcome stands before them: days of a count, places of a total, a bracket.

"Monday: 11, Tuesday: 14" under "Deaths by day"; "930 were displaced (Karsk: 610; Dorin: 320)"; "31 deaths (previous week: 44)".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.extract.toll_names import named_count

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_series"]

_COLON = 1 << Part.COLON
_BACK = 12
_LABEL = 6
_LEAD = 12
_YEAR = 4
_PERSON = "person"
_BOUNDS = (Part.STOP, Part.COMMA, Part.OPEN, Part.CLOSE, Part.COLON)
_ENDS = (Part.STOP, Part.COMMA, Part.OPEN, Part.CLOSE, Part.CONJUNCTION)


class _Entry(msgspec.Struct, frozen=True):
    """A number with its label: the row and chunk it is, where the label begins, whether the label is a time, the people that it names, and its words where it may be the name of a place."""

    row: Row
    chunk: Chunk
    first: int
    timed: bool
    group: str
    name: tuple[int, int] | None


def read_series(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle the numbers of each series by an earlier figure that they add up to or go on from, or by the name of their count.

    A series that nothing of the kind stands before is left as it is: what it counts is not told.
    """
    found = [_entries(row) for row in rows]
    if not any(found):
        return
    earlier: list[Settled] = []
    lines: list[_Entry] = []
    lead: Row | None = None
    for row, entries in zip(rows, found, strict=True):
        if entries and _is_all(row, entries):
            lines += entries
            continue
        _settle(lines, earlier, lead, lexicons)
        earlier += _told(lines)
        lines, lead = [], row
        for inner in islice(_brackets(entries), _BACK):
            _settle_bracket(inner, row)
        earlier += [held for held in row.settled.values() if held.outcomes and held.chunk.counts]
    _settle(lines, earlier, lead, lexicons)


def _entries(row: Row) -> Sequence[_Entry]:
    if not row.numbers or not row.clause.holds & _COLON:
        return ()
    clause = row.clause
    colons = [index for index, chunk in enumerate(clause.chunks) if chunk.part == Part.COLON]
    return [entry for index in colons if (entry := _entry(row, clause, index)) is not None]


def _entry(row: Row, clause: Clause, colon: int) -> _Entry | None:
    chunk = clause.at(colon + 1)
    if chunk is None or not _is_alone(chunk) or clause.part(colon + 2) not in _ENDS:
        return None
    first = colon
    while first > 0 and colon - first < _LABEL and clause.part(first - 1) not in _BOUNDS:
        first -= 1
    label = clause.chunks[first:colon]
    if any(one.counts or one.part not in (Part.NOUN, Part.PREPOSITION) for one in label):
        return None
    timed = all(one.part == Part.PREPOSITION or _is_time(one, clause) for one in label)
    people = label[0].group if len(label) == 1 and label[0].kind == _PERSON else ""
    alone = len(label) == 1 and not label[0].kind and not timed
    return _Entry(row, chunk, first, timed, people, (label[0].first, label[0].last) if alone else None)


def _is_alone(chunk: Chunk) -> bool:
    return chunk.nounless and not chunk.determiner


def _is_time(chunk: Chunk, clause: Clause) -> bool:
    text = clause.tokens[chunk.first].text
    return chunk.kind == "measure" or (text.isdigit() and len(text) == _YEAR)


def _is_all(row: Row, entries: Sequence[_Entry]) -> bool:
    """Whether a line holds nothing but entries."""
    clause = row.clause
    told = sum(chunk.part == Part.COLON for chunk in clause.chunks)
    opened = next((at for at, chunk in enumerate(clause.chunks) if chunk.part != Part.STOP), 0)
    opens = any(chunk.part == Part.OPEN for chunk in clause.chunks)
    return told == len(entries) and entries[0].first <= opened and not opens


def _brackets(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """The entries of each bracket of a row."""
    if not entries:
        return
    chunks = entries[0].row.clause.chunks
    bounds = [at for at, chunk in enumerate(chunks) if chunk.part in (Part.OPEN, Part.CLOSE)]
    inside: dict[int, list[_Entry]] = {}
    for entry in entries:
        opened = bisect_left(bounds, entry.first) - 1
        if opened >= 0 and chunks[bounds[opened]].part == Part.OPEN:
            inside.setdefault(opened, []).append(entry)
    yield from inside.values()


def _settle_bracket(entries: Sequence[_Entry], row: Row) -> None:
    """Settle the numbers in a bracket by the figure before it: its parts where they add up to it, what it was where the labels are times."""
    at = entries[0].chunk.first
    before = [held for held in row.settled.values() if held.chunk.first < at and held.outcomes and held.chunk.counts]
    if not before or _told(entries):
        return
    if _is_sum(entries, before[-1]):
        _share(entries, before[-1])
    elif all(entry.timed for entry in entries):
        _give(entries, before[-1].outcomes, before[-1].group, "change")


def _settle(entries: Sequence[_Entry], earlier: Sequence[Settled], lead: Row | None, lexicons: Lexicons) -> None:
    if not entries or _told(entries):
        return
    near = earlier[-_BACK:]
    whole = next((held for held in reversed(near) if len(entries) > 1 and _is_sum(entries, held)), None)
    if whole is not None:
        _share(entries, whole)
        _place(entries, lexicons)
        return
    values = {entry.chunk.number.best for entry in entries if entry.chunk.number is not None}
    timed = len(entries) > 1 and all(entry.timed for entry in entries)
    same = next((held for held in reversed(near) if timed and value(held) in values), None)
    if same is not None:
        _give(entries, same.outcomes, same.group, "item")
        return
    outcome = _named(lead, lexicons)
    if outcome:
        _give(entries, [outcome], "person", "item")


def _told(entries: Sequence[_Entry]) -> list[Settled]:
    found = (entry.row.settled.get(entry.chunk.first) for entry in entries)
    return [held for held in found if held is not None and held.outcomes]


def _is_sum(entries: Sequence[_Entry], whole: Settled) -> bool:
    values = [entry.chunk.number.best for entry in entries if entry.chunk.number is not None]
    total = sum((one for one in values if one is not None), Decimal(0))
    return None not in values and len(values) > 1 and total == value(whole)


def _share(entries: Sequence[_Entry], whole: Settled) -> None:
    _give(entries, whole.outcomes, whole.group, "part", whole)


def _give(
    entries: Sequence[_Entry], outcomes: Sequence[str], group: str, rule: str, whole: Settled | None = None
) -> None:
    for entry in entries:
        entry.chunk.group = entry.group or group  # "Men: 24; women: 15"
        entry.row.settled[entry.chunk.first] = Settled(entry.chunk, list(outcomes), rule, whole, entry.chunk.group)
    for row in {id(entry.row): entry.row for entry in entries}.values():
        row.settled = dict(sorted(row.settled.items()))


def _place(entries: Sequence[_Entry], lexicons: Lexicons) -> None:
    """Give parts the names that stand before them as their places, where all have one that is no noun: "Tessel: 19", "Orn: 12"; not "Burns: 24"."""
    names = [entry.name for entry in entries if entry.name is not None]
    if len(names) < len(entries) or not all(_is_name(entry, lexicons) for entry in entries):
        return
    for entry, name in zip(entries, names, strict=True):
        entry.row.settled[entry.chunk.first].place = name


def _is_name(entry: _Entry, lexicons: Lexicons) -> bool:
    """Whether all words of a label begin with a capital, and the last is in no list of nouns or times."""
    first, last = entry.name or (0, 0)
    words = entry.row.clause.tokens[first:last]
    known = lexicons.nouns | lexicons.frames.closed.keys()
    return (
        bool(words)
        and all(word.text[:1].isupper() for word in words)
        and words[-1].lower not in known
        and words[-1].lower not in lexicons.times
    )


def _named(lead: Row | None, lexicons: Lexicons) -> str:
    """The outcome that a heading or lead-in names a count of: "Deaths by day", "How many were arrested:"."""
    if lead is None or len(lead.clause.chunks) > _LEAD or any(chunk.counts for chunk in lead.clause.chunks):
        return ""
    if not lead.clause.chunks or lead.clause.chunks[-1].part == Part.STOP:  # a sentence, no heading
        return ""
    told = named_count(lead.clause, lexicons)
    first = next((chunk for chunk in lead.clause.chunks if chunk.part == Part.NOUN), None)
    named = first.countable if first is not None else None
    return told or (named.outcome if named is not None and named.fixed and not named.needs else "")
