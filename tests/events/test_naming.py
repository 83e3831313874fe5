"""Names of events: the day and the place that most reports tell, in words."""

from __future__ import annotations

import pytest

from headwater.events.days import Days
from headwater.events.naming import day_of_event, label, place_of_event, words_of_event
from headwater.events.profile import Profile
from headwater.events.stretches import Stretch
from headwater.events.terms import Terms


def profile(
    document: str,
    days: dict[Stretch, float],
    places: dict[str, int],
    calls: dict[str, int],
    published: int | None = None,
) -> Profile:
    told = tuple(sorted(days.items(), key=lambda one: -one[1]))
    return Profile(document, Terms(), places, calls, Days(told, tuple(days), published))


def test_a_run_of_days_gathers_the_votes_of_its_days() -> None:
    night, fourth, fifth = (10, 11), (10, 10), (11, 11)
    told = [{night: 1.0}, {fourth: 1.0}, {fifth: 1.0}, {night: 0.5, fourth: 0.2}]
    assert day_of_event([profile(str(at), days, {}, {}) for at, days in enumerate(told)]) == night


def test_the_day_that_reports_share_wins_over_each_ones_own() -> None:
    told = [{(50, 50): 1.0, (10, 10): 0.4}, {(60, 60): 1.0, (10, 10): 0.4}, {(70, 70): 1.0, (10, 10): 0.4}]
    assert day_of_event([profile(str(at), days, {}, {}) for at, days in enumerate(told)]) == (10, 10)


def test_what_follows_up_is_not_the_day_of_what_was_reported_before() -> None:
    told = [({(9, 9): 1.0}, 10), ({(11, 11): 1.0}, 12), ({(11, 11): 1.0}, 13)]
    assert day_of_event([profile(str(at), days, {}, {}, day) for at, (days, day) in enumerate(told)]) == (9, 9)


def test_a_day_after_all_publication_is_better_than_none() -> None:
    told = [({(11, 11): 1.0}, 10), ({(12, 12): 0.5}, 10)]
    assert day_of_event([profile(str(at), days, {}, {}, day) for at, (days, day) in enumerate(told)]) == (11, 11)


def test_no_day_and_no_place_told() -> None:
    assert day_of_event([profile("a", {}, {}, {})]) is None
    assert place_of_event([profile("a", {}, {}, {})]) is None


def test_the_longer_name_of_a_place_is_taken_where_reports_give_it() -> None:
    told = [profile("a", {}, {"Sound": 3, "Harrow Sound": 3}, {}), profile("b", {}, {"Sound": 3}, {})]
    assert place_of_event(told) == "Harrow Sound"


def test_words_of_most_reports_stand_first() -> None:
    told = [profile("a", {}, {}, {"sinking": 1, "tragedy": 9}), profile("b", {}, {}, {"sinking": 1})]
    assert words_of_event(told) == ("sinking", "tragedy")


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("2019-03-04", "Varn, 4 March 2019"),
        ("2019-03-30/2019-04-02", "Varn, 30 March 2019 – 2 April 2019"),
        ("2019-03", "Varn, March 2019"),
        ("2019-03/2019-05", "Varn, March 2019 – May 2019"),
        ("1983/2005", "Varn, 1983–2005"),
        ("197X", "Varn, 197X"),
        (None, "Varn"),
    ],
)
def test_labels(span: str | None, said: str) -> None:
    assert label("Varn", span, "en") == said
