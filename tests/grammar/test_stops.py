"""Stops that tell by themselves whether they end a sentence, held against what the library says of them."""

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar import stops
from headwater.language import abbreviations, load

SHORT = abbreviations.lexicon(load("en"))
PIECES = [
    *("The", "toll", "rose", "civil", "prof", "WIN", "So", "no", "Inc", "Dr", "Mr.", "St.", "U.S.", "e.g.", "Lt.", "B.", "I", "A", "IV", "é"),
    *("25", "2.5", "No. 7", ".Police left", "they", "Ellen", "??", "...", ". . .", "…", ".", ". ", "! ", '." ', ".) ", "? ", ".\n"),
    *('"', "”", "“", "'", "(", ")", "[", "]", "*", "»", ",", ";", "-", "--", "—", "•", " ", "  ", "\n"),
]  # fmt: skip


def split(part: str) -> list[str]:
    cuts = [0, *stops.ends(part, SHORT)]
    return [part[start:end] for start, end in pairwise(cuts)]


@given(
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=24).map("".join),
    st.sampled_from([str, str.upper, str.lower]),
)
def test_the_library_says_the_same(row: str, case: type[str]) -> None:
    part = case(row) + " end"
    with patch.object(stops, "_told", return_value=None):
        asked = split(part)
    assert split(part) == asked


@given(st.lists(st.sampled_from(PIECES), min_size=12, max_size=30).map(" ".join))
def test_the_library_says_the_same_behind_any_plain_words(row: str) -> None:
    part = row + " end"
    found = split(part)
    with patch.object(stops, "_between", stops._library):
        assert split(part) == found


@pytest.mark.parametrize(
    "part",
    [
        "He left. She stayed.",
        "Was it 5? (Nobody knows.) So they say. Go!",
        "GEN. OKO CAME. THE TOWN OF ST. ORLA IS QUIET.",
    ],
)
def test_the_library_is_not_asked_where_words_tell(part: str) -> None:
    with patch.object(stops.nupunkt, "sent_spans", side_effect=AssertionError):
        assert len(split(part)) > 1


def test_marks_by_themselves_at_the_end_are_no_sentence() -> None:
    assert split("He came. She left . ' \"") == ["He came. ", "She left . ' \""]
