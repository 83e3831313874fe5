"""Readings whose origins are asked for: what the answer rests on, and the answers that earlier runs kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from headwater.lineage.figuresets import FigureSet
from headwater.lineage.tables import Form, Table, digest
from headwater.lineage.ties import Ties
from headwater.model import Figure, Origins, Reading, Voice

if TYPE_CHECKING:
    from headwater.lineage.tables import Keys, Rows

__all__ = ["FORM", "Asked", "Given", "note", "taken"]

Given = Mapping[str, Sequence[Figure]]
"""The figures of a reading, by the document that gives them."""

FORM: Form = {"row": {"bytes": "*byte"}, "byte": {"value": "u1"}}
"""Origins of readings, packed."""


class Asked:
    """What is asked of readings, and a key of all that the answer rests on."""

    def __init__(self, figures: Mapping[str, Sequence[Figure]], ties: Ties) -> None:
        self._of_document = figures
        self.ties = ties
        self._documents: dict[str, bytes] = {}
        self._pairs: dict[tuple[str, str], bytes] = {}
        self._said: dict[str, dict[tuple[object, ...], list[Figure]]] = {}

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {figure.id: figure for rows in self._of_document.values() for figure in rows}

    def of(self, reading: Reading) -> Given:
        """The figures of a reading, by document."""
        given: dict[str, list[Figure]] = {document: [] for document in reading.documents}
        for name in reading.figures:
            if name in self._figures:
                given[self._figures[name].document].append(self._figures[name])
        return given

    def told(self, given: Given) -> Given:
        """The figures of a reading, and for a document that names nobody for it those of the same number, otherwise bounded, for which it does.

        "27 killed" over "at least 27 were killed, the relief office said" is the relief office's.
        """
        return {document: [*rows, *self._otherwise(document, rows)] for document, rows in given.items()}

    def _otherwise(self, document: str, rows: Sequence[Figure]) -> list[Figure]:
        if any(figure.speaker or figure.voice is not Voice.NARRATED for figure in rows):
            return []
        counted = dict.fromkeys(_counted(figure) for figure in rows if figure.best is not None)
        said = self._said_in(document)
        return [figure for one in counted for figure in said.get(one, ())]

    def _said_in(self, document: str) -> Mapping[tuple[object, ...], Sequence[Figure]]:
        """The figures of a document for which it names somebody, by what they count and the number."""
        known = self._said.get(document)
        if known is None:
            known = self._said[document] = {}
            for figure in self._of_document.get(document, ()):
                if figure.speaker and not figure.denied:
                    known.setdefault(_counted(figure), []).append(figure)
        return known

    def key(self, given: Given) -> bytes:
        """A key of the figures, of the documents that give them, and of all that ties any two of these."""
        documents = [self._document(document) for document in given]
        figures = [
            f"{figure.id} {figure.best} {figure.voice} {figure.speaker}"
            for rows in self.told(given).values()
            for figure in rows
        ]
        ones = {self.ties.first[document] for document in given}
        pairs = [self._pair(pair) for pair in self.ties.among(ones)]
        return digest(*documents, "\n".join(figures).encode("utf-8", "surrogatepass"), *pairs)

    def _document(self, name: str) -> bytes:
        """A document as far as any reading of it is concerned."""
        known = self._documents.get(name)
        if known is None:
            ties, first = self.ties, self.ties.first[name]
            said = (name, first, ties.titles[name], ties.titles[first], ties.publishers.get(name), ties.sizes[first])
            hand = (ties.given.get(name, ""), ties.given.get(first, ""))
            known = self._documents[name] = digest(
                repr((said, hand)).encode("utf-8", "surrogatepass"), ties.keys[first]
            )
        return known

    def _pair(self, pair: tuple[str, str]) -> bytes:
        """What ties two documents."""
        known = self._pairs.get(pair)
        if known is None:
            ties, shared = self.ties, self.ties.sets.get(pair)
            said = (pair, ties.credits.get(pair), ties.thirds.get(pair), _set(shared) if shared else None)
            known = self._pairs[pair] = digest(
                repr(said).encode("utf-8", "surrogatepass"), ties.texts.rests_on.get(pair, b"")
            )
        return known


def _counted(figure: Figure) -> tuple[object, ...]:
    return figure.best, figure.outcome, figure.group, figure.event, figure.place


def _set(item: FigureSet) -> tuple[Any, ...]:
    return item.strength, item.in_order, [(one.best, other.best) for one, other in item.shared]


@cache
def _decoder() -> Any:
    import msgspec

    return msgspec.msgpack.Decoder(Origins)


def taken(table: Table, rows: Rows) -> list[Origins | None]:
    """The origins in rows of the table, None where there is no row."""
    bounds, whole, decode = table.bounds("row.bytes").tolist(), table["byte.value"].tobytes(), _decoder().decode
    return [decode(whole[bounds[row] : bounds[row + 1]]) if row >= 0 else None for row in rows.tolist()]


def note(table: Table, keys: Keys, origins: Sequence[Origins]) -> None:
    """Keep origins under their keys."""
    import msgspec
    import numpy as np

    packed = [msgspec.msgpack.encode(one) for one in origins]
    table.add(
        {
            "row.key": keys,
            "row.bytes": [len(one) for one in packed],
            "byte.value": np.frombuffer(b"".join(packed), dtype="u1"),
        }
    )
    table.save()
