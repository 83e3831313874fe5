"""The tables of `case.db`, version by version."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

__all__ = ["STEPS", "VERSION", "columns", "record_table"]

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


_PENDING = """
CREATE TABLE pending (
  folder TEXT PRIMARY KEY -- whose files are still to take the place of those of the run before
) STRICT;
"""

_KEPT = """
DROP TABLE derived; -- what reports give by themselves is kept as all else is
CREATE TABLE kept (
  key    TEXT PRIMARY KEY, -- of what stages over many reports keep, by all that it rests on
  value  BLOB NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
"""

STEPS = (_FIXED, _PENDING, _KEPT)
"""One entry a version: the SQL that makes version n out of version n-1. Entries are never changed once released.

The tables of records are not among them: they follow from the records themselves, and `migrating` brings them to their form.
"""

VERSION = len(STEPS)


def record_table(name: str, kind: type) -> str:
    """The SQL that makes the table of one kind of record."""
    listed = ",\n".join(f'  "{column}" {affinity}' for column, affinity in columns(kind).items())
    index = f"CREATE INDEX {name}_document ON {name} (document);" if "document" in columns(kind) else ""
    return f"CREATE TABLE {name} (\n{listed}\n) STRICT;\n{index}"
