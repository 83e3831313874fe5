"""Likely descent as nodes and edges for the drawing, and as rows for its table twin."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.dates import date_words, days
from headwater.dossier.inline import Letter
from headwater.dossier.lookup import Lookup
from headwater.dossier.phrases import cut_name
from headwater.dossier.svg.stemma import Edge, Node
from headwater.dossier.views.passages import tie_place
from headwater.model import Parents, Relation

__all__ = ["FLOOR", "Choice", "Descended", "descent_rows", "edges_of", "nodes_of"]

FLOOR = 0.15
"""A likeliest way that is less probable than this is not drawn; the table has them all."""

_OTHER = 0.25
"""Of the other ways, a report's second is drawn from this on."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way a report may have come: from another report (`letter`) or from an unseen origin, with its probability.

    `href` leads to the passages that the two share.
    """

    letter: Letter | None
    label: str
    probability: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Descended:
    """One row of the table; the probabilities of a row sum to 1."""

    letter: Letter
    name: str
    choices: tuple[Choice, ...]
    independent: str


def nodes_of(lookup: Lookup, only: frozenset[str] | None = None) -> tuple[Node, ...]:
    """The unseen origins and the reports, in the page's order."""
    unseen = [
        Node(origin.id, "", origin.named or "", "", None, unseen=True)
        for origin in lookup.contents.origins
        if only is None or only.intersection(origin.documents)
    ]
    reports = []
    for report in lookup.reports:
        if only is None or report.document in only:
            span = days(report.published)
            when = date_words(report.published, lookup.wording.locale).partition(",")[0]
            letter, name = lookup.letter[report.document], cut_name(lookup.name(report), 22)
            reports.append(
                Node(report.document, letter.letter, name, letter.href, span.start if span else None, when=when)
            )
    return (*unseen, *reports)


def edges_of(lookup: Lookup) -> tuple[Edge, ...]:
    """The edges that are probable enough to be drawn."""
    return tuple(
        edge
        for parents in lookup.contents.parents
        for place, edge in enumerate(_edges(parents, lookup))
        if edge.probability >= (FLOOR if place == 0 else _OTHER) and place < 2
    )


def _edges(parents: Parents, lookup: Lookup) -> list[Edge]:
    ways = [(choice.probability, choice.document, True) for choice in parents.parents]
    ways += [(choice.probability, choice.origin, False) for choice in parents.unseen]
    highest = max((way[0] for way in ways), default=0.0)
    return [
        Edge(
            parent,
            parents.document,
            round(probability, 4),
            seen and _shares(parents.document, parent, lookup),
            probability == highest,
            href := tie_place(parents.document, parent, lookup) if seen else "",
            _edge_name(parent, parents.document, lookup) if href else "",
        )
        for probability, parent, seen in sorted(ways, reverse=True)
    ]


def _edge_name(parent: str, child: str, lookup: Lookup) -> str:
    a, b = (lookup.letter[document].letter for document in (parent, child))
    return lookup.wording.say("origins.edge", a=a, b=b)


def _shares(document: str, other: str, lookup: Lookup) -> bool:
    return any(
        other in (link.a, link.b) and link.relation is Relation.SHARED_TEXT
        for link in lookup.links_of.get(document, ())
    )


def descent_rows(lookup: Lookup) -> tuple[Descended, ...]:
    """A row for each report that lineage has looked at, in the page's order."""
    rows = [parents for parents in lookup.contents.parents if parents.document in lookup.place]
    rows.sort(key=lambda parents: lookup.place[parents.document])
    return tuple(
        Descended(
            lookup.letter[parents.document],
            lookup.name(lookup.report[parents.document]),
            _choices(parents, lookup),
            f"{parents.independent:.2f}",
        )
        for parents in rows
    )


def _choices(parents: Parents, lookup: Lookup) -> tuple[Choice, ...]:
    ways = [
        (
            choice.probability,
            Choice(
                lookup.letter[choice.document],
                lookup.name(lookup.report[choice.document]),
                f"{choice.probability:.2f}",
                tie_place(parents.document, choice.document, lookup),
            ),
        )
        for choice in parents.parents
        if choice.document in lookup.report
    ]
    names = {origin.id: origin.named for origin in lookup.contents.origins}
    for unseen in parents.unseen:
        label = names.get(unseen.origin) or lookup.wording.say("origins.unseen")
        ways.append((unseen.probability, Choice(None, label, f"{unseen.probability:.2f}")))
    kept = sorted((way for way in ways if round(way[0], 2) > 0), key=lambda way: (-way[0], way[1].label))
    return tuple(choice for _, choice in kept[:5])
