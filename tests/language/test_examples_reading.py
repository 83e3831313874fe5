from __future__ import annotations

from typing import Any

import pytest

from headwater.language import load
from headwater.language.chrome import Rule, lexicon
from headwater.read.tongue import language_of

LANGUAGE = load()
RULES = lexicon(LANGUAGE).rules
SPOKEN: list[dict[str, Any]] = list(LANGUAGE.section("stopwords")["example"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_of_furniture_find_their_examples(rule: Rule) -> None:
    assert rule.furniture
    assert [line for line in rule.furniture if lexicon(LANGUAGE).match(line) is None] == []
    assert [line for line in rule.account if lexicon(LANGUAGE).match(line) is not None] == []


@pytest.mark.parametrize("example", SPOKEN, ids=lambda example: example["text"][:20])
def test_languages_show_in_their_stop_words(example: dict[str, Any]) -> None:
    assert (language_of(example["text"], None, "xx") == "en") is example["english"]
