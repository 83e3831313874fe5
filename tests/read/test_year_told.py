"""The day or month of a report that gives no year, or no day, where it says when it was made."""

from __future__ import annotations

import pytest

from headwater.read.registry import read
from headwater.settings import Settings


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("LORN, 12 May (Wire) - Shelling killed six people on 11 May 2031, the clinic said.", "2031-05-12"),
        ("LORN, May 12 - A clinic burned. Six people were killed on Sunday, 11 May 2031, it said.", "2031-05-12"),
        ("LORN, 2 January - Six people were killed on 30 December 2031, the clinic said.", "2032-01-02"),
        ("LORN, 12 May (Wire) - Six people were killed a year after the fire on 11 May 2030.", None),
        ("LORN, 12 May (Wire) - Six people will be tried on 14 May 2031.", None),
        ("LORN, 12 May (Wire) - Six people were killed on Sunday. It was the worst fire of 2031.", None),
        ("LORN, 12 May (Wire) - Six people were killed on 3 March 2031, the clinic said.", None),
        ("LORN, 12 May 2032 (Wire) - Six people were killed on 11 May 2031, the clinic said.", "2032-05-12"),
        ("Situation report, May 2031\n\nSix people were killed on 3 May, the clinic said.", "2031-05"),
        ("May 2031\n\nSix people were killed on 3 May, the clinic said.", "2031-05"),
        (
            "Coast Relief\nSituation report\n\nHarbour: strike of 14 May 2031\nData as of 16 May\n\n• 65 people killed",
            "2031-05-16",
        ),
        (
            "Coast Relief\nSituation report\n\nHarbour: strike of 14 May 2031\nData as of 16 July\n\n• 65 people killed",
            None,
        ),
        ("The fire of May 2031\n\nSix people were killed on 3 May, the clinic said.", None),
        ("Report on the fire, May 2031\n\nSix people were killed on 3 May, the clinic said.", None),
    ],
)
def test_when_a_report_was_made(text: str, published: str | None) -> None:
    report = read("a.txt", text.encode(), Settings()).report
    assert report is not None
    assert report.published == published
    if published is not None:
        assert report.published_by is not None
