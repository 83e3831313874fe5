"""Every example in the statement data holds, and what must be passed over is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.errors import LanguageDataError
from headwater.extract.statements import statements
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.language.statements import lexicon
from headwater.model import Block, BlockKind, Outcome, Statement

ENGLISH = load("en")
KINDS = ENGLISH.section("statements")["kinds"]
EXAMPLES = [(kind, example) for kind, table in KINDS.items() for example in table["examples"]]
DENIED = ENGLISH.section("statements")["denied"]["examples"]
NONE = [(kind, text) for kind, table in KINDS.items() for text in table["none"]]


def read(text: str) -> list[Statement]:
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    return statements(text, found, (), (), (), ENGLISH, "a.txt")


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[e["text"][:40] for _, e in EXAMPLES])
def test_a_kind_finds_its_examples(kind: str, example: Mapping[str, str]) -> None:
    assert [(one.kind.value, one.quote) for one in read(example["text"])] == [(kind, example["quote"])]


@pytest.mark.parametrize(("kind", "text"), NONE, ids=[text[:40] for _, text in NONE])
def test_a_kind_passes_over_what_is_none(kind: str, text: str) -> None:
    assert [one for one in read(text) if one.kind.value == kind] == []


@pytest.mark.parametrize("example", DENIED, ids=[e["text"][:60] for e in DENIED])
def test_numbers_inside_what_is_denied(example: Mapping[str, Any]) -> None:
    assert [one.quote for one in headwater.extract(example["text"]).figures if one.denied] == example["numbers"]


def test_outcomes_are_those_of_the_model() -> None:
    assert set(lexicon(ENGLISH).outcomes.values()) <= {outcome.value for outcome in Outcome}


def test_a_pattern_without_its_set_is_told(tmp_path: Path) -> None:
    (tmp_path / "statements.toml").write_text('[kinds.denies]\npatterns = ["<nobody> denied"]\n', encoding="utf-8")
    with pytest.raises(LanguageDataError, match="nobody"):
        lexicon(load("xx", tmp_path))
