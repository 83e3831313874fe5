"""Textual origins of one reading: who drew on whose words for this figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.arborescence import origin_counts
from headwater.lineage.clocking import text_graph
from headwater.lineage.counts import joined, said_of
from headwater.lineage.family import Family
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.pairs import coverage
from headwater.lineage.reasons import label_of, reasons_of
from headwater.lineage.tied import carried, in_set, is_tied, quoted
from headwater.lineage.ties import Ties
from headwater.lineage.weights import shipped
from headwater.messages import say
from headwater.model import Figure, OriginCount, Root

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Chances = NDArray[np.float64]

__all__ = ["Part", "interval", "parts_of", "textual"]

CREDIT = 9.0
"""Odds that a report which names or quotes another has the figure from there."""

THIRD = 1.0
"""Odds that two reports which name one third both have the figure from there."""

TAIL = 0.025
"""Chance that is left out at either end of an interval."""


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that are tied to each other as far as one reading is concerned, their number of origins, and why."""

    documents: tuple[str, ...]
    chances: Chances
    roots: tuple[Root, ...]

    def most(self) -> int:
        """The most origins that the reports are likely to have."""
        return interval(self.chances, ()).max


def textual(given: Mapping[str, Sequence[Figure]], ties: Ties, parts: Sequence[Part]) -> OriginCount:
    """How many textual origins a reading has, from the reports that give it and the parts that they fall into."""
    chances = _sum([part.chances for part in parts])
    return interval(chances, tuple(_with_copies(root, given, ties) for part in parts for root in part.roots))


def parts_of(given: Mapping[str, Sequence[Figure]], ties: Ties, seed: int) -> list[Part]:
    """The reports that give a reading, by its figures, in parts that nothing ties to each other."""
    ones = sorted({ties.first[document] for document in given})
    figures = {name: given.get(name) or _of_copy(name, given, ties) for name in ones}
    pairs = ties.among(ones)
    tied = [pair for pair in pairs if is_tied(pair, figures, ties)]
    close = [_close(group, figures, ties, seed) for group in _groups(ones, tied)]
    sets = {
        pair: ties.sets[pair]
        for pair in pairs
        # A report that has no parent, as people know, has no count in common with others either.
        if pair in ties.sets and in_set(pair, ties.sets[pair], figures) and not _parentless(ties).intersection(pair)
    }
    return [_together(close, group, sets) for group in _groups(ones, [*tied, *sets])]


def _of_copy(name: str, given: Mapping[str, Sequence[Figure]], ties: Ties) -> Sequence[Figure]:
    """The figures of another copy, where the first copy is none of a reading's documents."""
    return next((rows for document, rows in sorted(given.items()) if ties.first[document] == name), ())


def _groups(ones: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    groups = joined(pairs)
    inside = {name for group in groups for name in group}
    return sorted([*groups, *((name,) for name in ones if name not in inside)])


def _close(group: Sequence[str], figures: Mapping[str, Sequence[Figure]], ties: Ties, seed: int) -> Part:
    """Reports that passages with the figure, or credits, tie: their number of origins is that of their forests."""
    import numpy as np

    if len(group) == 1:
        root = Root(ties.titles[group[0]], (group[0],), say("root.alone"))
        return Part((group[0],), np.array([0.0, 1.0]), (root,))
    family = _family(group, figures, ties)
    edges, roots = text_graph(family, shipped())
    _credit(group, figures, ties, edges, roots)
    _by_hand(group, ties, edges, roots)
    chances = origin_counts(edges, roots, seed)
    return Part(
        tuple(group), chances, (Root(label_of(group, ties), tuple(group), reasons_of(group, family, figures, ties)),)
    )


def _family(group: Sequence[str], figures: Mapping[str, Sequence[Figure]], ties: Ties) -> Family:
    """The group with the passages between those of its reports that share the figure's own."""
    places = {name: place for place, name in enumerate(group)}
    covered, spans = {}, {}
    for a, b in ties.among(group):
        if not carried((a, b), figures, ties):
            continue
        tie = ties.texts[a, b]
        for of, by, turn in ((a, b, False), (b, a, True)):
            covered[places[of], places[by]] = coverage(tie.passages, turn)
            spans[places[of], places[by]] = sum(
                part.b_end - part.b_start if turn else part.a_end - part.a_start for part in tie.passages
            )
    none = (None,) * len(group)
    known = tuple(max(1, ties.sizes[name]) for name in group)
    return Family(tuple(range(len(group))), known, none, (0.0,) * len(group), covered, spans)


def _credit(
    group: Sequence[str], figures: Mapping[str, Sequence[Figure]], ties: Ties, edges: Chances, roots: Chances
) -> None:
    """Add what credits and quotations say to the weights; whichever of the two names the other, they are tied."""
    places = {name: place for place, name in enumerate(group)}
    for a, b in ties.among(group):
        if (a, b) in ties.credits or quoted((a, b), figures, ties):
            edges[places[a], places[b]] += CREDIT * roots[places[b]]
        if (a, b) in ties.thirds:
            for place in (places[a], places[b]):
                edges[-1, place] = max(edges[-1, place], THIRD * roots[place])


def _parentless(ties: Ties) -> set[str]:
    return {child for child, parent in ties.given.items() if parent is None}


def _by_hand(group: Sequence[str], ties: Ties, edges: Chances, roots: Chances) -> None:
    """Let what people gave settle the weights: a parent in the group is the only one, and who has none hangs on the root."""
    places = {name: place for place, name in enumerate(group)}
    for child, place in places.items():
        parent = ties.given.get(child)
        if child in ties.given and (parent is None or parent in places):
            edges[:, place], roots[place] = 0.0, float(parent is None)
            if parent is not None:
                edges[places[parent], place] = 1.0


def _together(close: Sequence[Part], group: tuple[str, ...], sets: Mapping[tuple[str, str], FigureSet]) -> Part:
    """Close parts that figure sets tie: one count may stand behind them all, or each may stand for itself."""
    inside = [part for part in close if set(part.documents) <= set(group)]
    if len(inside) == 1:
        return inside[0]
    import numpy as np

    shared = [item for key, item in sorted(sets.items()) if set(key) <= set(group)]
    apart = _sum([part.chances for part in inside])
    common = max(item.probability for item in shared)
    chances = (1 - common) * apart
    chances[1] += common
    why = say("root.may_be_one", figures=said_of(group, shared))
    return Part(group, np.asarray(chances), (Root(say("root.count", n=len(group)), group, why),))


def _sum(parts: Sequence[Chances]) -> Chances:
    """The distribution of the sum of independent numbers."""
    import numpy as np

    total = np.array([1.0])
    for part in parts:
        total = np.convolve(total, part)
    return total


def interval(chances: Chances, roots: tuple[Root, ...]) -> OriginCount:
    """The interval that holds all but a twentieth of a distribution, its median and expectation."""
    import numpy as np

    below = np.round(np.cumsum(chances), 4)
    low, middle, high = (int(np.searchsorted(below, share)) for share in (TAIL + 1e-9, 0.5, 1 - TAIL - 1e-9))
    high = min(high, len(chances) - 1)
    expected = round(float(np.arange(len(chances)) @ chances), 4)
    return OriginCount(low, min(middle, high), high, expected, low == high, roots)


def _with_copies(root: Root, given: Mapping[str, Sequence[Figure]], ties: Ties) -> Root:
    documents = tuple(sorted(document for document in given if ties.first[document] in root.documents))
    copies = len(documents) - len(root.documents)
    return Root(root.label, documents, say("root.copies", why=root.why, n=copies) if copies else root.why)
