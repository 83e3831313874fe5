"""Numbers behind labels."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import read, unmark


@pytest.mark.parametrize(
    "text",
    [
        "Killed: {12:killed:person}",
        "Displaced: {4,100:displaced:family} families",
        "Houses destroyed: {143:destroyed:house}; houses damaged: {1,207:damaged:house}; deaths: {3:killed:person}",
        "Pupils who fell ill: {354:affected:student}",
        "Admitted to hospital: {97:hospitalised:person}",
        "Books that were lent: 97",
        "Damaged houses {120:damaged:house}",
        "Soldiers killed {nine:killed:person}.",
        "Police arrested {40:detained:person}.",
        "A gunman killed {12:killed:person}.",
        "Dead - {12:killed:person}, injured - {40:injured:person}",
    ],
)
def test_a_label_says_what_its_number_counts(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows


def test_a_dash_between_words_is_no_label() -> None:
    assert read("He was injured - 40 days before the vote.") == []
