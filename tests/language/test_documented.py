"""docs/language.md names every section of the language data, every table of outcomes, and only tests that exist."""

import re
from pathlib import Path

import pytest

from headwater.language import load
from headwater.model import Outcome

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/language.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([a-z_.]+)` \|(.*)$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("path", sorted(load().folder.glob("*.toml")), ids=lambda path: path.stem)
def test_a_section_has_its_row(path: Path) -> None:
    assert path.stem in ROWS


@pytest.mark.parametrize("table", sorted(load().section("outcomes")))
def test_a_table_of_outcomes_is_explained(table: str) -> None:
    assert f"`{table}`" in PAGE.partition("### outcomes")[2].partition("### frames")[0]


def test_every_outcome_is_listed() -> None:
    assert [outcome for outcome in Outcome if f"`{outcome.value}`" not in PAGE] == []


def test_files_that_the_page_names_exist() -> None:
    named = re.findall(r"`((?:tests|bench|src|headwater)/[\w./]+|test_\w+\.py)`", PAGE)
    homes = (ROOT, ROOT / "src", ROOT / "tests/language")
    assert named
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []
