"""One writer at a time: the lock of a case's folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.errors import CaseError
from headwater.messages import reason, told

__all__ = ["locked", "unwritable"]


@contextmanager
def locked(case: Path) -> Iterator[None]:
    """Within, no other run writes to this case; the lock goes with the process, however that ends.

    Raises:
        CaseError: another run does, or the folder cannot be written.
    """
    try:
        handle = os.open(case / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise unwritable(case, error) from error
    try:
        _lock(handle, case)
        yield
    finally:
        os.close(handle)


def unwritable(path: Path, error: OSError) -> CaseError:
    """The error that a folder is which cannot be written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return CaseError(*told("case.full" if full else "case.unwritable", path=path, reason=reason(error)))


def _lock(handle: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: SQLite's own locks keep the case file whole; the files are written whole anyway
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise CaseError(*told("case.locked", path=path)) from error
