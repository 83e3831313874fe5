"""docs/findings.md tells of every rule as its docstring does."""

from __future__ import annotations

from pathlib import Path

from headwater.examine.handbook import filled, handbook
from headwater.examine.registry import rules

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def test_every_rule_is_told() -> None:
    told = handbook()
    for rule in rules():
        assert told.count(f"(rule `{rule.name}/{rule.version}`)") == 1


def test_page_is_up_to_date() -> None:
    """Mend it by writing what `filled` makes of the page back to docs/findings.md."""
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page
