"""The case file: originals and what is kept of them addressed by content, and the records of the last run as tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from headwater.case.digests import table_digests
from headwater.case.faults import fault
from headwater.case.journal import decisions_in
from headwater.case.journal_check import journal_digest
from headwater.case.kept import Kept
from headwater.case.migrating import migrate
from headwater.case.search import index
from headwater.case.swapping import NEW
from headwater.case.tables import columns
from headwater.errors import CaseError
from headwater.messages import told
from headwater.model import Contents, Decision, Problem
from headwater.model.files import FILES
from headwater.model.wire import encode

__all__ = ["Store"]


class Store:
    """One open `case.db`. Everything in it but originals and the journal can be rebuilt from them.

    Args:
        path: the file; it is made where it is missing. `None` keeps the case in memory.

    Raises:
        CaseError: the file cannot be opened, is no case, or is of a later version.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        try:
            self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            migrate(self._connection, path)
        except sqlite3.Error as error:
            raise fault(path, error, "opened") from error
        self.kept = Kept(self)
        """What was derived from originals, and what stages over many reports keep from run to run."""

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was not committed is as if it had never been."""
        self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._connection
        except sqlite3.Error as error:
            raise fault(self.path, error, "read") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._connection
        except sqlite3.Error as error:
            raise fault(self.path, error, "written") from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written within is written, or none of it.

        Raises:
            CaseError: SQLite cannot write (a full disk, a read-only folder, another run).
        """
        with self._writing() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:  # of a full disk SQLite itself takes it back
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def keep(self, data: bytes) -> str:
        """The sha256 of an original, once it is stored; the same bytes are stored once."""
        digest = sha256(data).hexdigest()
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (digest, data))
        return digest

    def original(self, digest: str) -> bytes:
        """The bytes stored under a sha256.

        Raises:
            CaseError: there are none.
        """
        found = self.rows("SELECT bytes FROM originals WHERE sha256 = ?", (digest,))
        if not found:
            raise CaseError(*told("case.no_original", path=self.path, digest=digest))
        return bytes(found[0][0])

    def inputs(self) -> dict[str, str]:
        """The sha256 of each document's original, by document."""
        return dict(self.rows("SELECT document, sha256 FROM inputs ORDER BY document"))

    def sigla(self) -> dict[str, str]:
        """The siglum of each report, by document."""
        return dict(self.rows("SELECT document, siglum FROM reports WHERE siglum IS NOT NULL ORDER BY document"))

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided on the case, in order; only `Journal` writes it."""
        with self._reading() as connection:
            return tuple(decisions_in(connection))

    def problems(self) -> tuple[Problem, ...]:
        """The problems of the last run."""
        names = columns(Problem)
        listed = ", ".join(f'"{name}"' for name in names)
        return tuple(Problem(*row) for row in self.rows(f"SELECT {listed} FROM problems ORDER BY rowid"))

    def forget_derived(self) -> None:
        """Drop all that was derived from originals, and all that stages keep; the next run makes it anew."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM kept")
            connection.execute("DELETE FROM words")
        self.kept = Kept(self)

    def settings(self) -> dict[str, Any]:
        """The settings that the case was made with, by name."""
        rows = self.rows("SELECT value FROM manifest WHERE name = 'settings'")
        return dict(json.loads(rows[0][0])) if rows else {}

    def replace(self, contents: Contents, files: dict[str, str]) -> None:
        """Put the records of a run in the place of those of the run before, whole; what was kept and is no longer used goes.

        Args:
            contents: the records.
            files: the sha256 of each file written beside the case file, by its path within the case's folder.
        """
        # What a run leaves has to outlast a power cut whole: from here on its files take the place of those before.
        self._connection.execute("PRAGMA synchronous = FULL")
        with self.transaction() as connection:
            for name in FILES:
                self._fill(connection, name, getattr(contents, name))
            connection.execute("DELETE FROM inputs")
            connection.executemany("INSERT INTO inputs VALUES (?, ?)", sorted(contents.manifest.inputs.items()))
            connection.execute("DELETE FROM manifest")
            connection.executemany("INSERT INTO manifest VALUES (?, ?)", _manifest_rows(contents))
            index(connection, {report.document: report.text for report in contents.reports})
            _forget(connection, self.kept.used)
            connection.execute("DELETE FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM inputs)")
            connection.execute("DELETE FROM digests")
            connection.executemany(
                "INSERT INTO digests VALUES (?, ?)",
                sorted((table_digests(connection) | journal_digest(connection) | files).items()),
            )
            if files:
                connection.execute("INSERT OR IGNORE INTO pending VALUES (?)", (NEW,))
        self.kept = Kept(self)

    @staticmethod
    def _fill(connection: sqlite3.Connection, name: str, records: Iterable[object]) -> None:
        names = list(columns(FILES[name]))
        marks = ", ".join("?" * len(names))
        connection.execute(f"DELETE FROM {name}")
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", (_row(record, names) for record in records))

    def rows(self, query: str, values: Mapping[str, object] | tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that a reading query gives."""
        with self._reading() as connection, closing(connection.execute(query, values)) as cursor:
            return cursor.fetchall()


def _row(record: object, names: list[str]) -> list[Any]:
    data = encode(record)
    return [_plain(data[name]) for name in names]


_JSON = json.JSONEncoder(ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        return _JSON.encode(value)
    # SQLite's integers have 64 bits; numbers beyond stand in REAL columns, where SQLite would round them anyway.
    return float(value) if isinstance(value, int) and abs(value) >= 2**63 else value


def _manifest_rows(contents: Contents) -> list[tuple[str, str]]:
    return [(name, json.dumps(value, ensure_ascii=False)) for name, value in asdict(contents.manifest).items()]


def _forget(connection: sqlite3.Connection, used: Iterable[str]) -> None:
    """Drop what is kept under other keys than those used."""
    connection.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
    connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
    connection.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")
    connection.execute("DROP TABLE used")
