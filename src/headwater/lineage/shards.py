"""The work on one shard of a large run: pure functions of files, run in a loop, in processes, or on a cluster.

Each takes a job, reads what earlier steps left in the work folder, and writes one shard of its own.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.lineage.align import Passage
from headwater.lineage.chain import chain
from headwater.lineage.fingerprint import fingerprint
from headwater.lineage.intake import ACCOUNTS
from headwater.lineage.join import Seeds, in_order, join
from headwater.lineage.numerals import unified
from headwater.lineage.pairs import Pair, aligned, repeated
from headwater.lineage.shelf import SHARD, Shelf
from headwater.lineage.store import Store
from headwater.lineage.words import Words, words
from headwater.lineage.worn import WornIndex
from headwater.model.unswept import unswept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Job", "align_shard", "fingerprint_shard", "join_shard", "load_pairs", "open_shelf", "save_pairs"]


class Job(NamedTuple):
    """One shard of one step: the work folder, the shard's number, and how all is cut (texts, hashes, pairs)."""

    folder: str
    number: int
    texts: int
    hashes: int
    pairs: int
    gram: int
    window: int
    common: int
    language: str


def fingerprint_shard(job: Job) -> int:
    """Write words and postings of a shard of accounts, and a digest of each one's words; how many postings."""
    import numpy as np

    store = Store(Path(job.folder))
    texts = store.load(store.file("texts", job.number), ["text"])["text"].to_pylist()
    cut = [texts[start : start + SHARD] for start in range(0, len(texts), SHARD)]
    parts = [unified(words(part), part, job.language) for part in cut]
    prints = [fingerprint(part, job.gram, job.window) for part in parts]
    found = _joined(parts)
    ranks = store.array("rank_of_row")[job.number * ACCOUNTS :][: len(texts)]
    rows = np.concatenate([part.texts + number * SHARD for number, part in enumerate(prints)])
    hashes = np.concatenate([part.hashes for part in prints])
    report = ranks[rows]
    columns = {"hash": hashes, "report": report, "position": np.concatenate([part.positions for part in prints])}
    store.save_words(job.number, found)
    store.save_array(f"digests/{job.number:06d}", _digests(found))
    bucket = (hashes >> np.uint64(40)) % np.uint64(job.hashes)
    for number in range(job.hashes):
        store.save(
            store.file("postings", number, job.number),
            {name: value[bucket == number] for name, value in columns.items()},
        )
    store.save(store.file("fingerprints", job.number), {"postings": [len(hashes)]})
    return len(hashes)


def _joined(parts: list[Words]) -> Words:
    import numpy as np

    sizes = np.cumsum([0, *(len(part.hashes) for part in parts)])
    bounds = [part.bounds[:-1] + size for part, size in zip(parts, sizes, strict=False)]
    columns = {
        name: np.concatenate([getattr(part, name) for part in parts]) for name in Words.__slots__ if name != "bounds"
    }
    return Words(**columns, bounds=np.concatenate([*bounds, sizes[-1:]]))


def _digests(found: Words) -> NDArray[np.uint64]:
    """Two halves of a digest of each account's words; nought where they are too few to make a copy."""
    import numpy as np
    from xxhash import xxh3_128_intdigest

    from headwater.lineage.copies import LEAST_WORDS

    whole = [
        xxh3_128_intdigest(found.hashes[here].tobytes()) if here.stop - here.start >= LEAST_WORDS else 0
        for here in found
    ]
    return np.array([[value >> 64, value & 0xFFFFFFFFFFFFFFFF] for value in whole], dtype=np.uint64).reshape(-1, 2)


def join_shard(job: Job) -> int:
    """Write the seeds and the boilerplate among the postings of one bucket of hashes; how many seeds."""
    import numpy as np

    store = Store(Path(job.folder))
    hashes, reports, positions = store.stacked("postings", job.number, job.texts, ("hash", "report", "position"))
    kept = ~store.array("left_out")[reports]
    seeds, worn = join(hashes[kept], reports[kept], positions[kept], store.array("houses"), job.common)
    bucket = seeds.a % job.pairs
    order = np.argsort(bucket, kind="stable")
    columns = {name: getattr(seeds, name)[order] for name in Seeds.__slots__}
    ends = np.searchsorted(bucket[order], np.arange(job.pairs + 1))
    for number in range(job.pairs):
        here = slice(ends[number], ends[number + 1])
        store.save(store.file("seeds", number, job.number), {name: value[here] for name, value in columns.items()})
    store.save(store.file("worn", job.number), {"report": worn.reports, "position": worn.positions})
    return len(seeds.a)


@lru_cache(maxsize=1)
def open_shelf(folder: str, gram: int, window: int) -> Shelf:
    """The words of all accounts, read in place as they are needed."""
    import numpy as np

    store = Store(Path(folder))
    rows = store.array("row_of_rank")
    worn = WornIndex(store.array("worn_reports"), store.array("worn_positions"))
    return Shelf(
        [store.all_words()], np.zeros(len(rows), dtype=np.int32), rows, worn, gram, window, store.array("house")
    )


def align_shard(job: Job) -> int:
    """Write what the pairs of one shard share; how many pairs."""
    store = Store(Path(job.folder))
    shelf = open_shelf(job.folder, job.gram, job.window)
    seeds = in_order(Seeds(*store.stacked("seeds", job.number, job.hashes, Seeds.__slots__)))
    with unswept():
        pairs = aligned(shelf, chain(repeated(seeds), job.gram))
        save_pairs(store, store.file("pairs", job.number), pairs)
    return len(pairs)


def save_pairs(store: Store, path: Path, pairs: list[Pair]) -> None:
    """Write pairs, a passage a row."""
    rows = [(item, part) for item in pairs for part in item.passages]
    columns: dict[str, Any] = {"a": [item.a for item, _ in rows], "b": [item.b for item, _ in rows]}
    for name in Passage._fields[:-1]:
        columns[name] = [getattr(part, name) for _, part in rows]
    columns["runs"] = [part.runs for _, part in rows]
    columns["related"] = [item.relation or "" for item, _ in rows]
    for name in ("wording", "prose", "quoted"):
        columns[name] = [getattr(item, name) for item, _ in rows]
    import pyarrow as pa

    typed = {name: pa.array(values, _type(name)) for name, values in columns.items()}
    store.save(path, typed)


def _type(name: str) -> Any:
    import pyarrow as pa

    others = {"runs": pa.list_(pa.int32()), "related": pa.string()} | dict.fromkeys(
        ("wording", "prose", "quoted"), pa.float64()
    )
    return others.get(name, pa.int32())


def load_pairs(table: Any) -> list[Pair]:
    """The pairs of a table that `save_pairs` wrote, in order."""
    names = ("a", "b", *Passage._fields, "wording", "prose", "quoted")
    ordered = sorted(zip(*(table[name].to_pylist() for name in names), strict=True), key=lambda row: row[:6])
    found = []
    for (a, b), rows in groupby(ordered, key=lambda row: row[:2]):
        group = list(rows)
        parts = tuple(Passage._make((*row[2:8], tuple(row[8]))) for row in group)
        found.append(Pair(a, b, parts, sum(part.excess for part in parts), *group[0][9:]))
    return found
