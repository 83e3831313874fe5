"""Keys of the readings of a case: those of an event on which nothing changed are kept, so that none of them is looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from headwater.lineage.asked import Asked
from headwater.lineage.tables import Form, Table, digest, keys_of, slices
from headwater.lineage.ties import Ties
from headwater.model import Measure, Reading

if TYPE_CHECKING:
    from headwater.lineage.tables import Keys

__all__ = ["FORM", "reading_keys"]

FORM: Form = {"row": {"readings": "*reading"}, "reading": {"first": "<u8", "second": "<u8"}}
"""The two halves of the keys of an event's readings, in order."""


def reading_keys(measures: Sequence[Measure], asked: Asked, marks: Mapping[str, str] | None, table: Table) -> Keys:
    """A key of each reading of all measures, in order (`Asked.key`).

    Args:
        measures: those of one event stand together.
        asked: of the figures of the case.
        marks: for each document a hash of all that it and its figures are; without them no key is taken from earlier runs.
        table: of keys kept by event.
    """
    import numpy as np

    events = [
        [reading for measure in inside for reading in measure.readings]
        for _, inside in groupby(measures, key=lambda measure: measure.event)
    ]
    if marks is None:
        return keys_of(asked.key(asked.of(reading)) for readings in events for reading in readings)
    told = _Told(asked.ties, marks)
    rests_on = keys_of(map(told.key, events))
    rows = table.find(rests_on)
    new = np.flatnonzero(rows < 0).tolist()
    made = [keys_of(asked.key(asked.of(reading)) for reading in events[place]) for place in new]
    whole = np.concatenate([np.zeros((0, 2), dtype=np.uint64), *made])
    columns: dict[str, Any] = {
        "reading.first": whole[:, 0],
        "reading.second": whole[:, 1],
        "row.readings": [len(one) for one in made],
    }
    rows[new] = table.add({"row.key": rests_on[new], **columns})
    table.save()
    places = slices(table.bounds("row.readings"), rows)
    return np.stack([table["reading.first"][places], table["reading.second"][places]], axis=1)


class _Told:
    """All that the keys of an event's readings follow from, told shortly."""

    def __init__(self, ties: Ties, marks: Mapping[str, str]) -> None:
        self._ties, self._marks = ties, marks

    def key(self, readings: Sequence[Reading]) -> bytes:
        """A key of some readings, of the documents that give them, and of all that ties any two of these."""
        documents = sorted({document for reading in readings for document in reading.documents})
        ones = {self._ties.first[document] for document in documents}
        figures = "\n".join([" ".join(reading.figures) for reading in readings])
        tied = [part for pair in self._ties.among(ones) for part in self._pair(pair)]
        return digest(figures.encode(), *map(self._document, documents), *tied)

    def _document(self, name: str) -> bytes:
        """Words, title and publisher follow from the mark, those of the first copy from its own."""
        ties, first = self._ties, self._ties.first[name]
        hand = repr((ties.given.get(name, ""), ties.given.get(first, ""))) if ties.given else ""
        return f"{self._marks[name]} {self._marks[first]} {hand}".encode("utf-8", "surrogatepass")

    def _pair(self, pair: tuple[str, str]) -> Iterator[bytes]:
        """Whether a figure set ties two reports is told by all of a case, what is in it by their figures."""
        ties = self._ties
        said = f"{pair} {ties.credits.get(pair)!r} {ties.thirds.get(pair)!r} {pair in ties.sets}"
        yield said.encode("utf-8", "surrogatepass")
        yield ties.texts.rests_on.get(pair, b"")
