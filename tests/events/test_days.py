"""Which of the days that a report tells of is its event's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from told_reports import ENGLISH, extraction, report

from headwater.events.days import Days, days_of
from headwater.events.days_apart import OTHER, Told
from headwater.events.places import places_in
from headwater.events.profile import Profile
from headwater.events.terms import Terms

TITLE = "Dam gives way above Sorva"
SATURDAY, TUESDAY = date(2032, 5, 15).toordinal(), date(2032, 5, 11).toordinal()


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The toll of the dam failure reached 104 on Saturday. The dam gave way on Tuesday.", TUESDAY),
        ("Officials gave 104 dead on Saturday. The dam broke on Tuesday.", TUESDAY),
        ("A wave of mud took 104 lives on Saturday. On Tuesday the dam had been inspected.", SATURDAY),
        ("Prices rose on Saturday, when 104 people died at the dam. On Tuesday it was inspected.", SATURDAY),
    ],
)
def test_a_day_on_which_a_count_came_to_so_many_is_not_the_events(body: str, day: int) -> None:
    given = report("a.txt", "2032-05-16", f"{TITLE}\n{body}")
    told = days_of(given, extraction(given, ["104"]), ENGLISH)
    assert told.main == (day, day)


def test_a_word_for_a_part_stands_before_the_name_of_a_place() -> None:
    text = "The dam in northern Vessia stood for years."
    assert dict(places_in(text, 0, len(text), ENGLISH)) == {"Vessia": 6}


def test_who_published_before_an_event_is_not_on_it() -> None:
    first, second = date(2031, 3, 2).toordinal(), date(2031, 3, 30).toordinal()
    statement = Profile("a.txt", Terms(), {}, {}, Days((), (), first + 3))
    market = Profile("b.txt", Terms(), {}, {}, Days((((first, first), 1.0),), ((first, first),), first + 2))
    station = Profile("c.txt", Terms(), {}, {}, Days((((second, second), 1.0),), ((second, second),), second + 1))
    told = Told.of([statement, market, station])
    one, other = np.array([0, 0, 2]), np.array([1, 2, 0])
    assert told.factors(one, other).tolist() == [1.0, OTHER, OTHER]


def test_a_day_of_whose_sentence_all_is_background_is_not_the_events() -> None:
    text = f"{TITLE}\nThe dam gave way on Saturday and 104 people died. On 11 May, in the valley below, 66 had drowned."
    given = report("a.txt", "2032-05-15", text)
    found = extraction(given, ["104", "66"])
    told_back = replace(found, figures=tuple(replace(one, background=one.quote == "66") for one in found.figures))
    assert days_of(given, found, ENGLISH).main == (TUESDAY, TUESDAY)  # Saturday is the day of publication
    assert days_of(given, told_back, ENGLISH).main == (SATURDAY, SATURDAY)


@pytest.mark.parametrize(("numbers", "days"), [(["318"], 7), ([], 1)])
def test_an_event_may_have_lasted_the_days_that_somebody_is_counted_over(numbers: list[str], days: int) -> None:
    text = f"{TITLE}\nThe office finds that 318 people were killed between 3 and 9 May 2031. The reply is of 2 February 2032."
    given = report("a.txt", "2032-05-15", text)
    main = days_of(given, extraction(given, numbers), ENGLISH).main
    assert main is not None
    assert main[1] - main[0] + 1 == days
