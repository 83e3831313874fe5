"""Whether a case is as it was written: every byte of every original, record and file, and every span."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from headwater.case.digests import file_digests, table_digests
from headwater.case.journal_check import KEPT, journal_breaks
from headwater.case.opening import read_only
from headwater.errors import CaseError

__all__ = ["breaks"]

SPANNED = ("figures", "statements", "datings")
"""Tables whose rows quote a report's text at a place."""


def breaks(case: Path) -> Iterator[str]:
    """What is not as it was written, the first break first; nothing where the case is whole.

    Raises:
        CaseError: the folder holds no case.
    """
    try:
        with read_only(case) as connection:
            yield from _structure(connection)
            yield from _originals(connection)
            yield from journal_breaks(connection)
            yield from _kept(connection)
            yield from _digests(case, connection)
            yield from _spans(connection)
    except CaseError as error:
        if not isinstance(error.__cause__, sqlite3.DatabaseError):
            raise
        yield error.cause


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield f"case.db is damaged: {message}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"case.db: row {row} of {table} names nothing in {parent}"


def _originals(connection: sqlite3.Connection) -> Iterator[str]:
    for digest, data in connection.execute("SELECT sha256, bytes FROM originals"):
        if sha256(data).hexdigest() != digest:
            names = [name for (name,) in connection.execute("SELECT document FROM inputs WHERE sha256 = ?", (digest,))]
            yield f"the original of {', '.join(names) or digest} is not the one that was read"


def _kept(connection: sqlite3.Connection) -> Iterator[str]:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'kept'").fetchone():
        return  # a case file of a version that kept nothing
    for key, value, digest in connection.execute("SELECT key, value, sha256 FROM kept"):
        if sha256(value).hexdigest() != digest:
            yield f"case.db: what was kept under {key} is not as it was written; the next run makes it anew"


def _digests(case: Path, connection: sqlite3.Connection) -> Iterator[str]:
    told = dict(connection.execute("SELECT name, sha256 FROM digests"))
    found = table_digests(connection) | file_digests(case)
    for name, digest in told.items():
        kind, _, place = name.partition(":")
        if name.startswith(KEPT):
            continue
        if name not in found:
            yield f"{place} is missing"
        elif found[name] != digest:
            yield (
                f"{place} is not as it was written"
                if kind == "file"
                else f"case.db: the table {place} is not as it was written"
            )


def _spans(connection: sqlite3.Connection) -> Iterator[str]:
    texts = dict(connection.execute("SELECT document, text FROM reports"))
    for table in SPANNED:
        for document, start, end, quote in connection.execute(f'SELECT document, start, "end", quote FROM {table}'):
            if texts.get(document, "")[start:end] != quote:
                yield f"{table}: “{quote}” does not stand at {start} to {end} of {document}"
    for document, blocks in connection.execute("SELECT document, blocks FROM reports"):
        if any(not 0 <= block["start"] <= block["end"] <= len(texts[document]) for block in json.loads(blocks)):
            yield f"reports: a block of {document} lies outside its text"
