"""The words for a common origin of some reports: what it may be called, and why it is taken to be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.family import Family
from headwater.lineage.given import tied_by_hand
from headwater.lineage.tied import quoted
from headwater.lineage.ties import Ties
from headwater.messages import say
from headwater.model import Figure

__all__ = ["label_of", "reasons_of"]


def label_of(group: Sequence[str], ties: Ties) -> str:
    """What the common origin of some reports may be called: by the third that they name, if they do."""
    named = [ties.thirds[pair] for pair in ties.among(group) if pair in ties.thirds]
    return say("root.third", third=named[0], n=len(group)) if named else say("root.text", n=len(group))


def reasons_of(group: Sequence[str], family: Family, figures: Mapping[str, Sequence[Figure]], ties: Ties) -> str:
    """Why some reports are taken to have one origin: the words that they share, quotations, parents given by hand, and credits."""
    said = []
    shared = [value.bit_count() for value in family.covered.values()]
    if shared:
        least, most = min(shared), max(shared)
        words = f"{least}" if least == most else say("range.between", low=least, high=most)
        said.append(say("root.shared", words=words))
    pairs = ties.among(group)
    if any(quoted(pair, figures, ties) for pair in pairs):
        said.append(say("root.quotation"))
    told = (pair for pair in tied_by_hand(ties.given).values() if set(pair) <= set(group))
    by_hand = [
        say("root.parent", parent=ties.titles[parent], child=ties.titles[child]) for parent, child in sorted(told)
    ]
    if by_hand:
        said.append(say("root.by_hand", parents=", ".join(by_hand)))
    named = sorted({table[pair] for pair in pairs for table in (ties.credits, ties.thirds) if pair in table})
    if named:
        said.append(say("root.credits", named=", ".join(named)))
    return "; ".join(said)
