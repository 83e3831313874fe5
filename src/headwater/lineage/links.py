"""Pairs of reports → links, as a case exports them."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.lineage.account import Account
from headwater.lineage.align import Passage, flipped
from headwater.lineage.pairs import PROSE, Pair, prose_words
from headwater.lineage.shelf import Shelf
from headwater.model import Evidence, EvidenceKind, Link, Relation

__all__ = ["link"]

VERBATIM = 0.9
"""Share of a passage's words that must agree for it to count as verbatim, not as reworded."""


def link(shelf: Shelf, accounts: Sequence[Account], item: Pair) -> Link:
    """The link between two reports that share text or a quotation."""
    first, second = item.a, item.b
    turned = accounts[first].document > accounts[second].document
    if turned:
        first, second = second, first
    pieces = [_evidence(shelf, first, second, flipped(part) if turned else part) for part in item.passages]
    return Link(
        a=accounts[first].document,
        b=accounts[second].document,
        relation=item.relation or Relation.SHARED_QUOTATION,
        probability=round(1 - 2 ** (-item.excess / 10), 4),
        evidence=tuple(sorted(pieces, key=lambda piece: (piece.a_start, piece.b_start))),
    )


def _evidence(shelf: Shelf, a: int, b: int, part: Passage) -> Evidence:
    words = max(part.a_end - part.a_start, part.b_end - part.b_start)
    kind = EvidenceKind.VERBATIM if part.words >= VERBATIM * words else EvidenceKind.REWORDED
    if prose_words(shelf, a, b, part) < min(PROSE, 0.5 * part.words):
        kind = EvidenceKind.QUOTATION
    here, there = shelf.span(a, part.a_start, part.a_end), shelf.span(b, part.b_start, part.b_end)
    return Evidence(kind, *here, *there, words=part.words)
