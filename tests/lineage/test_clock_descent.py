import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.engine.here import Here
from headwater.lineage.account import hours, in_order
from headwater.lineage.clock import CLOCKS, COMMON, Clock, likeliest
from headwater.lineage.clocking import clock_of, settled
from headwater.lineage.compare import compare
from headwater.lineage.descent import likely
from headwater.lineage.families import families
from headwater.lineage.parents import directions, parents_of
from headwater.lineage.weights import shipped
from headwater.model import Direction
from headwater.settings import Settings
from lineage_texts import item, prose, reworded


def traced(accounts, clock=None):
    ordered = in_order(accounts)
    shelf, pairs = compare(ordered, Settings(), Here())
    found = families(shelf.sizes(), ordered, pairs)
    used = clock or clock_of(found, shipped())
    rows = {row.document: row for one in likely(found, shipped(), used) for row in parents_of(one, ordered)}
    return rows, directions(rows.values()), used


def top(row):
    shares = {choice.document: choice.probability for choice in row.parents}
    shares |= {"unseen": row.unseen_origin, "none": row.independent}
    return max(shares, key=lambda name: shares[name])


@given(st.floats(-500, 500), st.sampled_from([0.0, 24.0]))
def test_one_time_says_what_many_at_once_say(later, within):
    clock = Clock(20.0, 3.0)
    both = clock.says_all(np.array([later, np.nan]), np.array([within, within]))
    assert both[0] == pytest.approx(clock.says(later, within))
    assert both[1] == clock.says(None, within) == 0.0


def test_few_families_leave_the_common_clock():
    assert settled([]) is COMMON
    assert settled([[0.0] * len(CLOCKS)] * 3) == COMMON


def test_times_are_read_to_the_precision_they_have():
    assert hours("2021-05-01T12:00+00:00") == hours("2021-05-01") == hours("2021-05-01T14:00+02:00")
    assert hours("2021") is not None
    assert hours("") is hours(None) is hours("soon") is None


def test_a_chain_of_copies_is_seen_as_one():
    """What a copy changed and its own copy kept tells who drew on whom."""
    first = prose(1)
    second = reworded(first, 2, 0.12)
    third = reworded(second, 3, 0.12)
    rows, found, _ = traced(
        [
            item("a", first, "2021-05-01T08:00"),
            item("b", second, "2021-05-01T12:00"),
            item("c", third, "2021-05-01T18:00"),
        ]
    )
    assert top(rows["b"]) == "a"
    assert top(rows["c"]) == "b"
    assert found["b", "c"] is Direction.A_TO_B
    for row in rows.values():
        assert sum(choice.probability for choice in row.parents) + row.unseen_origin + row.independent == pytest.approx(
            1, abs=2e-3
        )


def test_three_copies_of_a_missing_text_have_an_unseen_origin():
    lost = prose(1, 260)
    rows, _, _ = traced([item(name, reworded(lost, n, 0.25), f"2021-05-0{n}T08:00") for n, name in enumerate("abc", 1)])
    assert sum(row.unseen_origin for row in rows.values()) > 1.2


def test_a_report_that_shares_nothing_is_independent():
    rows, _, _ = traced([item("a", prose(1)), item("b", prose(2))])
    assert [row.independent for row in rows.values()] == [1.0, 1.0]


def test_a_collection_that_says_so_has_another_clock():
    loose = Clock(50.0, 18.0)
    assert likeliest([500.0 if clock == loose else 0.0 for clock in CLOCKS]) == loose
    assert likeliest([1.0 if clock == loose else 0.0 for clock in CLOCKS]) == COMMON


def test_the_clock_of_copies_that_follow_at_once_is_a_quick_one():
    accounts = []
    for n in range(30):
        text = prose(n, 120)
        rows = ((text, 0), (reworded(text, n, 0.1), 1), (reworded(reworded(text, n, 0.1), n + 99, 0.1), 2))
        accounts += [item(f"{hour}{n:02d}", words, f"2021-05-{1 + n % 28:02d}T0{hour}:00") for words, hour in rows]
    ordered = in_order(accounts)
    shelf, pairs = compare(ordered, Settings(), Here())
    found = clock_of(families(shelf.sizes(), ordered, pairs), shipped())
    assert found.after < COMMON.after
    assert found.before < COMMON.before


def test_no_number_depends_on_the_order_of_reports():
    text = prose(1)
    accounts = [item(name, reworded(text, n, 0.1), f"2021-05-01T0{n}:00") for n, name in enumerate("dbca")]
    assert traced(accounts) == traced(accounts[::-1])
