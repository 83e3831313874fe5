"""The same reports give the same bytes: run again, in another order, with another hash seed, with other workers."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

import headwater

DEMO = Path(headwater.__file__).parent / "demo" / "reports"


def fingerprint(case: Path) -> dict[str, str]:
    files = [case / "dossier.html", case / "manifest.json", *sorted((case / "jsonl").iterdir())]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def run(output: Path, *paths: Path, seed: str = "0", workers: int = 1) -> dict[str, str]:
    arguments = [
        sys.executable,
        "-m",
        "headwater",
        "run",
        *map(str, paths),
        "-o",
        str(output),
        "--workers",
        str(workers),
    ]
    done = subprocess.run(
        arguments, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return fingerprint(output)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with enough reports that two workers really share the work."""
    root = tmp_path_factory.mktemp("reports")
    for number in range(28):
        folder = root / ("north" if number % 2 else "south")
        folder.mkdir(exist_ok=True)
        text = f"Flood in Port Ansel\n\n3 May 2011\n\nThe flood killed {number + 3} people and damaged {number * 10 + 40} houses, police said.\n"
        (folder / f"report-{number:02}.txt").write_text(text)
    return root / "north", root / "south"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, reports: tuple[Path, Path]) -> tuple[Path, dict[str, str]]:
    output = tmp_path_factory.mktemp("case") / "case"
    return output, run(output, *reports)


def test_a_second_run(first: tuple[Path, dict[str, str]], reports: tuple[Path, Path]) -> None:
    output, expected = first
    assert run(output, *reports) == expected


def test_the_arguments_in_another_order(
    first: tuple[Path, dict[str, str]], reports: tuple[Path, Path], tmp_path: Path
) -> None:
    assert run(tmp_path / "case", *reversed(reports)) == first[1]


def test_another_hash_seed_and_two_workers(
    first: tuple[Path, dict[str, str]], reports: tuple[Path, Path], tmp_path: Path
) -> None:
    assert run(tmp_path / "case", *reports, seed="1", workers=2) == first[1]


def test_the_bundled_example_with_two_hash_seeds(tmp_path: Path) -> None:
    assert run(tmp_path / "one", DEMO, seed="0") == run(tmp_path / "two", DEMO, seed="1")
