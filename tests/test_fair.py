"""One set of rules for everyone: with the names of parties, places and publishers swapped, the findings are the same up to the swap."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import headwater
from headwater.model import Contents
from headwater.settings import Settings

DEMO = Path(headwater.__file__).parent / "demo" / "reports"

SWAPS = {
    "parties": ("Averin Harbour Police", "Aldmoor Line"),
    "speakers": ("Marrin", "Varran"),
    "places": ("Thorsay", "Eastquay"),
    "publishers": ("Velmar", "Skerrin"),
}


def swapped(text: str, pair: tuple[str, str]) -> str:
    one, other = pair
    return re.sub(f"{re.escape(one)}|{re.escape(other)}", lambda match: other if match.group() == one else one, text)


def told(contents: Contents, pair: tuple[str, str] | None = None) -> tuple[list[object], list[object]]:
    """Figures and findings as words and numbers, without places in the text or ids; swapped back where a pair is given."""

    def back(text: str | None) -> str | None:
        return swapped(text, pair) if pair and text else text

    figures = [
        (
            one.document,
            one.quote,
            one.best,
            one.low,
            one.high,
            one.outcome,
            one.group,
            one.background,
            tuple(map(back, one.speaker)),
        )
        for one in contents.figures
    ]
    findings = [
        (
            one.kind,
            one.level,
            one.documents,
            one.arithmetic,
            sorted((span.document, back(span.quote)) for span in one.spans),
        )
        for one in contents.findings
    ]
    return sorted(figures, key=repr), sorted(findings, key=repr)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The bundled example as plain texts, so that names can be swapped in all of it."""
    return {
        report.document + ".txt": report.text for report in headwater.run([DEMO], settings=Settings(workers=1)).reports
    }


def run(texts: dict[str, str], folder: Path) -> Contents:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return headwater.run([folder], settings=Settings(workers=1))


@pytest.mark.parametrize("names", SWAPS)
def test_swapped_names_give_the_same_findings(names: str, texts: dict[str, str], tmp_path: Path) -> None:
    pair = SWAPS[names]
    assert any(name in text for text in texts.values() for name in pair)
    (tmp_path / "as-told").mkdir()
    (tmp_path / "swapped").mkdir()
    as_told = told(run(texts, tmp_path / "as-told"))
    other = told(run({name: swapped(text, pair) for name, text in texts.items()}, tmp_path / "swapped"), pair)
    assert other == as_told


CASES = Path(__file__).parent / "data/cases"


@pytest.mark.parametrize(
    ("case", "pair"),
    [
        ("clashes-rival-communiques", ("Sorva", "Kelt")),
        ("clashes-rival-communiques", ("Norda", "Lomar")),
        ("two-coach-crashes", ("Furrow", "Ost")),
        ("massacre-two-memories", ("Imbra", "Hask")),
        ("massacre-two-memories", ("Westmark", "Eastmark")),
    ],
)
def test_swapped_names_in_cases_give_the_same_findings(case: str, pair: tuple[str, str], tmp_path: Path) -> None:
    reports = headwater.run([CASES / case / "reports"], settings=Settings(workers=1)).reports
    texts = {report.document + ".txt": report.text for report in reports}
    (tmp_path / "as-told").mkdir()
    (tmp_path / "swapped").mkdir()
    as_told = told(run(texts, tmp_path / "as-told"))
    other = told(run({name: swapped(text, pair) for name, text in texts.items()}, tmp_path / "swapped"), pair)
    assert as_told[1]
    assert other == as_told
