"""A case's folder: what may be written where, by one run at a time, each file whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.case.locking import locked, unwritable
from headwater.case.swapping import NEW, finish, is_pending
from headwater.errors import CaseError
from headwater.messages import told

__all__ = ["CaseFolder"]

_OWN = {"case.db", "case.db-wal", "case.db-shm", "dossier.html", "manifest.json", "jsonl", ".lock", NEW}


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
                raise CaseError(*told("case.file", path=path))
            path.mkdir(parents=True, exist_ok=True)
            others = sorted({item.name for item in path.iterdir()} - _OWN)
        except OSError as error:
            raise unwritable(path, error) from error
        if others and not self.database.exists():
            raise CaseError(*told("case.other_files", path=path, files=", ".join(others[:3])))

    @property
    def database(self) -> Path:
        """Where the case file is."""
        return self.path / "case.db"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Within, no other run writes to this case; what a killed run left undone is finished first.

        Raises:
            CaseError: another run writes, or the folder cannot be written.
        """
        with locked(self.path):
            if is_pending(self.path):
                finish(self.path)
            yield

    @contextmanager
    def renewed(self) -> Iterator[Path]:
        """An empty folder to write a run's files into; at the end they take the place of those of the run before.

        Where something goes wrong within, the files of the run before stay as they were, unless the case file was already
        told that the new ones take their place (`Store.replace`): then whoever opens the case next puts them there.
        """
        new = self.path / NEW
        try:
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            yield new
            finish(self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error
        finally:
            if not is_pending(self.path):
                shutil.rmtree(new, ignore_errors=True)
