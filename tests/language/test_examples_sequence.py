"""The examples of the sections on the order of a telling and on whole populations hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.language import load
from headwater.language.collation import alike, whole_groups
from headwater.model import Finding
from headwater.settings import Settings

ENGLISH = load("en")
SEQUENCE: list[dict[str, Any]] = list(ENGLISH.section("sequence")["example"])
ORDERS = [example for example in SEQUENCE if "order" in example]
SPANS = [example for example in SEQUENCE if "span" in example]
WHOLES: list[dict[str, Any]] = list(ENGLISH.section("collation")["example"])


def findings(text: str, folder: Path) -> list[Finding]:
    (folder / "report.txt").write_text(text + "\n", encoding="utf-8")
    return [*headwater.run([folder], settings=Settings(workers=1)).findings]


def test_each_kind_of_example_is_there() -> None:
    assert ORDERS
    assert SPANS
    assert len(ORDERS) + len(SPANS) == len(SEQUENCE)


@pytest.mark.parametrize("example", ORDERS, ids=lambda example: example["order"])
def test_words_of_sequence_order_the_dates_beside_them(example: dict[str, Any], tmp_path: Path) -> None:
    kinds = {finding.kind.value for finding in findings(example["text"], tmp_path)}
    assert ("date_order" in kinds) is (example["order"] == "does not fit")


@pytest.mark.parametrize("example", SPANS, ids=lambda example: example["span"][0])
def test_words_between_the_ends_of_a_span_hold_it_together(example: dict[str, Any], tmp_path: Path) -> None:
    found = [finding for finding in findings(example["text"], tmp_path) if finding.kind.value == "duration"]
    assert found
    assert all(any(end in span.quote for span in found[0].spans) for end in example["span"])


@pytest.mark.parametrize("example", WHOLES, ids=lambda example: example["first"])
def test_groups_share_a_measure_or_do_not(example: dict[str, Any]) -> None:
    figures = [headwater.extract(f"The report says that {example[key]}.").figures for key in ("first", "second")]
    groups = [figure.group for found in figures for figure in found if figure.outcome == example["outcome"]]
    assert groups == example["groups"]
    one, other = (alike(ENGLISH).get(group, group) for group in groups)
    assert (one == other or {one, other} <= whole_groups(ENGLISH)) is example["same"]
