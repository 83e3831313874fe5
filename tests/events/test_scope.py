"""Periods that figures count over, and the time they stand for."""

from __future__ import annotations

import pytest
from told_reports import Tell, report

from headwater.events.stage import tell_apart
from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Figure
from headwater.read.registry import read
from headwater.settings import Settings

LEAD = "Ferry sinks in Harrow Sound\nThe ferry Marigold sank in Harrow Sound on 4 March 2019 in fog, the coast guard said.\n"


def figure(tell: Tell, sentence: str) -> Figure:
    given = report("a.txt", "2019-03-08", LEAD + sentence)
    return tell([given]).extractions["a.txt"].figures[-1]


def run(text: str) -> tuple[Figure, ...]:
    """The figures of a report read and told apart by the parts that do so in a case."""
    made = f"8 March 2019\n\nThe ferry Marigold sank in Harrow Sound on 4 March 2019. {text}"
    found = read("a.txt", made.encode(), Settings()).report
    assert found is not None
    said = {"a.txt": extract(found, load(), Settings())}
    return tell_apart([found], said).extractions["a.txt"].figures


@pytest.mark.parametrize(
    ("sentence", "period", "as_of"),
    [
        ("As of Thursday the dead were 124 in all.", None, "2019-03-07"),
        ("So far in 2019, 124 people have died.", "2019", None),
        ("In 2018, 124 people died; so far this year nine boats were lost.", None, None),
        ("In 2019 so far, 124 people have died.", "2019", None),
        ("Since the beginning of the year 124 people have died.", "2019/..", None),
        ("So far in 2019, 311 people have died, against 124 in the same period last year.", "2018", None),
        ("So far in 2019, 311 people have died, compared with 124 in the same months of 2017.", "2017", None),
        ("Some 30 were lost in the following week; 124 had been lost as of 7 March.", None, "2019-03-07"),
        ("Some 124 were lost in the following week; 30 had been lost as of 7 March.", None, None),
        ("The dead were 124 in all, the mayor said on Wednesday.", None, "2019-03-06"),
        ("The dead were 124 by late Wednesday.", None, "2019-03-06"),
        ("By nightfall on Tuesday 124 had died.", None, "2019-03-05"),
        ("At 6 pm on Tuesday the dead were counted, 124 up to Wednesday.", None, "2019-03-06"),
        ("So far 124 people have died.", None, "2019-03-08"),
        ("By Monday's fog 124 people were lost.", None, None),
        ("In the past 24 hours 124 people have died.", "2019-03-07/2019-03-08", None),
        ("The ministry said 124 deaths had been recorded in the past 24 hours.", "2019-03-07/2019-03-08", None),
        ("Over the past three days 124 people have died.", "2019-03-05/2019-03-08", None),
        ("So far this year 124 people have died in the sound.", "2019", None),
        ("This year 124 people have died in the sound.", "2019", None),
        ("In the first half of 2021 the sound cost 124 lives.", "2021-01/2021-06", None),
        ("Between March and May 2019 the sound cost 124 lives.", "2019-03/2019-05", None),
        ("From 2001 to 2019 the sound cost 124 lives.", "2001/2019", None),
        ("Between 4 and 6 March 124 people died in the sound.", None, None),
        ("Between 5 and 7 March 124 people died in the sound.", "2019-03-05/2019-03-07", None),
        ("Between 4 and 20 March 124 people died in the sound.", "2019-03-04/2019-03-20", None),
        ("Over the night of 6 to 7 March another 124 died.", "2019-03-06/2019-03-07", None),
        ("In March 2019 the sound took 124 lives.", None, None),
        ("On Wednesday divers recovered 124 bodies.", "2019-03-06", None),
        ("The crew had slept badly on Wednesday, and 124 died.", None, None),
        ("Since September 2018 boats of the line have lost 124 people.", "2018-09/..", None),
        ("Divers went down on 5 March. They found 124 dead in one day.", "2019-03-05", None),
        ("The sinking on 4 March killed 124 people.", None, None),
    ],
)
def test_the_words_set_period_and_as_of(tell: Tell, sentence: str, period: str | None, as_of: str | None) -> None:
    found = figure(tell, sentence)
    assert (found.period, found.as_of) == (period, as_of)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Figures as of 7 March: 124 dead, 30 hurt.", [(None, "2019-03-07"), (None, "2019-03-07")]),
        ("Status at noon on 7 March: 124 dead after the storm of 4 March.", [(None, "2019-03-07T12:00:00")]),
        (
            "Data as of 07/03/2019. The sea took 124 lives. Two men died on 3 March.",
            [(None, "2019-03-07"), (None, None)],
        ),
        ("Weekly update, 11-17 March: 124 people killed.", [("2019-03-11/2019-03-17", None)]),
        ("Figures for the week ending 17 March: 124 killed.", [("2019-03-11/2019-03-17", None)]),
        ("Weekly update, 11-17 March: 124 dead, against 30.", [("2019-03-11/2019-03-17", None), (None, None)]),
        ("The figures of 7 March were wrong. The sea took 124 lives.", [(None, None)]),
        (
            "In the reporting period (11 to 31 March), 124 were killed. In the one before 30 were killed.",
            [("2019-03-11/2019-03-31", None), (None, None)],
        ),
    ],
)
def test_a_line_that_says_what_time_its_figures_stand_for(
    text: str, times: list[tuple[str | None, str | None]]
) -> None:
    found = [(one.period, one.as_of) for one in run(f"\n\n{text}\n") if one.outcome is not None]
    assert found == times


