"""Cardinals in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.cardinals import cardinal
from headwater.grammar.row import Row
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.language.numbers import lexicon

WORDS = lexicon(load("en"))
UNITS = [*WORDS.units][1:]
SMALL = {int(value): word for word, value in WORDS.units.items() if word != "nil"}
TENS = {int(value): word for word, value in WORDS.tens.items() if word != "fourty"}


def read(text: str) -> tuple[int, str] | None:
    tokens = tokenize(text)
    found = cardinal(Row(tokens), 0, WORDS)
    return None if found is None else (int(found.value), " ".join(token.text for token in tokens[: found.last]))


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("six boats", 6, "six"),
        ("twenty-five boats", 25, "twenty - five"),
        ("Twenty five", 25, "Twenty five"),
        ("one hundred and six", 106, "one hundred and six"),
        ("one hundred and boats", 100, "one hundred"),
        ("three hundred and twenty thousand and one", 320_001, "three hundred and twenty thousand and one"),
        ("two million five hundred thousand", 2_500_000, "two million five hundred thousand"),
        ("twelve hundred", 1200, "twelve hundred"),
        ("four dozen eggs", 48, "four dozen"),
        ("five six", 5, "five"),
        ("twenty thirteen", 20, "twenty"),
        ("two and three", 2, "two"),
        ("zero one", 0, "zero"),
        ("nine hundred ninety-nine", 999, "nine hundred ninety - nine"),
    ],
)
def test_value(text: str, value: int, words: str) -> None:
    assert read(text) == (value, words)


def test_other_words_are_none() -> None:
    assert read("boats") is None


def spell(value: int) -> str:
    for by, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= by:
            rest = value % by
            join = " and " if 0 < rest < 100 else " "
            return f"{spell(value // by)} {name}" + (join + spell(rest) if rest else "")
    if value < 20:
        return SMALL[value]
    return TENS[value - value % 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_what_is_spelled_is_read(value: int) -> None:
    found = read(spell(value) + " boats")
    assert found is not None
    assert found[0] == value


@given(st.lists(st.sampled_from([*WORDS.units, *WORDS.tens, *WORDS.scales, "and", "-"]), min_size=1, max_size=12))
def test_any_row_of_number_words_is_read(words: list[str]) -> None:
    found = read(" ".join(words))
    assert (found is None) == (words[0] in {"and", "-"})
