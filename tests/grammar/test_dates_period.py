"""Periods: their norms, what lies a number of units on, and that EDTF reads back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.grammar.dates_period import (
    Period,
    century,
    day,
    day_of,
    decade,
    half,
    month,
    quarter,
    season,
    week,
    weekend,
    year,
)
from headwater.grammar.edtf import of_edtf

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("period", "edtf", "timex"),
    [
        (day(2019, 3, 4), "2019-03-04", "2019-03-04"),
        (month(2019, 2), "2019-02", "2019-02"),
        (year(987), "0987", "0987"),
        (decade(1970), "197X", "197"),
        (century(19), "19XX", "19"),
        (season(2018, 24), "2018-24", "2018-WI"),
        (quarter(2018, 4), "2018-10/2018-12", "2018-Q4"),
        (half(2018, 1), "2018-01/2018-06", "2018-H1"),
        (week(date(2019, 3, 10)), "2019-03-04/2019-03-10", "2019-W10"),
        (weekend(date(2019, 3, 4)), "2019-03-09/2019-03-10", "2019-W10-WE"),
        (replace(year(1990), about=True), "1990~", "1990"),
    ],
)
def test_each_unit_has_its_norms(period: Period, edtf: str, timex: str) -> None:
    assert (period.edtf(), period.timex()) == (edtf, timex)


@pytest.mark.parametrize(
    ("period", "count", "edtf"),
    [
        (month(2019, 12), 2, "2020-02"),
        (month(2019, 1), -1, "2018-12"),
        (quarter(2019, 1), -1, "2018-10/2018-12"),
        (half(2019, 2), 1, "2020-01/2020-06"),
        (half(2019, 1), -1, "2018-07/2018-12"),
        (decade(1990), -2, "197X"),
        (century(19), 1, "20XX"),
        (season(2018, 22), 1, "2019-22"),
        (week(date(2019, 3, 4)), -1, "2019-02-25/2019-03-03"),
        (day(2020, 2, 28), 2, "2020-03-01"),
    ],
)
def test_units_on(period: Period, count: int, edtf: str) -> None:
    assert period.shifted(count).edtf() == edtf


def test_the_29th_of_february_a_year_on_is_the_28th() -> None:
    assert day(2020, 2, 29).years_on(1).edtf() == "2021-02-28"


@given(DAYS, st.integers(-400, 400))
def test_as_far_back_as_on(at: date, count: int) -> None:
    for period in (day_of(at), week(at), month(at.year, at.month), year(at.year)):
        assert period.shifted(count).shifted(-count) == period


@given(DAYS, st.booleans())
def test_what_edtf_says_reads_back_as_the_same_days(at: date, about: bool) -> None:
    number = (at.month + 2) // 3
    for period in (
        day_of(at),
        month(at.year, at.month),
        year(at.year),
        week(at),
        quarter(at.year, number),
        season(at.year, 21),
    ):
        told = replace(period, about=about)
        back = of_edtf(told.edtf())
        assert back is not None
        assert (back.first, back.last, back.about) == (told.first, told.last, about)


@given(st.text(max_size=20))
def test_any_text_is_no_error(text: str) -> None:
    assert of_edtf(text) is None or isinstance(of_edtf(text), Period)
