"""Happenings set apart from a report's own by a word: "a similar crash", "follows one in March", "the third such raid; the first killed 20"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.extract.own_event import NEAR, OwnEvent, harms

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["answers", "brings", "came_after", "in_order", "named"]

_HEAD = 5  # tokens before "after" in which something "came"
_FAR = 12  # tokens within which "brings" has its number
_ENDS = frozenset({";", ":", "\u2014", "\u2013"})


def named(own: OwnEvent, row: Row) -> int | None:
    """Where a sentence names another happening by a word that sets it apart: "a similar crash", "follows one in March"."""
    lower, words, here = row.sentence.lower, row.sentence.words, own.words.beside
    if here["others"].isdisjoint(words) and here["follows"].isdisjoint(words):
        return None
    if not here["at_once"].isdisjoint(words):
        return None
    for at, word in enumerate(lower):
        if word in here["others"] and own.happening(lower, at):
            return _from(own, row, at, len(lower))
        if word in here["follows"] and _is_one(own, lower, at + 1):
            return _from(own, row, at + 1, len(lower))
    return None


def _is_one(own: OwnEvent, lower: Sequence[str], at: int) -> bool:
    """Whether "one in" stands at a place, or a happening is brought in there: "follows one in March", "follows a blast"."""
    here = own.words.beside
    if lower[at : at + 1] and lower[at] in here["one"]:
        return not here["one_in"].isdisjoint(lower[at + 1 : at + 2])
    brought = bool(lower[at : at + 1]) and lower[at] in own.words.introducing and own.happening(lower, at)
    return brought and not own.kinds.isdisjoint(map(own.kind, lower[at + 1 : at + 1 + NEAR]))


def _from(own: OwnEvent, row: Row, at: int, end: int) -> int | None:
    """Where the clause of a word begins, and with the word where its clause counts before and behind it; in the report's first count only the latter."""
    lower = row.sentence.lower
    start = next((here + 1 for here in range(at - 1, -1, -1) if lower[here] in _ENDS), 0)
    counts = [one.first for one in row.numbers] + [held.chunk.first for held in row.settled.values()]
    before = any(start <= first < at for first in counts)
    behind = any(at < first < end for first in counts)
    if before and behind:
        return at
    return None if row is own.rows[own.at] or not (before or behind) else start


def came_after(own: OwnEvent, row: Row) -> int | None:
    """Where a sentence goes on about what its event came days after: "it came days after 14 people were killed"."""
    lower, words, here = row.sentence.lower, row.sentence.words, own.words.beside
    if here["after"].isdisjoint(words) or here["came"].isdisjoint(words) or not own.is_of_a_day:
        return None
    for at, word in enumerate(lower):
        came = word in here["after"] and not here["came"].isdisjoint(lower[max(0, at - _HEAD) : at])
        if came and lower[at - 1] in here["days"] and harms(own, row, at):
            return at
    return None


def in_order(own: OwnEvent, at: int) -> int | None:
    """Where "the first killed 20" begins behind "the third such attack this year"."""
    here, row = own.words.beside, own.rows[at]
    if here["such"].isdisjoint(row.sentence.words) and here["such"].isdisjoint(own.rows[at - 1].sentence.words):
        return None
    for place in _clauses(row.sentence.lower, here["such"].isdisjoint(row.sentence.words)):
        before = own.rows[at - 1].sentence.lower if place == 0 else row.sentence.lower[:place]
        if here["such"].isdisjoint(before) or not _counts_again(own, before):
            continue
        opening = row.sentence.lower[place : place + NEAR]
        if not here["orders"].isdisjoint(opening) or (place and own.dated[at].timed):
            return place
    return None


def _clauses(lower: Sequence[str], first: bool) -> Iterator[int]:
    """Where clauses begin: behind semicolons and colons, and at the head where no "such" stands in the sentence itself."""
    if first:
        yield 0
    yield from (at + 1 for at, word in enumerate(lower) if word in _ENDS)


def _counts_again(own: OwnEvent, lower: Sequence[str]) -> bool:
    """Whether "the third such attack" stands in words."""
    here = own.words.beside
    return any(
        word in here["such"] and not here["again"].isdisjoint(lower[max(0, at - 2) : at])
        for at, word in enumerate(lower)
    )


def brings(own: OwnEvent, row: Row) -> int | None:
    """Where a sentence adds its own dead to those of a longer time: "the killings bring to 19 the number killed this year"."""
    lower, here = row.sentence.lower, own.words.beside
    if here["brings"].isdisjoint(row.sentence.words) or not (own.is_of_a_day and _is_long(own, row)):
        return None
    at = next(at for at, word in enumerate(lower) if word in here["brings"])
    counted = not here["number"].isdisjoint(lower[at : at + _FAR])
    return at if counted else None


def _is_long(own: OwnEvent, row: Row) -> bool:
    """Whether a sentence names a year or the like that is on, or a time that something has gone on since."""
    lower = row.sentence.lower
    sums = own.words.sums
    year = any(lower[at] in sums["times"] and lower[at - 1] in sums["pointing"] for at in range(1, len(lower)))
    return year or not own.words.since.isdisjoint(row.sentence.words)


def answers(own: OwnEvent, row: Row) -> int | None:
    """Where a sentence goes on about what it was done in return for: "killed 17 in revenge for a strike in which 30 died"."""
    lower, returns = row.sentence.lower, own.words.beside["returns"]
    if returns.isdisjoint(row.sentence.words) or not own.is_of_a_day:
        return None
    for at, word in enumerate(lower):
        if word in returns and harms(own, row, 0, at) and harms(own, row, at, len(lower)):
            return at
    return None
