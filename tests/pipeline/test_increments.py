"""Whatever was kept before, the result is that of a run with nothing kept; and what is untouched is not worked on again."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as under
from hypothesis import strategies as st

from headwater.case.anchors import hold
from headwater.case.decided_values import snapshot
from headwater.case.memory import Remembered
from headwater.engine.processes import engine_for
from headwater.model import Action, Contents, Decision
from headwater.model.ports import Keeping, silent
from headwater.pipeline.case import run
from headwater.pipeline.documents import Derived, Gleaned, Input, derive
from headwater.pipeline.relating import relate
from headwater.pipeline.reviewing import arranged, material
from headwater.settings import Settings

HERE = Settings(workers=1)
PLACES = (
    ("Ostra", "3 May 2011"),
    ("Port Ansel", "9 June 2012"),
    ("Lower Varn", "20 May 2011"),
    ("Tarn Hollow", "2 July 2014"),
)
TEXT = """{kind} in {place}: {killed} dead

{day}

At least {killed} people were killed in {place} on {day}, {speaker} said. {aside}

{hurt} people were injured and {houses} houses were destroyed. {shared}

{before}

© {publisher}
"""
SHARED = (
    "Those who came back at dawn found the well dry, two carts overturned and the chapel door nailed shut from outside."
)
KINDS = ("Fire", "Flood", "Landslide", "Storm")
PAPERS = ("Harbour Post", "Harbour Herald", "Evening Mail", "Valley Radio", "Ostra Courier")


@cache
def gathered(number: int) -> tuple[str, Derived]:
    """An invented report, and what it gives by itself; some share a sentence, some look back at another's event."""
    random = Random(f"increments {number}")
    which = random.randrange(len(PLACES))
    (place, day), (other, then) = PLACES[which], random.choice(PLACES)
    killed = 12 + which + random.choice((0, 0, 3))
    text = TEXT.format(
        kind=KINDS[which],
        place=place,
        day=day,
        killed=killed,
        speaker=random.choice(("the fire brigade", "Ada Marr", "the mayor")),
        aside=random.choice(("", f"Lantern {number} was found by the {place} mill.")),
        hurt=random.choice((40, 44)),
        houses=100 + which,
        shared=SHARED if random.random() < 0.5 else f"Nobody knew of lantern {number}.",
        before=random.choice((f"On {then} {random.randrange(9, 30)} people were killed in {other}.", "")),
        publisher=random.choice(PAPERS),
    )
    document = f"r{number * 7 % 32:02}.txt"
    return document, derive(HERE, Input(document, text.encode()))


def gleaned(numbers: Sequence[int]) -> Gleaned:
    found = sorted(gathered(number) for number in numbers)
    return Gleaned(
        derived=tuple(derived for _, derived in found),
        inputs={document: document for document, _ in found},
        keys=tuple(f"derived/{document}" for document, _ in found),
        problems=(),
    )


def case(
    numbers: Sequence[int], kept: Keeping, decisions: Sequence[Decision] = (), settings: Settings = HERE
) -> Contents:
    return relate(gleaned(numbers), (), settings, engine_for(1), silent, {}, decisions, kept)


def decided(numbers: Sequence[int], seed: int) -> tuple[Decision, ...]:
    """Decisions on some of the first figures of reports: corrected, rejected, merged with another's."""
    random, found = Random(seed), []
    for number in numbers:
        _, derived = gathered(number)
        action = random.choice((None, Action.CORRECT, Action.REJECT, Action.REPORT))
        if action is None or derived.report is None:
            continue
        figure = derived.extraction.figures[0]
        words: dict[str, Any] = hold(derived.report.text, figure.start, figure.end)._asdict()
        new: dict[str, Any] = {"best": "77", "low": "77", "high": "77"}
        if action is Action.REPORT:
            words, new = dict.fromkeys(words), {"published": "2013-01-02"}
        row = words | {"document": figure.document, "old": json.dumps(snapshot(figure)), "new": json.dumps(new)}
        row.pop("end")
        found.append(
            Decision(len(found) + 1, "", "Ines", "2031-05-04T10:00:00Z", action.value, **row, end=None, reason=None)
        )
    return tuple(found)


NUMBERS = st.lists(st.integers(0, 27), min_size=2, max_size=14, unique=True)


