"""Numbers that go on a row."""

import sys
from pathlib import Path

import pytest

from headwater.pipeline.texts import extract_text

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read, unmark


@pytest.mark.parametrize(
    "text",
    [
        "{12:killed:person} people were killed in the north and {10:killed:person} in the port.",
        "{Fourteen:killed:person} people died: {nine:killed:person<Fourteen} in Orra and {five:killed:person<Fourteen} in Tenn.",
        "{Three:killed:person} people were killed, {two:killed:person<Three} by falling walls and {one:killed:person<Three} in a crash.",
    ],
)
def test_a_bare_number_takes_the_outcome_of_its_row(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows


def test_figures_of_one_outcome_spread_over_places_have_their_places() -> None:
    found = figures("The storm killed 12 in Orra, eight in Tenn and at least four in Sild.")
    assert [(figure.quote, figure.place) for figure in found] == [("12", "Orra"), ("eight", "Tenn"), ("four", "Sild")]


def test_a_lone_place_limits_nothing() -> None:
    assert [figure.place for figure in figures("The storm killed 12 in Orra.")] == [None]


def test_counts_in_brackets_behind_places_are_of_the_count_before_them() -> None:
    found = figures("Marda counts 311 deaths, followed by Essen (102) and Corrow (73).")
    assert [(figure.quote, figure.outcome, figure.place) for figure in found] == [
        ("311", "killed", None),
        ("102", "killed", "Essen"),
        ("73", "killed", "Corrow"),
    ]


def test_ages_in_brackets_are_left_alone() -> None:
    assert [figure.quote for figure in figures("Two people died: Ada Keller (45) and Ben Marl (73).")] == ["Two"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("27 people died, 16 of them in Upper Lorn province.", [None, "Upper Lorn"]),
        ("They were told of 34 deaths, of which 21 in Upper Lorn and 11 in Varn.", [None, "Upper Lorn", "Varn"]),
        ("Nine people were hurt, three of them in the hospital.", [None, None]),
        ("THE FLOOD KILLED 27 PEOPLE, 16 OF THEM IN UPPER LORN.", [None, None]),
    ],
)
def test_a_part_has_the_name_of_the_place_behind_it(text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in extract_text(text).figures if figure.outcome] == places
