"""A case that was changed, wherever, is told from one that is whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from headwater.case import verify
from headwater.case.digests import digest_of_file
from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.pipeline.case import run
from headwater.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The fire in Ostra killed 12 people and injured 30, police said.\n")
    run([tmp_path / "a.txt"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def change(case: Path, statement: str) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute(statement)
    connection.close()


def test_a_case_as_written_is_whole(case: Path) -> None:
    assert list(breaks(case)) == []


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("UPDATE figures SET best = 13 WHERE quote = '12'", "figures"),
        ("UPDATE figures SET quote = '13' WHERE quote = '12'", "“13”"),
        ("UPDATE originals SET bytes = CAST(replace(CAST(bytes AS TEXT), '12', '13') AS BLOB)", "original of"),
        ("UPDATE reports SET text = replace(text, 'Ostra', 'Astra')", "reports"),
        ("UPDATE kept SET value = zeroblob(9) WHERE key LIKE 'derived/%'", "derived"),
        ("DELETE FROM inputs", "inputs"),
    ],
)
def test_a_changed_record_or_original_is_named(case: Path, statement: str, names: str) -> None:
    change(case, statement)
    assert any(names in line for line in breaks(case))


@pytest.mark.parametrize("name", ["dossier.html", "manifest.json", "jsonl/figures.jsonl"])
def test_a_changed_or_missing_file_is_named(case: Path, name: str) -> None:
    path = case / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert any(name in line for line in breaks(case))
    path.unlink()
    assert f"{name} is missing" in list(breaks(case))


def test_flipped_bytes_of_pages_are_found(case: Path) -> None:
    path = case / "case.db"
    whole = path.read_bytes()
    at = whole.index(b"The fire in Ostra")
    path.write_bytes(whole[:at] + b"t" + whole[at + 1 :])
    assert list(breaks(case))
    path.write_bytes(b"\0" * 200 + whole[200:])
    assert list(breaks(case))


def test_a_folder_that_is_no_case_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is no case"):
        list(breaks(tmp_path))


def test_what_sqlite_keeps_beside_the_case_file_is_not_looked_at(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its log comes and goes while others decide: it may be gone between a look at the folder and the reading."""
    seen: list[str] = []
    monkeypatch.setattr(verify, "digest_of_file", lambda path: seen.append(path.name) or digest_of_file(path))
    (case / "case.db-wal").touch()
    assert list(breaks(case)) == []
    assert "dossier.html" in seen
    assert not [name for name in seen if name.startswith("case.db")]
