"""Every entry of the figure lexicons is read as its examples say."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from marked_figures import read, unmark

from headwater.language import load


def examples() -> Iterator[str]:
    for name in ("outcomes", "groups", "negation", "background"):
        for entries in load().section(name).values():
            for entry in entries if isinstance(entries, list) else [entries]:
                yield from entry.get("examples", ())


def test_there_are_examples_of_every_table_of_outcomes() -> None:
    section = load().section("outcomes")
    for table in ("verb", "complement", "idiom", "state", "noun", "nominal", "toll"):
        assert all(entry.get("examples") for entry in section[table]), table


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_is_read_as_marked(example: str) -> None:
    text, rows = unmark(example)
    assert read(text) == rows
