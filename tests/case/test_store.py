"""The case file keeps what was derived, holds records as tables, and is written whole or not at all."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from headwater.case.store import Store
from headwater.case.tables import VERSION
from headwater.errors import CaseError
from headwater.model import Contents, Figure, Manifest, Outcome, Report, Span


def contents(text: str, digest: str) -> Contents:
    figure = Figure(
        "f1", "a.txt", 0, 2, text[:2], Span(0, len(text)), Decimal(24), Decimal(24), None, outcome=Outcome.KILLED
    )
    manifest = Manifest(schema=1, headwater="0", language_data="x", settings={}, inputs={"a.txt": digest})
    return Contents(manifest=manifest, reports=(Report(document="a.txt", sha256=digest, text=text),), figures=(figure,))


def test_originals_are_kept_once_by_their_hash(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        digest = store.keep(b"\x00bytes")
        assert store.keep(b"\x00bytes") == digest
        assert store.original(digest) == b"\x00bytes"
        assert store.rows("SELECT count(*) FROM originals") == [(1,)]
        with pytest.raises(CaseError, match="no original"):
            store.original("0" * 64)


def test_records_can_be_read_with_sql_and_found_by_words(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store(path) as store:
        digest = store.keep(b"24 dead")
        store.replace(contents("24 people died on the quay", digest), {})
    plain = sqlite3.connect(path)
    assert plain.execute("SELECT quote, best, high, outcome, sentence FROM figures").fetchall() == [
        ("24", 24.0, None, "killed", "[0, 26]")
    ]
    assert plain.execute("SELECT document FROM words WHERE words MATCH 'quay'").fetchall() == [("a.txt",)]
    plain.close()


def test_a_run_takes_the_place_of_the_run_before(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        for text, key in (("24 dead", "k1"), ("31 dead", "k2")):
            digest = store.keep(text.encode())
            store.kept[key] = text.encode()
            store.replace(contents(text, digest), {})
        assert store.rows("SELECT quote FROM figures") == [("31",)]
        assert list(store.kept) == ["k2"]
        assert store.rows("SELECT count(*) FROM originals") == [(1,)]


def test_a_run_that_fails_midway_leaves_the_run_before(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        digest = store.keep(b"24 dead")
        store.replace(contents("24 dead", digest), {})
        with pytest.raises(CaseError, match="cannot be written"):
            store.replace(contents("31 dead", "no such original"), {})
        assert store.rows("SELECT quote FROM figures") == [("24",)]


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(CaseError, match="later"):
        Store(path)


def test_a_file_that_is_no_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(CaseError, match="cannot be opened"):
        Store(path)
