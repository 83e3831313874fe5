import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.join import Worn
from headwater.lineage.lanes import WORN, WORN_THERE, written
from headwater.lineage.worn import WornIndex, marked


def test_worn_grams_are_found_by_report():
    found = WornIndex.of(Worn(np.array([4, 1, 4], dtype=np.int32), np.array([9, 2, 3], dtype=np.int32)))
    assert list(found) == [1, 4]
    assert len(found) == 2
    assert found[4].tolist() == [3, 9]
    assert 4 in found
    assert 2 not in found
    with pytest.raises(KeyError):
        found[2]


def test_what_lies_between_two_near_grams_is_worn_as_well():
    marks = marked(np.array([0, 7, 20]), np.array([30, 30, 30]), 4, 4, 30)
    assert np.flatnonzero(marks).tolist() == [*range(11), *range(20, 24)]


def test_boilerplate_does_not_run_over_into_the_next_report():
    marks = marked(np.array([8, 10]), np.array([10, 20]), 4, 4, 20)
    assert np.flatnonzero(marks).tolist() == [8, 9, 10, 11, 12, 13]


@given(st.lists(st.integers(0, 2**64 - 1), max_size=30), st.data())
def test_a_lane_has_a_sign_a_word_and_none_that_stands_for_boilerplate(values, data):
    hashes = np.array(values, dtype=np.uint64)
    worn = np.array([data.draw(st.booleans()) for _ in values], dtype=np.bool_)
    lane = written(hashes, None)
    assert len(lane) == len(values)
    assert WORN not in lane
    assert WORN_THERE not in lane
    assert all(not 0xD800 <= ord(sign) < 0xE000 for sign in lane)
    assert [sign == WORN for sign in written(hashes, worn)] == worn.tolist()
