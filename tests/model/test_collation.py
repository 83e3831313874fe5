"""How readings stand to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Agreement, Measure, Outcome, Reading


def reading(best: int | None, low: int | None, high: int | None) -> Reading:
    def number(value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    return Reading(best=number(best), low=number(low), high=number(high), figures=("f",), documents=("a",))


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ((40, 40, 40), (40, 40, 40), "same"),
        ((40, 40, None), (40, 40, 40), "hedge"),
        ((40, None, None), (40, 40, 40), "hedge"),
        ((None, 30, 50), (40, 40, 40), "bounds"),
        ((30, 30, None), (40, 40, 40), "bounds"),
        ((None, None, None), (40, 40, 40), "bounds"),
        ((100, None, None), (95, 95, 95), "bounds"),
        ((100, None, None), (80, 80, 80), "differs"),
        ((50, 50, None), (40, 40, 40), "differs"),
        ((41, 41, 41), (40, 40, 40), "differs"),
        ((0, 0, 0), (1, 1, 1), "differs"),
    ],
)
def test_agreement(one: tuple[int | None, ...], other: tuple[int | None, ...], stands: str) -> None:
    assert reading(*one).agreement(reading(*other)).value == stands


numbers = st.one_of(st.none(), st.integers(0, 1000))


@given(st.tuples(numbers, numbers, numbers), st.tuples(numbers, numbers, numbers))
def test_agreement_is_the_same_in_both_directions(one: tuple[int | None, ...], other: tuple[int | None, ...]) -> None:
    assert reading(*one).agreement(reading(*other)) is reading(*other).agreement(reading(*one))


def test_a_measure_shows_its_widest_disagreement() -> None:
    readings = (reading(40, 40, 40), reading(40, 40, None), reading(31, 31, 31))
    measure = Measure("m", None, Outcome.KILLED, "person", None, None, "count", readings)
    assert measure.agreement() is Agreement.DIFFERS
    assert Measure("m", None, Outcome.KILLED, "person", None, None, "count", readings[:1]).agreement() is Agreement.SAME
