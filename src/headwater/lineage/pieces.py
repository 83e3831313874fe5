"""Passages of pairs → evidence with its places in the texts; what an earlier run kept of the same pairs is not made again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.lineage.evidence import passages
from headwater.lineage.pairrows import Pairs, with_names
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import Form, Table
from headwater.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.pairrows import Marks
    from headwater.lineage.tables import Keys

__all__ = ["FORM", "pieces_of"]

_PLACES = ("a_start", "a_end", "b_start", "b_end", "words")

FORM: Form = {
    "row": {"parts": "*part"},
    "part": {"kind": "u1", **dict.fromkeys(_PLACES, "<i4")},
}
_KINDS = tuple(EvidenceKind)


def pieces_of(shelf: Shelf, pairs: Pairs, chosen: Marks, named: Marks, known: Table) -> list[list[Evidence]]:
    """The evidence of some pairs, with the first by rank as `a`; of those named one report names the other."""
    import numpy as np

    keys = pairs.keys[chosen] + named[chosen].astype(np.uint64)[:, None]
    rows = known.find(keys)
    missing = np.flatnonzero(rows < 0)
    lacking = np.flatnonzero(chosen)[missing]
    made = [passages(shelf, item) for item in with_names(pairs.some(lacking), named[lacking].tolist())]
    rows[missing] = _noted(known, keys[missing], made)
    known.save()
    return _held(known, rows)


def _noted(known: Table, keys: Keys, made: Sequence[Sequence[Evidence]]) -> NDArray[np.int64]:
    parts = [piece for row in made for piece in row]
    columns = {f"part.{name}": [getattr(piece, name) for piece in parts] for name in _PLACES}
    kinds = [_KINDS.index(piece.kind) for piece in parts]
    return known.add({"row.key": keys, "row.parts": [len(row) for row in made], "part.kind": kinds, **columns})


def _held(known: Table, rows: NDArray[np.int64]) -> list[list[Evidence]]:
    cuts = known.bounds("row.parts")
    kinds = [_KINDS[kind] for kind in known["part.kind"].tolist()]
    places = list(zip(*(known[f"part.{name}"].tolist() for name in _PLACES), strict=True))
    spans = ((int(cuts[row]), int(cuts[row + 1])) for row in rows)
    return [
        [
            Evidence(kinds[at], a_start, a_end, b_start, b_end, words=words)
            for at, (a_start, a_end, b_start, b_end, words) in enumerate(places[low:high], low)
        ]
        for low, high in spans
    ]
