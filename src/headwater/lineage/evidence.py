"""Evidence of each kind → links between reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from headwater.lineage.account import ByRank
from headwater.lineage.align import Passage
from headwater.lineage.credits import Crediting, Third
from headwater.lineage.figuresets import FigureSet, telling
from headwater.lineage.pairs import PROSE, Pair, own_words, stock
from headwater.lineage.shelf import Shelf
from headwater.messages import number, say
from headwater.model import (
    CreditRelation,
    Direction,
    Evidence,
    EvidenceKind,
    Figure,
    Link,
    Outcome,
    Relation,
    Span,
)

__all__ = ["Gathered", "passages"]

VERBATIM = 0.9
"""Share of a passage's words that must agree for it to count as verbatim, not as reworded."""

RUN = 6
"""Words in a row beside the same figure that are rare wording, where nothing else is shared."""

CREDIT = 0.9
"""That a common text or count stands behind two reports one of which names the other: it says so, of something."""

THIRD = 0.5
"""The same of two that name one third: of something each, perhaps not of the same."""


def passages(shelf: Shelf, item: Pair) -> list[Evidence]:
    """The shared passages of two reports, with the first by rank as `a`."""
    return [_passage(shelf, item, part) for part in item.passages]


def _passage(shelf: Shelf, item: Pair, part: Passage) -> Evidence:
    words = max(part.a_end - part.a_start, part.b_end - part.b_start)
    kind = EvidenceKind.VERBATIM if part.words >= VERBATIM * words else EvidenceKind.REWORDED
    wording, prose, quoted = own_words(shelf, item.a, item.b, part)
    if quoted >= 0.7 * part.words and (prose < PROSE or item.relation is not Relation.SHARED_TEXT):
        kind = EvidenceKind.QUOTATION
    elif stock(shelf, item.a, item.b, part):
        kind = EvidenceKind.BOILERPLATE
    elif wording < PROSE:
        kind = EvidenceKind.RARE_WORDING
    here = shelf.span(item.a, part.a_start, part.a_end)
    there = shelf.span(item.b, part.b_start, part.b_end)
    return Evidence(kind, *here, *there, words=part.words)


