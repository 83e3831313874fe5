"""The examples of the section on sides hold, and counts of one side are told from those of another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import headwater
from headwater.examine.sides import goes_on, names_own_forces, one_side, side, some_of_group, some_of_them
from headwater.language import load

ENGLISH = load("en")
EXAMPLES: list[dict[str, Any]] = list(ENGLISH.section("collation")["side_example"])


def first_side(text: str, voice: str = "") -> frozenset[str] | None:
    figures = [figure for figure in headwater.extract(text).figures if figure.outcome is not None]
    return side(text, figures[0], ENGLISH, voice)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_examples_name_their_side(example: dict[str, Any]) -> None:
    assert sorted(first_side(example["text"], example.get("voice", "")) or ()) == sorted(example["side"])


@pytest.mark.parametrize(
    "text",
    [
        "The guards clashed with raiders, sustaining two casualties.",
        "The raiders attacked at dawn, inflicting 40 casualties.",
        "The raiders met the guards, losing at least 19 men.",
    ],
)
def test_whose_loss_it_is_may_stay_open(text: str) -> None:
    assert first_side(text) is None
    assert not one_side(first_side(text), first_side("The clash left 12 dead."))
    assert not one_side(first_side(text), first_side(text))


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Six of the injured died on the way.", True),
        ("Two of them were killed.", True),
        ("Two of his brothers were killed.", False),
        ("Two of the drivers were killed.", True),
        ("Six people were injured on the way.", False),
        ("In the port alone Six people were injured, the harbour master said.", True),
        ("Six people were injured in the port alone.", True),
        ("He was alone, and Six people were injured.", False),
    ],
)
def test_some_of_those_already_counted(text: str, some: bool) -> None:
    figures = [figure for figure in headwater.extract(text).figures if figure.quote in ("Six", "Two")]
    assert some_of_them(text, figures[0], ENGLISH) is some


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Nine of the trapped miners were heard.", True),
        ("Nine of the miners were killed.", True),
        ("Nine of the dead were miners.", False),
        ("Nine miners were killed.", False),
    ],
)
def test_some_of_a_group(text: str, some: bool) -> None:
    figure = next(one for one in headwater.extract(text).figures if one.quote == "Nine")
    assert some_of_group(text, replace(figure, group="worker"), ENGLISH) is some


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The raiders suffered 12 casualties.", "There were 12 dead among the raiders.", True),
        ("The raiders suffered 12 casualties.", "There were 12 dead among the guards.", False),
        ("The raiders suffered 12 casualties.", "The clash left 12 dead.", False),
        ("The clash left 12 dead.", "The clash left 19 dead on Monday.", True),
        ("The raiders sustained 148 casualties (93 killed and 55 wounded).", "The raiders lost 12 men.", True),
        ("They inflicted 18 casualties, on the garrison.", "The garrison suffered 20 casualties.", True),
        ("The clash left 12 dead on the bridge.", "Twelve people were killed.", True),
    ],
)
def test_only_counts_of_one_side_are_alike(one: str, other: str, same: bool) -> None:
    assert one_side(first_side(one), first_side(other)) is same
    assert one_side(first_side(other), first_side(one)) is same


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("The rebels lost 12 men. Fourteen were wounded.", True),
        ("The rebels lost 12 men. Fourteen villagers were wounded.", False),
        ("The rebels lost 12 men. Fourteen soldiers were wounded.", False),
        ("The rebels lost 12 men.\n\nFourteen were wounded.", False),
        ("The rebels lost 12 men. None were wounded.", False),
        ("The rebels have 12 men. Fourteen were wounded.", False),
        ("The rebels lost 12 men. " + "It rained on the ford. " * 5 + "Fourteen were wounded.", False),
        ("The rebels lost 12 men. " + "It rained on the ford. " * 4 + "Fourteen were wounded.", True),
    ],
)
def test_a_bare_number_goes_on_about_the_side_before_it(text: str, goes: bool) -> None:
    before, figure = headwater.extract(text).figures[:2]
    assert goes_on(text, before, figure) is goes


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Our gunners replied.", True),
        ("Our brave gunners replied.", True),
        ("Our best and last gunners replied.", False),
        ("Our reporter saw gunners.", False),
        ("The gunners replied.", False),
        ("We sent troops.", True),
    ],
)
def test_forces_of_its_own_make_a_text_a_partys(text: str, own: bool) -> None:
    assert names_own_forces(text, ENGLISH) is own


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six of our men were killed.", {"league"}),
        ("Six of the men were killed.", set()),
        ("Six men of our league were killed.", set()),
        ("Our losses at the ford on the river were 12 killed.", {"league"}),
        ("Our heavy losses at the ford were 12 killed.", {"league"}),
        ("The losses at our ford were 12 killed.", set()),
        ("Our men said that 12 were killed.", set()),
        ("We lost 12 men at the ford.", {"league"}),
        ("They lost 12 men at the ford.", set()),
    ],
)
def test_own_losses_are_those_of_the_side_that_speaks(text: str, found: set[str]) -> None:
    figure = next(one for one in headwater.extract(text).figures if one.outcome is not None)
    assert side(text, figure, ENGLISH, "The League") == found
    assert (side(text, figure, ENGLISH) is None) is bool(found)
