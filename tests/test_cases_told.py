"""What Headwater makes of the cases of tests/data/cases: their events, and their findings of the first two levels.

`MISSED` names the findings of a truth that are not made so far, by what they are about: a list that may only get shorter. None
besides those of the truth may be made, but those that it calls right as well.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.model import Contents, Finding, Level
from headwater.settings import Settings

CASES = Path(__file__).parent / "data/cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
FIRST = {Level.DOES_NOT_FIT, Level.COUNTS_DIFFER}

MISSED: dict[str, list[str]] = {
    "clashes-rival-communiques": [
        "rebels killed near Sorva: 17, three",
        "rebels killed at Kelt: 22, five",
        "soldiers killed at the Marn bridge: one, five",
    ],
    "eruption-that-does-not-add-up": [
        "killed in 1983: six, seven",
        "twenty years after 1983, in 2010",
    ],
    "flood-rising-tolls": [],
    "massacre-two-memories": ["more than 1,900 fled, about 1,900 fled"],
    "two-coach-crashes": [],
    "wire-in-five-copies": [],
}
EVENTS = {"clashes-rival-communiques", "flood-rising-tolls", "two-coach-crashes", "eruption-that-does-not-add-up"}
"""Cases in which each report is on its own event and on no other."""


@cache
def truth(name: str) -> dict[str, Any]:
    return dict(json.loads((CASES / name / "truth.json").read_text(encoding="utf-8")))


@cache
def made(name: str) -> Contents:
    return headwater.run([CASES / name / "reports"], settings=Settings(workers=1))


def found(row: dict[str, Any], findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings of a row's kind that rest on its words."""
    return [one for one in findings if one.kind == row["kind"] and _shares_words(row, one)]


def _shares_words(row: dict[str, Any], one: Finding) -> bool:
    """Whether a span holds words of the row, or the other way round: a dating may take an article along."""
    return any(
        span.document == said["document"] and (said["quote"] in span.quote or span.quote in said["quote"])
        for span in one.spans
        for said in row["quotes"]
    )


@pytest.mark.parametrize("name", NAMES)
def test_findings_of_the_truth_are_made_but_for_those_that_are_named(name: str) -> None:
    missed = [row["about"] for row in truth(name)["findings"] if not found(row, made(name).findings)]
    assert set(missed) <= set(MISSED[name])


@pytest.mark.parametrize("name", NAMES)
def test_none_besides_are_made_in_the_first_two_levels(name: str) -> None:
    right = [one.id for row in truth(name)["findings"] for one in found(row, made(name).findings)]
    also = {row["kind"] for row in truth(name)["also_right"]}
    besides = [
        (one.kind.value, one.arithmetic)
        for one in made(name).findings
        if one.level in FIRST and one.id not in right and one.kind not in also
    ]
    assert besides == []


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_reports_on_one_event_are_together_and_no_others(name: str) -> None:
    by_truth: dict[str, set[str]] = defaultdict(set)
    by_event: dict[str | None, set[str]] = defaultdict(set)
    known = {row["document"]: row["main_event"] for row in truth(name)["reports"] if row["main_event"]}
    for report in made(name).reports:
        if report.document in known:
            by_truth[known[report.document]].add(report.document)
            by_event[report.main_event].add(report.document)
    assert sorted(map(sorted, by_truth.values())) == sorted(map(sorted, by_event.values()))
