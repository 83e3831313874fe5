"""The tables of `case.db`, and the steps by which an older file becomes a newer one."""

from __future__ import annotations

import sqlite3
import types
import typing
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from headwater.errors import CaseError
from headwater.model.wire import FILES

__all__ = ["VERSION", "columns", "migrate"]

_FIXED = """
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;
CREATE TABLE inputs (
  document TEXT PRIMARY KEY,
  sha256   TEXT NOT NULL REFERENCES originals (sha256)
) STRICT;
CREATE TABLE derived (
  key    TEXT PRIMARY KEY,
  value  TEXT NOT NULL,
  sha256 TEXT NOT NULL -- of the value: rows are written one by one, so that a run that was killed leaves whole ones
) STRICT, WITHOUT ROWID;
CREATE TABLE manifest (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE digests (
  name   TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
  sequence   INTEGER PRIMARY KEY,
  previous   TEXT NOT NULL,
  reviewer   TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  action     TEXT NOT NULL,
  document   TEXT,
  start      INTEGER,
  "end"      INTEGER,
  quote      TEXT,
  prefix     TEXT,
  suffix     TEXT,
  old        TEXT,
  new        TEXT,
  reason     TEXT,
  hash       TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER journal_no_change BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_removal BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- INSERT OR REPLACE removes rows without asking the trigger above.
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
  WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE VIRTUAL TABLE words USING fts5 (document UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2');
"""


def columns(kind: type) -> dict[str, str]:
    """The columns of a record's table with their SQLite types; what is no plain value is kept as JSON text.

    A figure's best, low and high are REAL, so that SQL can compare them; the JSON Lines hold them exactly.
    """
    hints = typing.get_type_hints(kind)
    return {field.name: _column(hints[field.name]) for field in fields(kind)}


def _column(hint: Any) -> str:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _column(next(arm for arm in typing.get_args(hint) if arm is not type(None)))
    if typing.get_origin(hint) is not None or is_dataclass(hint) or issubclass(hint, str | Enum):
        return "TEXT"
    if issubclass(hint, float | Decimal):
        return "REAL"
    return "INTEGER"


def _records() -> str:
    tables = []
    for name, kind in FILES.items():
        listed = ",\n".join(f'  "{column}" {affinity}' for column, affinity in columns(kind).items())
        tables.append(f"CREATE TABLE {name} (\n{listed}\n) STRICT;")
        if "document" in columns(kind):
            tables.append(f"CREATE INDEX {name}_document ON {name} (document);")
    return "\n".join(tables)


_STEPS = (lambda: _FIXED + _records(),)
"""One entry a version: the SQL that makes version n out of version n-1. Entries are never changed once released."""

VERSION = len(_STEPS)


def migrate(connection: sqlite3.Connection, path: object) -> None:
    """Bring a case file to this version's tables, in one transaction.

    Raises:
        CaseError: the file is of a later version.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > VERSION:
        raise CaseError(
            f"{path} is of version {found}; this Headwater knows versions up to {VERSION}",
            "Install the Headwater that wrote it, or a later one.",
        )
    for version in range(found, VERSION):
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{_STEPS[version]()}\nPRAGMA user_version = {version + 1};\nCOMMIT;"
        )
