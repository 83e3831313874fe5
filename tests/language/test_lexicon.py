"""Sentences in the words of reports, far more than the examples of the language data: what is marked is read, and nothing else."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from marked_figures import read, unmark

SENTENCES = [
    line
    for line in (Path(__file__).parent.parent / "data/lexicon/sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_many_sentences_tell_nothing() -> None:
    assert sum("{" not in sentence for sentence in SENTENCES) >= 60


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_read_as_marked(sentence: str) -> None:
    text, rows = unmark(sentence)
    assert read(text) == rows