def test_a_running_total_is_dated_by_the_day_beside_it_and_no_count_of_that_day() -> None:
    bodies, toll = run(
        "Divers recovered two more bodies. The toll rose to 124 on Wednesday as nine bodies were found."
    )[:2]
    assert (bodies.quote, bodies.period) == ("two", None)
    assert (toll.quote, toll.period, toll.as_of) == ("124", None, "2019-03-06")


def test_a_speaker_goes_on_at_the_same_time() -> None:
    text = (
        "The dead of the Marigold were 124, Ada Orr, who speaks for the harbour, said on Wednesday. "
        "She said that 140 people were missing. The mill burned down. Tom Hale said that 150 had gone home."
    )
    figures = {figure.quote: figure for figure in run(text)}
    assert figures["124"].as_of == figures["140"].as_of == "2019-03-06"
    assert figures["150"].as_of is None


@pytest.mark.parametrize(
    ("sentence", "background"),
    [
        ("In February 2019, a barge sank off Kels, killing 124 people.", True),
        ("The loss of the Petrel in 1987, which killed 124 people, is not forgotten.", True),
        ("Nothing was so bad since the sinking of the Petrel in 1987, in which 124 people died.", True),
        ("A sailor dismissed in February, Jon Pell, counted 124 dead.", False),
        ("Earlier this month a tug sank off Kels and 124 died.", True),
        ("On Thursday divers brought up the last of 124 dead.", False),
        ("The ferry killed 124 people.", False),
    ],
)
def test_a_time_before_the_event_tells_of_another(tell: Tell, sentence: str, background: bool) -> None:
    assert figure(tell, sentence).background is background


def test_a_part_is_of_the_time_that_its_whole_is_of() -> None:
    found = run("Since September 2018, 124 people have died on boats of the line. Among the dead are 31 children.")
    assert [(one.quote, one.period) for one in found if one.quote in ("124", "31")] == [
        ("124", "2018-09/.."),
        ("31", "2018-09/.."),
    ]


def test_a_time_right_behind_a_count_is_its_own() -> None:
    found = run("It was the third loss off the cape: 11 people had died in 1889 and 38 in 1897.")
    events = {one.quote: one.event for one in found}
    assert events["11"] != events["38"]
