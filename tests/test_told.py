"""What is told, in the first two levels, of the sets of reports in tests/data/told: nothing but what their truths name.

The truths were written before anything was run on the reports. `MISSED` names what is not found so far: a list that may only get shorter.
Of the sets in tests/data/told-held-out only the truths are tested; `TOLD=told-held-out pytest tests/test_told.py` holds the product to them.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.model import Finding, Level
from headwater.settings import Settings

DATA = Path(__file__).parent / "data"
SETS = {path.parent.name: path.parent for path in sorted(DATA.glob("told*/*/truth.json"))}
NAMES = [name for name, path in SETS.items() if path.parent.name == os.environ.get("TOLD", "told")]
FIRST = {Level.DOES_NOT_FIT, Level.COUNTS_DIFFER}

MISSED: dict[str, list[str]] = {
    "ferry-on-the-lake": [
        "killed on 15 August: 27, 31",
        "missing on 15 August: 19, 15",
        "children killed by 15 August: ten, nine",
    ],
    "strike-on-the-market": [
        "killed at the market: 26 by the clinic, 15 by the army",
        "wounded at the market: 54 by the clinic, 20 by the ministry",
    ],
    "taken-from-the-school": ["abducted: 112, 136"],
}


@cache
def truth(name: str) -> dict[str, Any]:
    return dict(json.loads((SETS[name] / "truth.json").read_text(encoding="utf-8")))


@cache
def told(name: str) -> tuple[Finding, ...]:
    contents = headwater.run([SETS[name] / "reports"], settings=Settings(workers=1))
    return tuple(finding for finding in contents.findings if finding.level in FIRST)


def rests_on(finding: Finding, row: dict[str, Any]) -> bool:
    """Whether a finding is of a row's kind, and each number that the row quotes stands in it."""
    words = {span.quote.lower() for span in finding.spans}
    return finding.kind == row["kind"] and all(said["quote"].lower() in words for said in row["quotes"])


@pytest.mark.parametrize("name", SETS)
def test_quotes_of_the_truth_stand_once_in_their_reports(name: str) -> None:
    rows = truth(name)["findings"]
    assert rows
    for said in (said for row in rows for said in row["quotes"]):
        text = " ".join((SETS[name] / "reports" / said["document"]).read_text(encoding="utf-8").split())
        assert text.count(said["before"] + said["quote"] + said["after"]) == 1, said


@pytest.mark.parametrize("name", NAMES)
def test_what_is_to_be_told_is_told_but_for_what_is_named(name: str) -> None:
    missed = [row["about"] for row in truth(name)["findings"] if not any(rests_on(one, row) for one in told(name))]
    assert set(missed) <= set(MISSED.get(name, []))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_besides_is_told(name: str) -> None:
    """What a truth calls right besides may be told: it names the kind and a number."""
    also = truth(name)["also_right"]
    besides = [
        finding.text
        for finding in told(name)
        if not any(rests_on(finding, row) for row in truth(name)["findings"])
        and not any(finding.kind == row["kind"] and row["quote"] in {s.quote for s in finding.spans} for row in also)
    ]
    assert besides == []
