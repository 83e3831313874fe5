"""Reports of a case → how they are related: links, likely parents, unseen origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.lineage.account import Account, account, in_order
from headwater.lineage.clocking import clock_of
from headwater.lineage.compare import compare
from headwater.lineage.counts import common_counts, with_counts
from headwater.lineage.credits import Naming, Third, credited, meant, named_only, thirds
from headwater.lineage.descent import Likely, likely
from headwater.lineage.evidence import Gathered
from headwater.lineage.families import families, with_credits, with_named
from headwater.lineage.figuresets import figure_sets
from headwater.lineage.given import GivenParents, with_given
from headwater.lineage.pairs import PROSE, SHARED_NAMED, Pair
from headwater.lineage.parents import directions, origin_of, parents_of
from headwater.lineage.weights import shipped
from headwater.model import Descent, Figure, Origin, Parents, Relation, Report
from headwater.model.ports import Engine, Keeping
from headwater.settings import Settings

__all__ = ["VERSION", "trace"]

VERSION = "1"


def trace(
    reports: Sequence[Report],
    figures: Mapping[str, Sequence[Figure]],
    settings: Settings,
    engine: Engine,
    given: GivenParents | None = None,
    kept: Keeping | None = None,
) -> Descent:
    """How the reports of a case are related, whatever their order and wherever the engine works.

    Args:
        reports: of the case; each `document` once.
        figures: of each document, in text order; documents without figures may be absent.
        settings: fingerprint options and the seed of samples.
        engine: where words and fingerprints are made.
        given: the parents that people gave (`given.descending` tells which can hold).
        kept: what earlier runs kept, and where this one keeps what it makes; it changes nothing of the result.
    """
    given = given or {}
    accounts = in_order(account(report) for report in reports)
    named = thirds(reports)
    ranks = {item.document: rank for rank, item in enumerate(accounts)}
    shelf, pairs = compare(accounts, settings, engine)
    sets = figure_sets({document: rows for document, rows in figures.items() if document in ranks})
    kin = _kin(pairs, accounts)
    crediting = meant(credited(reports, kin), figures, kin)
    pairs = with_named(pairs, accounts, crediting)
    told = named_only(crediting, _sharing(pairs, accounts))
    naming = Naming.of(crediting, named, told)
    found = [with_credits(item, accounts, naming) for item in families(shelf.sizes(), accounts, pairs, given, told)]
    distributions = likely(found, shipped(), clock_of(found, shipped()))
    parents = [row for item in distributions for row in parents_of(item, accounts)]

    gathered = Gathered()
    gathered.add_text(shelf, accounts, pairs)
    gathered.add_figures(sets, shelf, ranks)
    gathered.add_credits(crediting, named)
    links = with_given(gathered.links(directions(parents)), given)
    counts = common_counts(sets, links)
    count_of = {document: count for count in counts for document in count.documents if document not in given}
    rows = [with_counts(row, count_of) for row in parents]
    return Descent(
        links=tuple(links),
        parents=tuple(sorted(rows, key=lambda row: row.document)),
        origins=tuple(sorted(_origins(distributions, accounts, rows, named, counts), key=lambda item: item.id)),
    )


def _kin(pairs: Sequence[Pair], accounts: Sequence[Account]) -> dict[str, set[str]]:
    """With whom each document shares words enough for a credit to go with them."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in pairs:
        if item.wording >= SHARED_NAMED and item.prose >= PROSE:
            a, b = accounts[item.a].document, accounts[item.b].document
            found[a].add(b)
            found[b].add(a)
    return found


def _sharing(pairs: Sequence[Pair], accounts: Sequence[Account]) -> set[str]:
    """The documents that share text with another."""
    kin = {rank for item in pairs if item.relation is Relation.SHARED_TEXT for rank in (item.a, item.b)}
    return {accounts[rank].document for rank in kin}


def _origins(
    distributions: Sequence[Likely],
    accounts: Sequence[Account],
    rows: Sequence[Parents],
    named: Sequence[Third],
    counts: Sequence[Origin],
) -> list[Origin]:
    """The unseen origins: of shared text, and of shared counts."""
    by_name = {row.document: row for row in rows}
    found: list[Origin] = []
    for item in distributions:
        documents = [accounts[rank].document for rank in item.family.ranks]
        origin = origin_of([by_name[name] for name in documents])
        if origin is not None:
            found.append(origin)
    return [_named(item, named) for item in [*found, *counts]]


def _named(origin: Origin, named: Sequence[Third]) -> Origin:
    """The origin by the name that its reports give to a third party, if at least two of them agree."""
    inside = [third.agent for third in named if len(set(third.credits) & set(origin.documents)) > 1]
    return Origin(origin.id, origin.documents, inside[0] if inside else origin.named, origin.evidence)
