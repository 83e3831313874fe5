"""The bundled example's descent: who drew on whom, which origin is unseen, and how many origins each reading has."""

from collections.abc import Iterator
from typing import Any

import pytest

from example_truth import TRUTH, example
from headwater.model import OriginCount, Origins

LINEAGE: dict[str, Any] = TRUTH["lineage"]
LIKELY = 0.5


def by_document(row: dict[str, Any]) -> str:
    return str(row["document"])


def reading_of(row: dict[str, Any]) -> str:
    return f"{row['outcome']} {row['group']} {row['best']}{'' if row['high'] else ' or more'}"


@pytest.mark.parametrize("row", LINEAGE["stemma"], ids=by_document)
def test_the_most_likely_parent(row: dict[str, Any]) -> None:
    """A report of the set, an unseen origin, or none: whichever the truth says is likelier than all others together."""
    (parents,) = [one for one in example().parents if one.document == row["document"]]
    shares = {choice.document: choice.probability for choice in parents.parents}
    shares |= {"independent": parents.independent, "unseen": parents.unseen_origin}
    wanted = row["parent"] or ("independent" if row["origin"] == "independent" else "unseen")
    assert max(shares, key=lambda name: shares[name]) == wanted, shares
    assert sum(shares.values()) == pytest.approx(1.0, abs=0.001)


def test_the_unseen_origin_has_its_reports_and_its_name() -> None:
    """Others may be told of as possible; of those that are likely for a report there are no more than the truth has."""
    likely = {one.origin for row in example().parents for one in row.unseen if one.probability >= LIKELY}
    got = {(origin.documents, origin.named) for origin in example().origins if origin.id in likely}
    assert got == {(tuple(one["documents"]), one["named"]) for one in LINEAGE["unseen"]}


@pytest.mark.parametrize("row", LINEAGE["links"], ids=lambda row: f"{row['a']} {row['b']}")
def test_links_are_found(row: dict[str, Any]) -> None:
    found = [link for link in example().links if {link.a, link.b} == {row["a"], row["b"]}]
    assert [link.relation.value for link in found] == [row["relation"]]
    assert found[0].evidence


def test_no_text_is_said_to_be_shared_where_none_is() -> None:
    """Reports may give the same true number without being related: shared figures alone are no likely link."""
    wanted = {frozenset((row["a"], row["b"])) for row in LINEAGE["links"]}
    others = [link for link in example().links if frozenset((link.a, link.b)) not in wanted]
    assert [
        link for link in others if link.probability >= LIKELY or link.relation.value.startswith("shared_text")
    ] == []


def origins_of(row: dict[str, Any]) -> Iterator[Origins]:
    events = {figure.event for figure in example().figures if figure.background == row["background"]}
    for measure in example().collation:
        if (measure.outcome.value, measure.group) == (row["outcome"], row["group"]) and measure.event in events:
            for reading in measure.readings:
                values = [None if one is None else int(one) for one in (reading.best, reading.low, reading.high)]
                if values == [row["best"], row["low"], row["high"]] and list(reading.documents) == row["documents"]:
                    assert reading.origins is not None
                    yield reading.origins


@pytest.mark.parametrize("row", LINEAGE["origins"], ids=reading_of)
def test_origins_by_text(row: dict[str, Any]) -> None:
    (origins,) = origins_of(row)
    assert origins.textual.median == row["textual"]
    check_interval(origins.textual)
    assert row["textual"] in range(origins.textual.min, origins.textual.max + 1)


@pytest.mark.parametrize("row", LINEAGE["origins"], ids=reading_of)
def test_origins_by_attribution(row: dict[str, Any]) -> None:
    (origins,) = origins_of(row)
    low, high = row["attributed"]
    check_interval(origins.attributed)
    assert low <= origins.attributed.median <= high


def check_interval(count: OriginCount) -> None:
    assert 0 <= count.min <= count.median <= count.max
    assert count.roots
