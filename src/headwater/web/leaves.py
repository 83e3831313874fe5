"""A long list as leaves of one length, so that a page of thousands opens as fast as one of ten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["LENGTH", "Leaf", "leaf_of"]

LENGTH = 60
"""Entries of a list on one page."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which entries of a list a page has; `before` and `behind` are where the leaves beside it begin, None at the ends."""

    start: int
    end: int
    total: int
    before: int | None
    behind: int | None

    @property
    def place(self) -> str:
        """What is added to an address for this leaf."""
        return self.at(self.start)

    @staticmethod
    def at(start: int) -> str:
        """What is added to an address for the leaf that begins at an entry: nothing for the first."""
        return f"?from={start}" if start else ""


def leaf_of(query: Mapping[str, str], total: int) -> Leaf:
    """The leaf that an address asks for, the nearest where there is none.

    >>> leaf_of({"from": "70"}, 130)
    Leaf(start=60, end=120, total=130, before=0, behind=120)
    >>> leaf_of({"from": "x"}, 3)
    Leaf(start=0, end=3, total=3, before=None, behind=None)
    """
    said = query.get("from", "")
    wanted = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
    start = min(wanted, max(0, total - 1)) // LENGTH * LENGTH
    end = min(start + LENGTH, total)
    return Leaf(start, end, total, start - LENGTH if start else None, end if end < total else None)
