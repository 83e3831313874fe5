"""Which events have a day in common, told without holding each against each."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from headwater.examine.between_events import _dated_alike
from headwater.grammar.edtf import overlap

DAYS = st.integers(1, 28).map(lambda day: date(2011, 5, day))
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))


@given(st.dictionaries(st.text("efgh", min_size=1, max_size=4), SPANS, max_size=9))
def test_it_is_what_holding_each_against_each_tells(dated: dict[str, tuple[date, date]]) -> None:
    told = list(_dated_alike(dated))
    assert len(told) == len(set(told))
    assert set(told) == {
        (one, other) for one, other in combinations(sorted(dated), 2) if overlap(dated[one], dated[other])
    }
