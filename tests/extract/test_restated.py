"""Counts that a bracket gives anew."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import read, unmark


@pytest.mark.parametrize(
    "text",
    [
        "{1,204:displaced:household} households ({5,987:displaced:person} individuals) were displaced.",
        "The attackers, numbering about {60:attackers:attacker}, came on motorbikes.",
        "The survivors ({12:rescued:survivor}) sat by the road.",
    ],
)
def test_those_in_the_bracket_are_those_before_it(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows


def test_other_things_in_brackets_stay_unattached() -> None:
    assert [row.quote for row in read("Nine houses (40 rooms) burned down.")] == ["Nine"]
