"""Periods that figures count over, and the time they stand for."""

from __future__ import annotations

import pytest
from told_reports import Tell, report

from headwater.model import Figure

LEAD = "Ferry sinks in Harrow Sound\nThe ferry Marigold sank in Harrow Sound on 4 March 2019 in fog, the coast guard said.\n"


def figure(tell: Tell, sentence: str) -> Figure:
    given = report("a.txt", "2019-03-08", LEAD + sentence)
    return tell([given]).extractions["a.txt"].figures[-1]


@pytest.mark.parametrize(
    ("sentence", "period", "as_of"),
    [
        ("As of Thursday the dead were 124 in all.", None, "2019-03-07"),
        ("The dead were 124 in all, the mayor said on Wednesday.", None, "2019-03-06"),
        ("Since September 2018 boats of the line have lost 124 people.", "2018-09/..", None),
        ("Divers went down on 5 March. They found 124 dead in one day.", "2019-03-05", None),
        ("The sinking on 4 March killed 124 people.", None, None),
    ],
)
def test_the_words_set_period_and_as_of(tell: Tell, sentence: str, period: str | None, as_of: str | None) -> None:
    found = figure(tell, sentence)
    assert (found.period, found.as_of) == (period, as_of)


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
