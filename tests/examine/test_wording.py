"""Numbers, measures, days and speakers as findings tell them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examine_cases import count
from headwater.examine.speakers import Speakers
from headwater.examine.wording import amount, counted, day_words, measured
from headwater.language import load
from headwater.messages import listing, number, weekday
from headwater.model import Figure, Measure, Outcome


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (count(1275), "1,275"),
        (count(24, hedge="at_least"), "at least 24"),
        (count(24, hedge="more_than"), "more than 24"),
        (count(24, hedge="about"), "about 24"),
        (count(24, hedge="nearly"), "nearly 24"),
        (count(low=600, high=2000, hedge="range"), "600 to 2,000"),
        (count(high=2000, hedge="up_to"), "up to 2,000"),
        (count(low=600), "at least 600"),
        (count(hedge="vague"), "“”"),
    ],
)
def test_amounts(figure: Figure, words: str) -> None:
    assert amount(figure) == words
    assert counted(figure) == f"{words} people"


@pytest.mark.parametrize(
    ("outcome", "group", "unit", "words"),
    [
        ("killed", "person", "count", "Killed"),
        ("killed", "child", "count", "Children killed"),
        ("damage_cost", "EUR", "EUR", "Damage cost, in EUR"),
        ("other", "boat", "count", "Boats counted"),
    ],
)
def test_measures(outcome: str, group: str, unit: str, words: str) -> None:
    measure = Measure("m", None, Outcome(outcome), group, "the port", None, unit, ())
    assert measured(measure, load()) == f"{words}, the port"


def test_days_are_told_without_the_machines_locale() -> None:
    first, last = date(2011, 5, 3), date(2011, 5, 9)
    assert day_words(None) == "no day given"
    assert day_words((first, first)) == "3 May 2011"
    assert day_words((first, last)) == "3 May 2011 to 9 May 2011"
    assert weekday(first) == "Tuesday"


def test_lists() -> None:
    assert [listing("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2))
def test_numbers_read_back(value: Decimal) -> None:
    assert Decimal(number(value).replace(",", "")) == value


@given(st.text(max_size=20), st.text(max_size=20))
def test_speakers_are_one_in_both_directions(one: str, other: str) -> None:
    assert Speakers((), load()).same(one, other) == Speakers((), load()).same(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Marr", "Ada Marr", True),
        ("Lorne", "South Lorne", False),
        ("Lorne army", "South Lorne army", False),
        ("South Lorne army", "army of South Lorne", True),
    ],
)
def test_speakers_are_told_apart_by_what_makes_another_name(one: str, other: str, *, same: bool) -> None:
    assert Speakers((), load()).same(one, other) is same
