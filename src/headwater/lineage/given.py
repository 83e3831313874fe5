"""Parents that people gave by hand: what of them can hold, and how links say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from headwater.messages import say
from headwater.model import Direction, Evidence, EvidenceKind, Link, Relation

__all__ = ["GivenParents", "descending", "tied_by_hand", "with_given"]

GivenParents = Mapping[str, str | None]
"""The parent of a report by its document, None where it has none."""


def descending(parents: GivenParents, documents: Iterable[str]) -> tuple[dict[str, str | None], list[str]]:
    """The parents that can hold, and the reports whose parent cannot: one not in the set, or one that descends from the report.

    Of a circle the last parent given is left out.
    """
    known = set(documents)
    held: dict[str, str | None] = {}
    left = []
    for child, parent in parents.items():
        if child not in known or (parent is not None and (parent not in known or child in _above(parent, held))):
            left.append(child)
        else:
            held[child] = parent
    return held, left


def _above(document: str | None, parents: GivenParents) -> Iterator[str]:
    """A report, its parent, that one's parent, and so on."""
    while document is not None:
        yield document
        document = parents.get(document)


def tied_by_hand(parents: GivenParents) -> dict[tuple[str, str], tuple[str, str]]:
    """The (parent, child) of each parent given, by the pair in document order."""
    pairs = [(parent, child) for child, parent in parents.items() if parent is not None]
    return {(min(pair), max(pair)): pair for pair in pairs}


def with_given(links: Iterable[Link], parents: GivenParents) -> list[Link]:
    """The links, those between a report and the parent that it was given saying so; there is one even where nothing else ties them."""
    found = {(link.a, link.b): link for link in links}
    for pair, (parent, child) in tied_by_hand(parents).items():
        old = found.get(pair)
        told = Evidence(EvidenceKind.BY_HAND, 0, 0, 0, 0, note=say("note.by_hand", parent=parent, child=child))
        found[pair] = Link(
            a=pair[0],
            b=pair[1],
            relation=old.relation if old else Relation.CREDIT,
            direction=Direction.A_TO_B if parent == pair[0] else Direction.B_TO_A,
            probability=1.0,
            evidence=(*(old.evidence if old else ()), told),
        )
    return [found[key] for key in sorted(found)]
