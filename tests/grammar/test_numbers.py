"""Numbers in a sentence: what takes them, where they stand, and how vague words are bounded."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.numbers import Number, numbers
from headwater.grammar.sentences import sentences
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.model import Block, BlockKind, Hedge

ENGLISH = load("en")


def read(text: str, **options: str) -> list[Number]:
    return numbers(tokenize(text), ENGLISH, **options)


def quotes(text: str) -> list[str]:
    return [text[one.start : one.end] for one in read(text)]


def test_tokens_that_belong_to_a_number() -> None:
    text = "It cost well over US$ 5 million in Varn."
    tokens = tokenize(text)
    (found,) = numbers(tokens, ENGLISH)
    assert [token.text for token in tokens[found.first : found.last]] == ["well", "over", "US", "$", "5", "million"]
    assert text[found.hedge_start : found.hedge_end] == "well over"
    assert text[found.start : found.end] == "5 million"


def test_a_hedge_behind_the_number_belongs_to_it() -> None:
    text = "The 20 or so people left."
    tokens = tokenize(text)
    (found,) = numbers(tokens, ENGLISH)
    assert [token.text for token in tokens[found.first : found.last]] == ["20", "or", "so"]
    assert text[found.hedge_start : found.hedge_end] == "or so"


def test_a_range_is_one_number_with_both_ends() -> None:
    text = "They lost between 10 and at most 15 boats."
    tokens = tokenize(text)
    (found,) = numbers(tokens, ENGLISH)
    assert text[found.start : found.end] == "10"
    assert (found.best, found.low, found.high) == (None, Decimal(10), Decimal(15))
    assert [token.text for token in tokens[found.first : found.last]] == ["between", "10", "and", "at", "most", "15"]


def test_what_dates_have_taken_is_left_out() -> None:
    text = "On 5 May 12 people died, nine days later 3."
    tokens = tokenize(text)
    found = numbers(tokens, ENGLISH, taken=[(3, 8), (25, 40)])
    assert [(text[one.start : one.end], one.unit) for one in found] == [("12", "count"), ("nine", "d"), ("3", "count")]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Tens of people", 10),
        ("Dozens of people", 12),
        ("Hundreds", 100),
        ("tens of thousands", 10_000),
        ("several hundred", 100),
    ],
)
def test_vague_words_are_bounded_where_asked(text: str, low: int) -> None:
    (literal,) = read(text)
    (bounded,) = read(text, bounds="acled")
    assert (literal.best, literal.low, literal.high, literal.hedge) == (None, None, None, Hedge.VAGUE)
    assert (bounded.best, bounded.low, bounded.high, bounded.hedge) == (low, low, None, Hedge.VAGUE)


def test_capitals_only() -> None:
    assert quotes("AT LEAST TWENTY-FIVE MEN AND ONE HUNDRED WOMEN OF VARN FLED IN 1989.") == [
        "TWENTY-FIVE",
        "ONE HUNDRED",
    ]


def test_wrapped_number_words() -> None:
    text = "Over 140\nmillion people"
    (sentence,) = sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH)
    (found,) = numbers(sentence.tokens, ENGLISH)
    assert found.best == 140_000_000


def test_lists_of_counts_stay_apart() -> None:
    text = "63 children, 106 women and 70 elderly people; 8, 9 and 10 boats"
    assert quotes(text) == ["63", "106", "70", "8", "9", "10"]


PIECES = st.sampled_from([
    "5", "2,000", "1.5", "twenty", "hundred", "million", "dozens", "of", "and", "a", "half", "-", "–", "to", "between", "from", "or", "at least",
    "nearly", "about", "$", "%", "US$", "people", "years", "old", ",", "(", ")", "one", "the", "best", "no", "third", "1/2", "½", "1999", ":", "/", "\n", "m", "bn", "-year-old",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=120))
def test_bounds_hold_and_numbers_are_in_order(text: str) -> None:
    tokens = tokenize(text)
    found = numbers(tokens, ENGLISH)
    for one in found:
        assert 0 <= one.first < one.last <= len(tokens)
        assert tokens[one.first].start <= one.start < one.end <= tokens[one.last - 1].end
        values = [value for value in (one.low, one.best, one.high) if value is not None]
        assert values == sorted(values)
        assert all(value.is_finite() and value >= 0 for value in values)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(
    st.integers(min_value=3000, max_value=10**9),
    st.sampled_from(["", "at least ", "nearly ", "about ", "up to ", "over "]),
)
def test_grouped_and_plain_digits_are_the_same_number(value: int, hedge: str) -> None:
    def values(text: str) -> list[tuple[object, ...]]:
        return [(one.best, one.low, one.high, one.hedge) for one in read(text)]

    assert values(f"There were {hedge}{value} people.") == values(f"There were {hedge}{value:,} people.")


@pytest.mark.parametrize(
    "unit",
    ["7", "7 ", '"', "and ", "twenty ", "hundred ", "5-", "5 to ", "5/", "5:", "at least ", "at least 5 ", "of thousands ", "thousands of ", "a ", "half a ", "one ", "$", "Ana, 5, ", "1,000", "well ", "another "],
)  # fmt: skip
def test_hostile_text_ends(unit: str) -> None:
    found = read(unit * (200_000 // len(unit)))
    assert all(one.start < one.end for one in found)
