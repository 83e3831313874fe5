"""What ties the reports of a case, made ready for counting: copies as one, passages as words, sets and credits by pair."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.lineage.align import Passage
from headwater.lineage.credits import credited, meant, naming
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.given import GivenParents, descending, tied_by_hand
from headwater.lineage.ground import Ground
from headwater.lineage.shelf import Shelf
from headwater.lineage.textties import FORM, TEXTUAL, TextTies, Tie
from headwater.model import Descent, Figure, Link, Relation

__all__ = ["Ties", "ties_of"]

NEAR = 25
"""Words beside a passage within which the same figure in both reports still goes with it: one sentence, about.

Where words begin to agree a sentence later than the figure, one report has put that sentence in other words.
"""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties the reports of a case.

    `titles` has a name for each document, `publishers` that of its publisher where one is known. `first` maps each document to the first of its exact copies by name. `texts`, `sets`, `credits` and `thirds` are by pair
    of such first documents, the lesser name before the other; a credit has the agent's name, `thirds` too. `sizes` counts
    words, and `near` has for each document the pairs that it may be in. `given` are the parents that people gave, `keys` tell
    the words of documents apart.
    """

    shelf: Shelf
    ranks: Mapping[str, int]
    titles: Mapping[str, str]
    publishers: Mapping[str, str]
    first: Mapping[str, str]
    texts: TextTies
    sets: Mapping[tuple[str, str], FigureSet]
    credits: Mapping[tuple[str, str], str]
    thirds: Mapping[tuple[str, str], str]
    sizes: Mapping[str, int]
    near: Mapping[str, frozenset[tuple[str, str]]]
    given: GivenParents
    keys: Mapping[str, bytes]

    def among(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs of some documents that anything ties, in order."""
        inside = set(names)
        found = {pair for name in inside for pair in self.near.get(name, ())}
        return sorted(pair for pair in found if inside.issuperset(pair))

    def carries(self, tie: Tie, parts: Sequence[Passage], a: Iterable[Figure], b: Iterable[Figure]) -> bool:
        """Whether one of some passages of a tie holds a figure of each report, or has it beside it in both."""
        here = [self.shelf.words_in(self.ranks[tie.a], figure.span)[0] for figure in a]
        there = [self.shelf.words_in(self.ranks[tie.b], figure.span)[0] for figure in b]
        return any(
            any(part.a_start - NEAR <= word < part.a_end + NEAR for word in here)
            and any(part.b_start - NEAR <= word < part.b_end + NEAR for word in there)
            for part in parts
        )


def ties_of(ground: Ground, descent: Descent) -> Ties:
    """What ties the reports, from the links between them and their words, figures and credits."""
    accounts, ranks, wording = ground.accounts, ground.ranks, ground.wording
    shelf = wording.shelf
    first = {item.document: item.document for item in accounts}
    for group in ground.copies.values():
        names = [accounts[rank].document for rank in group]
        first.update(dict.fromkeys(names, min(names)))
    ones = set(first.values())
    links = [link for link in descent.links if link.relation in TEXTUAL and {link.a, link.b} <= ones]
    texts = TextTies(shelf, ranks, wording.keys, links, ground.table("ties", FORM))
    sets = {(item.a, item.b): item for item in ground.sets.among(ones)}
    kin = _kin(descent.links, naming(ground.reports))
    named = _pairs(
        ((item.of, item.by, item.credit.agent) for item in meant(credited(ground.reports, kin), ground.figures, kin)),
        first,
    )
    both = _pairs(((a, b, third.agent) for third in ground.thirds for a, b in combinations(third.credits, 2)), first)
    names = [item.document for item in accounts]
    sizes = dict(zip(names, shelf.sizes(), strict=True))
    keys = dict(zip(names, map(bytes, wording.keys), strict=True))
    publishers = {report.document: report.publisher for report in ground.reports if report.publisher}
    titles = {report.document: report.publisher or report.title or report.document for report in ground.reports}
    parents = _of_first(ground.given, first)
    near = _near([*texts, *sets, *named, *both, *tied_by_hand(parents)])
    return Ties(shelf, ranks, titles, publishers, first, texts, sets, named, both, sizes, near, parents, keys)


def _kin(links: Iterable[Link], asked: Container[str]) -> dict[str, set[str]]:
    """With whom documents share text, as far as some of them are concerned."""
    found: dict[str, set[str]] = {}
    for link in links:
        if link.relation is Relation.SHARED_TEXT and (link.a in asked or link.b in asked):
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
    return found


def _of_first(given: GivenParents, first: Mapping[str, str]) -> dict[str, str | None]:
    """The parents given, by the first copies of the reports; a copy of its own parent has no other."""
    found: dict[str, str | None] = {}
    for child, parent in sorted(given.items()):
        one, other = first[child], None if parent is None else first[parent]
        if one != other and found.get(one) is None:
            found[one] = other
    return descending(found, first)[0]


def _pairs(rows: Iterable[tuple[str, str, str]], first: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """What is said of pairs of documents, by the first copies of them."""
    found: dict[tuple[str, str], str] = {}
    for one, other, said in rows:
        a, b = sorted((first[one], first[other]))
        if a != b:
            found[a, b] = min(said, found.get((a, b), said))
    return found


def _near(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for pair in pairs:
        for name in pair:
            found.setdefault(name, set()).add(pair)
    return {name: frozenset(rows) for name, rows in found.items()}
