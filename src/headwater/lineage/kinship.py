"""Families of a large run: cut into shards, traced, and written as lines of links, parents and origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from headwater.lineage.account import Account
from headwater.lineage.between import completed
from headwater.lineage.clock import Clock
from headwater.lineage.clocking import SMALL, clock_of
from headwater.lineage.copies import expanded
from headwater.lineage.credits import Naming
from headwater.lineage.descent import likely
from headwater.lineage.evidence import Gathered, passages
from headwater.lineage.families import family, with_credits, with_named
from headwater.lineage.family import Family
from headwater.lineage.given import with_given
from headwater.lineage.pairs import Pair
from headwater.lineage.parents import directions, origin_of, parents_of
from headwater.lineage.shardcredits import Named
from headwater.lineage.shards import Job, load_pairs, open_shelf
from headwater.lineage.store import Store, write_whole
from headwater.lineage.weights import shipped
from headwater.model import Parents, Relation
from headwater.model.wire import dump_line

__all__ = ["FamilyJob", "alone", "clock_for", "family_shard", "parts_of"]


class FamilyJob(NamedTuple):
    """A shard of families: the job of the run, the families' ranks, their copies, and what a person gave of them.

    `sampled` families are not all that the shard has.
    """

    job: Job
    families: tuple[tuple[int, ...], ...]
    copies: tuple[tuple[int, ...], ...]
    given: Mapping[int, int | None]
    clock: Clock
    named: Named
    sampled: bool = False


def parts_of(folder: Path, number: int) -> tuple[Path, Path, Path]:
    """Where the lines of a shard of families lie: links, parents, origins; the last is written last."""
    place = folder / "lines"
    place.mkdir(exist_ok=True)
    return tuple(place / f"{number:06d}.{name}.jsonl" for name in ("links", "parents", "origins"))  # type: ignore[return-value]


class _Opened(NamedTuple):
    families: list[Family]
    pairs: list[Pair]
    accounts: dict[int, Account]


def _open(work: FamilyJob) -> _Opened:
    """The families of a shard, with pairs found by way of a third report and those of copies."""
    job = work.job
    import numpy as np
    import pyarrow as pa

    store = Store(Path(job.folder))
    shelf = open_shelf(job.folder, job.gram, job.window)
    ranks = sorted(rank for group in work.families for rank in group)
    kin = store.load(store.file("kin", job.number))
    if work.sampled:
        kin = kin.filter(pa.array(np.isin(kin["a"].to_numpy(), ranks)))
    found = load_pairs(kin)
    known = set(ranks)
    copies = {group[0]: list(group) for group in work.copies if group[0] in known}
    pairs: list[Pair] = expanded(shelf, completed(shelf, found), copies)
    names, times, within = store.load(store.file("names"))["name"], store.array("times"), store.array("within")
    accounts = {
        rank: Account(
            names[rank].as_py(), "", None if times[rank] != times[rank] else float(times[rank]), "", float(within[rank])
        )
        for rank in ranks
    }
    pairs = with_named(pairs, accounts, work.named.crediting)
    sizes = {rank: (here := shelf.at(rank)[1]).stop - here.start for rank in ranks}
    place = {rank: number for number, group in enumerate(work.families) for rank in group}
    inside: list[list[Pair]] = [[] for _ in work.families]
    for item in pairs:
        if item.relation is Relation.SHARED_TEXT:
            inside[place[item.a]].append(item)
    families = [
        family(group, sizes, accounts, inside[number], {rank: work.given[rank] for rank in group if rank in work.given})
        for number, group in enumerate(work.families)
    ]
    naming = Naming.of(work.named.crediting, work.named.thirds, work.named.told)
    families = [with_credits(item, accounts, naming) for item in families]
    return _Opened(families, pairs, accounts)


EACH = 100
"""Families of one shard that are looked at to tell the clock."""


def clock_for(works: Iterable[FamilyJob]) -> Clock:
    """The clock of a collection, from families chosen evenly among those of some shards."""
    families: list[Family] = []
    for work in works:
        small = [group for group in work.families if len(group) <= SMALL]
        few = tuple(small[:: -(-len(small) // EACH)]) if small else ()
        families += _open(work._replace(families=few, sampled=True)).families
    return clock_of(families, shipped())


def family_shard(work: FamilyJob) -> int:
    """Write the lines of a shard of families; how many reports are in it."""
    opened = _open(work)
    job = work.job
    shelf = open_shelf(job.folder, job.gram, job.window)
    distributions = likely(opened.families, shipped(), work.clock)
    gathered = Gathered()
    gathered.add_text(opened.accounts, opened.pairs, (passages(shelf, item) for item in opened.pairs))
    gathered.add_credits(work.named.crediting, work.named.thirds)
    rows = [row for item in distributions for row in parents_of(item, opened.accounts)]
    links = with_given(gathered.links(directions(rows)), _given(work, opened.accounts))
    by_name = {row.document: row for row in rows}
    of = [[by_name[opened.accounts[rank].document] for rank in item.family.ranks] for item in distributions]
    origins = [origin for group in of if (origin := origin_of(group)) is not None]
    link_file, parent_file, origin_file = parts_of(Path(job.folder), job.number)
    write_whole(link_file, "".join(map(dump_line, links)))
    write_whole(parent_file, "".join(map(dump_line, rows)))
    write_whole(origin_file, "".join(map(dump_line, origins)))
    return len(rows)


def _given(work: FamilyJob, accounts: Mapping[int, Account]) -> dict[str, str | None]:
    """The parents given of a shard's reports, by name."""
    return {
        accounts[child].document: None if parent is None else accounts[parent].document
        for child, parent in work.given.items()
    }


def alone(name: str) -> Parents:
    """The row of a report that shares text with no other."""
    return Parents(name, (), (), 0.0, 1.0)
