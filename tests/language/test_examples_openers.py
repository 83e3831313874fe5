"""Examples of `openers.toml`: a phrase after a number is cut where the braces say."""

from __future__ import annotations

from typing import Any

import pytest

from headwater.dossier.phrases import following
from headwater.language import load
from headwater.language.openers import binding_words, clause_openers, phrase_openers
from headwater.model import Figure, Span

EXAMPLES: list[dict[str, Any]] = list(load().section("openers")["example"])


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:40] for example in EXAMPLES])
def test_a_phrase_is_cut_where_something_new_opens(example):
    text = example["text"].replace("{", "").replace("}", "")
    kept = example["text"].partition("{")[2].partition("}")[0]
    figure = Figure("f", "a", 0, 3, "ten", Span(0, len(text)), None, None, None)
    assert following(figure, text) == kept


def test_no_word_opens_both_a_clause_and_a_phrase():
    kinds = (clause_openers(load()), phrase_openers(load()), binding_words(load()))
    assert len(frozenset().union(*kinds)) == sum(map(len, kinds))
