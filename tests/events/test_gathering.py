"""Gathering: every report in one group, whatever the order; likeness is symmetric."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.events.days import Days
from headwater.events.gathering import THRESHOLD, _linked, agglomerate, gather
from headwater.events.likeness import likeness
from headwater.events.profile import Profile
from headwater.events.terms import Terms

WORDS = ("marigold", "varn", "ferry", "mill", "tarn", "odell", "cormorant", "lisk", "vance", "police")
PROFILES = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(WORDS), st.integers(1, 9), max_size=6),
        st.none() | st.integers(737000, 737400),
    ),
    max_size=9,
)


def profiles(given: list[tuple[dict[str, int], int | None]]) -> list[Profile]:
    made = []
    for place, (words, at) in enumerate(given):
        told = () if at is None else (((at, at), 1.0),)
        days = Days(told, tuple(span for span, _ in told), None)
        terms = Terms.of(words, frozenset(words) - {"ferry", "mill", "police"})
        made.append(Profile(f"{place}.txt", terms, {}, {}, days))
    return made


@given(PROFILES)
def test_every_report_is_in_one_group_whatever_the_order(told: list[tuple[dict[str, int], int | None]]) -> None:
    made = profiles(told)
    groups = gather(made)
    assert sorted(one.document for group in groups for one in group) == sorted(one.document for one in made)
    assert groups == gather(made[::-1])


@given(PROFILES)
def test_likeness_is_symmetric_and_bounded(told: list[tuple[dict[str, int], int | None]]) -> None:
    made = profiles(told)
    if made:
        found = likeness(made)
        assert np.array_equal(found, found.T)
        assert found.min() >= 0
        assert found.max() <= 1.5001


@pytest.mark.parametrize(
    ("other", "more"),
    [(737122, True), (737123, True), (737160, False)],
)
def test_the_same_day_makes_alike_and_another_unlike(other: int, more: bool) -> None:
    words = {"marigold": 2, "ferry": 1}
    untold = likeness(profiles([(words, None), (words, None)]))[0, 1]
    told = likeness(profiles([(words, 737122), (words, other)]))[0, 1]
    assert bool(told > untold) is more


def test_groups_join_by_their_mean() -> None:
    high, low = THRESHOLD * 4, THRESHOLD / 4
    alike = np.array([[1, high, low], [high, 1, low], [low, low, 1]])
    assert agglomerate(alike) == [[0, 1], [2]]
    chained = np.array([[1, high, low], [high, 1, high], [low, high, 1]])
    assert agglomerate(chained) == [[0, 1, 2]]


@given(st.integers(0, 12), st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 4]))
def test_parts_that_nothing_connects_give_the_same_groups_as_the_whole(size: int, seed: int, places: int) -> None:
    chance = np.random.default_rng(seed)
    half = np.triu(np.round(chance.random((size, size)) ** 4 / 2, places), 1)
    alike = half + half.T
    assert agglomerate(alike) == sorted(_linked(alike))
