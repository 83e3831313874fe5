"""Figures of several reports become measures and readings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from headwater.case.memory import Remembered
from headwater.collate import stage
from headwater.collate.stage import collate
from headwater.language import load
from headwater.model import Figure, Measure, Outcome, Regrouping, Span, Whole


def figure(
    document: str, value: int | None, outcome: Outcome | None = Outcome.KILLED, group: str = "person", **more: Any
) -> Figure:
    number = None if value is None else Decimal(value)
    start = more.pop("start", 0)
    return Figure(
        id=Figure.identify(document, start, start + 1, outcome, group), document=document, start=start, end=start + 1,
        quote=more.pop("quote", str(value)), sentence=Span(0, 10), best=number, low=number, high=number,
        outcome=outcome, group=group, **more,
    )  # fmt: skip


def measures(*figures: Figure) -> tuple[Measure, ...]:
    return collate(figures, load("en"))


def values(measure: Measure) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(reading.best), reading.documents) for reading in measure.readings]


def test_equal_numbers_are_one_reading_most_reports_first() -> None:
    (killed,) = measures(figure("a", 31), figure("b", 24), figure("c", 24))
    assert values(killed) == [("24", ("b", "c")), ("31", ("a",))]


def test_readings_of_one_report_stand_as_it_tells_them() -> None:
    told = [figure("a", value, start=start) for start, value in ((3, 38), (40, 31), (90, 19))]
    (killed,) = measures(*reversed(told))
    assert [value for value, _ in values(killed)] == ["38", "31", "19"]


def test_groups_that_stand_for_all_share_a_measure_and_others_do_not() -> None:
    found = measures(
        figure("a", 24, group="resident"), figure("b", 24, group="civilian"), figure("c", 4, group="child")
    )
    assert [(measure.group, values(measure)) for measure in found] == [
        ("person", [("24", ("a", "b"))]),
        ("child", [("4", ("c",))]),
    ]


def test_a_part_counted_in_persons_is_no_reading_of_the_whole() -> None:
    found = measures(figure("a", 40), figure("a", 20, start=5, part_of="f0"))
    assert [values(measure) for measure in found] == [[("40", ("a",))], [("20", ("a",))]]


def test_parts_that_no_group_tells_apart_are_no_readings_of_each_other() -> None:
    """ "Nine of them were under 16", and in another report "eleven had no ticket"."""
    whole = figure("a", 40)
    found = measures(
        whole,
        figure("a", 9, start=5, part_of=whole.id),
        figure("b", 11, start=5, part_of=whole.id),
        figure("c", 9, start=5, part_of=whole.id),
        figure("a", 4, start=9, part_of=whole.id, place="Orrin"),
        figure("b", 5, start=9, part_of=whole.id, place="Orrin"),
    )
    assert [values(measure) for measure in found] == [
        [("40", ("a",))],
        [("9", ("a", "c"))],
        [("11", ("b",))],
        [("4", ("a",)), ("5", ("b",))],
    ]


@pytest.mark.parametrize("whole", [None, Outcome.OTHER, Outcome.AFFECTED])
def test_a_part_of_those_who_were_there_is_all_that_befell_them(whole: Outcome | None) -> None:
    """ "Three were shot, one of them died" counts the dead."""
    three = figure("a", 3, outcome=whole)
    found = measures(three, figure("a", 1, start=5, part_of=three.id), figure("b", 1))
    dead = [values(measure) for measure in found if measure.outcome is Outcome.KILLED]
    assert dead == [[("1", ("a", "b"))]]


def test_a_group_that_but_names_whom_the_outcome_befell_is_nobody_else() -> None:
    taken = figure("a", 60, outcome=Outcome.CAPTURED, group="villager")
    found = measures(
        taken,
        figure("a", 29, outcome=Outcome.RESCUED, start=5),
        figure("b", 74, outcome=Outcome.CAPTURED, group="abductee"),
        figure("b", 29, outcome=Outcome.RESCUED, group="hostage", start=5),
        figure("b", 3, outcome=Outcome.KILLED, group="hostage", start=9),
    )
    assert [(measure.outcome, measure.group, values(measure)) for measure in found] == [
        (Outcome.KILLED, "hostage", [("3", ("b",))]),
        (Outcome.CAPTURED, "person", [("60", ("a",)), ("74", ("b",))]),
        (Outcome.RESCUED, "person", [("29", ("a", "b"))]),
    ]


def test_what_comes_on_top_of_a_count_is_no_reading_of_it() -> None:
    """ "Seven died; another three died in hospital"."""
    found = measures(figure("a", 7), figure("a", 3, start=5, rule="added"), figure("b", 10))
    assert [values(measure) for measure in found] == [[("7", ("a",)), ("10", ("b",))], [("3", ("a",))]]


def test_a_districts_count_is_no_rival_of_the_whole() -> None:
    assert len(measures(figure("a", 40), figure("b", 12, place="the northern district"))) == 2


def test_unattached_numbers_are_in_no_measure() -> None:
    assert measures(figure("a", 40, outcome=None)) == ()


def test_vague_words_are_one_reading_only_where_they_are_the_same() -> None:
    (killed,) = measures(
        figure("a", None, quote="dozens"), figure("b", None, quote="Dozens"), figure("c", None, quote="hundreds")
    )
    assert values(killed) == [("None", ("a", "b")), ("None", ("c",))]


def test_rows_stand_in_the_order_of_outcomes_background_last() -> None:
    found = measures(
        figure("a", 9, Outcome.DAMAGED, "house"), figure("a", 2000, start=3, background=True, event="e9"),
        figure("a", 5, Outcome.INJURED), figure("a", 1),
    )  # fmt: skip
    assert [(measure.outcome.value, measure.event) for measure in found] == [
        ("killed", None), ("injured", None), ("damaged", None), ("killed", "e9"),
    ]  # fmt: skip


def test_parts_of_a_time_stand_below_the_whole_of_that_time() -> None:
    total, week = figure("a", 90, period="2019/.."), figure("a", 9, start=2, period="2019-03-04/2019-03-10")
    found = measures(
        figure("a", 4, group="child", start=4, part_of=total.id, period="2019/.."), week, total,
        figure("a", 2, group="child", start=6, part_of=week.id, period="2019-03-04/2019-03-10"),
    )  # fmt: skip
    assert [(measure.period, measure.group) for measure in found] == [
        ("2019-03-04/2019-03-10", "person"), ("2019-03-04/2019-03-10", "child"), ("2019/..", "person"), ("2019/..", "child"),
    ]  # fmt: skip


def test_the_order_of_the_figures_changes_nothing() -> None:
    figures = [figure(name, value) for name, value in [("a", 3), ("b", 4), ("c", 3), ("d", 5)]]
    assert measures(*figures) == measures(*reversed(figures))


def test_speakers_of_a_reading_are_those_who_said_it_first() -> None:
    (killed,) = measures(figure("a", 3, speaker=("Mayor", "ANP")), figure("b", 3, speaker=("Mayor",)))
    assert killed.readings[0].speakers == ("Mayor",)


def test_what_one_voice_counts_side_by_side_is_counted_apart() -> None:
    both = [figure(name, value, start=start) for name in ("a", "d") for value, start in ((25, 0), (130, 60))]
    both += [figure("b", 130), figure("c", 25)]
    assert [values(measure) for measure in measures(*both)] == [[("25", ("a", "c", "d"))], [("130", ("a", "b", "d"))]]
    assert len({measure.id for measure in measures(*both)}) == 2


def test_one_report_alone_may_set_rival_counts_side_by_side() -> None:
    assert len(measures(figure("a", 25), figure("a", 130, start=60), figure("b", 130))) == 1


def test_rival_counts_of_two_speakers_are_of_one_thing() -> None:
    found = measures(figure("a", 24, speaker=("mayor",)), figure("a", 22, start=60, speaker=("owner",)))
    assert [sorted(values(measure)) for measure in found] == [[("22", ("a",)), ("24", ("a",))]]


def test_a_headline_that_is_told_again_otherwise_is_of_one_thing() -> None:
    assert len(measures(figure("a", 24), figure("a", 27, start=900))) == 1


def test_what_is_only_denied_is_no_reading() -> None:
    killed, destroyed = measures(
        figure("a", 12), figure("b", 12, denied=True), figure("b", 3, start=60),
        figure("b", 40, Outcome.DESTROYED, "house", denied=True),
    )  # fmt: skip
    assert values(killed) == [("12", ("a",)), ("3", ("b",))]
    assert (destroyed.readings, len(destroyed.denied), destroyed.figures) == ((), 1, destroyed.denied)


def test_what_is_denied_beside_another_count_sets_no_two_things_apart() -> None:
    said = [figure(name, 3, start=60) for name in ("a", "b")]
    assert len(measures(*said, *(figure(name, 12, denied=True) for name in ("a", "b")))) == 1


def of_events(seed: int) -> list[Figure]:
    chance = Random(seed)
    return [
        figure(
            f"r{number % 7}", chance.randrange(2, 5), chance.choice((Outcome.KILLED, Outcome.INJURED)), start=number,
            event=chance.choice(("e1", "e2", "e3", None)), background=chance.random() < 0.3,
        )
        for number in range(40)
    ]  # fmt: skip


def regroupings(figures: Sequence[Figure], seed: int) -> list[Regrouping]:
    chance, names = Random(seed), [one.id for one in figures]
    return [
        Regrouping(Whole.MEASURE, chance.random() < 0.5, tuple(chance.sample(names, chance.randrange(1, 4))))
        for _ in range(chance.randrange(4))
    ]


@pytest.mark.parametrize("seed", range(20))
def test_parts_by_themselves_are_what_all_of_them_together_are(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever people merged and split, and whatever was kept; the order is that of all groups."""
    figures, kept = of_events(seed), dict[str, bytes]()
    marks = {one.document: one.document for one in figures}
    said = regroupings(figures, seed)
    for told in ((), said, said[:1]):
        found = collate(figures, load("en"), told, Remembered(kept, marks))
        with monkeypatch.context() as patched:
            patched.setattr(stage, "_moved", lambda by_part, _: set(by_part))
            assert found == collate(figures, load("en"), told)
