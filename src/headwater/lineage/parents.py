"""The distribution of descent → parents and unseen origins, as a case exports them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.lineage.account import ByRank
from headwater.lineage.descent import Likely
from headwater.model import Direction, Origin, ParentChoice, Parents, UnseenChoice, identifier

__all__ = ["directions", "origin_of", "parents_of"]

WORTH = 0.05
"""Probability from which a report is listed under an unseen origin."""


def parents_of(item: Likely, accounts: ByRank) -> list[Parents]:
    """Where each report of a family may be from; probabilities of four places that sum to 1."""
    names = [accounts[rank].document for rank in item.family.ranks]
    origin = _name(names)
    return [_parents(item, place, names, origin) for place in range(len(names))]


def directions(items: Iterable[Likely], accounts: ByRank) -> dict[tuple[str, str], Direction]:
    """Which of two reports (names in order) is likelier than not the parent of the other, where one is."""
    found = {}
    for item in items:
        names = [accounts[rank].document for rank in item.family.ranks]
        for parent, child in (*item.family.covered, *item.family.told):
            if round(float(item.on_edges[parent, child]), 4) > SURE:
                a, b = names[parent], names[child]
                found[min(a, b), max(a, b)] = Direction.A_TO_B if a < b else Direction.B_TO_A
    return found


SURE = 0.5
"""Probability above which a descent gives a link its direction."""


def _name(names: Sequence[str]) -> str:
    return identifier("o", *sorted(names))


def _parents(item: Likely, place: int, names: Sequence[str], origin: str) -> Parents:
    named = any(naming == place for _, naming in item.family.told)
    if not (item.family.kin(place) or place in item.family.given or named):
        # Nothing in the set speaks of what is not in it.
        return Parents(names[place], (), (), 0.0, 1.0)
    column = [round(float(value), 4) for value in item.on_edges[:, place]]
    unseen = column[len(names)]
    chosen = [(names[other], value) for other, value in enumerate(column[: len(names)]) if value > 0]
    chosen.sort(key=lambda choice: (-choice[1], choice[0]))
    independent = round(max(0.0, 1.0 - unseen - sum(value for _, value in chosen)), 4)
    return Parents(
        document=names[place],
        parents=tuple(ParentChoice(*choice) for choice in chosen),
        unseen=(UnseenChoice(origin, unseen),) if unseen > 0 else (),
        unseen_origin=unseen,
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
    return Origin(name, documents, None, f"{len(rows)} reports share text that need not begin with any of them")
