"""How counts changed, and totals that do not say of what."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import read, unmark


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from {98:killed:person} to {112:killed:person} on Monday.",
        "Officials put the toll at {112:killed:person}, up from {98:killed:person} a day earlier.",
        "The toll rose by {14:killed:person<112} to {112:killed:person}.",
        "{Five:killed:person} of the injured later died, bringing the total to {29:killed:person}.",
        "{17:killed:person} were dead and {45:injured:person} wounded, up from {12:killed:person} and {30:injured:person} a day earlier.",
        "Casualties stood at {17:killed:person} dead.",
        "{Nine:killed:person} new deaths and {143:affected:person} new cases took the totals to {212:killed:person} and {4,908:affected:person}.",
        "Divers found {18:killed:person} bodies, taking the confirmed dead to {47:killed:person}.",
        "{Two:killed:person} more bodies were found on Friday. The total now stands at {31:killed:person}.",
    ],
)
def test_what_a_count_was_and_what_it_became_are_both_figures_of_it(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows


@pytest.mark.parametrize(
    "text",
    [
        "{Two:killed:person} people died. The number of boats in the harbour is 12.",
        "The blast killed {12:killed:person} people, not 30.",
    ],
)
def test_another_count_beside_it_is_left_alone(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows
