"""Parts that no word calls parts: counts that add up, what became of some, whatever is said of some of them."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures


def links(text: str) -> list[tuple[str, str]]:
    """Each part with its whole, by their words, in text order."""
    found = figures(text)
    quotes = {figure.id: figure.quote for figure in found}
    return [(figure.quote, quotes[figure.part_of]) for figure in found if figure.part_of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine people were killed in the fire. Four men and five women were killed, the mayor said.",
            [("Four", "Nine"), ("five", "Nine")],
        ),
        (
            "The boat had sunk with 17 people aboard. Twelve people were rescued and five are missing.",
            [("Twelve", "17"), ("five", "17")],
        ),
        (
            "The men took 17 people hostage on Sunday. Sixteen hostages were freed and one was killed.",
            [("Sixteen", "17"), ("one", "17")],
        ),
        (
            "Eleven of the 46 people on board drowned. Thirty-three were rescued and the remaining two were missing.",
            [("Eleven", "46"), ("Thirty-three", "46"), ("two", "46")],
        ),
        ("Police detained eight people overnight; five were released in the morning.", [("five", "eight")]),
        ("Nineteen guards were injured, and two remained in hospital.", [("two", "Nineteen")]),
        ("Ninety people were wounded. Six of those wounded then sat in the first row.", [("Six", "Ninety")]),
        (
            "A blast killed 16 people. Fifteen of the dead were bakers; one was a nurse.",
            [("Fifteen", "16"), ("one", "16")],
        ),
        ("The death toll rose to 19 after two more passengers died.", [("two", "19")]),
        ("A fire killed 15 people. Among the dead is a nurse.", [("a", "15")]),
        ("Thirteen pupils were killed and 27 hurt. Three of the injured pupils went home.", [("Three", "27")]),
    ],
)
def test_parts_are_linked_to_their_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in the fire. Police later said that seven people were killed.",
        "Nine people were killed in the fire and four were injured.",
        "Three gunmen fired at the guards. One guard was killed and two were injured.",
        "Nine houses were destroyed. Four people were killed in the north and five people in the south.",
        "At least nine people were killed. Four people were killed in a fire and five people drowned later.",
        "Police detained eight people; five people were injured.",
    ],
)
def test_no_words_no_sum_no_part(text: str) -> None:
    assert links(text) == []


def test_a_part_that_exceeds_its_whole_is_linked_where_the_words_say_so() -> None:
    assert links("Nine people are still missing, 11 of them sailors.") == [("11", "Nine")]
    assert links("The fire killed 12 people, including 15 children.") == [("15", "12")]