class Gathered:
    """All evidence on pairs of reports, by document names in order, until links are made of it."""

    def __init__(self) -> None:
        self._evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        self._probability: dict[tuple[str, str], float] = defaultdict(float)
        self._text: dict[tuple[str, str], Relation] = {}
        self._figures: set[tuple[str, str]] = set()

    def _add(self, a: str, b: str, pieces: Iterable[Evidence], probability: float) -> tuple[str, str]:
        """Add evidence on two reports, turned if need be, so that `a` is the first in document order."""
        key = (a, b) if a < b else (b, a)
        self._evidence[key] += pieces if a < b else [_turned(piece) for piece in pieces]
        self._probability[key] = max(self._probability[key], probability)
        return key

    def add_text(self, accounts: ByRank, pairs: Iterable[Pair], pieces: Iterable[Sequence[Evidence]]) -> None:
        """Add the passages that reports share; those too short to relate them are kept for pairs that are otherwise.

        Args:
            accounts: by rank.
            pairs: of reports.
            pieces: the `passages` of each pair.
        """
        for item, found in zip(pairs, pieces, strict=True):
            related = item.relation
            # Wording above chance halves the odds of coincidence every four words; at the least that makes a link, 0.97.
            probability = round(1 - 2 ** (-max(item.wording, item.excess / 4) / 4), 4) if related else 0.0
            a, b = accounts[item.a].document, accounts[item.b].document
            key = self._add(a, b, found, probability)
            if related is not None:
                self._text[key] = related

    def add_sets(self, sets: Iterable[FigureSet]) -> None:
        """Add the figure sets that reports share."""
        for item in sets:
            pieces = [_set_piece(item)]
            pieces += [_odd(one, other) for one, other in item.shared if one.outcome != other.outcome and telling(one)]
            self._figures.add(self._add(item.a, item.b, pieces, item.probability))

    def add_figures(self, sets: Sequence[FigureSet], shelf: Shelf, ranks: Mapping[str, int]) -> None:
        """Add the figure sets, and wording in a row beside a figure of the set."""
        self.add_sets(sets)

        @cache
        def words_in(rank: int, sentence: Span) -> tuple[int, int]:
            return shelf.words_in(rank, sentence)

        for item in sets:
            if (item.a, item.b) not in self._text:
                self._add(item.a, item.b, _wording(item, shelf, words_in, ranks[item.a], ranks[item.b]), 0.0)

    def add_credits(self, named: Sequence[Crediting], thirds: Iterable[Third]) -> None:
        """Add the credits that one report gives another, and those that two give to one third."""
        shared = [item for item in named if self._text.get(_pair(item.of, item.by)) is Relation.SHARED_TEXT]
        told = {(item.by, item.credit.agent) for item in shared}
        left = [item for item in named if (item.by, item.credit.agent) not in told]
        many = Counter((by, agent) for _, by, agent in {(item.of, item.by, item.credit.agent) for item in left})
        for item in (*shared, *left):
            kind = EvidenceKind.LINK if item.credit.relation is CreditRelation.LINK else EvidenceKind.CREDIT
            piece = Evidence(kind, 0, 0, item.credit.start, item.credit.end, note=item.credit.agent)
            # Who names a publisher of several reports, and shares text with none, means one of them.
            self._add(item.of, item.by, [piece], round(CREDIT / max(1, many[item.by, item.credit.agent]), 4))
        for third in thirds:
            rows = sorted(third.credits.items())
            for place, (a, here) in enumerate(rows):
                for b, there in rows[place + 1 :]:
                    places = (here.start, here.end, there.start, there.end)
                    self._add(a, b, [Evidence(EvidenceKind.THIRD_CREDIT, *places, note=third.agent)], THIRD)

    def links(self, directions: Mapping[tuple[str, str], Direction]) -> list[Link]:
        """The links, by document names; a pair that nothing relates but a few words has none."""
        found = []
        for (a, b), pieces in sorted(self._evidence.items()):
            relation = self._relation((a, b))
            if relation is None:
                continue
            unique = sorted(
                set(pieces), key=lambda piece: (piece.a_start, piece.a_end, piece.b_start, piece.kind, piece.note or "")
            )
            found.append(
                Link(
                    a=a,
                    b=b,
                    relation=relation,
                    direction=directions.get((a, b)),
                    probability=self._probability[a, b],
                    evidence=tuple(unique),
                )
            )
        return found

    def _relation(self, key: tuple[str, str]) -> Relation | None:
        """The strongest relation that holds."""
        if key in self._text:
            text = self._text[key]
            return Relation.SHARED_TEXT if text is Relation.SHARED_TEXT else text
        if key in self._figures:
            return Relation.SHARED_FIGURES
        credit = {EvidenceKind.CREDIT, EvidenceKind.LINK, EvidenceKind.THIRD_CREDIT}
        return Relation.CREDIT if any(piece.kind in credit for piece in self._evidence[key]) else None


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _turned(piece: Evidence) -> Evidence:
    return Evidence(piece.kind, piece.b_start, piece.b_end, piece.a_start, piece.a_end, piece.words, piece.note)


def _set_piece(item: FigureSet) -> Evidence:
    ones, others = zip(*item.shared, strict=True)
    values = ", ".join(number(figure.best) for figure in ones if figure.best is not None)
    note = say("note.figures", n=len(ones), in_order=item.in_order, values=values)
    here = min(figure.start for figure in ones), max(figure.end for figure in ones)
    there = min(figure.start for figure in others), max(figure.end for figure in others)
    return Evidence(EvidenceKind.FIGURE_SET, *here, *there, note=note)


def _odd(one: Figure, other: Figure) -> Evidence:
    note = say("note.odd_form", one=_outcome(one.outcome), other=_outcome(other.outcome))
    return Evidence(EvidenceKind.ODD_FORM, one.start, one.end, other.start, other.end, note=note)


def _outcome(outcome: Outcome | None) -> str:
    return say(f"outcome.{outcome.value}" if outcome else "note.something")


def _wording(
    item: FigureSet, shelf: Shelf, words_in: Callable[[int, Span], tuple[int, int]], a: int, b: int
) -> list[Evidence]:
    """Runs of the same words in the sentences of the same figures."""
    from rapidfuzz.distance import LCSseq

    lane, other = shelf.lane(a), shelf.other_lane(b)
    found = []
    for one, two in item.shared:
        (low_a, high_a), (low_b, high_b) = words_in(a, one.sentence), words_in(b, two.sentence)
        blocks = LCSseq.editops(lane[low_a:high_a], other[low_b:high_b]).as_matching_blocks()
        at_a, at_b, size = max(
            ((x, y, size) for x, y, size in blocks), key=lambda run: (run[2], -run[0]), default=(0, 0, 0)
        )
        if size >= RUN:
            here = shelf.span(a, low_a + at_a, low_a + at_a + size)
            there = shelf.span(b, low_b + at_b, low_b + at_b + size)
            found.append(Evidence(EvidenceKind.RARE_WORDING, *here, *there, words=size))
    return found
