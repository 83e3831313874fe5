"""A collection of texts → links, parents and origins, with no case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from headwater.engine.processes import engine_for
from headwater.extract import stage as extracting
from headwater.language import Language, load
from headwater.lineage.collection import lineage
from headwater.model import Extraction, Report
from headwater.model.ports import Engine, Progress, silent
from headwater.pipeline.texts import groups
from headwater.read import plain
from headwater.read.credits import credits_in
from headwater.settings import Settings

__all__ = ["trace"]


def trace(
    reports: Path,
    output: Path,
    settings: Settings,
    cluster: str | None = None,
    text_only: bool = False,
    progress: Progress = silent,
) -> None:
    """Write `links.jsonl`, `parents.jsonl` and `origins.jsonl` of a file of texts to a folder.

    Args:
        reports: `.jsonl` or `.parquet` with id, publisher, published, text.
        output: a folder, made where it is missing.
        settings: fingerprint options, workers, and the file of what is known by hand.
        cluster: `tcp://HOST:PORT`, or `local:N` for N worker processes here; processes of this machine where none is given.
        text_only: leave figures and credits out.
        progress: is told how far it is.

    Raises:
        InputError: a file cannot be read.
        SettingError: the cluster's address is of no known form.
        ExtensionMissingError: the cluster needs `distributed`, which is not installed.
    """
    with ExitStack() as stack:
        extractor = None if text_only else partial(_said, settings=settings)
        known = Path(settings.known) if settings.known else None
        lineage(reports, output, settings, _engine(cluster, settings, stack), progress, known, extractor)


def _said(reports: Sequence[Report], settings: Settings) -> Iterator[tuple[Report, Extraction]]:
    """The reports of a file of texts with their blocks and credits, and all that each says, read as `headwater extract` reads them."""
    language = load(settings.language)
    for group in groups(reports, _long):
        told = [_credited(report, language) for report in group]
        yield from zip(told, extracting.extract_together(told, language, settings), strict=True)


def _long(report: Report) -> int:
    return len(report.text)


def _credited(report: Report, language: Language) -> Report:
    told = replace(report, blocks=plain.blocks(report.text))
    return replace(told, credits=tuple(credits_in(told.text, told.blocks, language)))


def _engine(cluster: str | None, settings: Settings, stack: ExitStack) -> Engine:
    if cluster is None:
        return engine_for(settings.workers)
    from headwater.engine.cluster import cluster_at

    return stack.enter_context(cluster_at(cluster))
