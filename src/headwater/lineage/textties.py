"""Ties by text: the passages of two reports as words, aligned when they are asked for and kept by what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.lineage.align import Passage, Side, align
from headwater.lineage.packed import NUMBERS, PACKED, packed
from headwater.lineage.pairs import PROSE, QUOTED, SHARED, own_words
from headwater.lineage.shelf import Shelf
from headwater.lineage.tables import Form, Table, digest, keys_of
from headwater.model import EvidenceKind, Link, Relation, Span

if TYPE_CHECKING:
    from headwater.lineage.tables import Keys

__all__ = ["FORM", "TEXTUAL", "TextTies", "Tie"]

TEXTUAL = (Relation.SHARED_TEXT, Relation.SHARED_QUOTATION)
_TEXT = {EvidenceKind.VERBATIM, EvidenceKind.REWORDED, EvidenceKind.QUOTATION, EvidenceKind.RARE_WORDING}

FORM: Form = {
    "row": {"passages": "<i4", "parts": "*part"},
    **PACKED,
}
"""Ties: their passages first, so many of all parts, then their quotations."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What two reports share (`a` before `b` by name): passages with enough wording of their own, and quotations."""

    a: str
    b: str
    passages: tuple[Passage, ...]
    quotations: tuple[Passage, ...]


class TextTies(Mapping[tuple[str, str], Tie]):
    """The ties of links that share text or a quotation, by pair; in some nothing is left but figures and what stands beside them.

    Args:
        shelf: the words of all reports, boilerplate and all.
        ranks: of documents on the shelf.
        keys: that tell the words of reports apart, by rank.
        links: between reports that share text.
        table: what earlier runs kept, and this one keeps.
    """

    def __init__(self, shelf: Shelf, ranks: Mapping[str, int], keys: Keys, links: Sequence[Link], table: Table) -> None:
        self._shelf, self._ranks, self._table = shelf, ranks, table
        self._links = {(link.a, link.b): link for link in links}
        self.rests_on = {pair: _key(link, ranks, keys) for pair, link in self._links.items()}
        """What each tie rests on."""
        rows = table.find(keys_of(self.rests_on.values())).tolist()
        self._rows = {pair: row for pair, row in zip(self._links, rows, strict=True) if row >= 0}
        self._parts, self._runs = table.bounds("row.parts"), table.bounds("part.runs")
        self._made: dict[tuple[str, str], Tie] = {}

    def __len__(self) -> int:
        return len(self._links)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._links)

    def __contains__(self, pair: object) -> bool:
        return pair in self._links

    def __getitem__(self, pair: tuple[str, str]) -> Tie:
        found = self._made.get(pair)
        if found is None:
            row = self._rows.get(pair)
            found = self._made[pair] = self._tie(self._links[pair]) if row is None else self._held(pair, row)
        return found

    def save(self) -> None:
        """Keep what was made."""
        made = {pair: tie for pair, tie in self._made.items() if pair not in self._rows}
        parts = [part for tie in made.values() for part in (*tie.passages, *tie.quotations)]
        columns = {
            "row.key": keys_of(self.rests_on[pair] for pair in made),
            "row.passages": [len(tie.passages) for tie in made.values()],
            "row.parts": [len(tie.passages) + len(tie.quotations) for tie in made.values()],
            **packed(parts),
        }
        self._table.add(columns)
        self._table.save()

    def _held(self, pair: tuple[str, str], row: int) -> Tie:
        """The tie in a row of the table."""
        start, end = int(self._parts[row]), int(self._parts[row + 1])
        runs = pairwise(self._runs[start : end + 1].tolist())
        fields = zip(*(self._table[f"part.{name}"][start:end].tolist() for name in NUMBERS), strict=True)
        values = self._table["run.value"]
        parts = [
            Passage._make((*numbers, tuple(values[low:high].tolist())))
            for numbers, (low, high) in zip(fields, runs, strict=True)
        ]
        cut = int(self._table["row.passages"][row])
        return Tie(*pair, tuple(parts[:cut]), tuple(parts[cut:]))

    def _tie(self, link: Link) -> Tie:
        """The passages of a link as words, without those that are little but figures and what stands beside them."""
        shelf, a, b = self._shelf, self._ranks[link.a], self._ranks[link.b]
        sides = [
            Side(
                *shelf.words_in(a, Span(piece.a_start, piece.a_end)),
                *shelf.words_in(b, Span(piece.b_start, piece.b_end)),
                piece.words or 0,
            )
            for piece in link.evidence
            if piece.kind in _TEXT
        ]
        kept, quoted = [], []
        for part in align(shelf.lane(a), shelf.other_lane(b), sides):
            wording, prose, said = (words * part.excess / part.words for words in own_words(shelf, a, b, part))
            if wording >= SHARED and prose >= PROSE:
                kept.append(part)
            elif said >= QUOTED:
                quoted.append(part)
        return Tie(link.a, link.b, tuple(kept), tuple(quoted))


def _key(link: Link, ranks: Mapping[str, int], keys: Keys) -> bytes:
    told = [
        (piece.a_start, piece.a_end, piece.b_start, piece.b_end, piece.words)
        for piece in link.evidence
        if piece.kind in _TEXT
    ]
    return digest(keys[ranks[link.a]].tobytes(), keys[ranks[link.b]].tobytes(), repr(told).encode())
