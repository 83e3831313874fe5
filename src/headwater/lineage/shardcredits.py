"""Credits of a large run: read with the figures, shard by shard, and tied to the reports that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from headwater.lineage.credits import Crediting, Third, credited, meant, named_only, plain, thirds
from headwater.lineage.pairs import PROSE, SHARED_NAMED
from headwater.lineage.store import Store
from headwater.model import Credit, Relation, Report
from headwater.model.wire import dump_line, load_lines

__all__ = ["NOBODY", "Named", "named_in", "save_credits"]


class Named(NamedTuple):
    """Who names whom: credits, agents that several name, and how much of a credit goes to whom no text is shared with.

    `tied` are the (of, by) that a credit puts into one family: with words enough for it, or with nothing but it.
    """

    crediting: tuple[Crediting, ...]
    thirds: tuple[Third, ...]
    told: Mapping[tuple[str, str], float]
    tied: frozenset[tuple[str, str]] = frozenset()

    def among(self, documents: set[str]) -> Named:
        """What is said by and of some reports."""
        inside = (Third(item.agent, {k: v for k, v in item.credits.items() if k in documents}) for item in self.thirds)
        return Named(
            tuple(item for item in self.crediting if item.of in documents and item.by in documents),
            tuple(item for item in inside if len(item.credits) > 1),
            {pair: share for pair, share in self.told.items() if documents.issuperset(pair)},
        )


NOBODY = Named((), (), {})
"""No report names another."""


def save_credits(store: Store, number: int, reports: Iterable[Report]) -> None:
    """Write the credits of a shard's reports, one a row."""
    import pyarrow as pa

    rows = [(report.document, report.publisher, credit) for report in reports for credit in report.credits]
    columns = {
        "document": pa.array([row[0] for row in rows], pa.string()),
        "publisher": pa.array([row[1] for row in rows], pa.string()),
        "line": pa.array([dump_line(row[2]) for row in rows], pa.string()),
    }
    store.save(store.file("credits", number), columns)


def named_in(store: Store, texts: int, pairs: int) -> Named:
    """Who names whom in a run whose shards have been read; only reports that name or are named are held in memory."""
    naming = list(_naming(store, texts))
    agents = {plain(credit.agent) for report in naming for credit in report.credits}
    known = {report.document for report in naming}
    reports = [*naming, *(report for report in _published(store, texts, agents) if report.document not in known)]
    kin, texts_of = _kin(store, pairs, known)
    crediting = meant(credited(reports, kin), {}, kin)
    near = {(item.of, item.by) for item in crediting if item.of in kin.get(item.by, ())}
    told = named_only(crediting, texts_of | {by for _, by in near})
    return Named(tuple(crediting), tuple(thirds(reports)), told, frozenset((*near, *told)))


def _naming(store: Store, texts: int) -> Iterator[Report]:
    """The reports that name anyone, with nothing but that."""
    for number in range(texts):
        credits_of: dict[tuple[str, str | None], list[Credit]] = defaultdict(list)
        for row in store.load(store.file("credits", number)).to_pylist():
            credits_of[row["document"], row["publisher"]] += load_lines(Credit, [row["line"]])
        for (document, publisher), rows in credits_of.items():
            yield Report(document=document, sha256="", publisher=publisher, text="", credits=tuple(rows))


def _published(store: Store, texts: int, agents: set[str]) -> Iterator[Report]:
    """The reports of publishers that someone names, with nothing but that."""
    for number in range(texts):
        table = store.load(store.file("texts", number), ["id", "publisher"])
        for document, publisher in zip(table["id"].to_pylist(), table["publisher"].to_pylist(), strict=True):
            if publisher and plain(publisher) in agents:
                yield Report(document=document, sha256="", publisher=publisher, text="")


def _kin(store: Store, pairs: int, naming: set[str]) -> tuple[dict[str, set[str]], set[str]]:
    """With whom reports that name anyone share words enough for a credit to go with them; and who of them shares text at all."""
    names = store.load(store.file("names"))["name"].to_pylist() if naming else []
    kin: dict[str, set[str]] = defaultdict(set)
    sharing: set[str] = set()
    for number in range(pairs if naming else 0):
        for a, b, related in _near(store.load(store.file("pairs", number), ["a", "b", "related", "wording", "prose"])):
            for one, other in ((names[a], names[b]), (names[b], names[a])):
                if one in naming:
                    kin[one].add(other)
                    sharing.update([one] if related == Relation.SHARED_TEXT.value else [])
    return kin, sharing


def _near(table: Any) -> Iterator[Sequence[Any]]:
    enough = (table["wording"].to_numpy() >= SHARED_NAMED) & (table["prose"].to_numpy() >= PROSE)
    rows = table.filter(enough)
    return zip(*(rows[name].to_pylist() for name in ("a", "b", "related")), strict=True)
