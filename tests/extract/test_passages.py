"""Sentences as cues are looked for in them."""

from __future__ import annotations

from headwater.extract.passages import MARGIN, Passage
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.language.cues import lexicon


def test_beyond_either_end_there_is_nothing() -> None:
    tokens = tokenize("Officials spoke")
    lower, cues = [token.lower for token in tokens], lexicon(load())
    p = Passage(tokens, lower, "Nv", [False, False], cues)
    assert [p.low[at] for at in range(2)] == ["officials", "spoke"]
    assert p.tag[1] == "v"
    for at in (*range(-MARGIN, 0), *range(2, 2 + MARGIN)):
        assert (p.low[at], p.tag[at]) == ("", "^")
        assert not p.has("grammar.that", at)
        assert not p.names("speaking", at)
