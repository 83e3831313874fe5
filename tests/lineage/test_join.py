from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.join import HOUSE_LEAST, NEXT, in_order, join, many_of
from headwater.lineage.words import word_hash


def joined(postings, houses, cap=100):
    """Seeds and boilerplate of rows (gram, report, word), in the order of their reports."""
    columns = np.array(postings, dtype=np.int64).reshape(-1, 3).T
    many = many_of(np.array(houses, dtype=np.int32), np.zeros(len(houses), dtype=np.bool_))
    return join(columns[0].astype(np.uint64), columns[1].astype(np.int32), columns[2].astype(np.int32), many, cap)


def rows(seeds):
    return sorted(zip(*(getattr(seeds, name).tolist() for name in ("a", "b", "at_a", "at_b")), strict=True))


def by_hand(postings, houses, cap):
    """The same by comparing everything with everything."""
    first = {}
    for gram, report, word in postings:
        first.setdefault((gram, report), word)
    size = Counter(houses)
    told = Counter((gram, houses[report]) for gram, report in first)
    worn = {
        (gram, report)
        for gram, report in first
        if houses[report] >= 0
        and size[houses[report]] >= HOUSE_LEAST
        and told[gram, houses[report]] >= min(size[houses[report]] / 2, HOUSE_LEAST + size[houses[report]] / 10)
        and sum(other == gram for other, _ in first) > 1
    }
    seeds = []
    for gram in {gram for gram, _ in first}:
        everyone = sorted(report for other, report in first if other == gram)
        left = [report for report in everyone if (gram, report) not in worn]
        for one, other in combinations(range(len(left)), 2):
            if len(everyone) <= cap or other - one <= NEXT:
                seeds.append((left[one], left[other], first[gram, left[one]], first[gram, left[other]]))
    return sorted(seeds), sorted((report, first[gram, report]) for gram, report in worn)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 15), st.integers(0, 30)), max_size=60, unique=True),
    st.lists(st.integers(-1, 2), min_size=16, max_size=16),
    st.sampled_from([3, 100]),
)
def test_the_join_finds_what_comparing_everything_finds(found, houses, cap):
    postings = sorted(found, key=lambda row: (row[1], row[2]))
    seeds, worn = joined(postings, sorted(houses), cap)
    expected, boilerplate = by_hand(postings, sorted(houses), cap)
    assert rows(seeds) == expected
    assert sorted(zip(worn.reports.tolist(), worn.positions.tolist(), strict=True)) == boilerplate


def test_the_order_of_reports_among_postings_changes_nothing():
    postings = [(gram, report, gram) for report in (3, 0, 2, 1) for gram in range(4)]
    assert rows(joined(postings, [-1] * 4)[0]) == rows(joined(sorted(postings, key=lambda row: row[1]), [-1] * 4)[0])


def test_a_gram_above_the_cap_joins_each_report_to_the_next_few():
    seeds, _ = joined([(7, report, 0) for report in range(120)], [-1] * 120)
    assert {b - a for a, b, _, _ in rows(seeds)} == set(range(1, NEXT + 1))


def test_no_postings_make_no_seeds():
    seeds, worn = joined([], [])
    assert rows(seeds) == []
    assert len(worn.reports) == 0


def test_seeds_are_put_in_order_however_large_their_numbers():
    big = np.array([1 << 21, 5], dtype=np.int32)
    seeds, _ = join(
        np.array([9, 8, 9, 8], dtype=np.uint64),
        np.array([5, 5, 1 << 21, 1 << 21], dtype=np.int32),
        np.array([4, 2, 1, 3], dtype=np.int32),
        np.full((1 << 21) + 1, -1, dtype=np.int32),
        100,
    )
    ordered = in_order(seeds)
    assert ordered.at_a.tolist() == [2, 4]
    assert set(ordered.a.tolist()) | set(ordered.b.tolist()) == set(big.tolist())


def test_words_that_differ_have_hashes_that_differ():
    words = [a + b + c for a in "aeiou" for b in ("", "rst", "lmnop") for c in ("", "x", "yz", "qrstuvw" * 12)]
    assert len({word_hash(word) for word in words}) == len(set(words))
