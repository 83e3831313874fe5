"""What went wrong with a case file, and what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from headwater.errors import CaseError

__all__ = ["fault"]

_STEPS = {
    "wait": "Wait until the other run has finished, then try again: nothing that was saved is lost.",
    "space": "Free some space, then try again: nothing that was saved is lost.",
    "permission": "Ask for permission to write to it and its folder, or copy the case to a folder of your own.",
    "broken": "Restore it from a copy, or run again on the reports.",
    "refused": "Ask `headwater verify` what is there: nothing that was saved is lost.",
    "form": "Another program, or an unfinished Headwater, wrote it: `headwater rebuild` makes it anew of its originals and decisions.",
}
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


def fault(path: Path | None, error: sqlite3.Error, doing: str = "read or written") -> CaseError:
    """The error that a fault of SQLite is to a user: its cause, and the step that fits this cause.

    Args:
        path: of the case file.
        error: as SQLite told it.
        doing: what could not be done.
    """
    # Extended codes carry the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return CaseError(f"{path} cannot be {doing}: {error}", _STEPS[_BY_CODE.get(code, "form")])
