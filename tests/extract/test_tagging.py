"""Word classes: the shipped weights, and what holds for any."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.tagging import CLASSES, Tagger, tagger
from headwater.grammar.tokens import tokenize
from headwater.language import Language, load

MODEL = tagger(load("en"))


def tags(text: str) -> str:
    assert MODEL is not None
    return MODEL.tags(tokenize(text))


def test_classes_of_a_plain_sentence() -> None:
    assert tags("The old mayor said that 12 boats were burned.") == "DJNvSMNxn."


def test_capitals_tell_nothing_in_a_sentence_of_capitals() -> None:
    assert tags("THE MAYOR SAID THAT 12 BOATS WERE BURNED.").replace("P", "N") == "DNvSMNxn."


def test_weights_decide_and_ties_go_to_the_first_class() -> None:
    model = Tagger({}, {"wboat": "v7N-3", "wport": "J5N5"})
    assert model.tags(tokenize("boat port")) == "vN"


def test_negative_weights_do_not_run_into_other_classes() -> None:
    model = Tagger(
        {}, {"wboat": "N-900P-1J-900R-900D-900O-900A-900S-900C-900T-900M-900.-900Z-900v-900b-900g-900n-900x-900"}
    )
    assert model.tags(tokenize("boat")) == "P"


def test_a_language_without_weights_has_no_tagger(tmp_path: Path) -> None:
    assert tagger(Language("xx", tmp_path)) is None


@given(st.text(max_size=100))
def test_every_token_has_one_class(text: str) -> None:
    tokens = tokenize(text)
    found = tags(text)
    assert len(found) == len(tokens)
    assert set(found) <= set(CLASSES)
