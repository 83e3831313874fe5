"""Which attributions' contents hold a place of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.model import Attribution

__all__ = ["enclosing"]


def enclosing(places: Iterable[int], attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """For each code point the attributions whose content it stands in, source and cue left out, by a sweep over the text."""
    opening = sorted(
        ((one.content.start, one.content.end, number, one) for number, one in enumerate(attributions) if one.content),
        key=lambda row: row[:3],
    )
    active: list[tuple[int, int, int, Attribution]] = []
    found: dict[int, list[Attribution]] = {}
    at = 0
    for place in sorted(set(places)):
        while at < len(opening) and opening[at][0] <= place:
            active.append(opening[at])
            at += 1
        active = [row for row in active if place < row[1]]
        found[place] = [row[3] for row in active if not _apart(row[3], place)]
    return found


def _apart(one: Attribution, place: int) -> bool:
    """Whether a place belongs to an attribution's source or cue, not to what is said."""
    return any(part.start <= place < part.end for part in (one.source, one.cue))
