"""The order of the reports on the page: few by who shares text with whom, many as published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from headwater.model import Link, Report

__all__ = ["COLUMNS", "in_reading_order", "likely_families"]

COLUMNS = 6
"""Reports that the table by report has room for; a larger case is collated by reading, its reports as published."""

_TIED = 0.5


def in_reading_order(reports: Sequence[Report], links: Iterable[Link]) -> tuple[Report, ...]:
    """The reports by families of likely common text, the largest first, each family as published; loners last.

    Where nothing ties them, or where they are too many for a column each, they stand as published, undated ones last. The
    order says nothing else: no figure has a part in it.
    """
    if len(reports) > COLUMNS:
        return tuple(_published(reports))
    by_document = {report.document: report for report in reports}
    return tuple(by_document[document] for family in likely_families(reports, links) for document in family)


def likely_families(reports: Sequence[Report], links: Iterable[Link]) -> list[list[str]]:
    """The documents in groups that a likely common text ties, in the page's order."""
    published = _published(reports)
    families = _families([report.document for report in published], links)
    place = {report.document: number for number, report in enumerate(published)}
    return sorted(families, key=lambda family: (-len(family), place[family[0]]))


def _published(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: (report.published or "9999", report.document))


def _families(documents: Sequence[str], links: Iterable[Link]) -> list[list[str]]:
    head = {document: document for document in documents}

    def root(document: str) -> str:
        while head[document] != document:
            head[document] = head[head[document]]
            document = head[document]
        return document

    for link in links:
        if round(link.probability, 4) >= _TIED and link.a in head and link.b in head:
            head[root(link.b)] = root(link.a)
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        found[root(document)].append(document)
    return list(found.values())
