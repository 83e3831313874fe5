"""Amounts of money that damage cost, and those that it did not."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read, unmark


@pytest.mark.parametrize(
    "sentence",
    [
        "Insured losses from the storm, which crossed the coast on Monday, could reach {3 million:damage_cost:EUR} euros.",
        "Repairing the dyke will cost {3 million:damage_cost:EUR} euros.",
        "The first guess at the damage is ${4.2 million:damage_cost:USD}.",
        "Property worth {9 million:damage_cost:INR} rupees was destroyed.",
        "Crops worth {9 million:damage_cost:INR} rupees went up in flames.",
        "The minister promised 40 million euros for repairs.",
        "The ticket cost 40 euros.",
        "The firm made a loss of 40 million dollars last year.",
    ],
)
def test_an_amount_is_read_as_marked(sentence: str) -> None:
    text, rows = unmark(sentence)
    assert read(text) == rows


def test_a_share_of_the_damage_is_a_part_of_it() -> None:
    whole, part = figures("The damage stands at 17 million euros, of which 6 million euros is for barns.")
    assert (part.outcome, part.part_of) == (whole.outcome, whole.id)
