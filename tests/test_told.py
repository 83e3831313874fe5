"""What is told, in the first two levels, of the sets of reports in tests/data/told: nothing but what their truths name.

The truths were written before anything was run on the reports. `MISSED` names what is not found so far: a list that may only get shorter.
Of the sets in tests/data/told-held-out only the truths are tested; `TOLD=told-held-out pytest tests/test_told.py` holds the product to them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.model import Contents, Finding, Level
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
    "bomb-on-the-night-train-s5": [
        "killed on 10 September 1996: 36, 39",
        "four years from September 1996 to November 2001",
        "members of the group arrested, in the group's words: nine, five",
    ],
    "buses-on-the-tamrin-road-s6": ["taken: 19 by the police, 34 by the union"],
    "cholera-on-lake-sorrel-s6": [
        "38 of 1,904 are 2 per cent, not 4.2",
        "cases: 2,287, then 2,141",
        "951, 704 and 496 cases are 2,151, more than 2,141",
    ],
    "collapse-in-number-four-shaft-s6": [
        "missing on 30 July: nine by the company, 16 by the union",
        "eight and four are twelve, not eleven",
        "still underground on 2 August: four by the company, 11 by the union",
        "killed: 14, then 13",
        "28 July to 5 August are eight or nine days, not six",
    ],
    "ferry-in-morrish-sound-s6": [
        "on board: 206 by the company, 263 by the priest",
        "66 men, 41 women and 15 children are 122, not 118",
        "rescued: 118, then 112",
    ],
    "fight-at-the-orrel-ford-s5": [
        "rebel fighters killed: 38, six on 12 March",
        "rebel fighters killed: 38 by the ministry, six by the League on 13 March",
        "soldiers captured: none, fifteen",
    ],
    "fire-in-kessel-road-prison-s6": [
        "killed on 9 February: 28 by the ministry, 39 by the law centre",
        "held on the night of the fire: 640 by the ministry, 912 by the bread list",
        "80, 30 and nine men are 119, more than 114",
        "22 February 2016, said to be before the fire of 8 February 2016",
    ],
    "iron-at-the-foundry-s5": ["Bernd Kuhl: 44, 46", "injured: 52 by the company, 61 by the union on 11 June"],
    "march-to-granary-square-s6": [
        "taking part: 4,000 by the police, 25,000 by the Alliance",
        "31 and 33 are 64, more than 57",
        "19 January 2019 was a Saturday",
    ],
    "marsh-fever-by-the-week-s5": [
        "the districts make 1,826, the whole is 1,846",
        "killed: 83 on 9 August, 79 on 16 August",
    ],
    "riot-in-tarn-hill-s5": ["the three prisons make 402, the whole is 412", "inmates killed on 3 February: 25, 27"],
    "shells-over-the-ardel-s6": [
        "soldiers of Velmark killed: three by Velmark, 24 by Sorrain",
        "soldiers of Sorrain killed: two by Sorrain, 30 by Velmark",
        "31, 22 and 16 houses are 69, more than 64",
        "six civilians, said to be of the observers, who deny it",
        "Irène Maslow: 43, 34",
    ],
    "storm-on-the-marrow-coast-s5": [
        "96 of 240 homes are 40 percent",
        "killed: 29 on 7 October, 24 on 9 October",
        "fishermen missing on 9 October: 14, 19",
    ],
    "tailings-dam-at-upper-sele-s6": [
        "23, 14 and six dead are 43, more than 41",
        "3,100 of 12,400 hectares are 25 per cent, not 40",
        "mud let out: 2.6 million cubic metres by the institute, 1.4 million by the company",
        "killed: 61 on 6 May, 58 on 8 May",
    ],
}

READ: dict[str, list[tuple[str, str]]] = {
    "collapse-in-number-four-shaft-s6": [
        ("duration", "From 28 July 2014 to 5 August 2014 it is 8 days, or 9 with the first; the report says 6."),
        ("part_exceeds_total", "Missing: 16 men by one count, but only 9 in all by another."),
    ],
    "iron-at-the-foundry-s5": [
        ("repeated_differs", "Bernd Kuhl is 44 and 46 years old in this report."),
        ("part_exceeds_total", "Injured: 61 workers by one count, but only 52 in all by another."),
    ],
    "march-to-granary-square-s6": [
        ("weekday", "“Sunday, 19 January 2019, at half past three”: that day was a Saturday.")
    ],
    "riot-in-tarn-hill-s5": [("part_exceeds_total", "Killed: 27 by one count, but only 25 in all by another.")],
    "tailings-dam-at-upper-sele-s6": [
        (
            "differs",
            "Killed: 58 and 61 exclude each other (as of 6 May 2007 to 8 May 2007). Said by: 61, Civil Defence.",
        )
    ],
}
"""What is told besides, in words or of a kind that a truth does not name, and was read by hand and found right (docs/findings-review.md)."""


APART: dict[str, int] = {
    "fire-in-kessel-road-prison-s6": 1,
    "marsh-fever-by-the-week-s5": 2,
    "two-storms-on-one-coast-s4": 2,  # which is right
}
"""How many reports of a set are told apart from the others; those not named are all together, on their one event."""


@cache
def truth(name: str) -> dict[str, Any]:
    return dict(json.loads((SETS[name] / "truth.json").read_text(encoding="utf-8")))


@cache
def case(name: str) -> Contents:
    return headwater.run([SETS[name] / "reports"], settings=Settings(workers=1))


@cache
def told(name: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in case(name).findings if finding.level in FIRST)


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
        and (finding.kind, finding.text) not in READ.get(name, [])
    ]
    assert besides == []


@pytest.mark.parametrize("name", NAMES)
def test_reports_on_one_event_are_together(name: str) -> None:
    """Each set but the two storms is on one event; those apart may only become fewer."""
    sizes = Counter(report.main_event for report in case(name).reports)
    assert sum(sizes.values()) - max(sizes.values()) <= APART.get(name, 0)
