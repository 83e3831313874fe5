"""Classes that the tagger gets wrong, and where they are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from headwater.extract import mending
from headwater.extract.cue_words import cue_words
from headwater.extract.tagging import tagger
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.language.cues import lexicon

LANGUAGE = load("en")


def texts(data: Any) -> Iterator[str]:
    """The texts of the examples in language data."""
    if isinstance(data, dict):
        if isinstance(data.get("text"), str):
            yield data["text"]
        for held in data.values():
            yield from texts(held)
    elif isinstance(data, list):
        for held in data:
            yield from texts(held)


def classes(text: str) -> str:
    model = tagger(LANGUAGE)
    assert model is not None
    tokens = tokenize(text, breaks=False)
    lower, cues = [token.lower for token in tokens], lexicon(LANGUAGE)
    told = [cue_words(cues)[word] for word in lower]
    return mending.mended(tokens, told, model.tags(tokens, lower), cues)


def test_rules_are_asked_wherever_they_have_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked at every word, no rule changes what it does not where only the places are asked that words and classes tell."""
    cues = lexicon(LANGUAGE)
    examples = list(dict.fromkeys(texts(LANGUAGE.section("cues"))))
    for word in sorted({*cues.verbs, *cues.naming, *cues.words["roles"], *cues.words["people.collective"]}):
        examples += [
            f"Red Cross {word} Ana Brandt said that 12 boats sank.",
            f"Its old {word} {word} {word} told us, 12.",
        ]
    told = [classes(text) for text in examples]
    monkeypatch.setattr(mending, "_places", lambda told, tags: range(len(tags)))
    assert [classes(text) for text in examples] == told
