from __future__ import annotations

import itertools
import os
import socket
from pathlib import Path

import pytest

from headwater.errors import InputError
from headwater.model import Problem
from headwater.read.sources import Source, bytes_of, gather
from headwater.settings import Settings

SETTINGS = Settings()


def _write(path: Path, text: str = "Twelve people were killed.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _documents(*paths: Path | str) -> list[str]:
    return [source.document for source in gather(paths, SETTINGS).sources]


def test_folders_are_read_recursively_and_named_relative_to_themselves(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.html", "a/d/e.pdf"):
        _write(tmp_path / name)
    assert _documents(tmp_path) == ["a/c.html", "a/d/e.pdf", "b.txt"]


def test_files_are_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "saved" / "b.txt")
    monkeypatch.chdir(tmp_path)
    assert _documents("saved/b.txt") == ["saved/b.txt"]


def test_hidden_files_and_the_output_of_a_case_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden", ".git/x.txt", "case/case.db", "case/jsonl/reports.jsonl", "case/dossier.html", "a.txt"):
        _write(tmp_path / name)
    assert _documents(tmp_path) == ["a.txt"]


def test_namesakes_get_the_folder_they_were_named_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt", "a.txt"):
        _write(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert _documents("one", "two") == ["b.txt", "one/a.txt", "two/a.txt"]
    assert _documents("one", "a.txt") == ["a.txt", "one/a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "one" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert _documents("one", "one/", "one/a.txt") == ["a.txt"]


def test_the_order_of_the_arguments_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x/a.txt", "y/a.txt", "y/x/a.txt", "b.txt"):
        _write(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    results = {gather(order, SETTINGS) for order in itertools.permutations(["x", "y", "b.txt", "nowhere"])}
    assert len(results) == 1
    names = [source.document for source in results.pop().sources]
    assert names == sorted(set(names))


def test_links_that_loop_are_problems(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    gathered = gather([tmp_path], SETTINGS)
    assert [source.document for source in gathered.sources] == ["a.txt"]
    assert sorted(problem.slug for problem in gathered.problems) == ["loop", "loop", "missing"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    _write(tmp_path / "elsewhere" / "a.txt")
    (tmp_path / "named").mkdir()
    (tmp_path / "named" / "link").symlink_to(tmp_path / "elsewhere")
    assert _documents(tmp_path / "named") == ["link/a.txt"]


def test_sockets_and_large_files_are_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / "a.txt", "12 dead")
    _write(tmp_path / "large.txt", "x" * 101)
    with socket.socket(socket.AF_UNIX) as channel:
        channel.bind("s.sock")
        gathered = gather(["."], Settings(max_bytes=100))
    assert [source.document for source in gathered.sources] == ["a.txt"]
    assert {problem.document: problem.slug for problem in gathered.problems} == {
        "large.txt": "too_large",
        "s.sock": "not_a_file",
    }
    assert "--max-bytes" in next(problem.message for problem in gathered.problems if problem.slug == "too_large")


def test_nothing_to_read_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError) as missing:
        gather([tmp_path / "nowhere"], SETTINGS)
    with pytest.raises(InputError) as empty:
        gather([tmp_path], SETTINGS)
    assert "nowhere" in missing.value.cause
    assert "Name files" in empty.value.next_step


def test_an_address_is_told_from_a_missing_file() -> None:
    with pytest.raises(InputError, match="offline"):
        gather(["https://example.org/report"], SETTINGS)


def test_a_case_is_no_folder_of_reports(tmp_path: Path) -> None:
    """Its dossier holds every figure once more."""
    for name in ("case.db", "manifest.json", "dossier.html"):
        _write(tmp_path / "case" / name)
    with pytest.raises(InputError, match="folder of a case"):
        gather([tmp_path / "case"], SETTINGS)


def test_names_that_are_no_utf8_can_be_exported(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("12 dead")
    (document,) = _documents(tmp_path)
    assert document.encode("utf-8") == b"caf\\xe9.txt"


def test_a_file_gives_the_bytes_or_a_problem(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "12 dead")
    assert bytes_of(Source("a.txt", path), SETTINGS) == b"12 dead"
    path.unlink()
    found = bytes_of(Source("a.txt", path), SETTINGS)
    assert isinstance(found, Problem)
    assert found.slug == "missing"


def test_a_file_that_has_grown_since_it_was_found_is_not_taken_in(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "12 dead")
    found = bytes_of(Source("a.txt", path), Settings(max_bytes=6))
    assert isinstance(found, Problem)
    assert found.slug == "too_large"
