"""A file of texts of any size → links, parents and origins, shard by shard, on any engine, resumable."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from headwater.errors import InputError
from headwater.lineage.clock import COMMON
from headwater.lineage.counts import common_counts, with_counts
from headwater.lineage.families import groups
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.given import descending
from headwater.lineage.intake import digest, take_in
from headwater.lineage.join import many_of
from headwater.lineage.kinship import FamilyJob, alone, clock_for, family_shard, parts_of
from headwater.lineage.known import Known, known_from
from headwater.lineage.shardfigures import extracting, set_links, shared_sets
from headwater.lineage.shards import Job, align_shard, fingerprint_shard, join_shard
from headwater.lineage.store import Store, write_whole
from headwater.model import Link, Origin, Parents, Relation
from headwater.model.ports import Engine, Extractor, Progress, silent
from headwater.model.wire import dump_line, load_lines
from headwater.settings import Settings

__all__ = ["lineage"]

VERSION = 1

BUCKET = 1_500_000
"""Postings in one bucket of hashes, about."""

KIN = 1500
"""Reports in one shard of families, about; a family is never cut."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run under way: where it works, on what engine, and whom it tells."""

    store: Store
    engine: Engine
    progress: Progress
    settings: Settings

    def job(self, number: int, texts: int, hashes: int = 0, pairs: int = 0) -> Job:
        """One shard of work."""
        options = self.settings
        return Job(
            str(self.store.folder),
            number,
            texts,
            hashes,
            pairs,
            options.gram,
            options.window,
            options.common,
            options.language,
        )

    def do(self, doing: str, function: Callable[[Any], int], jobs: Sequence[Any], finished: Sequence[bool]) -> None:
        """Do what is not finished, telling how far it is."""
        left = [job for job, done in zip(jobs, finished, strict=True) if not done]
        done = len(jobs) - len(left)
        self.progress(doing, done, len(jobs))
        for count, _ in enumerate(self.engine.map(function, left), done + 1):
            self.progress(doing, count, len(jobs))


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
    not finished, in the folder `OUTPUT.work` beside the output.

    Args:
        source: `.jsonl` or `.parquet` with id, publisher, published, text.
        output: a folder, made if need be.
        settings: fingerprint options.
        engine: where shards are worked on; on a cluster it must see the same folders.
        progress: is told how far the run is.
        known: a JSON Lines file that gives reports' publishers, times or parents by hand; `known.jsonl` in the output says
            which were taken.
        extractor: reads the figures of a report, so that shared figure sets are found as well; without it only text is
            compared.
        keep_work: leave the work folder in place.

    Raises:
        InputError: the source or the file of what is known cannot be read.
    """
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
    run = Run(store, engine, progress, settings)
    texts = _read(run, source, given)
    _compare(run, texts)
    works = _cut(run, texts, given)
    clock = _clock(works)
    works = [work._replace(clock=clock) for work in works]
    folder = store.folder
    run.do("tracing families", family_shard, works, [parts_of(folder, work.job.number)[2].exists() for work in works])
    sets: list[FigureSet] = []
    if extractor is not None:
        jobs = [run.job(number, texts) for number in range(texts)]
        done = [store.file("figures", job.number).exists() for job in jobs]
        run.do("reading figures", extracting(extractor), jobs, done)
        sets = shared_sets(store, texts)
    _write(run, output, works, given, sets)
    if not keep_work:
        shutil.rmtree(folder, ignore_errors=True)


def _read(run: Run, source: Path, given: Mapping[str, Known]) -> int:
    """Take in the texts, if that is not done; how many shards they make."""
    store = run.store
    if not store.has("taken"):
        run.progress("reading texts", 0, None)
        shards = take_in(source, store, given)
        import numpy as np

        store.save_array("taken", np.array([shards]))
    return int(store.array("taken")[0])


def _compare(run: Run, texts: int) -> None:
    """Fingerprint, join by bucket of hashes, and align by pair."""
    import numpy as np

    store = run.store
    if not store.has("cut"):
        total = sum(store.file("texts", number).stat().st_size for number in range(texts))
        # About eighty postings a kilobyte of compressed text; the cut changes no result.
        store.save_array("cut", np.array([max(1, total * 80 // 1000 // BUCKET + 1), max(1, -(-texts // 4))]))
    hashes, pairs = (int(value) for value in store.array("cut"))
    jobs = [run.job(number, texts, hashes, pairs) for number in range(texts)]
    run.do("fingerprints", fingerprint_shard, jobs, [store.file("fingerprints", job.number).exists() for job in jobs])
    if not store.has("all-words-bounds"):
        store.join_words(texts)
    if not store.has("left_out"):
        _copies(store, texts)
    jobs = [run.job(number, texts, hashes, pairs) for number in range(hashes)]
    run.do("shared grams", join_shard, jobs, [store.file("worn", job.number).exists() for job in jobs])
    if not store.has("worn_positions"):
        _worn(store, hashes)
    jobs = [run.job(number, texts, hashes, pairs) for number in range(pairs)]
    run.do("shared passages", align_shard, jobs, [store.file("pairs", job.number).exists() for job in jobs])


def _copies(store: Store, texts: int) -> None:
    """Note which accounts have the same words as one of lesser rank."""
    import numpy as np

    digests = np.concatenate(
        [np.zeros((0, 2), dtype=np.uint64), *(store.array(f"digests/{n:06d}") for n in range(texts))]
    )
    rows = store.array("row_of_rank")
    by_rank = digests[rows]
    order = np.lexsort((np.arange(len(rows)), by_rank[:, 1], by_rank[:, 0]))
    same = np.zeros(len(rows), dtype=np.bool_)
    same[1:] = (by_rank[order][1:] == by_rank[order][:-1]).all(axis=1) & (by_rank[order][1:] != 0).any(axis=1)
    first = np.arange(len(rows), dtype=np.int32)
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(len(rows))))
    first[order] = order[starts]
    store.save_array("first_copy", first)
    left_out = first != np.arange(len(rows))
    store.save_array("houses", many_of(store.array("house"), left_out))
    store.save_array("left_out", left_out)


def _worn(store: Store, hashes: int) -> None:
    import numpy as np

    tables = [store.load(store.file("worn", number)) for number in range(hashes)]
    none = np.zeros(0, dtype=np.int32)
    reports = np.concatenate([none, *(table["report"].to_numpy() for table in tables)])
    positions = np.concatenate([none, *(table["position"].to_numpy() for table in tables)])
    order = np.lexsort((positions, reports))
    store.save_array("worn_reports", reports[order])
    store.save_array("worn_positions", positions[order])


def _cut(run: Run, texts: int, given: Mapping[str, Known]) -> list[FamilyJob]:
    """The families of two and more reports, in shards, with the pairs of each shard in one file."""
    store = run.store
    hashes, pairs = (int(value) for value in store.array("cut"))
    copies = _copy_groups(store)
    parents = _parents_given(store, given)
    found = [
        group for group in groups(len(store.array("house")), _related(store, pairs, copies, parents)) if len(group) > 1
    ]
    shards = list(_batches(found))
    where = {rank: number for number, shard in enumerate(shards) for group in shard for rank in group}
    if not store.has("gathered"):
        _gather(store, pairs, where, len(shards))
    works = []
    for number, shard in enumerate(shards):
        inside = {rank for group in shard for rank in group}
        same = tuple(tuple(group) for group in copies if group[0] in inside)
        told = {child: parent for child, parent in parents.items() if child in inside}
        works.append(FamilyJob(run.job(number, texts, hashes, pairs), tuple(shard), same, told, COMMON))
    return works


def _copy_groups(store: Store) -> list[list[int]]:
    import numpy as np

    first = store.array("first_copy")
    found: dict[int, list[int]] = {}
    for rank in np.flatnonzero(first != np.arange(len(first))).tolist():
        found.setdefault(int(first[rank]), [int(first[rank])]).append(rank)
    return [found[rank] for rank in sorted(found)]


def _parents_given(store: Store, given: Mapping[str, Known]) -> dict[int, int | None]:
    """The parents that a person gave, by rank.

    Raises:
        InputError: a parent is none of the reports, or descends from the child.
    """
    told = {name: row.parent for name, row in given.items() if row.has_parent}
    if not told:
        return {}
    ranks = {name: rank for rank, name in enumerate(store.load(store.file("names"))["name"].to_pylist())}
    held, left = descending(told, ranks)
    if left:
        name = left[0]
        raise InputError(
            f"a parent is given for {name}: {told[name]}",
            "Both must be ids of the file of texts, and no report can descend from itself.",
        )
    return {ranks[name]: None if parent is None else ranks[parent] for name, parent in held.items()}


def _related(
    store: Store, pairs: int, copies: Iterable[Sequence[int]], parents: Mapping[int, int | None]
) -> Iterable[tuple[int, int]]:
    """The pairs of ranks that belong to one family."""
    import numpy as np

    for number in range(pairs):
        table = store.load(store.file("pairs", number), ["a", "b", "related"])
        kept = np.array(table["related"].to_pylist(), dtype=object) == Relation.SHARED_TEXT.value
        both = np.unique(np.stack([table["a"].to_numpy()[kept], table["b"].to_numpy()[kept]]), axis=1)
        yield from zip(*both.tolist(), strict=True)
    for group in copies:
        yield from ((group[0], rank) for rank in group[1:])
    yield from ((child, parent) for child, parent in parents.items() if parent is not None)


def _batches(found: Iterable[tuple[int, ...]]) -> Iterable[list[tuple[int, ...]]]:
    batch: list[tuple[int, ...]] = []
    for group in found:
        batch.append(group)
        if sum(map(len, batch)) >= KIN:
            yield batch
            batch = []
    if batch:
        yield batch


def _gather(store: Store, pairs: int, where: Mapping[int, int], shards: int) -> None:
    """Write the pairs of each shard of families into one file; pairs across families share no text and go by `a`."""
    import numpy as np
    import pyarrow as pa

    place = np.full(len(store.array("house")), -1, dtype=np.int64)
    place[list(where)] = list(where.values())
    parts: dict[int, list[Any]] = {}
    for number in range(pairs):
        table = store.load(store.file("pairs", number))
        a, b = place[table["a"].to_numpy()], place[table["b"].to_numpy()]
        for shard in np.unique(a[(a >= 0) & (a == b)]).tolist():
            parts.setdefault(shard, []).append(table.filter(pa.array((a == shard) & (b == shard))))
    empty = store.load(store.file("pairs", 0)).slice(0, 0)
    for shard in range(shards):
        table = pa.concat_tables([empty, *parts.pop(shard, [])])
        store.save(store.file("kin", shard), {name: table[name] for name in table.column_names})
    store.save_array("gathered", np.array([shards]))


def _clock(works: Sequence[FamilyJob]) -> Any:
    """The clock of the collection, from at most four shards of families that lie evenly among all."""
    if not works:
        return COMMON
    return clock_for(works[:: -(-len(works) // 4)])


def _write(
    run: Run, output: Path, works: Sequence[FamilyJob], given: Mapping[str, Known], sets: list[FigureSet]
) -> None:
    """Put the shards together, in the order of the families; reports without kin follow, by rank, then figure sets."""
    output.mkdir(parents=True, exist_ok=True)
    names = run.store.load(run.store.file("names"))["name"]
    kin = {rank for work in works for group in work.families for rank in group}
    lines = partial(_lines, run.store.folder, works)
    text = _linked(lines(0)) if sets else {}
    links = set_links(sets, set(text))
    counts = common_counts(sets, (_bare(pair, relation) for pair, relation in text.items()))
    count_of = {document: count for count in counts for document in count.documents}
    single = (dump_line(alone(names[rank].as_py())) for rank in range(len(names)) if rank not in kin)
    parents = chain(lines(1), single)
    _whole(output / "links.jsonl", chain(lines(0), map(dump_line, links)))
    _whole(output / "parents.jsonl", _counted(parents, count_of) if count_of else parents)
    _whole(output / "origins.jsonl", chain(lines(2), map(dump_line, counts)))
    if given:
        rows = ({"document": name, "given_by_hand": row.said()} for name, row in sorted(given.items()))
        write_whole(output / "known.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    run.progress("done", len(names), len(names))


def _lines(folder: Path, works: Sequence[FamilyJob], place: int) -> Iterator[str]:
    """The lines of all shards of families: links, parents or origins by place."""
    for work in works:
        with parts_of(folder, work.job.number)[place].open(encoding="utf-8") as file:
            yield from file


def _whole(path: Path, lines: Iterable[str]) -> None:
    """Write a file of lines under another name, and rename it when it is whole."""
    parts = path.with_name(path.name + ".part")
    with parts.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    parts.replace(path)


def _linked(lines: Iterable[str]) -> dict[tuple[str, str], str]:
    """What each pair that has a link shares."""
    rows = map(json.loads, lines)
    return {(row["a"], row["b"]): row["relation"] for row in rows}


def _bare(pair: tuple[str, str], relation: str) -> Link:
    return Link(a=pair[0], b=pair[1], relation=Relation(relation), probability=0.0, evidence=())


def _counted(lines: Iterable[str], count_of: Mapping[str, Origin]) -> Iterator[str]:
    """The lines of parents, those of reports behind whom one count may stand saying so."""
    for row in load_lines(Parents, lines):
        yield dump_line(with_counts(row, count_of))
