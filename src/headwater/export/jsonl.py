"""A case's records as JSON Lines: the contract's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from headwater.model import Contents
from headwater.model.files import FILES
from headwater.model.wire import dump_line

__all__ = ["write_folder", "write_lines"]


def write_lines(path: Path, records: Iterable[object]) -> int:
    """The number of records written to a JSON Lines file, a record a line, LF line ends on every system."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(dump_line(record))
            count += 1
    return count


def write_folder(contents: Contents, folder: Path) -> dict[str, int]:
    """How many records each file of the contract holds, once all are written into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return {name: write_lines(folder / f"{name}.jsonl", getattr(contents, name)) for name in FILES}
