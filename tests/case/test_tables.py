"""Case files of every earlier version open, with their originals and decisions; what is missing is told."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from headwater.case.reading import decisions
from headwater.case.store import Store
from headwater.case.tables import VERSION, columns
from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.model.files import FILES
from headwater.pipeline.case import rebuild

VERSIONS = Path(__file__).parents[1] / "data" / "case_versions"


@pytest.fixture(params=[path.stem for path in sorted(VERSIONS.glob("*.sql"))])
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of a case as an earlier version wrote it, its files apart."""
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        connection.executescript((VERSIONS / f"{request.param}.sql").read_text(encoding="utf-8"))
    return tmp_path


def test_there_is_a_case_file_of_every_earlier_version() -> None:
    assert {int(path.stem) for path in VERSIONS.glob("*.sql")} == set(range(1, VERSION))


def test_an_earlier_case_file_keeps_all_that_it_held(earlier: Path) -> None:
    with Store(earlier / "case.db") as store:
        assert store.rows("PRAGMA user_version") == [(VERSION,)]
        assert list(store.inputs()) == ["mail.txt", "post.txt"]
        assert store.rows("SELECT best FROM figures WHERE outcome = 'killed' ORDER BY best") == [(12.0,), (15.0,)]
        assert b"12 people" in store.original(store.inputs()["post.txt"])
    assert [one.reviewer for one in decisions(earlier)] == ["Ines", "Jun"]
    assert [line for line in breaks(earlier) if "is missing" not in line] == []  # its files were never there


def test_an_earlier_case_is_made_anew_with_its_decisions(earlier: Path) -> None:
    contents = rebuild(earlier, workers=1)
    assert {figure.best for figure in contents.figures if figure.decided} == {13}
    assert {report.publisher for report in contents.reports} == {"The Evening Mail", "Harbour Post"}
    assert list(breaks(earlier)) == []


def test_an_earlier_case_can_be_read_before_it_is_brought_up(earlier: Path) -> None:
    assert [one.action for one in decisions(earlier)] == ["correct", "report"]
    assert [line for line in breaks(earlier) if "is missing" not in line] == []


def test_damage_from_before_a_table_was_brought_to_its_form_still_shows(earlier: Path) -> None:
    with closing(sqlite3.connect(earlier / "case.db")) as connection, connection:
        connection.execute("ALTER TABLE events ADD COLUMN odd TEXT")
        connection.execute("UPDATE events SET label = 'elsewhere'")
    Store(earlier / "case.db").close()
    told = [line for line in breaks(earlier) if "is missing" not in line]
    assert told == ["case.db: the table events is not as it was written"]


def test_tables_of_records_take_the_form_of_the_records(earlier: Path) -> None:
    with closing(sqlite3.connect(earlier / "case.db")) as connection, connection:
        connection.execute("DROP TABLE statements")
    with Store(earlier / "case.db") as store:
        for name, kind in FILES.items():
            assert [row[1] for row in store.rows(f"PRAGMA table_info({name})")] == list(columns(kind))


def test_a_case_file_without_its_tables_says_so(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION}")
    with pytest.raises(CaseError, match="no such table") as told:
        list(decisions(tmp_path))
    assert "space" not in told.value.next_step
    assert "Headwater" in told.value.next_step
    with Store(tmp_path / "case.db") as store, pytest.raises(CaseError, match="no such table") as told:
        store.keep(b"bytes")
    assert "space" not in told.value.next_step


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(CaseError, match="not a database") as told:
        Store(tmp_path / "case.db")
    assert "copy" in told.value.next_step


def test_a_migrated_file_is_not_touched_again(earlier: Path) -> None:
    Store(earlier / "case.db").close()
    shutil.copy(earlier / "case.db", earlier / "before.db")
    Store(earlier / "case.db").close()
    assert (earlier / "case.db").read_bytes() == (earlier / "before.db").read_bytes()
