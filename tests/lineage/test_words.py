from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.words import word_hash, words


def texts_of(text):
    found = words([text])
    return [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def test_a_number_is_one_word_however_its_groups_are_parted():
    assert texts_of("1,200 homes, 1200 homes, 1 200; 3.5 and 12,34") == [
        "1,200",
        "homes",
        "1200",
        "homes",
        "1",
        "200",
        "3",
        "5",
        "and",
        "12",
        "34",
    ]
    assert word_hash("1,200") == word_hash("1200") != word_hash("1201")


def test_an_apostrophe_and_capitals_make_no_other_word():
    assert word_hash("Don\u2019t") == word_hash("don't") == word_hash("dont")


def test_words_of_one_text_do_not_depend_on_those_beside_it():
    alone, among = words(["the quay at dawn"]), words(["a ferry", "the quay at dawn", "\u201copen"])
    here = slice(int(among.bounds[1]), int(among.bounds[2]))
    assert alone.hashes.tolist() == among.hashes[here].tolist()
    assert alone.starts.tolist() == among.starts[here].tolist()
    assert not among.quoted[here].any()


def test_what_stands_between_quotation_marks_is_marked():
    text = 'She said "the bridge is closed" and left. \u201cStay,\u201d he said.'
    found = words([text])
    marked = [
        text[s:e]
        for s, e, q in zip(found.starts.tolist(), found.ends.tolist(), found.quoted.tolist(), strict=True)
        if q
    ]
    assert marked == ["the", "bridge", "is", "closed", "Stay"]


def test_a_mark_that_was_never_closed_ends_with_its_line():
    found = words(["\u201cno end here\nthe next line"])
    assert found.quoted.tolist() == [True] * 3 + [False] * 3


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_gives_words_in_order_within_it(texts):
    found = words(texts)
    assert len(found) == len(texts)
    for here, text in zip(found, texts, strict=True):
        starts, ends = found.starts[here].tolist(), found.ends[here].tolist()
        assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_hostile_text_is_read_in_one_go():
    for text in ("1" * 300_000, '"' * 300_000, "and " * 60_000, "1," * 100_000, "\ud800" * 1000):
        assert len(words([text]).bounds) == 2
