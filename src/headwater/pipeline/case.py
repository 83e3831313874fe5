"""A case: files → reports → figures → events → measures → links and origins → findings → exports and page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from headwater.case.decided_case import ORPHANED, orphaned, settle
from headwater.case.digests import file_digests
from headwater.case.folder import CaseFolder
from headwater.case.journal import Journal, live
from headwater.case.reading import records
from headwater.case.store import Store
from headwater.case.swapping import on_disk
from headwater.collate import stage as collating
from headwater.collate.sigla import with_sigla
from headwater.dossier import stage as dossier
from headwater.dossier.options import DossierOptions
from headwater.engine.processes import engine_for
from headwater.errors import CaseError
from headwater.events import stage as events
from headwater.examine import stage as examining
from headwater.export.jsonl import write_folder
from headwater.export.manifest import manifest_text
from headwater.extract import stage as extracting
from headwater.language import load
from headwater.language.stopwords import stopwords
from headwater.lineage import origins
from headwater.lineage import stage as lineage
from headwater.lineage.credits import outlets, with_sayings
from headwater.model import Contents, Decision, Finding, Manifest, Measure, Problem, Report
from headwater.model.ports import Engine, Keeping, Progress, silent
from headwater.model.wire import SCHEMA_VERSION
from headwater.pipeline.changes import Earlier
from headwater.pipeline.deciding import review
from headwater.pipeline.documents import Gleaned, Stored, glean
from headwater.pipeline.keeping import StageKeeping
from headwater.pipeline.knowing import learned, parents_that_hold
from headwater.pipeline.telling import with_journal
from headwater.read import registry as reading
from headwater.read.sources import Source, gather
from headwater.settings import Settings
from headwater.version import __version__

__all__ = ["add", "before", "rebuild", "run"]


def run(
    paths: Sequence[str | Path],
    output: Path | None = None,
    settings: Settings | None = None,
    progress: Progress = silent,
    page: DossierOptions | None = None,
) -> Contents:
    """The case made of all reports under the paths; written into the folder `output` where one is given.

    `page` says what the dossier leaves out; the records are whole all the same.

    Raises:
        InputError: no report can be read at all, or the file of what is known cannot.
        CaseError: the folder cannot be written, or holds other things.
    """
    settings = settings or Settings()
    gathered = gather(paths, settings)
    with _opened(output) as (folder, store):
        return _made(gathered.sources, gathered.problems, folder, store, settings, progress, {}, page)


def before(case: Path) -> Earlier:
    """What a case holds now, to be compared with what it holds after more reports have joined.

    Raises:
        CaseError: the folder holds no case.
    """
    documents = frozenset(report.document for report in records(case, Report))
    return Earlier(documents, tuple(records(case, Measure)), tuple(records(case, Finding)))


def add(
    case: Path,
    paths: Sequence[str | Path],
    workers: int = 0,
    max_bytes: int | None = None,
    progress: Progress = silent,
    known: str = "",
) -> Contents:
    """The case with all reports under the paths joined to those that it holds; sigla given earlier stay.

    A document that the case holds already is passed over; one of the same name but other bytes is a problem, not a replacement.
    The settings are those that the case was made with.

    Args:
        case: the folder of a case.
        paths: files and folders.
        workers: as in the settings.
        max_bytes: as in the settings; that of the case where none is given.
        progress: is told how far it is.
        known: as in the settings.

    Raises:
        InputError: no report can be read at all, or the file of what is known cannot.
        CaseError: the folder holds no case, or cannot be written.
    """
    with _opened(case, must_exist=True) as (folder, store):
        settings = replace(Settings(**store.settings()), workers=workers, known=known)
        settings = settings if max_bytes is None else replace(settings, max_bytes=max_bytes)
        gathered = gather(paths, settings)
        held = store.inputs()
        every: list[Source | Stored] = [*gathered.sources, *(Stored(*item) for item in held.items())]
        every.sort(key=lambda source: source.document)
        earlier = before(case)
        return _made(every, gathered.problems, folder, store, settings, progress, store.sigla(), earlier=earlier)


def rebuild(case: Path, workers: int = 0, fresh: bool = True, progress: Progress = silent) -> Contents:
    """The case made anew of its originals and its journal; sigla and settings stay, decisions are applied.

    Args:
        case: the folder of a case.
        workers: as in the settings.
        fresh: also read every original anew, where otherwise what was derived of them is taken from the case.
        progress: is told how far it is.

    Raises:
        CaseError: the folder holds no case, or cannot be written.
    """
    with _opened(case, must_exist=True) as (folder, store):
        settings = replace(Settings(**store.settings()), workers=workers)
        held = store.inputs()
        sigla, unread = store.sigla(), [problem for problem in store.problems() if problem.document not in held]
        if fresh:
            store.forget_derived()
        sources = [Stored(*item) for item in held.items()]
        return _made(sources, [one for one in unread if one.slug != ORPHANED], folder, store, settings, progress, sigla)


@contextmanager
def _opened(output: Path | None, must_exist: bool = False) -> Iterator[tuple[CaseFolder | None, Store]]:
    """The case's folder, locked against other runs, and its store; without a folder the case is kept in memory."""
    if output is None:
        with Store(None) as store:
            yield None, store
        return
    if must_exist and not (output / "case.db").is_file():
        raise CaseError(f"{output} is no case: it has no case.db", "Make one first: headwater run REPORTS… -o FOLDER")
    folder = CaseFolder(output)
    with folder.locked(), Store(folder.database) as store:
        yield folder, store


