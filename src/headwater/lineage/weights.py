"""What each number of a family's table weighs for and against a descent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.lineage.features import ALONE, ALONE_TIMES, EDGE, EDGE_TIMES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

__all__ = ["Weights", "read", "shipped"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each number weighs: for a parent (`edge`), an unseen parent, and none.

    `text` holds the same without published times, by which the collection's clock is estimated.
    """

    edge: Numbers
    unseen: Numbers
    free: Numbers
    text: tuple[Numbers, Numbers, Numbers]


@cache
def shipped(path: Path = Path(__file__).parent / "data" / "weights.json") -> Weights:
    """The weights that ship with Headwater (`bench/fit_lineage.py` fits them)."""
    return read(json.loads(path.read_text(encoding="utf-8")))


def read(data: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights from tables of names and values; a number that a table does not name weighs nothing."""
    import numpy as np

    def row(part: str, names: Sequence[str]) -> Numbers:
        return np.array([data[part].get(name, 0.0) for name in names])

    alone = ALONE + ALONE_TIMES
    text = row("text_edge", EDGE), row("text_unseen", ALONE), row("text_free", ALONE)
    return Weights(row("edge", EDGE + EDGE_TIMES), row("unseen", alone), row("free", alone), text)
