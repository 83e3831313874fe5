"""Datings: what ties something to a time, and what it ties."""

from __future__ import annotations

import pytest

from headwater.grammar.datings import datings
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind, Dating

ENGLISH = load("en")


def read(text: str, published: str | None = None) -> tuple[Dating, ...]:
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),)
    return datings("a.txt", text, tuple(sentences(text, blocks, ENGLISH)), ENGLISH, published)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The ferry sank on 4 March 2019 in fog.", "sank"),
        ("Electricity was cut on 4 March 2019.", "was cut"),
        ("It is barred by the 1948 Harbour Convention.", "Harbour Convention"),
        ("They mourn the flood of 4 March 2019.", "flood"),
        ("It was the worst since the loss of the Gannet in 1987.", "loss"),
        ("On 4 March 2019 the dam burst.", "burst"),
        ("4 March 2019.", None),
    ],
)
def test_a_dating_names_the_words_it_dates(text: str, dated: str | None) -> None:
    (found,) = read(text)
    assert (found.about and found.about.quote) == dated
    assert text[found.start : found.end] == found.quote


def test_how_long_how_often_and_now_are_no_datings() -> None:
    assert read("It is now searched every year for two hours.") == ()


def test_a_duration_that_leads_back_to_a_year_is_a_dating() -> None:
    (found,) = read("It is 33 years since the dam broke.", "2019-03-07")
    assert (found.quote, found.edtf) == ("33 years since", "1986")
