"""A case's folder: what may be written where, by one run at a time, each file whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.errors import CaseError

__all__ = ["CaseFolder"]

_OWN = {"case.db", "case.db-wal", "case.db-shm", "dossier.html", "manifest.json", "jsonl", ".lock", ".new", ".old"}


class CaseFolder:
    """The folder of a case.

    Args:
        path: made where it is missing.

    Raises:
        CaseError: the path is a file, cannot be written, or is a folder that holds other things than a case.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            if path.exists() and not path.is_dir():
                raise CaseError(f"{path} is a file, not a folder", "Name a folder for the case with -o.")
            path.mkdir(parents=True, exist_ok=True)
            others = sorted({item.name for item in path.iterdir()} - _OWN)
        except OSError as error:
            raise _unwritable(path, error) from error
        if others and not self.database.exists():
            raise CaseError(
                f"{path} holds other files ({', '.join(others[:3])}) and no case", "Name a new or empty folder with -o."
            )

    @property
    def database(self) -> Path:
        """Where the case file is."""
        return self.path / "case.db"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Within, no other run writes to this case.

        Raises:
            CaseError: another run does.
        """
        try:
            handle = os.open(self.path / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise _unwritable(self.path, error) from error
        try:
            _lock(handle, self.path)
            yield
        finally:
            os.close(handle)

    @contextmanager
    def renewed(self) -> Iterator[Path]:
        """An empty folder to write a run's files into; at the end they take the place of those of the run before.

        Where something goes wrong within, the files of the run before stay as they were.
        """
        new, old = self.path / ".new", self.path / ".old"
        try:
            for leftover in (new, old):
                shutil.rmtree(leftover, ignore_errors=True)
            new.mkdir()
            yield new
            old.mkdir()
            for item in sorted(new.iterdir()):
                place = self.path / item.name
                if place.is_dir():
                    place.rename(old / item.name)
                item.replace(place)
        except OSError as error:
            raise _unwritable(self.path, error) from error
        finally:
            for leftover in (new, old):
                shutil.rmtree(leftover, ignore_errors=True)


def _unwritable(path: Path, error: OSError) -> CaseError:
    return CaseError(
        f"{path} cannot be written: {error.strerror or error}",
        "Free some space, or name another folder with -o: nothing was lost.",
    )


def _lock(handle: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: SQLite's own locks keep the case file whole; the files are written whole anyway
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise CaseError(f"another run is writing {path}", "Wait until it has finished, then run again.") from error
