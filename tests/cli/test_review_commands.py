"""Journal, export, rebuild and serve as a user gives them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from commands import headwater
from headwater.case.journal import Draft, Journal
from headwater.model import Action
from headwater.pipeline.case import run
from headwater.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "post.txt").write_text("The fire in Ostra killed 12 people, police said.\n")
    run([tmp_path / "reports"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def enter(case: Path, reason: str) -> None:
    draft = Draft(
        action=Action.NOTE, document="post.txt", start=25, end=27, quote="12", prefix="", suffix="", reason=reason
    )
    Journal(case / "case.db").append(draft, "Ines", "2031-05-04T10:00:00Z")


def test_journal_lists_decisions_for_people_and_for_programs(case: Path) -> None:
    assert "0 decisions" in headwater("journal", case).stdout
    enter(case, "ask the brigade")
    told = headwater("journal", case).stdout
    assert "Ines  noted on “12” in post.txt. Reason: ask the brigade" in told
    (line,) = headwater("journal", case, "--json").stdout.splitlines()
    assert json.loads(line)["reason"] == "ask the brigade"


def test_export_and_rebuild_say_what_they_wrote(case: Path) -> None:
    enter(case, "ask the brigade")
    for command in ("export", "rebuild"):
        done = headwater(command, case, "--workers", 1)
        assert done.returncode == 0, done.stderr
        assert "1 report, " in done.stdout
    assert headwater("verify", case).returncode == 0


@pytest.mark.parametrize("command", ["journal", "export", "rebuild", "serve"])
def test_a_folder_that_is_no_case_is_told_with_a_next_step(tmp_path: Path, command: str) -> None:
    done = headwater(command, tmp_path / "nowhere")
    assert done.returncode == 2
    assert "is no case" in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_serve_prints_an_address_that_lets_one_in_and_no_other(case: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "headwater", "serve", str(case)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout
        found = re.search(r"(http://127\.0\.0\.1:\d+)/enter\?token=\S{20,}", process.stdout.readline())
        assert found
        assert httpx.get(found[0]).status_code == 200
        assert httpx.get(found[1]).status_code == 403
        taken = headwater("serve", case, "--port", found[1].rpartition(":")[2])
        assert taken.returncode == 2
        assert "cannot be used" in taken.stderr
    finally:
        process.terminate()
        process.wait(10)
