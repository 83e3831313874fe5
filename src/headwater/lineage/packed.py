"""Passages as columns of a table: their numbers, and the runs that each holds, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from headwater.lineage.align import Passage
from headwater.lineage.tables import Form

__all__ = ["NUMBERS", "PACKED", "packed"]

NUMBERS = Passage._fields[:-1]
"""What is told of a passage beside its runs, in the order of its fields."""

PACKED: Form = {
    "part": {**dict.fromkeys(NUMBERS, "<i4"), "runs": "*run"},
    "run": {"value": "<i4"},
}
"""The columns of passages; a row of another table holds so many of them under `*part`."""


def packed(parts: Sequence[Passage]) -> dict[str, Any]:
    """The columns of some passages, in their order."""
    return {
        "part.runs": [len(part.runs) for part in parts],
        "run.value": [value for part in parts for value in part.runs],
        **{f"part.{name}": [part[place] for part in parts] for place, name in enumerate(NUMBERS)},
    }
