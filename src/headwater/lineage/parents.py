"""The distribution of descent → parents and unseen origins, as a case exports them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.lineage.account import ByRank
from headwater.lineage.descent import Chances, Likely
from headwater.messages import say
from headwater.model import Direction, Origin, ParentChoice, Parents, UnseenChoice, identifier

__all__ = ["directions", "origin_of", "parents_of"]

WORTH = 0.05
"""Probability from which a report is listed under an unseen origin."""


def parents_of(item: Likely, accounts: ByRank) -> list[Parents]:
    """Where each report of a family may be from; probabilities of four places that sum to 1."""
    names = [accounts[rank].document for rank in item.family.ranks]
    origin = _name(names) if len(names) > 1 else ""
    return [_parents(name, chances, names, origin) for name, chances in zip(names, item.chances, strict=True)]


def directions(rows: Iterable[Parents]) -> dict[tuple[str, str], Direction]:
    """Which of two reports (names in order) is likelier than not the parent of the other, where one is.

    In a large family, where circles are not ruled out, that may seem so of both: then the likelier of the two descents counts.
    """
    sure = {
        (choice.document, row.document): choice.probability
        for row in rows
        for choice in row.parents
        if choice.probability > SURE
    }
    return {
        (min(pair), max(pair)): Direction.A_TO_B if pair[0] < pair[1] else Direction.B_TO_A
        for pair, value in sure.items()
        if value > sure.get(pair[::-1], 0.0)
    }


SURE = 0.5
"""Probability above which a descent gives a link its direction."""


def _name(names: Sequence[str]) -> str:
    return identifier("o", *sorted(names))


def _parents(document: str, chances: Chances, names: Sequence[str], origin: str) -> Parents:
    chosen = sorted(((names[place], value) for place, value in chances.parents), key=lambda one: (-one[1], one[0]))
    independent = round(max(0.0, 1.0 - chances.unseen - sum(value for _, value in chosen)), 4)
    return Parents(
        document=document,
        parents=tuple(ParentChoice(*choice) for choice in chosen),
        unseen=(UnseenChoice(origin, chances.unseen),) if chances.unseen > 0 else (),
        unseen_origin=chances.unseen,
        independent=independent,
    )


def origin_of(rows: Sequence[Parents]) -> Origin | None:
    """The unseen origin of a family, with the reports that are likely enough to draw on it; None where none is."""
    name = _name([row.document for row in rows])
    told = {row.document: choice.probability for row in rows for choice in row.unseen if choice.origin == name}
    if not told:
        return None
    most = max(told.values())
    documents = tuple(sorted(document for document, value in told.items() if value >= min(WORTH, most)))
    return Origin(name, documents, None, say("unseen.text", n=len(rows)))
