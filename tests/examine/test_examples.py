"""Each rule finds what its examples say it finds, and is silent where they say so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.examine import stage
from headwater.examine.registry import rules
from headwater.model import Finding
from headwater.settings import Settings

PATH = Path(stage.__file__).with_name("examples.toml")
EXAMPLES: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(PATH.read_text(encoding="utf-8"))


def cases(side: str) -> Iterator[Any]:
    for name, sides in EXAMPLES.items():
        for number, example in enumerate(sides.get(side, ())):
            yield pytest.param(name, example["reports"], id=f"{name}-{number}")


def findings(reports: list[str], folder: Path) -> list[Finding]:
    for number, text in enumerate(reports):
        (folder / f"report-{number}.txt").write_text(text + "\n", encoding="utf-8")
    return [*headwater.run([folder], settings=Settings(workers=1)).findings]


@pytest.mark.parametrize(("name", "reports"), [*cases("finds")])
def test_finds(name: str, reports: list[str], tmp_path: Path) -> None:
    found = findings(reports, tmp_path)
    assert name in {finding.rule.split("/")[0] for finding in found}, [finding.text for finding in found]


@pytest.mark.parametrize(("name", "reports"), [*cases("silent")])
def test_is_silent(name: str, reports: list[str], tmp_path: Path) -> None:
    found = [finding for finding in findings(reports, tmp_path) if finding.rule.split("/")[0] == name]
    assert not found, [finding.text for finding in found]


def test_examples_are_of_rules_that_exist() -> None:
    assert set(EXAMPLES) <= {rule.name for rule in rules()}


def test_every_rule_tells_users_what_it_does() -> None:
    assert rules()
    for rule in rules():
        first, *_ = rule.text.splitlines()
        assert first.endswith((".", ":")), rule.name
        assert len(rule.text) > 40, rule.name


def test_findings_hold_on_to_words(tmp_path: Path) -> None:
    reports = EXAMPLES["differs"]["finds"][0]["reports"]
    for finding in findings(reports, tmp_path):
        assert finding.spans
        for span in finding.spans:
            text = (tmp_path / span.document).read_text(encoding="utf-8")
            assert text[span.start : span.end] == span.quote
