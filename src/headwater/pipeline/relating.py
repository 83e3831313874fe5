"""All that follows from the reports of a case together: events → measures → links and origins → findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.case.decided_case import settle
from headwater.case.memory import Remembered, mark
from headwater.collate import stage as collating
from headwater.collate.sigla import with_sigla
from headwater.events import stage as events
from headwater.events.telling import Telling
from headwater.examine import stage as examining
from headwater.extract import stage as extracting
from headwater.language import load
from headwater.language.stopwords import stopwords
from headwater.lineage import origins
from headwater.lineage import stage as lineage
from headwater.lineage.credits import outlets, with_sayings
from headwater.lineage.ground import Ground
from headwater.model import Contents, Decision, Extraction, Manifest, Problem, Report
from headwater.model.changing import with_fields
from headwater.model.ports import Engine, Keeping, Progress
from headwater.model.wire import SCHEMA_VERSION
from headwater.pipeline.deciding import marked, review
from headwater.pipeline.documents import Gleaned
from headwater.pipeline.keeping import StageKeeping
from headwater.pipeline.knowing import parents_that_hold
from headwater.pipeline.orphans import orphaned
from headwater.read import registry as reading
from headwater.settings import Settings
from headwater.version import __version__

__all__ = ["relate"]


def relate(
    gleaned: Gleaned,
    unread: Iterable[Problem],
    settings: Settings,
    engine: Engine,
    progress: Progress,
    sigla: Mapping[str, str],
    decisions: Sequence[Decision],
    kept: Keeping,
) -> Contents:
    """All that follows from the reports together, and from what people decided on them; what is kept changes nothing of it."""
    language = load(settings.language)
    read = [derived.report for derived in gleaned.derived if derived.report]
    said = {derived.report.document: derived.extraction for derived in gleaned.derived if derived.report}
    reviewed = review(read, said, decisions, settings)
    marks = marked(reviewed, read, said, gleaned.marks)

    progress("progress.events", 0, None)
    memory = Remembered(StageKeeping(kept, "events"), marks)
    telling = events.tell_apart(reviewed.reports, reviewed.extractions, said=reviewed.groups, memory=memory)
    on_event = with_fields(Report, "main_event")
    reports = tuple(on_event(report, telling.main.get(report.document)) for report in reviewed.reports)
    extractions = reviewed.after_events(telling.main, telling.extractions)
    told = [extractions[report.document] for report in reports]
    figures = tuple(figure for extraction in told for figure in extraction.figures)

    progress("progress.collation", 0, None)
    marks = _marks_after_events(marks, telling, extractions)
    memory = Remembered(StageKeeping(kept, "collate"), marks)
    collated = collating.collate(figures, language, reviewed.groups, memory)

    progress("progress.lineage", 0, None)
    by_document = {report.document: extractions[report.document].figures for report in reports}
    parents, open_parents = parents_that_hold(reviewed.parents, list(by_document))
    said_by = {report.document: extractions[report.document].attributions for report in reports}
    publishers = outlets((report.publisher for report in reports if report.publisher), language)
    naming = with_sayings(reports, said_by, publishers)
    ground = Ground.of(naming, by_document, settings, engine, parents, StageKeeping(kept, "lineage"))
    descent = lineage.traced(ground)
    measures = origins.counted(collated, ground, descent, marks)

    progress("progress.findings", 0, None)
    memory = Remembered(StageKeeping(kept, "examine"), marks)
    findings = examining.examine(reports, extractions, collated, telling.events, language, memory=memory)

    settled = settle(findings, {report.document: report.text for report in reports}, reviewed.held)
    orphans = dict.fromkeys((*reviewed.orphans, *settled.orphans))
    problems = [*unread, *gleaned.problems, *(problem for derived in gleaned.derived for problem in derived.problems)]
    problems += (*orphaned(orphans), *open_parents)
    return Contents(
        manifest=_manifest(gleaned, settings),
        # Last of all, so that nothing can follow from the sigla.
        reports=with_sigla(reports, sigla, stopwords(language)),
        figures=figures,
        attributions=tuple(one for extraction in told for one in extraction.attributions),
        statements=tuple(one for extraction in told for one in extraction.statements),
        datings=tuple(one for extraction in told for one in extraction.datings),
        events=telling.events,
        collation=measures,
        findings=findings,
        links=descent.links,
        parents=descent.parents,
        origins=descent.origins,
        problems=tuple(sorted(problems, key=lambda problem: (problem.document, problem.slug, problem.start or 0))),
    )


def _marks_after_events(
    marks: Mapping[str, str], telling: Telling, extractions: Mapping[str, Extraction]
) -> dict[str, str]:
    """For each document a hash of what it says, once events have been told apart."""
    found = {}
    for document, said in extractions.items():
        # What people set since, or regrouped, has another hash than what a group told.
        told = telling.marks.get(document) if said is telling.extractions[document] else None
        told = told or mark(said.figures, said.datings)
        found[document] = mark(marks[document], telling.main.get(document), told)
    return found


def _manifest(gleaned: Gleaned, settings: Settings) -> Manifest:
    return Manifest(
        schema=SCHEMA_VERSION,
        headwater=__version__,
        language_data=load(settings.language).digest,
        settings=settings.derived_key(),
        inputs=dict(sorted(gleaned.inputs.items())),
        stages={
            "read": reading.VERSION,
            "extract": extracting.VERSION,
            "events": events.VERSION,
            "collate": collating.VERSION,
            "lineage": lineage.VERSION,
            "examine": examining.VERSION,
        },
    )
