import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.numerals import unified
from headwater.lineage.words import word_hash, words


def made(text):
    """The words of a text as they are compared: digits for numbers."""
    found = unified(words([text]), [text], "en")
    return [
        text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    ], found.hashes.tolist()


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("twelve hundred", "1200"),
        ("one thousand two hundred", "1200"),
        ("twenty-five", "25"),
        ("two hundred and six", "206"),
        ("6 thousand", "6000"),
        ("three million", "3000000"),
        ("four", "4"),
        ("two hundred and six thousand and four", "206004"),
    ],
)
def test_a_number_in_words_is_the_word_that_it_is_in_digits(said, digits):
    words_of, hashes = made(f"there were {said} boats")
    assert words_of == ["there", "were", said, "boats"]
    assert hashes[2] == word_hash(digits)


@pytest.mark.parametrize(
    ("text", "count"),
    [("four five six", 3), ("hundred boats", 2), ("ten and two", 3), ("nine twenty", 2), ("a thousand", 2)],
)
def test_what_is_no_one_number_is_not_put_together(text, count):
    assert len(made(text)[0]) == count


def test_a_number_does_not_run_from_one_text_into_the_next():
    texts = ["boats: two", "hundred men", "and five"]
    found = unified(words(texts), texts, "en")
    assert [here.stop - here.start for here in found] == [2, 2, 2]


def test_a_text_without_numbers_is_left_as_it_is():
    found = words(["a quay and a ferry"])
    assert unified(found, ["a quay and a ferry"], "en") is found


@given(
    st.lists(
        st.sampled_from("one two twelve twenty hundred thousand million and 6 1,200 boats zero".split()), max_size=30
    )
)
def test_any_row_of_number_words_is_read_in_order(row):
    text = " ".join(row)
    found = unified(words([text]), [text], "en")
    assert len(found.hashes) == found.bounds[-1] <= len(row)
    starts, ends = found.starts.tolist(), found.ends.tolist()
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert all(start < end for start, end in zip(starts, ends, strict=True))
