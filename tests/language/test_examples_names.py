"""The examples beside the words that name numbered bodies."""

from __future__ import annotations

from typing import Any

import pytest

from headwater.examine.bodies import bodies
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.language.names import lexicon


@pytest.mark.parametrize("example", load("en").section("names")["example"], ids=lambda example: example["text"][:30])
def test_example(example: dict[str, Any]) -> None:
    text = example["text"]
    (body,) = bodies(tokenize(text), lexicon(load("en")))
    assert body.number == example["body"]
    assert text[body.start : body.end] == example["whose"]
