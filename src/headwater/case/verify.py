"""Whether a case is as it was written: every byte of every original, record and file, and every span."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from headwater.case.digests import digest_of_file, table_digests
from headwater.case.journal_check import KEPT, journal_breaks
from headwater.case.opening import read_only
from headwater.errors import CaseError
from headwater.messages import say

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
            yield say("break.damaged", message=message)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield say("break.row", row=row, table=table, parent=parent)


def _originals(connection: sqlite3.Connection) -> Iterator[str]:
    for digest, data in connection.execute("SELECT sha256, bytes FROM originals"):
        if sha256(data).hexdigest() != digest:
            names = [name for (name,) in connection.execute("SELECT document FROM inputs WHERE sha256 = ?", (digest,))]
            yield say("break.original", names=", ".join(names) or digest)


def _kept(connection: sqlite3.Connection) -> Iterator[str]:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'kept'").fetchone():
        return  # a case file of a version that kept nothing
    for key, value, digest in connection.execute("SELECT key, value, sha256 FROM kept"):
        if sha256(value).hexdigest() != digest:
            yield say("break.kept", key=key)


def _digests(case: Path, connection: sqlite3.Connection) -> Iterator[str]:
    told = dict(connection.execute("SELECT name, sha256 FROM digests"))
    tables = table_digests(connection)
    for name, digest in told.items():
        kind, _, place = name.partition(":")
        if name.startswith(KEPT):
            continue
        # Only files that a run has told of are looked at: what SQLite keeps beside the case file comes and goes while others decide.
        found = _of_file(case / place) if kind == "file" else tables.get(name)
        if found is None:
            yield say("break.missing", place=place)
        elif found != digest:
            yield say("break.file" if kind == "file" else "break.table", place=place)


def _of_file(path: Path) -> str | None:
    try:
        return digest_of_file(path)
    except FileNotFoundError:
        return None


def _spans(connection: sqlite3.Connection) -> Iterator[str]:
    texts = dict(connection.execute("SELECT document, text FROM reports"))
    for table in SPANNED:
        for document, start, end, quote in connection.execute(f'SELECT document, start, "end", quote FROM {table}'):
            if texts.get(document, "")[start:end] != quote:
                yield say("break.span", table=table, quote=quote, start=start, end=end, document=document)
    for document, blocks in connection.execute("SELECT document, blocks FROM reports"):
        if any(not 0 <= block["start"] <= block["end"] <= len(texts[document]) for block in json.loads(blocks)):
            yield say("break.block", document=document)
