"""What a review starts from: the reports of a case and what was read of them, before any decision."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from headwater.case.memory import Remembered
from headwater.case.reading import records
from headwater.case.store import Store
from headwater.collate import stage as collating
from headwater.engine.processes import engine_for
from headwater.errors import CaseError
from headwater.events import stage as events
from headwater.language import load
from headwater.messages import told
from headwater.model import Decision, Event, Extraction, Figure, Finding, Measure, Report
from headwater.model.ports import Keeping, Progress, silent
from headwater.model.unswept import standing
from headwater.pipeline.deciding import marked, review
from headwater.pipeline.documents import Stored, glean
from headwater.pipeline.keeping import Aside, StageKeeping
from headwater.settings import Settings

__all__ = ["Arrangement", "Material", "arranged", "material"]


@dataclass(frozen=True, slots=True)
class Material:
    """Reports in document order with their sigla, what each says, its main event's label, and the last run's findings.

    `read` is what each says before events were told apart, `marks` tells reports apart by that, and `kept` is what telling them apart keeps.
    """

    reports: tuple[Report, ...]
    extractions: Mapping[str, Extraction]
    labels: Mapping[str, str]
    findings: tuple[Finding, ...]
    read: Mapping[str, Extraction]
    settings: Settings
    marks: Mapping[str, str]
    kept: Keeping


@dataclass(frozen=True)
class Arrangement:
    """Events and measures as they are with all decisions; `main` is each report's event, `figures` are by id."""

    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    main: Mapping[str, str | None]
    figures: Mapping[str, Figure]
    sigla: Mapping[str, str]

    @cached_property
    def measure_of(self) -> Mapping[str, str]:
        """The measure that each figure is in, by id."""
        return {name: one.id for one in self.measures for name in one.figures}

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of events."""
        return frozenset(event.id for event in self.events)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each event is called, by id."""
        return {event.id: event.label for event in self.events}


def arranged(held: Material, decisions: Sequence[Decision]) -> Arrangement:
    """Events told apart and figures collated as the next run would, with all decisions applied."""
    reviewed = review(held.reports, held.read, decisions, held.settings)
    memory = Remembered(held.kept, marked(reviewed, held.reports, held.read, held.marks))
    telling = events.tell_apart(reviewed.reports, reviewed.extractions, said=reviewed.groups, memory=memory)
    extractions = reviewed.after_events(telling.main, telling.extractions)
    figures = [figure for report in reviewed.reports for figure in extractions[report.document].figures]
    measures = collating.collate(figures, load(held.settings.language), reviewed.groups)
    sigla = {report.document: report.siglum or "?" for report in held.reports}
    return Arrangement(telling.events, measures, telling.main, {figure.id: figure for figure in figures}, sigla)


def material(case: Path, progress: Progress = silent) -> Material:
    """What was read of a case's originals, events told apart, with no decision applied.

    What the last run derived is taken from the case; where Headwater has changed since, it is derived anew.

    Raises:
        CaseError: the folder holds no case, or its file cannot be opened.
    """
    path = case / "case.db"
    if not path.is_file():
        raise CaseError(*told("case.none", case=case, file="case.db"))
    with standing(), Store(path) as store:
        settings = replace(Settings(**store.settings()), workers=1)
        sources = [Stored(*item) for item in store.inputs().items()]
        # What is derived now stays in memory: a review leaves all of the case but its journal as it was.
        gleaned = glean(sources, store, settings, engine_for(1), progress, ChainMap({}, store.kept))
        sigla = store.sigla()
        found = [derived for derived in gleaned.derived if derived.report]
        reports = [one.report for one in found if one.report]
        said = {one.report.document: one.extraction for one in found if one.report}
        aside = Aside(store.kept)
        kept = StageKeeping(aside, "events")
        telling = events.tell_apart(reports, said, memory=Remembered(kept, gleaned.marks))
        aside.close()
    labels = {event.id: event.label for event in telling.events}
    return Material(
        reports=tuple(
            replace(report, siglum=sigla.get(report.document), main_event=telling.main.get(report.document))
            for report in sorted(reports, key=lambda report: report.document)
        ),
        extractions=telling.extractions,
        labels=labels,
        findings=tuple(records(case, Finding)),
        read=said,
        settings=settings,
        marks=gleaned.marks,
        kept=kept,
    )
