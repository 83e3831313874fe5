"""Word classes: the shipped weights, and what holds for any."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.tagging import CLASSES, Tagger, lanes, packed, tagger, unpacked
from headwater.extract.tagging_features import features, normal
from headwater.grammar.tokens import Kind, tokenize
from headwater.language import Language, load

MODEL = tagger(load("en"))


def tags(text: str) -> str:
    assert MODEL is not None
    return of_tokens(MODEL, text)


def of_tokens(model: Tagger, text: str) -> str:
    tokens = tokenize(text)
    return model.tags(tokens, [token.lower for token in tokens])


def test_classes_of_a_plain_sentence() -> None:
    assert tags("The old mayor said that 12 boats were burned.") == "DJNvSMNxn."


def test_capitals_tell_nothing_in_a_sentence_of_capitals() -> None:
    assert tags("THE MAYOR SAID THAT 12 BOATS WERE BURNED.").replace("P", "N") == "DNvSMNxn."


def test_in_a_text_of_capitals_sentences_need_not_be_looked_through() -> None:
    assert MODEL is not None
    for text in (
        "THE MAYOR SAID THAT 12 BOATS WERE BURNED.",
        "TWO BURNED.",
        '(12) 13 A BOAT, "SAID" U.S. MEN\'S ALLIES.',
    ):
        tokens = tokenize(text)
        lower = [token.lower for token in tokens]
        assert MODEL.tags(tokens, lower, capitals=True) == MODEL.tags(tokens, lower)


def test_weights_decide_and_ties_go_to_the_first_class() -> None:
    model = Tagger({}, {"wboat": lanes({"v": 7, "N": -3}), "wport": lanes({"J": 5, "N": 5})})
    assert of_tokens(model, "boat port") == "vN"


def test_negative_weights_do_not_run_into_other_classes() -> None:
    weights = dict.fromkeys(CLASSES, -900) | {"P": -1}
    model = Tagger({}, {"wboat": lanes(weights)})
    assert of_tokens(model, "boat") == "P"


def test_sums_that_are_kept_are_those_of_all_features() -> None:
    assert MODEL is not None
    tokens = tokenize('"Boats burned near the quay," 3 old Fishermen of Varn said: "We saw two boats burn."')
    found, (words, shapes) = (
        "^^" + tags('"Boats burned near the quay," 3 old Fishermen of Varn said: "We saw two boats burn."'),
        normal(tokens),
    )
    for at, token in enumerate(tokens):
        if token.kind == Kind.WORD and token.lower not in MODEL.certain:
            scores = dict.fromkeys(CLASSES, 0)
            for feature in features(at, words, shapes, found[at + 1], found[at]):
                for tag in CLASSES:
                    scores[tag] += weight(int.from_bytes(MODEL.weights.get(feature, b""), "little", signed=True), tag)
            assert found[at + 2] == max(CLASSES, key=lambda tag: (scores[tag], -CLASSES.index(tag)))


def weight(row: int, tag: str) -> int:
    """One lane of a row, by arithmetic of its own."""
    for other in CLASSES:
        low = (row + (1 << 15)) % (1 << 16) - (1 << 15)
        if other == tag:
            return low
        row = (row - low) >> 16
    raise AssertionError(tag)


def test_a_tagger_is_kept_whole() -> None:
    model = Tagger({"the": "D"}, {"wboat": lanes({"v": 7, "x": -3}), "eatl": lanes({"N": -1})})
    assert unpacked(packed(model, "none")) == model
    assert packed(model, "none") == packed(unpacked(packed(model, "none")), "none")


def test_a_language_without_weights_has_no_tagger(tmp_path: Path) -> None:
    assert tagger(Language("xx", tmp_path)) is None


@given(
    st.lists(
        st.sampled_from(("The boats burn .", "Boats burn the men", "they burn boats", "a burn boat", "to burn")),
        max_size=6,
    )
)
def test_what_was_read_before_changes_no_class(texts: list[str]) -> None:
    assert MODEL is not None
    known = Tagger(MODEL.certain, MODEL.weights)
    for text in texts:
        assert of_tokens(known, text) == of_tokens(Tagger(MODEL.certain, MODEL.weights), text)


@given(st.text(max_size=100))
def test_every_token_has_one_class(text: str) -> None:
    tokens = tokenize(text)
    found = tags(text)
    assert len(found) == len(tokens)
    assert set(found) <= set(CLASSES)
