"""The same amount said again in another unit, in brackets: "more than 100 kilometres (60 miles)"."""

from __future__ import annotations

from headwater.grammar.quantities import Seen
from headwater.grammar.row import Row

__all__ = ["restates"]


def restates(row: Row, one: Seen, other: Seen) -> bool:
    """Whether the second of two measured amounts stands in brackets right behind the first, or behind a stroke there.

    It then says the first again, and is bounded by the same words.
    """
    if "count" in (one.unit.code, other.unit.code) or one.unit.code == other.unit.code:
        return False
    return other.unit.first == one.unit.last + 1 and row.at(one.unit.last).lower in {"(", "/", "["}
