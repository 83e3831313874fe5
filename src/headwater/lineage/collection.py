"""A file of texts of any size → links, parents and origins, shard by shard, on any engine, resumable."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from headwater.errors import InputError
from headwater.lineage.comparing import compare_all, read_all
from headwater.lineage.cutting import clock_of_all, cut_all
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.intake import digest
from headwater.lineage.kinship import family_shard, parts_of
from headwater.lineage.known import Known, known_from
from headwater.lineage.run import Run
from headwater.lineage.shardcredits import NOBODY, Named, named_in
from headwater.lineage.shardfigures import extracting, shared_sets
from headwater.lineage.store import Store
from headwater.lineage.writing import write_all
from headwater.messages import told
from headwater.model.ports import Engine, Extractor, Progress, silent
from headwater.settings import Settings

__all__ = ["lineage"]

VERSION = 1


def lineage(
    source: Path,
    output: Path,
    settings: Settings,
    engine: Engine,
    progress: Progress = silent,
    known: Path | None = None,
    extractor: Extractor | None = None,
    keep_work: bool = False,
) -> None:
    """Write `links.jsonl`, `parents.jsonl` and `origins.jsonl` of a file of texts to a folder.

    The result does not depend on the engine, or on the order of rows. A run that stopped goes on with the shards that were
    not finished, in the folder `OUTPUT.work` beside the output; one that stops on what it was given leaves no such folder.

    Args:
        source: `.jsonl` or `.parquet` with id, publisher, published, text.
        output: a folder, made if need be.
        settings: fingerprint options.
        engine: where shards are worked on; on a cluster it must see the same folders.
        progress: is told how far the run is.
        known: a JSON Lines file that gives reports' publishers, times or parents by hand; `known.jsonl` in the output says
            which were taken.
        extractor: reads figures and credits of a report, so that shared figure sets are found and credits make descent;
            without it only text is compared.
        keep_work: leave the work folder in place.

    Raises:
        InputError: the source or the file of what is known cannot be read, or the output is a file.
    """
    if output.exists() and not output.is_dir():
        raise InputError(*told("texts.output", path=output))
    given = known_from(known)
    store = Store(output.with_name(f"{output.name}.work").absolute())
    known_digest = digest(known) if known else None
    store.begin(
        {
            "version": VERSION,
            "source": digest(source),
            "known": known_digest,
            "settings": settings.derived_key(),
            "figures": extractor is not None,
        }
    )
    try:
        _trace(Run(store, engine, progress, settings), source, output, given, extractor)
    except InputError:
        shutil.rmtree(store.folder, ignore_errors=True)
        raise
    if not keep_work:
        shutil.rmtree(store.folder, ignore_errors=True)


def _trace(run: Run, source: Path, output: Path, given: Mapping[str, Known], extractor: Extractor | None) -> None:
    texts = read_all(run, source, given)
    compare_all(run, texts)
    named, sets = _said(run, texts, extractor) if extractor is not None else (NOBODY, [])
    works = cut_all(run, texts, given, named)
    clock = clock_of_all(works)
    works = [work._replace(clock=clock) for work in works]
    folder = run.store.folder
    run.do("progress.families", family_shard, works, [parts_of(folder, work.job.number)[2].exists() for work in works])
    write_all(run, output, works, given, sets, named.thirds)


def _said(run: Run, texts: int, extractor: Extractor) -> tuple[Named, list[FigureSet]]:
    """Who names whom, and the figure sets that reports share, once their figures and credits are read."""
    jobs = [run.job(number, texts) for number in range(texts)]
    done = [run.store.file("figures", job.number).exists() for job in jobs]
    run.do("progress.counts", extracting(extractor), jobs, done)
    return named_in(run.store, texts, int(run.store.array("cut")[1])), shared_sets(run.store, texts)
