"""A full disk, a folder that cannot be written, two runs at once: what happened is told, and the case stays as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from headwater.case.journal import Draft, Journal
from headwater.case.locking import locked
from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.model import Action
from headwater.pipeline.case import run
from headwater.settings import Settings

FIRE = "3 May 2031\n\nThe fire in Ostra killed {} people, the fire brigade said.\n\n© 2031 Harbour Post\n"
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from headwater.cli import main
main()
"""
AS_NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]


def headwater(
    *arguments: object, before: Sequence[str] = (), code: Sequence[str] = ("-m", "headwater")
) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, *code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def state(case: Path) -> dict[str, str]:
    """The files that users see, by their hashes."""
    paths = [case / "dossier.html", case / "manifest.json", *sorted((case / "jsonl").iterdir())]
    return {str(path.relative_to(case)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def told(result: subprocess.CompletedProcess[str]) -> str:
    """The two lines in which an error is told."""
    assert result.returncode == 2, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 2, result.stderr
    assert lines[0].startswith("headwater: ")
    assert lines[1].startswith("  ")
    return result.stderr


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """Reports that need some room."""
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(6):
        # Text that cannot be packed, so that the case grows by its size.
        words = "The quay is closed. " + " ".join(_odd(f"{number} {word}") for word in range(400))
        (folder / f"mail-{number}.txt").write_text(FIRE.format(20 + number) + words + ".\n")
    return folder


def _odd(seed: str) -> str:
    return f"The {hashlib.sha256(seed.encode()).hexdigest()} of the port and its boats were there at noon."


def made(folder: Path) -> Path:
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "post.txt").write_text(FIRE.format(12))
    run([folder / "reports"], folder / "case", Settings(workers=1))
    Journal(folder / "case" / "case.db").append(
        Draft(action=Action.NOTE, reason="seen"), "Ines", "2031-05-05T10:00:00Z"
    )
    return folder / "case"


@pytest.mark.parametrize("most", [1_000, 120_000, 400_000])
def test_a_limit_on_the_size_of_files(tmp_path: Path, more: Path, most: int) -> None:
    case = made(tmp_path)
    before = state(case)
    words = told(headwater(most, "add", case, more, "--workers", 1, code=("-c", LIMITED)))
    assert "case" in words
    assert "space" in words
    assert state(case) == before
    assert list(breaks(case)) == []
    assert [one.reason for one in Journal(case / "case.db").entries()] == ["seen"]
    assert headwater("add", case, more, "--workers", 1).returncode == 0
    assert list(breaks(case)) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a small case."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path, more: Path) -> None:
    case = made(small_disk)
    before = state(case)
    words = told(headwater("add", case, more, "--workers", 1))
    assert "space" in words
    assert state(case) == before
    assert list(breaks(case)) == []
    _fill(small_disk / "filler")
    journal = Journal(case / "case.db")
    with pytest.raises(CaseError, match=r"full|disk"):
        _decide_on(journal)
    kept = len(journal.entries())
    (small_disk / "filler").unlink()
    assert len(journal.entries()) == kept
    assert list(breaks(case)) == []


def _decide_on(journal: Journal) -> None:
    for number in range(2000):
        draft = Draft(action=Action.NOTE, reason=f"{number} " + "x" * 900)
        journal.append(draft, "Ines", "2031-05-05T10:00:00Z")


def _fill(path: Path) -> None:
    try:
        with path.open("wb", buffering=0) as file:
            while file.write(b"x" * 4096):
                pass
    except OSError:
        return


@pytest.fixture
def open_place(more: Path) -> Iterator[Path]:
    """A folder that others can enter, with the reports; pytest's own folders are its user's alone."""
    with TemporaryDirectory(prefix="headwater-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        shutil.copytree(more, place / "more")
        yield place


def test_a_folder_that_cannot_be_written(open_place: Path) -> None:
    if not hasattr(os, "geteuid") or (os.geteuid() == 0 and not shutil.which("setpriv")):
        pytest.skip("root may write everywhere, and nobody else can be had here")
    before = AS_NOBODY if os.geteuid() == 0 else ()
    if before and headwater("--version", before=before).returncode:
        pytest.skip("nobody cannot run Headwater here")
    case, more = made(open_place), open_place / "more"
    for path in [case, *case.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    seen = state(case)
    for command in (("add", case, more), ("run", more, "-o", case), ("export", case), ("rebuild", case)):
        assert "permission" in told(headwater(*command, "--workers", 1, before=before))
    assert state(case) == seen
    for command in (("verify", case), ("journal", case), ("find", case, "fire")):  # reading needs no writing
        assert headwater(*command, before=before).returncode == 0
    for path in [case, *case.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_two_runs_at_once(tmp_path: Path, more: Path) -> None:
    case = made(tmp_path)
    before = state(case)
    with locked(case):
        for command in (("add", case, more), ("rebuild", case), ("run", more, "-o", case)):
            words = told(headwater(*command, "--workers", 1))
            assert "another run" in words
            assert "Wait" in words
    assert state(case) == before
    assert list(breaks(case)) == []
