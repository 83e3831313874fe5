"""A run's files take the place of those of the run before: all of them, whenever the run is cut off.

A run writes its files into `.new`, then its records and the mark that `.new` is to take the place in one transaction of the case
file. Before that moment the run never was; after it, whoever opens the case next finishes what a killed run left.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from headwater.case.faults import fault
from headwater.case.locking import locked, unwritable
from headwater.errors import CaseError

__all__ = ["NEW", "finish", "is_pending", "on_disk", "settled"]

NEW = ".new"
PATIENCE = 10.0
"""Seconds that a reader waits for a run that is just putting its files in their place."""


def is_pending(case: Path) -> bool:
    """Whether the case file says that a run's files are still to take their place."""
    database = case / "case.db"
    if not database.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(str(database.absolute()))}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM pending").fetchone() is not None
    except sqlite3.Error:  # of an earlier version, or damaged: whoever reads it says so
        return False


def on_disk(folder: Path) -> None:
    """Return once every file under a folder has reached the disk, so that a power cut cannot empty it."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def finish(case: Path) -> None:
    """Put a run's files in their place, the manifest last, and note that it is done; to be called by who holds the lock.

    Raises:
        CaseError: the case cannot be written.
    """
    new, database = case / NEW, case / "case.db"
    try:
        for path in sorted(path for path in new.rglob("*") if path.is_file()):
            place = case / path.relative_to(new)
            place.parent.mkdir(exist_ok=True)
            path.replace(place)
        shutil.rmtree(new, ignore_errors=True)
        if database.is_file():
            with _written(database) as connection:
                connection.execute("DELETE FROM pending")
                _drop_stale(case, connection)
    except OSError as error:
        raise unwritable(case, error) from error


def _drop_stale(case: Path, connection: sqlite3.Connection) -> None:
    """Remove files of records that the last run no longer writes."""
    told = {name.removeprefix("file:") for (name,) in connection.execute("SELECT name FROM digests")}
    for path in (case / "jsonl").glob("*.jsonl"):
        if told and path.relative_to(case).as_posix() not in told:
            path.unlink()


@contextmanager
def _written(database: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise fault(database, error, "written") from error


def settled(case: Path) -> None:
    """Return once no files are waiting to take their place: those of a killed run are put there now.

    Raises:
        CaseError: they cannot be, since the folder cannot be written.
    """
    until = time.monotonic() + PATIENCE
    while is_pending(case):
        try:
            with locked(case):
                if is_pending(case):
                    finish(case)
        except CaseError:
            if not is_pending(case):
                return
            if time.monotonic() > until:
                raise
            time.sleep(0.05)  # a run that goes on does it itself
