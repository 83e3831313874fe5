"""The truth files of tests/data/cases hold: their words stand in the reports, and their rows fit together."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from headwater.model import FindingKind, Level, Outcome, Relation

CASES = Path(__file__).parent / "data/cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
MONTHS = "January February March April May June July August September October November December".split()

each_case = pytest.mark.parametrize("name", NAMES)


@cache
def truth(name: str) -> dict[str, Any]:
    return dict(json.loads((CASES / name / "truth.json").read_text(encoding="utf-8")))


def raw(name: str, document: str) -> str:
    return (CASES / name / "reports" / document).read_text(encoding="utf-8")


@cache
def words(name: str, document: str) -> str:
    """The words of a document, of a web page those of its body, with single spaces."""
    text = raw(name, document)
    if document.endswith(".html"):
        text = lxml.html.document_fromstring(text.encode()).find("body").text_content()
    return " ".join(text.split())


def mentions(row: object) -> Iterator[dict[str, Any]]:
    """Every mention within a row, however deep."""
    if isinstance(row, dict) and "quote" in row:
        yield row
    elif isinstance(row, dict | list):
        for inner in row.values() if isinstance(row, dict) else row:
            yield from mentions(inner)


def documents(name: str) -> set[str]:
    return {row["document"] for row in truth(name)["reports"]}


def test_there_are_six_cases() -> None:
    assert len(NAMES) == 6
    for name in NAMES:
        assert 4 <= len(documents(name)) <= 8
        assert {Path(document).suffix for document in documents(name)} == {".txt", ".html"}


@each_case
def test_every_report_has_its_row(name: str) -> None:
    assert documents(name) == {path.name for path in (CASES / name / "reports").iterdir()}
    assert len(documents(name)) == len(truth(name)["reports"])


@each_case
def test_every_mention_stands_once_in_its_document(name: str) -> None:
    found = list(mentions(truth(name)))
    assert len(found) >= 20
    for one in found:
        whole = " ".join((one["before"] + one["quote"] + one["after"]).split())
        assert words(name, one["document"]).count(whole) == 1, one


@each_case
def test_titles_publishers_and_authors_stand_in_the_reports(name: str) -> None:
    for row in truth(name)["reports"]:
        text = words(name, row["document"])
        assert row["title"] is None or row["title"] in text
        assert row["publisher"].lower().removeprefix("the ") in text.lower()
        assert row["author"] is None or row["author"] in text


@each_case
def test_days_are_valid_and_stand_in_the_reports(name: str) -> None:
    for row in truth(name)["reports"]:
        assert row["published"] or row["modified"]
        for day in (row["published"], row.get("modified")):
            if day:
                assert any(shown in raw(name, row["document"]) for shown in shown_as(date.fromisoformat(day))), row


def shown_as(day: date) -> list[str]:
    month = MONTHS[day.month - 1]
    return [day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"]


@each_case
def test_events_are_told_in_the_documents_that_are_named(name: str) -> None:
    events = {row["id"]: row for row in truth(name)["events"]}
    for row in truth(name)["reports"]:
        told = [one["id"] for one in events.values() if row["document"] in one["main_in"]]
        assert told == ([row["main_event"]] if row["main_event"] else [])
    for row in events.values():
        told_in = row["main_in"] + row["background_in"] + row.get("told_with_another_in", [])
        assert told_in
        assert set(told_in) <= documents(name)
        assert {one["document"] for one in row["date_words"]} <= set(told_in)
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}(/\d{4}-\d\d-\d\d)?", row["date"])
        text = " ".join(words(name, document) for document in told_in)
        assert all(word in text for word in row["place"] + row["words"]), row["id"]


@each_case
def test_readings_fit_together(name: str) -> None:
    events = {row["id"] for row in truth(name)["events"]}
    measures = {row["id"] for row in truth(name)["measures"]}
    assert len(measures) == len(truth(name)["measures"])
    for row in truth(name)["measures"]:
        Outcome(row["outcome"])
        assert row["event"] in events
        assert row["part_of"] in {None, *measures}
        for reading in row["readings"]:
            bounds = [value for value in (reading["low"], reading["best"], reading["high"]) if value is not None]
            assert bounds == sorted(bounds) != []
            assert reading["documents"] == sorted({one["document"] for one in reading["figures"]})


@each_case
def test_no_figure_stands_in_two_readings(name: str) -> None:
    """A range in one reading is one number with two bounds; no number is told twice."""
    places = [place(name, one) for one in mentions(truth(name)["measures"])]
    assert len(places) == len(set(places))


def place(name: str, one: dict[str, Any]) -> tuple[str, int]:
    whole = " ".join((one["before"] + one["quote"] + one["after"]).split())
    start = words(name, one["document"]).index(whole)
    return one["document"], start + len(" ".join(one["before"].split())) + one["before"].endswith(" ")


@each_case
def test_findings_name_their_documents_and_figures(name: str) -> None:
    counted = {place(name, one) for one in mentions(truth(name)["measures"])}
    measures = {row["id"]: row for row in truth(name)["measures"]}
    for row in truth(name)["findings"]:
        FindingKind(row["kind"])
        Level(row["level"])
        assert row["documents"] == sorted({one["document"] for one in row["quotes"]})
        assert (len(row["documents"]) == 1) == (row["level"] == "does_not_fit" or row["kind"] == "implied_rate")
        if row["measure"]:
            inside = {place(name, one) for one in mentions(measures[row["measure"]])}
            assert {place(name, one) for one in row["quotes"]} <= inside <= counted
    for row in truth(name)["also_right"] + truth(name)["never"]:
        FindingKind(row["kind"])
        assert row["why"]


@each_case
def test_one_finding_a_kind_and_measure(name: str) -> None:
    keys = [(row["kind"], row["measure"]) for row in truth(name)["findings"] if row["measure"]]
    assert len(keys) == len(set(keys))


@each_case
def test_counts_that_differ_exclude_each_other(name: str) -> None:
    """At least two readings of the measure have bounds that leave no room for each other."""
    measures = {row["id"]: row for row in truth(name)["measures"]}
    for row in truth(name)["findings"]:
        if row["kind"] == "differs":
            held = [reading for reading in measures[row["measure"]]["readings"] if not spread(reading)]
            assert any(apart(one, other) for one in held for other in held), row["about"]


def spread(reading: dict[str, Any]) -> bool:
    return any(one.get("spread") for one in reading["figures"])


def apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    ends = [one["high"], other["high"]]
    starts = [one["low"], other["low"]]
    return any(
        high is not None and low is not None and high < low for high, low in zip(ends, reversed(starts), strict=True)
    )


@each_case
def test_descent_covers_every_report_and_has_no_circle(name: str) -> None:
    stemma = {row["document"]: row for row in truth(name)["lineage"]["stemma"]}
    assert set(stemma) == documents(name)
    for document, row in stemma.items():
        assert bool(row["parents"]) == (row["origin"] is None)
        assert document not in above(stemma, document)
        assert row["why"]


def above(stemma: dict[str, Any], document: str) -> set[str]:
    """All ancestors of a document; ends after as many steps as there are documents."""
    found: set[str] = set()
    for _ in stemma:
        found |= {parent for one in {document, *found} for parent in stemma[one]["parents"]}
    return found


@each_case
def test_links_and_origins_name_what_is_there(name: str) -> None:
    lineage = truth(name)["lineage"]
    measures = {row["id"]: row for row in truth(name)["measures"]}
    for row in lineage["links"]:
        Relation(row["relation"])
        assert {row["a"], row["b"]} <= documents(name)
        assert row["a"] != row["b"]
    for row in lineage["carries"]:
        assert {row["document"], row["from"]} <= documents(name)
    for row in lineage["origins"]:
        readings = measures[row["measure"]]["readings"]
        meant = [one for one in readings if one["best"] == row["best"] and one["high"] == row.get("high", one["high"])]
        assert len(meant) == 1, row
        assert 1 <= row["textual"][0] <= row["textual"][1] <= len(meant[0]["documents"])
        assert 0 <= row["attributed"][0] <= row["attributed"][1]


@each_case
def test_a_child_has_words_of_its_parent(name: str) -> None:
    """A run of six words at least, or the parent's publisher by name."""
    publishers = {row["document"]: row["publisher"] for row in truth(name)["reports"]}
    for row in truth(name)["lineage"]["stemma"]:
        for parent in row["parents"]:
            child = words(name, row["document"])
            named = publishers[parent].removeprefix("The ") in child
            assert named or runs(child) & runs(words(name, parent)), row


def runs(text: str) -> set[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text.lower())
    return {tuple(tokens[at : at + 6]) for at in range(len(tokens) - 5)}
