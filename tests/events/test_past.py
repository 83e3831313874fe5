"""Events told as background: which sentences of several reports tell of one."""

from __future__ import annotations

import pytest
from told_reports import ENGLISH, report

from headwater.events.stage import tell_apart
from headwater.pipeline.texts import extract_text

LEAD = "A bomb in the market of Orla killed nine people on Monday, 4 March 2019, the mayor said. The market was shut. Nobody has said who did it. Soldiers closed the road to the north. Shops stayed shut as well."
COPIED = "Some two million people died in the war between north and south, waged for all but a few years since 1955."


def told(*behind: str) -> list[set[str]]:
    """The documents of each event told as background, of reports that go on so behind the same news."""
    reports = [
        report(f"{number}.txt", "2019-03-05", f"Bomb in Orla\n{LEAD}\n{line}") for number, line in enumerate(behind)
    ]
    said = {one.document: extract_text(one.text, one.document, "2019-03-05") for one in reports}
    telling = tell_apart(reports, said, ENGLISH)
    assert len(set(telling.main.values())) == 1
    figures = [figure for one in telling.extractions.values() for figure in one.figures if figure.background]
    by_event: dict[str | None, set[str]] = {}
    for figure in figures:
        by_event.setdefault(figure.event, set()).add(figure.document)
    return sorted(by_event.values(), key=sorted)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ((COPIED, COPIED), [{"0.txt", "1.txt"}]),
        ((COPIED, f"{COPIED} It ended in 2005."), [{"0.txt", "1.txt"}]),
        (
            (
                "Two million people died in the latest war, from 1983 to 2005.",
                "Some two million people are thought to have died in the latest war, from 1983 to 2005.",
            ),
            [{"0.txt", "1.txt"}],
        ),
        (
            (
                "Two million people died in the latest war, from 1983 to 2005.",
                "Some 1.4 million people are thought to have died in the latest war, from 1983 to 2005.",
            ),
            [{"0.txt"}, {"1.txt"}],
        ),
    ],
)
def test_the_same_words_or_the_same_count_tell_of_one(behind: tuple[str, str], expected: list[set[str]]) -> None:
    assert told(*behind) == expected
