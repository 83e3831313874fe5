from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language import load
from headwater.model import Block, BlockKind
from headwater.read.credits import credits_in
from headwater.read.plain import blocks
from headwater.read.publisher import publisher_of

LANGUAGE = load()
EXAMPLES: list[dict[str, Any]] = list(LANGUAGE.section("credits")["example"])
STORY = "\n\nThe ferry left the port at dawn with forty people on board.\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:40])
def test_examples_of_the_language_data(example: dict[str, Any]) -> None:
    text = example["text"] + STORY
    found = [(credit.agent, credit.relation.value) for credit in credits_in(text, blocks(text), LANGUAGE)]
    assert found == ([(example["agent"], example["relation"])] if "agent" in example else [])


@given(st.text(max_size=200))
def test_any_text_gives_credits_that_quote_it(text: str) -> None:
    for credit in credits_in(text, blocks(text), LANGUAGE):
        assert text[credit.start : credit.end] == credit.quote


def test_an_order_to_a_person_is_no_credit() -> None:
    text = "The officer told Rossi to leave the quay." + STORY
    assert credits_in(text, blocks(text), LANGUAGE) == []


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "The ferry left the port at dawn. It had forty people on board, the harbour master said on the quay. (MPA)",
            ["MPA"],
        ),
        ("The ferry of the line (MPA) left the port at dawn.", []),
        ("Daily situation report, 24 February 2031", []),
        ("Bulletin 2, 7 November 2030", []),
        ("By Newsroom October 5, 2030", ["Newsroom"]),
        ("By Mirror reporters and Archipelago News", ["Mirror reporters", "Archipelago News"]),
        ("By Anna Rossi and Archipelago News", ["Anna Rossi and Archipelago News"]),
    ],
)
def test_letters_behind_the_last_stop_are_an_agency_and_a_kind_of_paper_is_nobody(text: str, agents: list[str]) -> None:
    whole = f"Ferry sinks\n\n{text}{STORY}" if "MPA" not in text else f"Ferry sinks{STORY}\n{text}\n"
    assert [credit.agent for credit in credits_in(whole, blocks(whole), LANGUAGE)] == agents


def test_chrome_gives_no_credits() -> None:
    text = "Twelve people died, the Varn Gazette reported."
    assert credits_in(text, [Block(0, len(text), BlockKind.CHROME)], LANGUAGE) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2031 Harbour Post. All rights reserved.", "Harbour Post"),
        ("Harbour.News © 2031. .", "Harbour.News"),
        ("Copyright 2029-2031 Harbour Post | Imprint | Privacy", "Harbour Post"),
        ("© 2031", None),
        ("A line", None),
    ],
)
def test_the_name_beside_the_copyright_sign(line: str, name: str | None) -> None:
    assert publisher_of(line, (Block(0, len(line), BlockKind.CHROME),), None) == name
