"""The examples in the data of numbers, hedges, units and designations hold."""

from decimal import Decimal
from typing import Any

import pytest

from headwater.grammar.numbers import numbers
from headwater.grammar.tokens import tokenize
from headwater.language import load

ENGLISH = load("en")
SECTIONS = ("numbers", "hedges", "units", "designations")
EXAMPLES = [(name, example) for name in SECTIONS for example in ENGLISH.section(name)["example"]]


def expected(row: dict[str, Any]) -> tuple[Any, ...]:
    value = row.get("value")
    ends = (None if (end := row.get(name, value)) is None else Decimal(str(end)) for name in ("best", "low", "high"))
    return row["quote"], *ends, row.get("hedge", ""), row.get("unit", "count")


def test_every_section_has_examples() -> None:
    assert {name for name, _ in EXAMPLES} == set(SECTIONS)


@pytest.mark.parametrize(("section", "example"), EXAMPLES, ids=[example["text"][:50] for _, example in EXAMPLES])
def test_example(section: str, example: dict[str, Any]) -> None:
    text = example["text"]
    found = [
        (text[one.start : one.end], one.best, one.low, one.high, one.hedge.value, one.unit)
        for one in numbers(tokenize(text), ENGLISH)
    ]
    assert found == [expected(row) for row in example["numbers"]]
