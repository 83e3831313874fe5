"""A case's folder is written by one run at a time, and whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from headwater.case.folder import CaseFolder
from headwater.errors import CaseError


def write(folder: CaseFolder, text: str) -> None:
    with folder.renewed() as new:
        (new / "jsonl").mkdir()
        (new / "jsonl" / "figures.jsonl").write_text(text)
        (new / "dossier.html").write_text(text)


def fail_midway(folder: CaseFolder) -> None:
    with folder.renewed() as new:
        (new / "dossier.html").write_text("half")
        raise RuntimeError("midway")


def test_new_files_take_the_place_of_old_ones(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path / "deep" / "case")
    for text in ("one", "two"):
        write(folder, text)
        assert (folder.path / "jsonl" / "figures.jsonl").read_text() == text
        assert (folder.path / "dossier.html").read_text() == text
    assert sorted(path.name for path in folder.path.iterdir()) == ["dossier.html", "jsonl"]


def test_a_run_that_fails_leaves_the_old_files(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path / "case")
    write(folder, "one")
    with pytest.raises(RuntimeError, match="midway"):
        fail_midway(folder)
    assert (folder.path / "dossier.html").read_text() == "one"
    assert not (folder.path / ".new").exists()


def test_a_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(CaseError, match=r"thesis\.docx"):
        CaseFolder(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("")
    with pytest.raises(CaseError, match="is a file"):
        CaseFolder(tmp_path / "case")


def test_two_runs_at_once_are_told(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path / "case")
    with folder.locked(), pytest.raises(CaseError, match="another run"), CaseFolder(tmp_path / "case").locked():
        pass
    with CaseFolder(tmp_path / "case").locked():
        assert True  # the lock is given back


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CaseError, match="cannot be written"):
        CaseFolder(tmp_path / "case")
