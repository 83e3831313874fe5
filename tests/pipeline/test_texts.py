"""Bare texts read together: each gives what it gives alone, and one that fails costs no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from headwater.extract import stage
from headwater.pipeline.texts import Text, extract_file, extract_text, extract_texts, groups
from headwater.settings import Settings

TEXTS = [
    "At least 24 people were killed in Varn on 3 May, police said. Twelve of them were children.",
    "",
    "Nobody was hurt.\n\nThe mayor, Ada Lorn, said 30 houses burned.",
    "The flood of 1999 killed 40. This week's killed none, said the ministry, which denies that 12 are missing.",
    "No number stands here.",
]


def test_texts_read_together_give_what_each_gives_alone() -> None:
    together = extract_texts([Text(text, f"t{number}", "2031-05-04") for number, text in enumerate(TEXTS)])
    alone = [extract_text(text, f"t{number}", "2031-05-04") for number, text in enumerate(TEXTS)]
    assert together == alone
    assert [len(one.figures) for one in together] == [2, 0, 2, 3, 0]


def test_groups_end_once_they_are_long_enough() -> None:
    assert [*groups([120_000, 120_000, 5, 300_000, 7], int)] == [[120_000, 120_000], [5, 300_000], [7]]
    assert [*groups([], int)] == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_of_many_groups_is_read_in_order(tmp_path: Path, workers: int) -> None:
    source, output = tmp_path / "texts.jsonl", tmp_path / "figures.jsonl"
    long = "The port was quiet. " * 2_000
    lines = [json.dumps({"id": f"t{number}", "text": f"{long}Police said {number + 10} died."}) for number in range(12)]
    source.write_text("\n".join([*lines[:6], "", "no text", *lines[6:]]), encoding="utf-8")
    passed = extract_file(source, output, Settings(workers=workers))
    assert (passed.texts, passed.figures) == (12, 12)
    assert [problem.document for problem in passed.problems] == ["line 8"]
    found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [(one["document"], one["quote"]) for one in found] == [(f"t{n}", str(n + 10)) for n in range(12)]


def test_a_text_that_fails_costs_no_other_of_its_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stage.statements

    def stumble(text: str, *given: object) -> object:
        if "stumble" in text:
            raise RuntimeError("a fault")
        return real(text, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "statements", stumble)
    source, output = tmp_path / "texts.jsonl", tmp_path / "figures.jsonl"
    told = ["Police said 12 died.", "They stumble: 13 died.", "Police said 14 died."]
    source.write_text(
        "\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(told)), encoding="utf-8"
    )
    passed = extract_file(source, output, Settings(workers=1))
    assert (passed.texts, [problem.document for problem in passed.problems]) == (2, ["line 2"])
    assert "RuntimeError" in passed.problems[0].message
    found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [one["quote"] for one in found] == ["12", "14"]
