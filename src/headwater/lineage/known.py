"""What a person knows of reports: publisher, time or parent, given by hand, before anything that is inferred."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.errors import InputError
from headwater.messages import reason, told

__all__ = ["Known", "known_from"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is given of one report; `has_parent` tells a parent of null (it has none) from one that is not given."""

    publisher: str | None = None
    published: str | None = None
    parent: str | None = None
    has_parent: bool = False

    def said(self) -> list[str]:
        """What of the report was given by hand."""
        names = [name for name in ("publisher", "published") if getattr(self, name) is not None]
        return [*names, *(["parent"] if self.has_parent else [])]


def known_from(path: Path | None) -> dict[str, Known]:
    """What a JSON Lines file gives of reports, by id.

    Raises:
        InputError: the file cannot be read, or a line is no object with an `id`.
    """
    return dict(_rows(path)) if path is not None else {}


def _rows(path: Path) -> Iterator[tuple[str, Known]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(*told("known.file", path=path, reason=reason(error))) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> tuple[str, Known]:
    try:
        row: Any = json.loads(line)
        name = row["id"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(*told("known.line", path=path, number=number)) from error
    for field in ("publisher", "published", "parent"):
        if not isinstance(row.get(field), str | None):
            raise InputError(*told("known.field", path=path, number=number, field=field))
    return str(name), Known(row.get("publisher"), row.get("published"), row.get("parent"), "parent" in row)
