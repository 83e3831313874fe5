"""Every example in the data on happenings holds."""

from __future__ import annotations

import pytest

from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.language.happenings import lexicon

KNOWN = lexicon(load("en"))


@pytest.mark.parametrize(("text", "words"), KNOWN.examples)
def test_the_words_for_events_are_found(text: str, words: tuple[str, ...]) -> None:
    found = [KNOWN.noun(token.lower) for token in tokenize(text)]
    assert tuple(word for word in found if word) == words


def test_every_kind_has_an_example() -> None:
    shown = {KNOWN.kinds[word] for _, words in KNOWN.examples for word in words}
    assert shown == set(KNOWN.kinds.values())
