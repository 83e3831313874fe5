"""The words for a common origin of some reports: what it may be called, and why it is taken to be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.family import Family
from headwater.lineage.given import tied_by_hand
from headwater.lineage.tied import quoted
from headwater.lineage.ties import Ties
from headwater.model import Figure

__all__ = ["label_of", "reasons_of"]


def label_of(group: Sequence[str], ties: Ties) -> str:
    """What the common origin of some reports may be called: by the third that they name, if they do."""
    named = [ties.thirds[pair] for pair in ties.among(group) if pair in ties.thirds]
    return (
        f"{named[0]}, as {len(group)} reports say" if named else f"one text behind {len(group)} reports, or one of them"
    )


def reasons_of(group: Sequence[str], family: Family, figures: Mapping[str, Sequence[Figure]], ties: Ties) -> str:
    """Why some reports are taken to have one origin: the words that they share, quotations, parents given by hand, and credits."""
    said = []
    shared = [value.bit_count() for value in family.covered.values()]
    if shared:
        words = f"{min(shared)} to {max(shared)}" if min(shared) < max(shared) else f"{shared[0]}"
        said.append(f"share text with each other around this figure, {words} words between two")
    pairs = ties.among(group)
    if any(quoted(pair, figures, ties) for pair in pairs):
        said.append("share a quotation with this figure in it")
    told = (pair for pair in tied_by_hand(ties.given).values() if set(pair) <= set(group))
    by_hand = [f"{ties.titles[parent]} of {ties.titles[child]}" for parent, child in sorted(told)]
    if by_hand:
        said.append(f"have a parent that was given by hand: {', '.join(by_hand)}")
    named = sorted({table[pair] for pair in pairs for table in (ties.credits, ties.thirds) if pair in table})
    if named:
        said.append(f"name {', '.join(named)}")
    return "; ".join(said)
