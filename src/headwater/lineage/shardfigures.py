"""Figures of a large run: read shard by shard, joined by number on disk, and made links where sets are shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from headwater.language import load
from headwater.lineage.credits import Third, outlets, with_sayings
from headwater.lineage.evidence import Gathered
from headwater.lineage.figuresets import CROWD, LEAST_FIGURES, FigureSet, FigureSets
from headwater.lineage.shardcredits import save_credits
from headwater.lineage.shards import Job
from headwater.lineage.store import Store
from headwater.model import Figure, Link, Report
from headwater.model.ports import Extractor
from headwater.model.wire import dump_line, load_lines

__all__ = ["extract_shard", "extracting", "loose_links", "shared_sets"]


def extracting(extractor: Extractor) -> partial[int]:
    """The function that reads the figures of a shard, ready for an engine."""
    return partial(extract_shard, extractor=extractor)


def extract_shard(job: Job, extractor: Extractor) -> int:
    """Write the figures of a shard of accounts that are numbers above one, and the credits; how many figures."""
    import pyarrow as pa

    store = Store(Path(job.folder))
    bare = [
        Report(
            document=row["id"],
            sha256="",
            publisher=row["publisher"] or None,
            published=row["published"],
            text=row["text"],
        )
        for row in store.load(store.file("texts", job.number)).to_pylist()
    ]
    found: list[Figure] = []
    reports, said = [], {}
    for told, extraction in extractor(bare):
        reports.append(replace(told, text="", blocks=()))
        said[told.document] = extraction.attributions
        found += [one for one in extraction.figures if one.best is not None and one.best > 1]
    language = load(job.language)
    save_credits(store, job.number, with_sayings(reports, said, outlets(store.publishers(), language)))
    columns = {
        "document": pa.array([one.document for one in found], pa.string()),
        "number": pa.array([f"{one.best} {one.unit}" for one in found], pa.string()),
        "line": pa.array([dump_line(one) for one in found], pa.string()),
    }
    store.save(store.file("figures", job.number), columns)
    return len(found)


_SHARING = """
with told as (select distinct document, number from figures),
few as (select number from told group by number having count(*) between 2 and $crowd),
pairs as (
  select a.document a, b.document b from (select * from told semi join few using (number)) a
  join told b on a.number = b.number and a.document < b.document group by all having count(*) >= $least)
select document, line from figures semi join (select a document from pairs union select b from pairs) using (document)
order by document, line
"""


def shared_sets(store: Store, texts: int) -> list[FigureSet]:
    """The figure sets that pairs of reports share; only figures of reports that may share one are held in memory."""
    import duckdb
    import pyarrow as pa

    tables = [store.load(store.file("figures", number)) for number in range(texts)]
    with duckdb.connect() as base:
        base.register("figures", pa.concat_tables(tables))
        rows = base.execute(_SHARING, {"crowd": CROWD, "least": LEAST_FIGURES}).fetchall()
    figures: dict[str, list[Figure]] = {}
    for document, line in rows:
        figures.setdefault(document, []).extend(load_lines(Figure, [line]))
    ordered = {name: sorted(many, key=lambda one: (one.start, one.end, one.id)) for name, many in figures.items()}
    return FigureSets(ordered).among(ordered)


def loose_links(sets: Iterable[FigureSet], thirds: Iterable[Third], linked: set[tuple[str, str]]) -> list[Link]:
    """Links of the pairs that share a figure set, or name one third, and have no link yet."""
    gathered = Gathered()
    gathered.add_sets(item for item in sets if (item.a, item.b) not in linked)
    gathered.add_credits((), thirds)
    return [link for link in gathered.links({}) if (link.a, link.b) not in linked]
