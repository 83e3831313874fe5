"""Who they are that an outcome names, in the same sentence or the next."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Words, outcome, group and whole of each attached figure, in text order."""
    found = figures(text)
    quotes = {figure.id: figure.quote for figure in found}
    return [(f.quote, f.outcome or "", f.group or "", quotes.get(f.part_of or "", "")) for f in found if f.outcome]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six people died in the fire. The dead were two sisters, three nurses and a baker.",
            [
                ("Six", "killed", "person", ""),
                ("two", "killed", "sister", "Six"),
                ("three", "killed", "nurse", "Six"),
                ("a", "killed", "baker", "Six"),
            ],
        ),
        (
            "Eight people were hurt. They include two firefighters.",
            [("Eight", "injured", "person", ""), ("two", "injured", "firefighter", "Eight")],
        ),
        (
            "Nine people were killed. Among them were three guards and a boy.",
            [
                ("Nine", "killed", "person", ""),
                ("three", "killed", "guard", "Nine"),
                ("a", "killed", "child", "Nine"),
            ],
        ),
        (
            "The number of dead rose to four. The other three are two nurses and a shepherd.",
            [
                ("four", "killed", "person", ""),
                ("three", "killed", "person", "four"),
                ("two", "killed", "nurse", "three"),
                ("a", "killed", "shepherd", "three"),
            ],
        ),
        (
            "Five people died. Wardens identified the dead as two nurses and three guards.",
            [
                ("Five", "killed", "person", ""),
                ("two", "killed", "nurse", "Five"),
                ("three", "killed", "guard", "Five"),
            ],
        ),
        (
            "Five people died. Among those known to have died are a senator and her driver.",
            [
                ("Five", "killed", "person", ""),
                ("a", "killed", "senator", "Five"),
            ],
        ),
        (
            "Twenty people died. Of the bodies identified so far, nine are those of women and seven those of children.",
            [
                ("Twenty", "killed", "person", ""),
                ("nine", "killed", "woman", "Twenty"),
                ("seven", "killed", "child", "Twenty"),
            ],
        ),
        (
            "Two people died and 17 were wounded. Of the wounded, five were in a grave condition.",
            [
                ("Two", "killed", "person", ""),
                ("17", "injured", "person", ""),
                ("five", "injured", "person", "17"),
            ],
        ),
        (
            "Nine people died when the ferry sank. Two nurses and four pupils were among those who died.",
            [
                ("Nine", "killed", "person", ""),
                ("Two", "killed", "nurse", "Nine"),
                ("four", "killed", "student", "Nine"),
            ],
        ),
        (
            "Among those who died were two nurses and six pupils.",
            [("two", "killed", "nurse", ""), ("six", "killed", "student", "")],
        ),
        (
            "The two crewmen were not among those who died.",
            [],
        ),
        (
            "These casualties include 12 soldiers and three officers.",
            [("12", "casualties", "soldier", ""), ("three", "casualties", "officer", "")],
        ),
        # A count is not what comes "with" the naming of another.
        (
            "The death toll was likely to rise further, with 40 people missing in Orlo.",
            [("40", "missing", "person", "")],
        ),
        (
            "The death toll may climb, with 300 people in the area.",
            [],
        ),
        # Who is told of as something else than a number of people stays out.
        (
            "Nine people were killed. The dead were buried in two rows.",
            [("Nine", "killed", "person", "")],
        ),
        (
            "Nine people were killed. They were aboard two boats.",
            [("Nine", "killed", "person", "")],
        ),
        (
            "Three people were shot and one of them died. Wardens identified the other victims as two nurses.",
            [("Three", "affected", "person", ""), ("one", "killed", "person", "Three")],
        ),
    ],
)
def test_those_whom_an_outcome_names_have_it(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [row for row in told(text) if row[0] != "her"] == expected
