"""A case: files → reports → figures → events → measures → links and origins → findings → exports and page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from headwater.case.folder import CaseFolder
from headwater.case.store import Store
from headwater.collate import stage as collating
from headwater.collate.sigla import with_sigla
from headwater.dossier import stage as dossier
from headwater.engine.processes import engine_for
from headwater.events import stage as events
from headwater.examine import stage as examining
from headwater.export.jsonl import write_folder
from headwater.export.manifest import manifest_text
from headwater.extract import stage as extracting
from headwater.language import load
from headwater.language.stopwords import stopwords
from headwater.lineage import origins
from headwater.lineage import stage as lineage
from headwater.model import Contents, Manifest, Problem
from headwater.model.ports import Engine, Progress, silent
from headwater.model.wire import SCHEMA_VERSION
from headwater.pipeline.documents import Gleaned, glean
from headwater.read import registry as reading
from headwater.read.sources import gather
from headwater.settings import Settings
from headwater.version import __version__

__all__ = ["run"]


def run(
    paths: Sequence[str | Path],
    output: Path | None = None,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> Contents:
    """The case made of all reports under the paths; written into the folder `output` where one is given.

    Raises:
        InputError: no report can be read at all.
        CaseError: the folder cannot be written, or holds other things.
    """
    settings = settings or Settings()
    gathered = gather(paths, settings)
    engine = engine_for(settings.workers)
    with ExitStack() as stack:
        folder = None if output is None else CaseFolder(output)
        if folder:
            stack.enter_context(folder.locked())
        store = stack.enter_context(Store(folder.database if folder else None))
        gleaned = glean(gathered.sources, store, settings, engine, progress)
        contents = relate(gleaned, gathered.problems, settings, engine, progress)
        if folder:
            _write(contents, folder, store, gleaned.keys, progress)
    return contents


def relate(
    gleaned: Gleaned, unread: Iterable[Problem], settings: Settings, engine: Engine, progress: Progress
) -> Contents:
    """All that follows from the reports together."""
    language = load(settings.language)
    read = [derived.report for derived in gleaned.derived if derived.report]
    reports = with_sigla(read, passed_over=stopwords(language))
    said = {derived.report.document: derived.extraction for derived in gleaned.derived if derived.report}

    progress("Telling events apart", 0, None)
    telling = events.tell_apart(reports, said)
    reports = tuple(replace(report, main_event=telling.main.get(report.document)) for report in reports)
    told = [telling.extractions[report.document] for report in reports]
    figures = tuple(figure for extraction in told for figure in extraction.figures)

    progress("Collating figures", 0, None)
    measures = collating.collate(figures, language)

    progress("Tracing who shares text with whom", 0, None)
    by_document = {report.document: telling.extractions[report.document].figures for report in reports}
    descent = lineage.trace(reports, by_document, settings, engine)
    measures = origins.count(measures, reports, by_document, descent, settings)

    progress("Examining", 0, None)
    findings = examining.examine(reports, telling.extractions, measures, telling.events, language)

    problems = [*unread, *gleaned.problems, *(problem for derived in gleaned.derived for problem in derived.problems)]
    return Contents(
        manifest=_manifest(gleaned, settings),
        reports=reports,
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


def _write(contents: Contents, folder: CaseFolder, store: Store, keys: Iterable[str], progress: Progress) -> None:
    with folder.renewed() as new:
        progress("Writing the case", 0, None)
        write_folder(contents, new / "jsonl")
        (new / "manifest.json").write_text(manifest_text(contents.manifest), encoding="utf-8", newline="\n")
        progress("Writing the dossier", 0, None)
        with (new / "dossier.html").open("w", encoding="utf-8", newline="\n") as page:
            page.writelines(dossier.render(contents))
        store.replace(contents, keys)
