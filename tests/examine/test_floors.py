"""The examples of the section on floors hold: who treats or takes in people counts at least so many."""

from __future__ import annotations

from typing import Any

import pytest

import headwater
from headwater.examine.floors import is_floor, is_given_before
from headwater.language import load

ENGLISH = load("en")
EXAMPLES: list[dict[str, Any]] = list(ENGLISH.section("collation")["floor_example"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_examples_say_whether_there_may_have_been_more(example: dict[str, Any]) -> None:
    figures = [one for one in headwater.extract(example["text"]).figures if one.quote == example["figure"]]
    assert [is_floor(example["text"], one, ENGLISH) for one in figures] == [example["floor"]]


BEFORE: list[dict[str, Any]] = list(ENGLISH.section("collation")["given_before_example"])


@pytest.mark.parametrize("example", BEFORE, ids=lambda example: f"{example['figure']}: {example['text']}")
def test_examples_say_whether_a_count_was_given_before(example: dict[str, Any]) -> None:
    figures = [one for one in headwater.extract(example["text"]).figures if one.quote == example["figure"]]
    assert [is_given_before(example["text"], one, ENGLISH) for one in figures] == [example["given_before"]]