@under(max_examples=12)
@given(NUMBERS, st.lists(st.integers(1, 6), min_size=1, max_size=4), st.integers(0, 9))
def test_in_whatever_portions_reports_join(numbers: list[int], portions: list[int], seed: int) -> None:
    """Reports join in several runs, and some leave; decisions are made on the way."""
    kept: dict[str, bytes] = {}
    at = 0
    for number, portion in enumerate(portions):
        at += portion
        held = numbers[number // 2 : at] or numbers[:1]
        decisions = decided(held, seed) if number % 2 else ()
        assert case(held, kept, decisions) == case(held, {}, decisions)


@under(max_examples=8)
@given(NUMBERS, st.randoms(use_true_random=False))
def test_with_parts_of_what_was_kept_or_damaged(numbers: list[int], random: Random) -> None:
    kept: dict[str, bytes] = {}
    case(numbers[1:], kept)
    for name in list(kept):
        fate = random.choice(("stays", "goes", "damaged", "empty"))
        if fate == "goes":
            del kept[name]
        elif fate != "stays":
            kept[name] = kept[name][: len(kept[name]) // 2] if fate == "damaged" else b""
    assert case(numbers, kept) == case(numbers, {})


def test_with_other_settings() -> None:
    kept: dict[str, bytes] = {}
    for settings in (HERE, Settings(workers=1, seed=9), Settings(workers=1, gram=5), HERE):
        assert case(range(12), kept, settings=settings) == case(range(12), {}, settings=settings)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of thing was made, not remembered."""
    counted: Counter[str] = Counter()
    real = Remembered.made

    def watched(self: Remembered, name: str, kind: Any, make: Callable[[], Any], *rests_on: object, **more: Any) -> Any:
        return real(self, name, kind, partial(_count, counted, name, make), *rests_on, **more)

    each = Remembered.each

    def watched_each(self: Remembered, name: str, kind: Any, make: Callable[[Any], Any], marks: Any) -> Any:
        return each(self, name, kind, lambda one: _count(counted, name, partial(make, one)), marks)

    monkeypatch.setattr(Remembered, "made", watched)
    monkeypatch.setattr(Remembered, "each", watched_each)
    return counted


def _count(counted: Counter[str], name: str, make: Callable[[], Any]) -> Any:
    counted[name] += 1
    return make()


def test_a_review_tells_events_apart_from_what_the_case_keeps(made: Counter[str], tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for number in range(8):
        document, derived = gathered(number)
        assert derived.report is not None
        (tmp_path / "reports" / document).write_text(derived.report.text, encoding="utf-8")
    run([tmp_path / "reports"], tmp_path / "case", HERE)
    made.clear()
    held = material(tmp_path / "case")
    assert not made
    decisions = decided(range(3), 1)
    touched = {one.document for one in decisions}
    assert touched
    first = arranged(held, decisions)
    assert made["profile"] == len(touched)
    assert 1 <= made["told"] <= len(touched)
    made.clear()
    assert arranged(held, decisions) == first
    assert not made
    assert case(range(8), {}, decisions).events == first.events


def test_relating_leaves_no_circles_behind() -> None:
    """So that the search for them can be left out meanwhile."""
    kept: dict[str, bytes] = {}
    known: dict[str, bytes] = {}
    for number in (12, 20):
        case(
            range(number), known
        )  # what is made at first use, of writing and of reading, may leave some once a process
    case(range(12), kept)
    gc.collect()
    gc.disable()
    try:
        case(range(12), {})
        case(range(20), kept)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_nothing_is_worked_on_twice(made: Counter[str]) -> None:
    kept: dict[str, bytes] = {}
    case(range(20), kept)
    assert made["profile"] == 20
    made.clear()
    case(range(20), kept)
    assert not made


def test_a_report_that_joins_touches_its_own_event_alone(made: Counter[str]) -> None:
    """One by which no event is named: an event goes by its first report, and those that look back at it ask for its name."""
    kept: dict[str, bytes] = {}
    before = case(range(21), kept)
    made.clear()
    after = case(range(22), kept)
    document, _ = gathered(21)
    event = next(report.main_event for report in after.reports if report.document == document)
    own = [report.document for report in after.reports if report.main_event == event]
    assert len({report.main_event for report in before.reports}) > 2
    assert made["profile"] == 1
    assert made["told"] == 1
    assert made["inside"] <= len(own) < 12
    assert made["measures"] <= 2 * len({figure.event for figure in after.figures if figure.document in own})
    assert 1 <= made["between"] <= len({figure.event for figure in after.figures if figure.document in own}) + 1
