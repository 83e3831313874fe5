from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.align import Side, align, covered, each, flipped
from headwater.lineage.chain import chain
from headwater.lineage.join import Seeds


def seeds(*rows):
    columns = np.array(rows, dtype=np.int32).reshape(-1, 4).T
    return Seeds(*columns)


def spans(found):
    return list(
        zip(
            found.a_start.tolist(),
            found.a_end.tolist(),
            found.b_start.tolist(),
            found.b_end.tolist(),
            found.seeds.tolist(),
            strict=True,
        )
    )


def test_seeds_in_step_make_one_chain():
    assert spans(chain(seeds((0, 1, 10, 110), (0, 1, 20, 121), (0, 1, 50, 149)), 4)) == [(10, 54, 110, 153, 3)]


def test_a_wide_gap_or_a_drift_cuts_a_chain():
    assert len(spans(chain(seeds((0, 1, 0, 0), (0, 1, 60, 60)), 4))) == 2
    assert len(spans(chain(seeds((0, 1, 0, 0), (0, 1, 10, 45)), 4))) == 2


def test_a_stray_seed_does_not_cut_a_chain():
    found = spans(chain(seeds((0, 1, 0, 100), (0, 1, 10, 400), (0, 1, 20, 120)), 4))
    assert (0, 24, 100, 124, 2) in found
    assert len(found) == 2


def test_no_seeds_make_no_chains():
    assert spans(chain(seeds(), 4)) == []


def lane(text):
    return text.replace(" ", "")


def test_a_passage_runs_over_changed_words():
    a, b = "abcdefghijklmnop", "abcdXfghijYlmnop"
    (passage,) = align(a, b, [Side(0, 4, 0, 4, 1)])
    assert (passage.a_start, passage.a_end, passage.words) == (0, 16, 14)
    assert list(each(passage.runs)) == [(0, 0, 4), (5, 5, 5), (11, 11, 5)]
    assert covered(passage.runs) == covered(passage.runs, there=True) == 0b1111101111101111


def test_parts_in_another_order_are_two_passages():
    one, two = "abcdefghij" * 3, "klmnopqrst" * 3
    found = align(one + two, two + one, [Side(0, 30, 30, 60, 9), Side(30, 60, 0, 30, 9)])
    assert [(part.a_start, part.b_start) for part in found] == [(0, 30), (30, 0)]


@given(
    st.text("abcdef", max_size=80),
    st.text("abcdef", max_size=80),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=4),
)
def test_runs_are_equal_and_no_word_is_in_two_passages(a, b, starts):
    sides = [Side(x, min(len(a), x + 4), y, min(len(b), y + 4), 1) for x, y in starts if x < len(a) and y < len(b)]
    found = align(a, b, sides)
    for part in found:
        assert all(a[x : x + size] == b[y : y + size] for x, y, size in each(part.runs))
        assert flipped(flipped(part)) == part
    for one, other in pairwise(found):
        assert one.a_end <= other.a_start
        assert one.b_end <= other.b_start or other.b_end <= one.b_start


def test_a_very_long_copy_is_aligned_piece_by_piece():
    text = "".join(chr(0x4E00 + (n * 7919) % 20000) for n in range(9000))
    (passage,) = align(text, text[:5000] + "x" * 10 + text[5000:], [Side(0, 9000, 0, 9010, 100)])
    assert passage.words == 9000
