"""Records of a case that was written earlier, read back from its JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from headwater.case.journal import decisions_in
from headwater.case.opening import read_only
from headwater.case.swapping import settled
from headwater.errors import CaseError
from headwater.messages import told
from headwater.model import Contents, Decision, Figure, Manifest, Report
from headwater.model.files import FILES
from headwater.model.wire import load_lines

__all__ = ["decisions", "figure_named", "records", "report_named"]

R = TypeVar("R")


def records(case: Path, kind: type[R]) -> Iterator[R]:
    """The records of one kind, in the order of their file.

    Raises:
        CaseError: the folder is no case.
    """
    settled(case)
    name = next(name for name, held in FILES.items() if held is kind)
    path = case / "jsonl" / f"{name}.jsonl"
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield from load_lines(kind, lines)
    except OSError as error:
        raise CaseError(*told("case.unread", case=case, path=path)) from error


def contents(case: Path) -> Contents:
    """Every record of a case, as it was written.

    Raises:
        CaseError: the folder is no case.
    """
    path = case / "manifest.json"
    try:
        manifest = Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise CaseError(*told("case.unread", case=case, path=path)) from error
    return Contents(manifest=manifest, **{name: tuple(records(case, kind)) for name, kind in FILES.items()})


def figure_named(case: Path, name: str) -> Figure:
    """The figure whose id begins with a name.

    Raises:
        CaseError: there is none, or several.
    """
    found = [figure for figure in records(case, Figure) if figure.id.startswith(name)]
    if len(found) != 1:
        message = "case.figures" if found else "case.no_figure"
        raise CaseError(*told(message, case=case, n=len(found), name=repr(name)))
    return found[0]


def report_named(case: Path, document: str) -> Report:
    """The report of a document.

    Raises:
        CaseError: there is none.
    """
    for report in records(case, Report):
        if report.document == document:
            return report
    raise CaseError(*told("case.no_report", case=case, document=repr(document)))


def decisions(case: Path) -> tuple[Decision, ...]:
    """What people decided on a case, in order.

    Raises:
        CaseError: the folder holds no case.
    """
    with read_only(case) as connection:
        return tuple(decisions_in(connection))
