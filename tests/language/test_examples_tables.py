"""Every table among the examples of `tables.toml` is read as it says."""

from __future__ import annotations

from typing import Any

import pytest

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Block, BlockKind, Report
from headwater.settings import Settings

EXAMPLES: list[dict[str, Any]] = list(load().section("tables")["example"])


def _report(table: str) -> Report:
    text, blocks = "", []
    for line in table.strip("\n").split("\n"):
        blocks.append(Block(len(text), len(text) + len(line), BlockKind.TABLE))
        text += line + "\n"
    return Report(document="a.html", sha256="0" * 64, text=text, blocks=tuple(blocks))


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["table"].strip().split("\n")[0] for example in EXAMPLES])
def test_a_table_is_read_as_its_example_says(example: dict[str, Any]) -> None:
    found = extract(_report(example["table"]), load(), Settings()).figures
    told = [
        " ".join(filter(None, (one.quote, one.outcome.value, one.group, one.place, one.period)))
        for one in found
        if one.outcome
    ]
    assert told == example["figures"]