def _made(
    sources: Sequence[Source | Stored],
    unread: Iterable[Problem],
    folder: CaseFolder | None,
    store: Store,
    settings: Settings,
    progress: Progress,
    sigla: Mapping[str, str],
    page: DossierOptions | None = None,
    earlier: Earlier | None = None,
) -> Contents:
    engine = engine_for(settings.workers)
    journal = Journal(folder.database) if folder else None
    decisions = learned(Path(settings.known) if settings.known else None, store.decisions(), journal)
    gleaned = glean(sources, store, settings, engine, progress)
    contents = relate(gleaned, unread, settings, engine, progress, sigla, decisions, store.kept)
    if folder:
        _write(contents, folder, store, progress, with_journal(page, contents, live(decisions), earlier))
    return contents


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
    reports = with_sigla(reviewed.reports, sigla, stopwords(language))

    progress("Telling events apart", 0, None)
    telling = events.tell_apart(reports, reviewed.extractions, said=reviewed.groups)
    reports = tuple(replace(report, main_event=telling.main.get(report.document)) for report in reports)
    extractions = reviewed.after_events(telling.main, telling.extractions)
    told = [extractions[report.document] for report in reports]
    figures = tuple(figure for extraction in told for figure in extraction.figures)

    progress("Collating figures", 0, None)
    measures = collating.collate(figures, language, reviewed.groups)

    progress("Tracing who shares text with whom", 0, None)
    by_document = {report.document: extractions[report.document].figures for report in reports}
    parents, open_parents = parents_that_hold(reviewed.parents, list(by_document))
    said_by = {report.document: extractions[report.document].attributions for report in reports}
    publishers = outlets((report.publisher for report in reports if report.publisher), language)
    naming = with_sayings(reports, said_by, publishers)
    mine = StageKeeping(kept, "lineage")
    descent = lineage.trace(naming, by_document, settings, engine, parents, mine)
    measures = origins.count(measures, naming, by_document, descent, settings, parents, mine)

    progress("Examining", 0, None)
    findings = examining.examine(reports, extractions, measures, telling.events, language)

    settled = settle(findings, {report.document: report.text for report in reports}, reviewed.held)
    orphans = dict.fromkeys((*reviewed.orphans, *settled.orphans))
    problems = [*unread, *gleaned.problems, *(problem for derived in gleaned.derived for problem in derived.problems)]
    problems += (*orphaned(orphans), *open_parents)
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


def _write(
    contents: Contents,
    folder: CaseFolder,
    store: Store,
    progress: Progress,
    options: DossierOptions | None,
) -> None:
    with folder.renewed() as new:
        progress("Writing the case", 0, None)
        write_folder(contents, new / "jsonl")
        (new / "manifest.json").write_text(manifest_text(contents.manifest), encoding="utf-8", newline="\n")
        progress("Writing the dossier", 0, None)
        with (new / "dossier.html").open("w", encoding="utf-8", newline="\n") as page:
            page.writelines(dossier.render(contents, options))
        on_disk(new)
        store.replace(contents, file_digests(new))
