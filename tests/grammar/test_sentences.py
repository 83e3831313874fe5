"""Sentences of wire, web and broadcast text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.sentences import sentences
from headwater.grammar.tokens import Kind
from headwater.language import load
from headwater.model import Block, BlockKind

ENGLISH = load("en")


def split(text: str) -> list[str]:
    whole = [Block(0, len(text), BlockKind.PARAGRAPH)]
    return [text[one.start : one.end] for one in sentences(text, whole, ENGLISH)]


@pytest.mark.parametrize(
    "example", ENGLISH.section("abbreviations")["example"], ids=lambda example: example["text"][:40]
)
def test_example(example: dict[str, object]) -> None:
    assert split(str(example["text"])) == example["sentences"]


@pytest.mark.parametrize(
    "expected",
    [
        ["PORT VARN, 3 Apr (Agency) -- Five died.", '"It was dark."', "She left."],
        ["THE U.S. ENVOY CAME AT 5 P.M. LOCAL TIME.", "THE TOWN OF BRENN IS QUIET.", "4 MEN FLED."],
        ['" We saw 5 boats , " he said .', '" They were taken to St. Orla . "', "Police came ."],
        ['"Five died!" she said.', 'He asked: "Why?"', "Nobody knew."],
        ["The toll rose to 25.", "(Ten are ill.)", "Why?", "The dam broke."],
        ["About 2 .5 million fled.", "No. 7 stayed."],
    ],
    ids=lambda expected: expected[0],
)
def test_split(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_a_stop_with_no_space_behind_it_ends_a_sentence() -> None:
    assert split("The toll rose to 25.Police left.It rained.") == ["The toll rose to 25.", "Police left.", "It rained."]


def test_a_name_from_the_web_is_one_word() -> None:
    text = "As Courier.Vm recalls, 12 died.Police left."
    assert split(text) == ["As Courier.Vm recalls, 12 died.", "Police left."]


def test_a_wrapped_line_goes_on() -> None:
    text = "At least\n20 people fled the\ntown. Ten came\nback."
    assert split(text) == ["At least\n20 people fled the\ntown.", "Ten came\nback."]
    found = next(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    assert Kind.BREAK not in {token.kind for token in found.tokens}


def test_blank_lines_and_items_end_a_sentence() -> None:
    text = "The dead were:\n• 63 children\n• 106 women; 5 men\n\nStorm over Varn\n\n1. One thing\n2) Another"
    assert split(text) == [
        "The dead were:", "• 63 children", "• 106 women; 5 men", "Storm over Varn", "One thing", "Another",
    ]  # fmt: skip


def test_blocks_end_sentences_and_chrome_has_none() -> None:
    text = "Two dead in Varn\nShare Print\nA boat sank"
    blocks = [Block(0, 16, BlockKind.TITLE), Block(17, 28, BlockKind.CHROME), Block(29, 40, BlockKind.PARAGRAPH)]
    found = [(text[one.start : one.end], one.block, one.kind) for one in sentences(text, blocks, ENGLISH)]
    assert found == [("Two dead in Varn", 0, BlockKind.TITLE), ("A boat sank", 2, BlockKind.PARAGRAPH)]


PIECES = st.sampled_from(
    ["He", "left", ".", '"', " ", "\n", "U.S.", "25", "No.", "!", "”", "(", ")", "• ", "é", "St.", "\u2028", "𝟛"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(text[token.start : token.end] == token.text for one in found for token in one.tokens)
    covered = {at for one in found for at in range(one.start, one.end)}
    left = "".join(char if at not in covered else "\x1f" for at, char in enumerate(text))
    # But for the number of a paragraph, which is none of its words.
    assert all(re.fullmatch(r"\s*(\(?\d{1,3}[.)]\s+)?", run) for run in left.split("\x1f"))


@pytest.mark.parametrize("unit", ["7", '" ', "and ", ". ", "St. ", '. "', "\n\n", "\n• ", "a.B", "!Abc"])
def test_hostile_text_ends(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    assert all(one.start < one.end for one in found)
