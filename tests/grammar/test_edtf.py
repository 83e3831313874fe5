"""The first and last day that an EDTF expression allows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.edtf import days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-03-05", "2019-03-05", "2019-03-05"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("1994", "1994-01-01", "1994-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2019-03-05?", "2019-03-05", "2019-03-05"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-03-XX", "2019-03-01", "2019-03-31"),
        ("1992-02-25/1992-02-26", "1992-02-25", "1992-02-26"),
        ("2019-03-05T14:30", "2019-03-05", "2019-03-05"),
    ],
)
def test_known(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf", [None, "", "..", "2019-03-05/..", "XXXX-03-05", "2019-02-30", "tomorrow", "2019/2018", "a/b/c"]
)
def test_open_or_unknown(edtf: str | None) -> None:
    assert days(edtf) is None


@given(st.text("0123456789-/X~?T.", max_size=24))
def test_never_an_error(edtf: str) -> None:
    found = days(edtf)
    assert found is None or found[0] <= found[1]
