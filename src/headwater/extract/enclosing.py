"""Which attributions' contents hold a place of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from headwater.model import Attribution

__all__ = ["beginning_in", "enclosing"]

T = TypeVar("T")


def beginning_in(items: Sequence[T], start: int, end: int, begin: Callable[[T], int]) -> Sequence[T]:
    """Those of some items, in the order of where they begin, that do so in `[start, end)`."""
    first, last = (bisect_left(items, place, key=begin) for place in (start, end))
    return items[first:last]


def enclosing(places: Iterable[int], attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """For each code point the attributions whose content it stands in, source and cue left out, by a sweep over the text."""
    opening = sorted(
        [(one.content.start, one.content.end, number, one) for number, one in enumerate(attributions) if one.content]
    )
    active: list[tuple[int, int, int, Attribution]] = []
    found: dict[int, list[Attribution]] = {}
    at = 0
    for place in sorted(set(places)):
        while at < len(opening) and opening[at][0] <= place:
            active.append(opening[at])
            at += 1
        active = [row for row in active if place < row[1]] if active else active
        found[place] = [row[3] for row in active if not _apart(row[3], place)] if active else []
    return found


def _apart(one: Attribution, place: int) -> bool:
    """Whether a place belongs to an attribution's source or cue, not to what is said."""
    source, cue = one.source, one.cue
    return source.start <= place < source.end or cue.start <= place < cue.end
