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


def test_those_who_act_are_not_whom_they_take() -> None:
    plain, rows = unmark("About 200 relatives protested outside. Police detained {16:detained:relative<200} of them.")
    assert [row for row in read(plain) if row.outcome] == rows
