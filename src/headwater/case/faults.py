"""What went wrong with a case file, and what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from headwater.errors import CaseError
from headwater.messages import say, told

__all__ = ["fault"]

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "wait",
    sqlite3.SQLITE_LOCKED: "wait",
    sqlite3.SQLITE_FULL: "space",
    sqlite3.SQLITE_IOERR: "space",
    sqlite3.SQLITE_READONLY: "permission",
    sqlite3.SQLITE_PERM: "permission",
    sqlite3.SQLITE_AUTH: "permission",
    sqlite3.SQLITE_CANTOPEN: "permission",
    sqlite3.SQLITE_CORRUPT: "broken",
    sqlite3.SQLITE_NOTADB: "broken",
    sqlite3.SQLITE_CONSTRAINT: "refused",
}


def fault(path: Path | None, error: sqlite3.Error, doing: str = "used") -> CaseError:
    """The error that a fault of SQLite is to a user: its cause, and the step that fits this cause.

    Args:
        path: of the case file.
        error: as SQLite told it.
        doing: what could not be done: read, written, opened, or used.
    """
    # Extended codes carry the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    step = _BY_CODE.get(code, "form")
    return CaseError(*told(f"fault.{step}", path=path, doing=say(f"doing.{doing}"), reason=error))
