"""Digests of what a case holds, by which a changed byte shows."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from pathlib import Path

from headwater.model.files import FILES

__all__ = ["digest_of", "digest_of_file", "file_digests", "table_digests"]

TABLES = (*FILES, "inputs", "manifest")
"""The tables that a run writes as a whole; originals and what was derived of them are known by their own hashes."""


def table_digests(connection: sqlite3.Connection) -> dict[str, str]:
    """The sha256 over all rows of each table, in the order in which SQLite keeps them."""
    return {f"table:{name}": digest_of(connection, name) for name in TABLES}


def digest_of(connection: sqlite3.Connection, name: str) -> str:
    """The sha256 over all rows of one table."""
    whole = sha256()
    for row in connection.execute(f"SELECT * FROM {name}"):
        whole.update(repr(row).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def file_digests(folder: Path) -> dict[str, str]:
    """The sha256 of each file under a folder, by its path within it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f"file:{path.relative_to(folder).as_posix()}": digest_of_file(path) for path in files}


def digest_of_file(path: Path) -> str:
    """The sha256 of a file's bytes."""
    whole = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            whole.update(chunk)
    return whole.hexdigest()
