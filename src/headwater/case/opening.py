"""Opening of a case file for reading alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from headwater.case.faults import fault
from headwater.case.swapping import settled
from headwater.errors import CaseError
from headwater.messages import told

__all__ = ["read_only"]


@contextmanager
def read_only(case: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the case file in a folder that can read, and nothing else.

    Raises:
        CaseError: the folder holds no case, or the file cannot be read as one.
    """
    path = case / "case.db"
    if not path.is_file():
        raise CaseError(*told("case.none", case=case, file="case.db"))
    settled(case)
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{_way(path)}", uri=True)
    try:
        yield connection
    except sqlite3.DatabaseError as error:
        raise fault(path, error, "read") from error
    finally:
        connection.close()


def _way(path: Path) -> str:
    """How to open a file: where nobody can write beside it, and nobody is writing, SQLite must not try to."""
    writing = path.with_name(path.name + "-wal").exists()
    return "mode=ro" if writing or os.access(path.parent, os.W_OK) else "immutable=1"
