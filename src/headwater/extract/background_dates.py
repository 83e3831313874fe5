"""The times that a sentence names, and which of them are of another year or add up the years."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from headwater.grammar.edtf import of_edtf
from headwater.grammar.sentences import Sentence
from headwater.language.background import Background
from headwater.language.happenings import Happenings
from headwater.model import TimeExpression

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Dates", "Days", "adds_up", "dates_by_row", "days_of", "in_other_year", "names_year", "years_in"]

Days = tuple[int, int]

#: What is told of a noun between commas opens no further before its year than so many tokens.
HANGING = 8
_LONG = frozenset({"month"})
_START = attrgetter("start")

_YEARS = {str(year): year for year in range(1500, 2101)}  # as they are written alone
_YEAR_WORDS = frozenset(_YEARS)


class Dates(msgspec.Struct):
    """The times that a row names.

    The `days` of its dates, the last words of months that could not be placed in a year (`names`) and of times that "since" opens, and whether it
    names any time, one of a day of the week or a time of day among them.
    """

    days: list[Days] = msgspec.field(default_factory=list)
    names: list[str] = msgspec.field(default_factory=list)
    since: list[str] = msgspec.field(default_factory=list)
    timed: bool = False
    daily: bool = False


_NO_DATES = Dates()


def dates_by_row(rows: Sequence[Row], times: Sequence[TimeExpression], words: Background) -> list[Dates]:
    """The times that each row names, in the order of the rows."""
    found = [_NO_DATES] * len(rows)
    at = 0
    for time in times:
        while at + 1 < len(rows) and rows[at].sentence.end <= time.start:
            at += 1
        if not found[at].timed:
            found[at] = Dates(timed=True)
        found[at].daily |= time.weekday is not None or time.kind == "time"
        if time.kind != "date":
            continue
        days = days_of(time.edtf)
        if days is None and time.granularity not in _LONG:
            continue
        before, last = _around(rows[at], time)
        if before in words.since:
            if time.weekday is None:  # "since Saturday" counts within what is told
                found[at].since.append(last)
            continue
        if days is None and before in words.pointing:
            continue
        if days is not None:
            found[at].days.append(days)
        elif last:
            found[at].names.append(last)
    return found


def _around(row: Row, time: TimeExpression) -> tuple[str, str]:
    """The word before a time and the time's last word, in lower case."""
    tokens = row.sentence.tokens
    first = bisect_left(tokens, time.start, key=_START)
    last = bisect_left(tokens, time.end, key=_START) - 1
    before = tokens[first - 1].lower if 0 < first <= len(tokens) else ""
    return before, tokens[last].lower if first <= last < len(tokens) else ""


def years_in(words: frozenset[str]) -> set[int]:
    """The years that some of the words write."""
    return {_YEARS[word] for word in _YEAR_WORDS & words}


def names_year(words: frozenset[str]) -> bool:
    """Whether one of the words writes a year."""
    return not _YEAR_WORDS.isdisjoint(words)


def in_other_year(row: Row, years: set[int], words: Background, known: Happenings) -> bool:
    """Whether a row names a year by itself ("in 1998"), and none of those given."""
    lower = row.sentence.lower
    lower = lower[: _own_end(row, lower, words)]
    named = [
        _YEARS[lower[at]]
        for at in [at for at, word in enumerate(lower) if at and word in _YEARS]
        if words.clock_units.isdisjoint(lower[at + 1 : at + 2])  # "as of 1800 hours"
        and (
            lower[at - 1] in words.year_openers
            or (lower[at - 1] in words.since and not words.resuming.isdisjoint(lower[at + 1 : at + 3]))
        )
        and not _hangs(row, lower, at, known)
    ]
    return bool(named) and not any(year in years for year in named)


def _hangs(row: Row, lower: Sequence[str], at: int, known: Happenings) -> bool:
    """Whether a year is of what is told of a noun between commas, which is no happening and counts nobody there: "the bridge, built in 1990, fell"."""
    comma = next((here for here in range(at - 1, max(0, at - HANGING), -1) if lower[here] == ","), 0)
    if not comma or lower[at + 1 : at + 2] != [","] or not known.relative.isdisjoint(lower[at + 2 : at + 3]):
        return False
    if known.noun(lower[comma - 1]) is not None:
        return False
    opens = lower[comma + 1].endswith(known.hanging_endings)
    opens = opens or f"{' '.join(lower[comma + 1 : at])} ".startswith(known.hanging)
    return opens and not any(comma < held.chunk.first < at for held in row.settled.values())


def _own_end(row: Row, lower: Sequence[str], words: Background) -> int:
    """Where a relative clause begins behind all that a row counts: "31 bodies in the hall, where a door had been shut in 2018"."""
    last = max((held.chunk.first for held in row.settled.values()), default=0)
    clauses = range(last + 1, len(lower) - 1)
    opens = (at for at in clauses if lower[at] == "," and lower[at + 1] in words.resuming and lower[at + 1] != "in")
    return next(opens, len(lower))


def adds_up(found: Dates, sentence: Sentence, lead: frozenset[str], words: Background) -> bool:
    """Whether a sentence counts all since a time that the first sentences do not tell of: "has killed 4,000 people since 2013"."""
    told = not found.since or not words.since.isdisjoint(lead) or words.sums["helpers"].isdisjoint(sentence.words)
    return not told and any(last not in lead for last in found.since)


def days_of(edtf: str | None) -> Days | None:
    """First and last day of an EDTF date or interval, as ordinals; `None` for what has no day, or is said to be near it only.

    >>> from datetime import date
    >>> days_of("1999-03") == (date(1999, 3, 1).toordinal(), date(1999, 3, 31).toordinal()), days_of("1999~")
    (True, None)
    """
    period = of_edtf(edtf)
    return None if period is None or period.about else (period.first.toordinal(), period.last.toordinal())
