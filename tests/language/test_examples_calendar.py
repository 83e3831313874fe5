"""Every example in the calendar's data holds."""

from __future__ import annotations

import pytest

from headwater.grammar.dates import temporal
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.language.calendar import Example, Rule, lexicon
from headwater.model import Block, BlockKind, TimeExpression

ENGLISH = load("en")
CALENDAR = lexicon(ENGLISH)
EXAMPLES = [(rule, example) for rule in CALENDAR.rules for example in rule.examples]


def read(text: str, published: str | None = None) -> list[TimeExpression]:
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),)
    return temporal(tuple(sentences(text, blocks, ENGLISH)), ENGLISH, published)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.name}-{e.quote}" for r, e in EXAMPLES])
def test_a_rule_takes_the_words_of_its_examples(rule: Rule, example: Example) -> None:
    found = [
        item for item in read(example.text, example.published) if example.text[item.start : item.end] == example.quote
    ]
    assert [(item.edtf, item.value if example.value else None) for item in found] == [(example.edtf, example.value)]


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in CALENDAR.rules if not rule.examples] == []


@pytest.mark.parametrize("text", CALENDAR.never)
def test_what_tells_no_time_is_not_read_as_one(text: str) -> None:
    assert [text[item.start : item.end] for item in read(text, "2019-03-07")] == []
