"""Bullets under a lead-in: parts where they are nested deeper or the lead-in says so, figures of their own elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Part
from headwater.extract.settling import Settled
from headwater.model import BlockKind

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_items"]

_BULLETS = "\u2022\u00b7*-\u2013\u25e6\u25aa"


def read_items(text: str, rows: Sequence[Row]) -> None:
    """Give the bullets of lists the outcome of their lead-in, and make them its parts where they are."""
    lead: tuple[int, Settled, bool] | None = None
    for row in rows:
        depth = _depth(text, row)
        held = _last_figure(row)
        if lead is not None and (depth > lead[0] or (lead[2] and depth >= lead[0])) and not _has_predicate(row):
            _take(row, lead[1])
            continue
        lead = (depth, held, True) if held is not None and _opens(row) else None
        if held is not None and depth > 0 and lead is None:
            lead = (depth, held, False)


def _depth(text: str, row: Row) -> int:
    """Columns before the first word of the line that the sentence begins, 0 for no bullet."""
    start = text.rfind("\n", 0, row.sentence.start) + 1
    line = text[start : row.sentence.end].split("\n", 1)[0]
    stripped = line.lstrip()
    if stripped[:1] in _BULLETS and stripped:
        return 1 + len(line) - len(stripped)
    return 1 if row.sentence.kind is BlockKind.ITEM else 0


def _opens(row: Row) -> bool:
    return bool(row.clause.chunks) and row.clause.chunks[-1].part == Part.COLON


def _last_figure(row: Row) -> Settled | None:
    found = [held for held in row.settled.values() if held.chunk.counts]
    return found[-1] if found else None


def _has_predicate(row: Row) -> bool:
    return any(held.chunk.counts for held in row.settled.values()) or any(
        chunk.part == Part.VERB for chunk in row.clause.chunks
    )


def _take(row: Row, whole: Settled) -> None:
    for chunk in row.clause.chunks:
        if chunk.part == Part.NOUN and chunk.number is not None and chunk.kind not in ("measure", "event"):
            row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "item", whole, chunk.group)
            return
