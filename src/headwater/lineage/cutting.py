"""Pairs of a large run → families in shards, each with the pairs, copies and credits of its reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from headwater import messages
from headwater.errors import InputError
from headwater.lineage.clock import COMMON
from headwater.lineage.families import groups
from headwater.lineage.given import descending
from headwater.lineage.kinship import FamilyJob, clock_for
from headwater.lineage.known import Known
from headwater.lineage.run import Run
from headwater.lineage.shardcredits import NOBODY, Named
from headwater.lineage.store import Store
from headwater.model import Relation

__all__ = ["clock_of_all", "cut_all"]

KIN = 1500
"""Reports in one shard of families, about; a family is never cut."""


def cut_all(run: Run, texts: int, given: Mapping[str, Known], named: Named) -> list[FamilyJob]:
    """The families of two and more reports, in shards, with the pairs of each shard in one file."""
    store = run.store
    hashes, pairs = (int(value) for value in store.array("cut"))
    copies = _copy_groups(store)
    names = store.load(store.file("names"))["name"].to_pylist() if given or named.crediting else []
    ranks = {name: rank for rank, name in enumerate(names)}
    parents = _parents_given(ranks, given)
    tied = chain(_related(store, pairs, copies, parents), ((ranks[of], ranks[by]) for of, by in named.tied))
    shards = list(_batches(group for group in groups(len(store.array("house")), tied) if len(group) > 1))
    where = {rank: number for number, shard in enumerate(shards) for group in shard for rank in group}
    if not store.has("gathered"):
        _gather(store, pairs, where, len(shards))
    works = []
    for number, shard in enumerate(shards):
        inside = {rank for group in shard for rank in group}
        same = tuple(tuple(group) for group in copies if group[0] in inside)
        told = {child: parent for child, parent in parents.items() if child in inside}
        among = named.among({names[rank] for rank in inside}) if names else NOBODY
        works.append(FamilyJob(run.job(number, texts, hashes, pairs), tuple(shard), same, told, COMMON, among))
    return works


def _copy_groups(store: Store) -> list[list[int]]:
    import numpy as np

    first = store.array("first_copy")
    found: dict[int, list[int]] = {}
    for rank in np.flatnonzero(first != np.arange(len(first))).tolist():
        found.setdefault(int(first[rank]), [int(first[rank])]).append(rank)
    return [found[rank] for rank in sorted(found)]


def _parents_given(ranks: Mapping[str, int], given: Mapping[str, Known]) -> dict[int, int | None]:
    """The parents that a person gave, by rank.

    Raises:
        InputError: a parent is none of the reports, or descends from the child.
    """
    told = {name: row.parent for name, row in given.items() if row.has_parent}
    held, left = descending(told, ranks)
    if left:
        name = left[0]
        raise InputError(*messages.told("known.parent", name=name, parent=told[name]))
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


def clock_of_all(works: Sequence[FamilyJob]) -> Any:
    """The clock of the collection, from at most four shards of families that lie evenly among all."""
    if not works:
        return COMMON
    return clock_for(works[:: -(-len(works) // 4)])
