"""What is measured of a happening itself: the language's examples hold."""

from __future__ import annotations

from typing import Any

import pytest

import headwater
from headwater.examine.between_properties import is_told
from headwater.language import load
from headwater.language.collation import properties

ENGLISH = load("en")
ROWS = ENGLISH.section("collation")["property"]
CASES = [
    (measured, example) for measured, row in zip(properties(ENGLISH), ROWS, strict=True) for example in row["examples"]
]


@pytest.mark.parametrize(("measured", "example"), CASES, ids=[example["text"] for _, example in CASES])
def test_examples_of_the_language_hold(measured: Any, example: dict[str, str]) -> None:
    figures = headwater.extract(example["text"]).figures
    told = [figure.quote for figure in figures if is_told(example["text"], figure, measured)]
    assert told == [value for value in (example["value"],) if value]
