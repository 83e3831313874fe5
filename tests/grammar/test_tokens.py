"""Tokens keep their offsets, and digits stay whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.tokens import Kind, tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,275 people.", ["1,275", "people", "."]),
        (
            "1\u202f275 and 12\u2009500\u2009000 and 3\u00a0400",
            ["1\u202f275", "and", "12\u2009500\u2009000", "and", "3\u00a0400"],
        ),
        ("It cost 2 .5 million.", ["It", "cost", "2 .5", "million", "."]),
        ("61, 000 people, 12, 13", ["61, 000", "people", ",", "12", ",", "13"]),
        ("a .500 record", ["a", ".500", "record"]),
        ("It was 25. Then", ["It", "was", "25", ".", "Then"]),
        ("$5m", ["$", "5", "m"]),
        ("people's homes don\u2019t", ["people", "'s", "homes", "don", "\u2019t"]),
        ("U.S. ships at 5 p.m.", ["U.S.", "ships", "at", "5", "p.m."]),
        ("see https://example.org/2024/05/20-dead now", ["see", "https://example.org/2024/05/20-dead", "now"]),
        ("twenty-five", ["twenty", "-", "five"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_kinds_and_lower_case() -> None:
    kinds = [(token.lower, token.kind) for token in tokenize("Varn\u2019s 5\n!")]
    assert kinds == [("varn", Kind.WORD), ("'s", Kind.WORD), ("5", Kind.DIGITS), ("\n", Kind.BREAK), ("!", Kind.SIGN)]


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Lost: 12 boats in Varn."
    assert [(token.start, token.text) for token in tokenize(text, 6, 14)] == [(6, "12"), (9, "boats")]


@given(st.text(max_size=300))
def test_slices_hold_and_only_white_space_is_left_out(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


PIECES = st.sampled_from(
    [
        *"a B bc U.S. x.y p.m. 's ' 'll . ... , 0 12 345 1,000 $ ( _ https:// www. - t % Z \u00e9 \u00df \u2019 \u2019s \u201c \u2014 \u20ac \u2026".split(),
        *(" ", "\n", ", 000", " .5", "\x1c"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_texts_of_western_letters_are_cut_as_all_others(text: str) -> None:
    """The same characters in a text that holds one of another script."""
    assert tokenize(text) == tokenize(text + "\n\u0416", 0, len(text))


RUNS = st.sampled_from(
    "a B bc U.S. x.y p.m. people's \u2014 1,000 $5 (AB) 12. ... don\u2019t, https://a.org/b. t-t \u00e9t\u00e9".split()
)
GAPS = st.sampled_from([" ", "  ", "   ", "\n", " \n ", "\t"])


@given(st.lists(st.tuples(GAPS, RUNS), min_size=1, max_size=12))
def test_white_space_of_any_width_parts_alike(parts: list[tuple[str, str]]) -> None:
    """And so it does where a token runs over white space elsewhere in the text."""
    text = "".join(gap + run for gap, run in parts)
    alone = [token for _, run in parts for token in texts(run)]
    for further in ("", " 's", "\n .5"):
        tokens = tokenize(text + further, 0, len(text), breaks=False)
        assert [token.text for token in tokens] == alone
        assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize("unit", ["7", '"', "and ", "a.", "1,", "1 .", "http://", "\u0301"])
def test_hostile_text_is_read_in_one_pass(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert "".join(texts(text)).replace(" ", "") == text.replace(" ", "")
