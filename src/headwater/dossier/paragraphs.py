"""Numbers of a report's paragraphs, by which the page refers to places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from headwater.model import BlockKind, Report

__all__ = ["Paragraphs"]

_NUMBERED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.TABLE)


@dataclass(frozen=True)
class Paragraphs:
    """Starts of numbered blocks in text order; furniture, titles and bylines have no number."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, report: Report) -> Paragraphs:
        """The numbered paragraphs of one report."""
        blocks = [block for block in report.blocks if block.kind in _NUMBERED]
        return cls(tuple(block.start for block in blocks), tuple(block.end for block in blocks))

    def holding(self, place: int) -> int | None:
        """The number of the paragraph that a place stands in; `None` outside of any.

        >>> Paragraphs((0, 10), (8, 20)).holding(12)
        2
        """
        number = bisect_right(self.starts, place)
        return number if number and place < self.ends[number - 1] else None
