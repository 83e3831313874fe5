"""Rows of words of the language data, and where they stand."""

import pytest

from headwater.errors import LanguageDataError
from headwater.language.phrases import phrases

SETS = {"deny": ["deny", "denied"], "claim": ["claim", "claims", "report"]}


def spans(patterns: list[str], sentence: str) -> list[str]:
    words = sentence.split()
    return [" ".join(words[start:end]) for start, end in phrases(patterns, SETS).spans(words, frozenset(words))]


@pytest.mark.parametrize(
    ("patterns", "sentence", "found"),
    [
        (["<deny> that"], "they denied that it fell", ["denied that"]),
        (["<deny> *2 <claim>"], "they deny a first claim", ["deny a first claim"]),
        (["<deny> *2 <claim>"], "they deny all of the claims", []),
        (["<deny> *3 <claim>"], "they deny , and report it", []),
        (["<deny> *3 <claim>"], "they deny the claim in that report", ["deny the claim"]),
        (["<deny>", "<deny> that"], "they denied that it fell", ["denied"]),
        (["<deny> that", "<deny>"], "they denied that they denied it", ["denied that", "denied"]),
        (["no *1 word|news of"], "no word of it and no good news of it", ["no word of", "no good news of"]),
        (["that *3 of"], "that", []),
    ],
)
def test_spans(patterns: list[str], sentence: str, found: list[str]) -> None:
    assert spans(patterns, sentence) == found


def test_what_cannot_stand_is_not_looked_for() -> None:
    patterns = phrases(["<deny> *2 <claim>", "contrary to *1 <claim>"], SETS)
    assert not patterns.possible(frozenset(["they", "denied", "it", "contrary", "to"]))
    assert len(patterns.possible(frozenset(["contrary", "to", "report", "deny"]))) == 2


def test_a_set_that_is_not_there() -> None:
    with pytest.raises(LanguageDataError):
        phrases(["<nothing> that"], SETS)
