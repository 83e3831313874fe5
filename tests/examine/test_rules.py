"""What rules find, and what they leave, in cases made by hand; and every finding of all examples as it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from examine_cases import FINDS, SILENT
from headwater.examine.registry import rules
from headwater.examine.stage import examine
from headwater.model import Finding


def cases(given: dict[str, list[Any]]) -> Iterator[Any]:
    for name, situations in given.items():
        for number, situation in enumerate(situations):
            yield pytest.param(name, situation, id=f"{name}-{number}")


def of(rule: str, situation: Any) -> list[Finding]:
    return [finding for finding in examine(*situation) if finding.rule.split("/")[0] == rule]


@pytest.mark.parametrize(("name", "situation"), [*cases(FINDS)])
def test_finds_once(name: str, situation: Any) -> None:
    """One finding a measure, whose words stand in the reports."""
    found = of(name, situation)
    assert len(found) == 1, [finding.text for finding in examine(*situation)]
    texts = {report.document: report.text for report in situation[0]}
    for span in found[0].spans:
        if span.quote:
            assert texts[span.document][span.start : span.end] == span.quote


@pytest.mark.parametrize(("name", "situation"), [*cases(SILENT)])
def test_is_silent(name: str, situation: Any) -> None:
    assert [finding.text for finding in of(name, situation)] == []


@pytest.mark.parametrize(("name", "situation"), [*cases(FINDS)])
def test_order_of_reports_changes_nothing(name: str, situation: Any) -> None:
    reports, *rest = situation
    assert examine(reports[::-1], *rest) == examine(reports, *rest)


def test_all_findings_as_told(snapshot: SnapshotAssertion) -> None:
    shown = {
        f"{name}-{number}": [told(finding) for finding in examine(*situation)]
        for name, situations in FINDS.items()
        for number, situation in enumerate(situations)
    }
    assert shown == snapshot


def told(finding: Finding) -> tuple[object, ...]:
    words = [f"{span.document}: {span.quote}" for span in finding.spans]
    return finding.rule, finding.level.value, finding.text, finding.arithmetic, words


def test_rules_of_figures_have_cases() -> None:
    assert set(FINDS) == set(SILENT) <= {rule.name for rule in rules()}
