"""What a review starts from: the reports of a case and what was read of them, before any decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from headwater.case.reading import records
from headwater.case.store import Store
from headwater.engine.processes import engine_for
from headwater.errors import CaseError
from headwater.events import stage as events
from headwater.model import Extraction, Finding, Report
from headwater.model.ports import Progress, silent
from headwater.pipeline.documents import Stored, glean
from headwater.settings import Settings

__all__ = ["Material", "material"]


@dataclass(frozen=True, slots=True)
class Material:
    """Reports in document order with their sigla, what each says, its main event's label, and the last run's findings."""

    reports: tuple[Report, ...]
    extractions: Mapping[str, Extraction]
    labels: Mapping[str, str]
    findings: tuple[Finding, ...]


class _Aside(Store):
    """A store that keeps what is derived in memory: a review leaves all of the case but its journal as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._derived: dict[str, Any] = {}

    def remember(self, key: str, value: Any) -> None:
        """Keep what was derived, beside the file."""
        self._derived[key] = value

    def recall(self, key: str) -> Any | None:
        """What was derived, from memory or from the file."""
        return self._derived[key] if key in self._derived else super().recall(key)

    def knows(self, key: str) -> bool:
        """Whether something was derived."""
        return key in self._derived or super().knows(key)


def material(case: Path, progress: Progress = silent) -> Material:
    """What was read of a case's originals, events told apart, with no decision applied.

    What the last run derived is taken from the case; where Headwater has changed since, it is derived anew.

    Raises:
        CaseError: the folder holds no case, or its file cannot be opened.
    """
    path = case / "case.db"
    if not path.is_file():
        raise CaseError(f"{case} is no case: it has no case.db", "Make one first: headwater run REPORTS… -o FOLDER")
    with _Aside(path) as store:
        settings = replace(Settings(**store.settings()), workers=1)
        sources = [Stored(*item) for item in store.inputs().items()]
        gleaned = glean(sources, store, settings, engine_for(1), progress)
        sigla = store.sigla()
    found = [derived for derived in gleaned.derived if derived.report]
    reports = [one.report for one in found if one.report]
    said = {one.report.document: one.extraction for one in found if one.report}
    telling = events.tell_apart(reports, said)
    labels = {event.id: event.label for event in telling.events}
    return Material(
        reports=tuple(
            replace(report, siglum=sigla.get(report.document), main_event=telling.main.get(report.document))
            for report in sorted(reports, key=lambda report: report.document)
        ),
        extractions=telling.extractions,
        labels=labels,
        findings=tuple(records(case, Finding)),
    )
