"""A large run as far as its pairs: texts are taken in, fingerprinted, joined by buckets of hashes, and aligned by pair."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from headwater.lineage.intake import take_in
from headwater.lineage.join import many_of
from headwater.lineage.known import Known
from headwater.lineage.run import Run
from headwater.lineage.shards import align_shard, fingerprint_shard, join_shard
from headwater.lineage.store import Store

__all__ = ["compare_all", "read_all"]

BUCKET = 1_500_000
"""Postings in one bucket of hashes, about."""


def read_all(run: Run, source: Path, given: Mapping[str, Known]) -> int:
    """Take in the texts, if that is not done; how many shards they make."""
    store = run.store
    if not store.has("taken"):
        run.progress("progress.texts", 0, None)
        shards = take_in(source, store, given)
        import numpy as np

        store.save_array("taken", np.array([shards]))
    return int(store.array("taken")[0])


def compare_all(run: Run, texts: int) -> None:
    """Fingerprint, join by bucket of hashes, and align by pair."""
    import numpy as np

    store = run.store
    if not store.has("cut"):
        total = sum(store.file("texts", number).stat().st_size for number in range(texts))
        # About eighty postings a kilobyte of compressed text; the cut changes no result.
        store.save_array("cut", np.array([max(1, total * 80 // 1000 // BUCKET + 1), max(1, -(-texts // 4))]))
    hashes, pairs = (int(value) for value in store.array("cut"))
    jobs = [run.job(number, texts, hashes, pairs) for number in range(texts)]
    run.do(
        "progress.fingerprints",
        fingerprint_shard,
        jobs,
        [store.file("fingerprints", job.number).exists() for job in jobs],
    )
    if not store.has("all-words-bounds"):
        store.join_words(texts)
    if not store.has("left_out"):
        _copies(store, texts)
    jobs = [run.job(number, texts, hashes, pairs) for number in range(hashes)]
    run.do("progress.grams", join_shard, jobs, [store.file("worn", job.number).exists() for job in jobs])
    if not store.has("worn_positions"):
        _worn(store, hashes)
    jobs = [run.job(number, texts, hashes, pairs) for number in range(pairs)]
    run.do("progress.passages", align_shard, jobs, [store.file("pairs", job.number).exists() for job in jobs])


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
