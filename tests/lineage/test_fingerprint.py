from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage.fingerprint import fingerprint
from headwater.lineage.words import words
from lineage_texts import prose


def prints(text, gram=4, window=4):
    return fingerprint(words([text]), gram, window)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 40))
def test_seven_words_in_a_row_share_a_fingerprint(one, other, at):
    """Winnowing guarantees a common gram for runs of gram + window - 1 words."""
    run = " ".join(f"shared{n}" for n in range(7))
    words_a, words_b = prose(one, 60).split(), prose(other + 1000, 60).split()
    a = " ".join([*words_a[:at], run, *words_a[at:]])
    b = " ".join([*words_b[: 60 - at], run])
    assert set(prints(a).hashes.tolist()) & set(prints(b).hashes.tolist())


def test_fingerprints_of_a_text_do_not_depend_on_those_beside_it():
    text = prose(1)
    among = fingerprint(words([prose(2), text, "short one"]), 4, 4)
    assert prints(text).hashes.tolist() == among.hashes[among.texts == 1].tolist()


def test_a_text_shorter_than_a_window_keeps_all_grams():
    assert prints("one two three four five").positions.tolist() == [0, 1]
    assert prints("one two three").positions.tolist() == []
