"""From files to a case: nothing is lost, and what goes wrong with one report costs no other."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from headwater.errors import InputError
from headwater.export.schemas import schema_texts
from headwater.model import Report
from headwater.pipeline import documents
from headwater.pipeline.case import run
from headwater.settings import Settings

HERE = Settings(workers=1)
TEXT = "Fire in Ostra\n\nThe fire killed 12 people and injured at least 30, police said.\n"


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(path.name + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_case_has_the_files_of_the_contract_and_they_fit_their_schemas(tmp_path: Path) -> None:
    run([write(tmp_path / "reports", a=TEXT, b=TEXT.replace("12", "14"))], tmp_path / "case", HERE)
    files = {path.name for path in (tmp_path / "case").iterdir()}
    assert {"case.db", "dossier.html", "manifest.json", "jsonl"} <= files
    for name, text in schema_texts().items():
        validator = Draft202012Validator(json.loads(text))
        lines = (
            (tmp_path / "case" / "jsonl" / name.replace(".schema.json", ".jsonl"))
            .read_text(encoding="utf-8")
            .split("\n")
        )
        for line in filter(None, lines):
            validator.validate(json.loads(line))


def test_the_database_holds_the_same_records(tmp_path: Path) -> None:
    contents = run([write(tmp_path / "reports", a=TEXT)], tmp_path / "case", HERE)
    with sqlite3.connect(tmp_path / "case" / "case.db") as database:
        rows = database.execute("SELECT id, quote, outcome FROM figures ORDER BY start").fetchall()
        found = database.execute("SELECT document FROM words WHERE words MATCH 'ostra'").fetchall()
    database.close()
    assert rows == [(one.id, one.quote, one.outcome and one.outcome.value) for one in contents.figures]
    assert found == [("a.txt",)]


def test_every_figure_is_a_slice_of_its_reports_text(tmp_path: Path) -> None:
    contents = run([write(tmp_path / "reports", a=TEXT, b="“Zwölf” — 1,275 people fled; 40 were hurt.\n")], None, HERE)
    texts = {report.document: report.text for report in contents.reports}
    assert contents.figures
    for figure in contents.figures:
        assert texts[figure.document][figure.start : figure.end] == figure.quote


def test_two_files_of_one_name_in_different_folders(tmp_path: Path) -> None:
    write(tmp_path, north__a=TEXT, south__a=TEXT)
    contents = run([tmp_path / "north", tmp_path / "south"], None, HERE)
    assert len({report.document for report in contents.reports}) == 2
    assert len({report.siglum for report in contents.reports}) == 2


def test_a_broken_file_is_listed_and_the_others_are_done(tmp_path: Path) -> None:
    write(tmp_path / "reports", a=TEXT, empty=b"", binary=bytes(range(256)) * 20)
    contents = run([tmp_path / "reports"], tmp_path / "case", HERE)
    assert [report.document for report in contents.reports] == ["a.txt"]
    assert {problem.document for problem in contents.problems} == {"empty.txt", "binary.txt"}
    assert all(problem.message for problem in contents.problems)


def test_a_file_over_the_size_is_listed(tmp_path: Path) -> None:
    write(tmp_path / "reports", a=TEXT, big=b"word " * 100)
    contents = run([tmp_path / "reports"], None, Settings(workers=1, max_bytes=200))
    assert [(problem.document, problem.slug) for problem in contents.problems] == [("big.txt", "too_large")]


def test_nothing_to_read_stops_the_run_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        run([tmp_path / "nowhere"], None, HERE)
    assert "nowhere" in caught.value.cause
    assert caught.value.next_step


def test_a_fault_in_one_report_costs_no_other_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "reports", a=TEXT, b=TEXT.replace("12", "14"))
    real = documents.extracting.extract

    def stumble(report: Report, *more: Any) -> Any:
        if report.document == "b.txt":
            raise RuntimeError("stumbled")
        return real(report, *more)

    monkeypatch.setattr(documents.extracting, "extract", stumble)
    contents = run([tmp_path / "reports"], tmp_path / "case", HERE)
    assert [(problem.document, problem.slug) for problem in contents.problems] == [("b.txt", "fault")]
    assert [report.document for report in contents.reports] == ["a.txt"]
    monkeypatch.undo()
    assert len(run([tmp_path / "reports"], tmp_path / "case", HERE).reports) == 2


def test_a_second_run_reads_only_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "reports", a=TEXT, b=TEXT.replace("12", "14"))
    run([tmp_path / "reports"], tmp_path / "case", HERE)
    write(tmp_path / "reports", c=TEXT.replace("12", "15"))
    read: list[str] = []
    real = documents.reading.read

    def watched(document: str, *more: Any) -> Any:
        read.append(document)
        return real(document, *more)

    monkeypatch.setattr(documents.reading, "read", watched)
    assert len(run([tmp_path / "reports"], tmp_path / "case", HERE).reports) == 3
    assert read == ["c.txt"]


def test_other_settings_are_not_read_from_the_cache(tmp_path: Path) -> None:
    write(tmp_path / "reports", a="Dozens of people were killed in the fire in Ostra.\n")
    run([tmp_path / "reports"], tmp_path / "case", HERE)
    contents = run([tmp_path / "reports"], tmp_path / "case", Settings(workers=1, bounds="acled"))
    (figure,) = contents.figures
    assert (figure.quote, figure.best) == ("Dozens", 12)


def test_a_report_in_a_language_without_data_is_shown_but_not_read(tmp_path: Path) -> None:
    text = (
        "Das Feuer in der Altstadt hat in der Nacht zwölf Menschen getötet, wie die Polizei am Morgen mitteilte. " * 6
    )
    contents = run([write(tmp_path / "reports", a=text)], None, HERE)
    assert [report.language for report in contents.reports] == ["de"]
    assert contents.figures == ()
    assert [problem.slug for problem in contents.problems] == ["language"]
