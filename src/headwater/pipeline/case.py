"""A case: files → reports → figures → events → measures → links and origins → findings → exports and page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from headwater.case.digests import file_digests
from headwater.case.folder import CaseFolder
from headwater.case.journal import Journal, live
from headwater.case.store import Store
from headwater.case.swapping import on_disk
from headwater.dossier import stage as dossier
from headwater.dossier.options import DossierOptions
from headwater.engine.processes import engine_for
from headwater.errors import CaseError
from headwater.export.jsonl import write_folder
from headwater.export.manifest import manifest_text
from headwater.language import load
from headwater.messages import told
from headwater.model import Contents, Problem
from headwater.model.ports import Progress, silent
from headwater.model.unswept import standing, unswept
from headwater.pipeline.changes import Earlier, before
from headwater.pipeline.documents import Stored, glean
from headwater.pipeline.knowing import Given, given_in, learned
from headwater.pipeline.lately import recalled, remember
from headwater.pipeline.orphans import ORPHANED
from headwater.pipeline.relating import relate
from headwater.pipeline.telling import with_journal
from headwater.read.sources import Source, gather
from headwater.settings import Settings

__all__ = ["add", "join", "rebuild", "run"]


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
    # What a user named is read or looked up before the folder is made: a run that stops on it leaves nothing behind.
    gathered, given = gather(paths, settings), given_in(settings.known)
    load(settings.language)
    with _opened(output) as (folder, store):
        return _made(gathered.sources, gathered.problems, folder, store, settings, progress, {}, given, page)


def join(
    case: Path,
    paths: Sequence[str | Path],
    workers: int = 0,
    max_bytes: int | None = None,
    progress: Progress = silent,
    known: str = "",
) -> tuple[Contents, Earlier]:
    """The case with all reports under the paths joined to those that it holds, and what it held before; sigla given earlier stay.

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
    given = given_in(known)
    with _opened(case, must_exist=True) as (folder, store):
        settings = replace(Settings(**store.settings()), workers=workers, known=known)
        settings = settings if max_bytes is None else replace(settings, max_bytes=max_bytes)
        gathered = gather(paths, settings)
        held = store.inputs()
        every: list[Source | Stored] = [*gathered.sources, *(Stored(*item) for item in held.items())]
        every.sort(key=lambda source: source.document)
        with unswept():
            earlier = before(case)
        remember(earlier, store.kept)
        made = _made(every, gathered.problems, folder, store, settings, progress, store.sigla(), given, earlier=earlier)
        return made, earlier


def add(
    case: Path,
    paths: Sequence[str | Path],
    workers: int = 0,
    max_bytes: int | None = None,
    progress: Progress = silent,
    known: str = "",
) -> Contents:
    """The case with all reports under the paths joined to those that it holds; arguments and errors are those of `join`."""
    return join(case, paths, workers, max_bytes, progress, known)[0]


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
        unread = [one for one in unread if one.slug != ORPHANED]
        earlier = recalled(store.kept)
        return _made(sources, unread, folder, store, settings, progress, sigla, earlier=earlier)


@contextmanager
def _opened(output: Path | None, must_exist: bool = False) -> Iterator[tuple[CaseFolder | None, Store]]:
    """The case's folder, locked against other runs, and its store; without a folder the case is kept in memory."""
    if output is None:
        with standing(), Store(None) as store:
            yield None, store
        return
    if must_exist and not (output / "case.db").is_file():
        raise CaseError(*told("case.none", case=output, file="case.db"))
    folder = CaseFolder(output)
    with standing(), folder.locked(), Store(folder.database) as store:
        yield folder, store


def _made(
    sources: Sequence[Source | Stored],
    unread: Iterable[Problem],
    folder: CaseFolder | None,
    store: Store,
    settings: Settings,
    progress: Progress,
    sigla: Mapping[str, str],
    given: Given | None = None,
    page: DossierOptions | None = None,
    earlier: Earlier | None = None,
) -> Contents:
    engine = engine_for(settings.workers)
    journal = Journal(folder.database) if folder else None
    decisions = learned(given, store.decisions(), journal)
    gleaned = glean(sources, store, settings, engine, progress)
    with unswept(stands=True):
        contents = relate(gleaned, unread, settings, engine, progress, sigla, decisions, store.kept)
        told = with_journal(page, contents, live(decisions), earlier)
    if folder:
        _write(contents, folder, store, progress, told)
    return contents


def _write(
    contents: Contents,
    folder: CaseFolder,
    store: Store,
    progress: Progress,
    options: DossierOptions | None,
) -> None:
    with folder.renewed() as new:
        progress("progress.case", 0, None)
        with unswept():
            write_folder(contents, new / "jsonl")
        (new / "manifest.json").write_text(manifest_text(contents.manifest), encoding="utf-8", newline="\n")
        progress("progress.page", 0, None)
        with (new / "dossier.html").open("w", encoding="utf-8", newline="\n") as page:
            page.writelines(dossier.render(contents, options))
        on_disk(new)
        with unswept():
            store.replace(contents, file_digests(new))
