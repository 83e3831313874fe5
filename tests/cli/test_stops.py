"""What stops a run on its input is told with the file and one next step, and leaves behind what was there before, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from commands import headwater

TEXT = "The fire in Ostra killed 12 people, police said.\n"
LINE = json.dumps({"id": "a", "text": TEXT}) + "\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with all that is named in mistakes."""
    for name in ("empty", "other", "no-case", "my reports"):
        (tmp_path / name).mkdir()
    for name in ("fire.txt", "other/notes.txt", "my reports/fire.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(LINE, encoding="utf-8")
    (tmp_path / "twice.jsonl").write_text(LINE * 2, encoding="utf-8")
    (tmp_path / "years.jsonl").write_text('{"id": "a", "text": "…", "published": 2021}\n', encoding="utf-8")
    (tmp_path / "known-years.jsonl").write_text('{"id": "a", "published": 2021}\n', encoding="utf-8")
    (tmp_path / "known-parent.jsonl").write_text('{"id": "a", "parent": "nowhere"}\n', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "reports.zip", "w") as archive:
        archive.writestr("fire.txt", TEXT)
    shutil.copy(tmp_path / "reports.zip", tmp_path / "reports.parquet")
    return tmp_path


def state(folder: Path) -> dict[str, str]:
    """Every path below a folder, with a hash of each file."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


MISTAKES = {
    "run nowhere -o case": ("nowhere", "check the path"),
    "run empty -o case": ("empty", "Name files"),
    "run my reports/fire.txt -o case": ("my: ", "a name with spaces in quotation marks"),
    "run https://news.example/fire.html -o case": ("https://news.example/fire.html", "save the page"),
    "run fire.txt -o fire.txt": ("fire.txt", "Name a folder"),
    "run fire.txt -o other": ("other", "Name a new or empty folder"),
    "run fire.txt -o case --language xx": ("xx", "Languages are"),
    "run fire.txt -o case --bounds wide": ("wide", "literal, acled"),
    "run fire.txt -o case --workers many": ("--workers", "run --help"),
    "run fire.txt -o case --known nowhere": ("nowhere", "Give lines"),
    "run fire.txt -o case --known fire.txt": ("fire.txt, line 1", "Give lines"),
    "run fire.txt -o case --known known-years.jsonl": ("known-years.jsonl, line 1: published", "Give lines"),
    "run fire.txt -o case --known empty": ("empty", "Give lines"),
    "run fire.txt -o new/deep/case --known nowhere": ("nowhere", "Give lines"),
    "run fire.txt -o case --redact nowhere": ("nowhere", "Give a text file"),
    "run fire.txt -o case --settings nowhere": ("nowhere", "Give a TOML file"),
    "run fire.txt -o case --fail-on anything": ("anything", "It can be"),
    "add no-case fire.txt": ("no-case", "Name a folder that"),
    "add nowhere fire.txt": ("nowhere", "Name a folder that"),
    "share no-case -o page.html": ("no-case", "Name a folder that"),
    "lineage nowhere -o out": ("nowhere", "Name a .jsonl"),
    "lineage fire.txt -o out": ("fire.txt, line 1", "Each line"),
    "lineage reports.zip -o out": ("reports.zip", "Name a .jsonl"),
    "lineage reports.parquet -o out": ("reports.parquet", "Name a .jsonl"),
    "lineage twice.jsonl -o out": ("twice.jsonl", "an id of its own"),
    "lineage years.jsonl -o out": ("years.jsonl, row 1: published", "quotation marks"),
    "lineage texts.jsonl -o fire.txt": ("fire.txt", "Name a folder"),
    "lineage texts.jsonl -o out --known known-parent.jsonl": ("nowhere", "Both must be ids"),
    "lineage texts.jsonl -o out --known fire.txt": ("fire.txt, line 1", "Give lines"),
    "lineage texts.jsonl -o out --cluster anything": ("anything", "tcp://"),
    "extract nowhere -o out": ("nowhere", "Name a file"),
    "extract fire.txt -o out": ("fire.txt", "Name a file"),
    "extract texts.jsonl -o out --language xx": ("xx", "Languages are"),
    "extract texts.jsonl -o nowhere/out": ("nowhere/out", "Name another file"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_two_lines_and_leaves_nothing(
    mistake: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    before = state(place)
    done = headwater(*mistake.split())
    cause, step = MISTAKES[mistake]
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (2, 2), done.stderr
    assert cause in lines[0]
    assert step in done.stderr
    assert state(place) == before


@pytest.mark.parametrize(
    "more", ["nowhere", "fire.txt --known nowhere", "fire.txt --known known-years.jsonl", "empty", "fire.txt -o x"]
)
def test_a_case_is_left_as_it_was(more: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    assert headwater("run", "fire.txt", "-o", "case").returncode == 0
    before = state(place)
    assert headwater("add", "case", *more.split()).returncode == 2
    assert state(place) == before


def test_an_archive_is_to_be_unpacked(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    done = headwater("run", "reports.zip", "-o", "case")
    assert done.returncode == 1
    assert "reports.zip" in done.stdout
    assert "unpack it" in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may write everywhere")
@pytest.mark.parametrize("command", ["run fire.txt -o shut/case", "lineage texts.jsonl -o shut/out"])
def test_a_folder_that_cannot_be_written_is_named(command: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "shut").mkdir(mode=0o500)
    monkeypatch.chdir(place)
    done = headwater(*command.split())
    assert done.returncode == 2
    assert "shut" in done.stderr.splitlines()[0]
    assert len(done.stderr.splitlines()) == 2
