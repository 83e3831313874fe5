"""Opening of a case file for reading alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from headwater.errors import CaseError

__all__ = ["read_only"]


@contextmanager
def read_only(case: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the case file in a folder that can read, and nothing else.

    Raises:
        CaseError: the folder holds no case, or the file cannot be read as one.
    """
    path = case / "case.db"
    if not path.is_file():
        raise CaseError(
            f"{case} is no case: it has no case.db", "Name a folder that `headwater run … -o FOLDER` wrote."
        )
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    try:
        yield connection
    except sqlite3.DatabaseError as error:
        raise CaseError(
            f"{path} cannot be read: {error}", "Restore it from a copy, or run again on the reports."
        ) from error
    finally:
        connection.close()
