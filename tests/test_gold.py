"""The gold of own writing is what its marked texts say, covers what it is meant to, and its floors hold."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests/data/gold"
sys.path += [str(ROOT / "bench"), str(GOLD)]

import build  # noqa: E402

import accuracy  # noqa: E402
from figure_scores import score  # noqa: E402

each_set = pytest.mark.parametrize("name", build.SETS)


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (build.SETS[name] / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


@each_set
def test_reports_and_rows_are_made_from_the_marked_texts(name: str) -> None:
    """Who edits a marked text runs tests/data/gold/build.py."""
    folder = build.SETS[name]
    made = build.build(folder)
    assert {file: (folder / file).read_text(encoding="utf-8") for file in made} == made
    assert {f"reports/{path.name}" for path in (folder / "reports").iterdir()} == set(made) - {"gold.jsonl"}


@each_set
def test_quotes_stand_where_the_rows_say(name: str) -> None:
    for row in rows_of(name):
        text = (build.SETS[name] / "reports" / f"{row['document']}.txt").read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["quote"]
        assert row["quote"] in row["context"]


def test_the_sets_are_those_that_are_scored() -> None:
    assert build.SETS == accuracy.SETS
    names = [path.name for folder in build.SETS.values() for path in (folder / "marked").iterdir()]
    assert len(names) == len(set(names))


def test_there_are_enough_sentences_of_every_construction() -> None:
    rows = rows_of("first")
    assert len({(row["document"], row["context"]) for row in rows}) >= 300
    constructions = Counter(row["construction"] for row in rows)
    for name in (
        "total",
        "part",
        "headline",
        "implied",
        "vague",
        "negated",
        "bound",
        "background",
        "another",
        "n of m",
        "place",
    ):
        assert constructions[name] >= 10, name
    assert len({row["kind"] for row in rows}) >= 20
    assert {row["style"] for row in rows} >= {"wire", "web", "capitals", "broadcast", "tokenised", "headlines"}


@pytest.mark.parametrize(
    ("name", "reports", "styles"),
    [
        ("batch2", 20, 12),
        ("batch3", 20, 12),
        ("batch4", 20, 7),
        ("batch5", 20, 7),
        ("batch6", 24, 6),
        ("batch7", 40, 14),
        ("batch8", 40, 8),
        ("batch9", 30, 8),
    ],
)
def test_batches_are_of_many_styles_and_events(name: str, reports: int, styles: int) -> None:
    rows = rows_of(name)
    assert len(rows) >= 400
    assert len({row["document"] for row in rows}) == reports
    assert len({row["kind"] for row in rows}) >= 18
    assert len({row["style"] for row in rows}) >= styles
    assert sum(row["event"] != "main" for row in rows) >= 20
    assert sum(len(row["speaker"]) > 1 for row in rows) >= 8


@each_set
def test_bounds_follow_from_the_hedge(name: str) -> None:
    for row in rows_of(name):
        best, low, high = row["best"], row["low"], row["high"]
        known = {
            "vague": (False,) * 3,
            "range": (False, True, True),
            "up_to": (False, False, True),
            "about": (True, False, False),
        }
        known |= {
            "": (True,) * 3,
            "at_least": (True, True, False),
            "more_than": (True, True, False),
            "nearly": (True, False, True),
        }
        assert (best is not None, low is not None, high is not None) == known[row["hedge"]], row
        assert not row["negated"] or (best, low, high) == (0, 0, 0)


@each_set
def test_floors_hold(name: str) -> None:
    """What `make gate` checks. A floor is lowered with `python bench/accuracy.py --floors --lower` only."""
    floors = accuracy.floors_of(name)
    if not floors:
        pytest.skip("no floors have been set for these reports yet")
    assert accuracy.short_of(accuracy.reached(accuracy.measure(name)), floors) == []


def test_what_is_missed_in_held_out_reports_is_not_told() -> None:
    scored = score([gold(0, 2, 24, construction="total", style="wire")], [])
    assert accuracy.HELD_OUT
    for name in accuracy.SETS:
        assert ("### Misses" in accuracy.chapter(name, scored)) == (name not in accuracy.HELD_OUT)


def test_a_score_under_its_floor_is_told() -> None:
    assert accuracy.short_of({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.9, "c": 0.1}) == [
        "a: 0.5000 is under its floor of 0.6000",
        "c: 0.0000 is under its floor of 0.1000",
    ]


def test_floors_rise_by_themselves_and_fall_when_told() -> None:
    assert accuracy.raised({"a": 0.9}, {"a": 0.5, "b": 0.4}, lower=False) == {"a": 0.88, "b": 0.4}
    assert accuracy.raised({"a": 0.4}, {"a": 0.5}, lower=False) == {"a": 0.5}
    assert accuracy.raised({"a": 0.4}, {"a": 0.5}, lower=True) == {"a": 0.38}


def gold(start: int, end: int, best: int | None, **more: Any) -> dict[str, Any]:
    row = {"document": "d", "start": start, "end": end, "quote": "q", "best": best, "low": best, "high": best}
    row |= {"outcome": "killed", "group": "person", "part_of": None, "event": "main", "speaker": [], "implied": False}
    return row | more


def figure(start: int, end: int, best: int | None, **more: Any) -> dict[str, Any]:
    row = {"document": "d.txt", "id": f"f{start}", "start": start, "end": end, "best": best, "low": best, "high": best}
    row |= {"outcome": "killed", "group": "person", "part_of": None, "background": False, "speaker": []}
    return row | more


def test_a_figure_like_its_row_is_right_in_full() -> None:
    scores = score([gold(0, 2, 24)], [figure(0, 2, 24)]).scores
    assert {name: scores[name] for name in ("found_f1", "value_f1", "claim_f1", "full_f1")} == dict.fromkeys(
        ["found_f1", "value_f1", "claim_f1", "full_f1"], 1.0
    )


@pytest.mark.parametrize(
    ("change", "level"),
    [
        ({"background": True}, "claim"),
        ({"group": "child"}, "claim"),
        ({"outcome": "injured"}, "value"),
        ({"low": None}, "found"),
        ({"end": 9}, "found"),
        ({"outcome": None}, None),
    ],
)
def test_each_level_takes_more(change: dict[str, Any], level: str | None) -> None:
    (pair,) = score([gold(0, 2, 24)], [figure(0, 2, 24) | change]).pairs
    levels = ["found", "value", "claim", "full"]
    assert [name for name in levels if name in pair.right] == levels[: levels.index(level) + 1 if level else 0]


def test_other_need_not_be_found_but_must_not_be_taken_for_more() -> None:
    other = gold(0, 2, 24, outcome="other")
    assert score([other], []).scores["found_r"] == 0.0
    assert [pair.wanted for pair in score([other], []).pairs] == [False]
    taken = score([other, gold(5, 7, 3)], [figure(0, 2, 24), figure(5, 7, 3)]).scores
    assert (taken["claim_p"], taken["claim_r"]) == (0.5, 1.0)


def test_two_outcomes_on_one_span_take_a_figure_each() -> None:
    rows = [gold(0, 2, 0), gold(0, 2, 0, outcome="injured")]
    assert score(rows, [figure(0, 2, 0, outcome="injured", id="a"), figure(0, 2, 0, id="b")]).scores["claim_f1"] == 1.0
    assert score(rows, [figure(0, 2, 0)]).scores["claim_r"] == 0.5


def test_a_part_is_right_where_its_whole_is() -> None:
    rows = [gold(0, 2, 24, quote="24"), gold(5, 7, 9, quote="nine", part_of="24")]
    assert score(rows, [figure(0, 2, 24), figure(5, 7, 9, part_of="f0")]).scores["parts_r"] == 1.0
    assert score(rows, [figure(0, 2, 24), figure(5, 7, 9, part_of="f5")]).scores["parts_r"] == 0.0


@pytest.mark.parametrize(("said", "right"), [(["the coast guard"], 1.0), (["guardians"], 0.0), ([], 0.0)])
def test_the_head_word_names_the_speaker(said: list[str], right: float) -> None:
    rows = [gold(0, 2, 24, speaker=["coast guard of Averin", "Velmar Wire"])]
    assert score(rows, [figure(0, 2, 24, speaker=said)]).scores["speaker_r"] == right
