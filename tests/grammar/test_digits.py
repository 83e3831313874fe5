"""Digits in any script and with any usual separators give exact decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.digits import digits


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("0", "0"),
        ("1,275", "1275"),
        ("12,34,567", "1234567"),
        ("1.275.000", "1275000"),
        ("1,275.50", "1275.50"),
        ("1\u202f275\u202f000", "1275000"),
        ("61, 000", "61000"),
        ("2 .5", "2.5"),
        (".5", "0.5"),
        ("2,5", "2.5"),
        ("\u0661\u0662\u0663", "123"),
        ("\u0661\u066c\u0662\u0660\u0660", "1200"),
        ("\u0663\u066b\u0665", "3.5"),
        ("\u096a\u0968", "42"),
        ("9" * 30, "9" * 30),
    ],
)
def test_value(text: str, value: str) -> None:
    assert digits(text) == Decimal(value)


@pytest.mark.parametrize("text", ["\U000116d0", "12.03.2020", "192.168.1.1", "1,2,3", "9" * 31, "", ".", "5,6,7,8"])
def test_no_number(text: str) -> None:
    assert digits(text) is None


@given(st.integers(min_value=0, max_value=10**18))
def test_grouping_does_not_change_the_value(value: int) -> None:
    assert digits(f"{value}") == digits(f"{value:,}") == digits(f"{value:,}".replace(",", "\u202f")) == value
