"""The lines of all shards → the files of a large run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from headwater.lineage.counts import common_counts, with_counts
from headwater.lineage.credits import Third
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.kinship import FamilyJob, alone, parts_of
from headwater.lineage.known import Known
from headwater.lineage.run import Run
from headwater.lineage.shardfigures import loose_links
from headwater.lineage.store import write_whole
from headwater.model import Link, Origin, Parents, Relation
from headwater.model.wire import dump_line, load_lines

__all__ = ["write_all"]


def write_all(
    run: Run,
    output: Path,
    works: Sequence[FamilyJob],
    given: Mapping[str, Known],
    sets: Sequence[FigureSet],
    thirds: Sequence[Third],
) -> None:
    """Put the shards together, in the order of the families.

    Reports without kin follow, by rank; then figure sets and third parties of reports that nothing else ties.
    """
    output.mkdir(parents=True, exist_ok=True)
    names = run.store.load(run.store.file("names"))["name"]
    kin = {rank for work in works for group in work.families for rank in group}
    lines = partial(_lines, run.store.folder, works)
    text = _linked(lines(0)) if sets or thirds else {}
    counts = common_counts(sets, (_bare(pair, relation) for pair, relation in text.items()))
    count_of = {document: count for count in counts for document in count.documents if document not in _settled(given)}
    single = (dump_line(alone(names[rank].as_py())) for rank in range(len(names)) if rank not in kin)
    parents = chain(lines(1), single)
    _whole(output / "links.jsonl", chain(lines(0), map(dump_line, loose_links(sets, thirds, set(text)))))
    _whole(output / "parents.jsonl", _counted(parents, count_of) if count_of else parents)
    _whole(output / "origins.jsonl", chain(lines(2), map(dump_line, counts)))
    if given:
        rows = ({"document": name, "given_by_hand": row.said()} for name, row in sorted(given.items()))
        write_whole(output / "known.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    run.progress("progress.done", len(names), len(names))


def _settled(given: Mapping[str, Known]) -> set[str]:
    """The reports whose parent a person gave."""
    return {name for name, row in given.items() if row.has_parent}


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
