"""Quotations: where marks open and close."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.quotations import quotations
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind

ENGLISH = load("en")


def read(text: str) -> list[tuple[str, bool]]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    found = quotations(text, list(sentences(text, blocks, ENGLISH)))
    return [(text[one.start : one.end], one.closed) for one in found.found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no" twice.', [('"no"', True)]),
        ("She said \u201cno\u201d twice.", [("\u201cno\u201d", True)]),
        ('" No , " she said .', [('" No , "', True)]),
        ("``No,'' she said.", [("``No,''", True)]),
        ("'Never again,' she said.", [("'Never again,'", True)]),
        ("The owners' boats weren't there.", []),
        ("It's the 'Heron, they said.", []),
        ('"First.\n"Second," she said.', [('"First.', False), ('"Second,"', True)]),
        ('"First.\nSecond," she said.', [('"First.\nSecond,"', True)]),
        ('It was 5 feet 10" tall.', []),
    ],
)
def test_marks_open_and_close(text: str, expected: list[tuple[str, bool]]) -> None:
    assert read(text) == expected


def test_a_forgotten_mark_ends_with_its_paragraph() -> None:
    text = 'He said "no.\n' + "Nothing was said here.\n" * 200 + 'She said "yes."'
    assert read(text) == [('"no.', False), ('"yes."', True)]


@given(st.text(alphabet="ab \"\u201c\u201d\u2018\u2019'.,\n", max_size=120))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    blocks = [Block(0, len(text), BlockKind.PARAGRAPH)] if text.strip() else []
    found = quotations(text, list(sentences(text, blocks, ENGLISH))).found
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_the_quotation_at_and_before_a_place() -> None:
    text = 'She said "no" and "yes" twice.'
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    found = quotations(text, list(sentences(text, [block], ENGLISH)))
    inside, last = found.at(text.index("no")), found.before(len(text))
    assert inside is not None
    assert text[inside.start : inside.end] == '"no"'
    assert last is not None
    assert text[last.start : last.end] == '"yes"'
    assert found.at(0) is None
    assert found.before(0) is None
