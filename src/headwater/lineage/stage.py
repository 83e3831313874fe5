"""Reports of a case → how they are related: links, likely parents, unseen origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from headwater.lineage.account import Account
from headwater.lineage.compare import compared
from headwater.lineage.counts import common_counts, with_counts
from headwater.lineage.credits import Crediting, Naming, Third, credited, meant, named_only, naming
from headwater.lineage.descent import Likely
from headwater.lineage.evidence import Gathered
from headwater.lineage.families import families, with_credits
from headwater.lineage.figuresets import FigureSet
from headwater.lineage.given import GivenParents, with_given
from headwater.lineage.ground import Ground
from headwater.lineage.pairrows import Pairs, with_names
from headwater.lineage.parents import directions, origin_of, parents_of
from headwater.lineage.pieces import FORM as PIECES
from headwater.lineage.pieces import pieces_of
from headwater.lineage.weighing import weighed
from headwater.lineage.weights import shipped
from headwater.model import Descent, Figure, Origin, Parents, Report
from headwater.model.ports import Engine, Keeping
from headwater.settings import Settings

__all__ = ["VERSION", "trace", "traced"]

VERSION = "1"


def trace(
    reports: Sequence[Report],
    figures: Mapping[str, Sequence[Figure]],
    settings: Settings,
    engine: Engine,
    given: GivenParents | None = None,
    kept: Keeping | None = None,
) -> Descent:
    """How the reports of a case are related; arguments are those of `Ground.of`."""
    return traced(Ground.of(reports, figures, settings, engine, given, kept))


def traced(ground: Ground) -> Descent:
    """How the reports of a case are related."""
    accounts, ranks, named, given = ground.accounts, ground.ranks, ground.thirds, ground.given
    texts, pairs = compared(accounts, ground.wording, ground.copies, ground.settings, ground.kept)
    shelf = texts.shelf
    sets = ground.sets.among(ground.figures)
    kin = _kin(pairs, accounts, [ranks[document] for document in naming(ground.reports)])
    crediting = meant(credited(ground.reports, kin), ground.figures, kin)
    naming_pairs = pairs.marked((ranks[item.of], ranks[item.by]) for item in crediting)
    shared = pairs.shared() | (pairs.near() & naming_pairs)
    sharing = with_names(pairs.some(shared), naming_pairs[shared].tolist())
    told = named_only(crediting, {accounts[rank].document for item in sharing for rank in (item.a, item.b)})
    by_name = Naming.of(crediting, named, told)
    found = [with_credits(item, accounts, by_name) for item in families(shelf.sizes(), accounts, sharing, given, told)]
    distributions = weighed(found, ground.settings, shipped(), ground.kept)
    parents = [row for item in distributions for row in parents_of(item, accounts)]

    gathered = Gathered()
    # Words too few to relate two reports are looked at only where something else does.
    tied = ((ranks[a], ranks[b]) for a, b in (*_by_sets(sets), *_by_credits(crediting, named)))
    told_of = pairs.related() | shared | pairs.marked(tied)
    pieces = pieces_of(shelf, pairs, told_of, naming_pairs, ground.table("passages", PIECES))
    gathered.add_text(accounts, with_names(pairs.bare(told_of), naming_pairs[told_of].tolist()), pieces)
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


def _kin(pairs: Pairs, accounts: Sequence[Account], asked: Sequence[int]) -> dict[str, set[str]]:
    """With whom documents share words enough for a credit to go with them, as far as those of some ranks are concerned."""
    import numpy as np

    found: dict[str, set[str]] = defaultdict(set)
    concerned = np.zeros(len(accounts), dtype=np.bool_)
    concerned[np.array(asked, dtype=np.int64)] = True
    near = pairs.near() & (concerned[pairs.a] | concerned[pairs.b])
    for one, other in zip(pairs.a[near].tolist(), pairs.b[near].tolist(), strict=True):
        a, b = accounts[one].document, accounts[other].document
        found[a].add(b)
        found[b].add(a)
    return found


def _by_sets(sets: Iterable[FigureSet]) -> Iterator[tuple[str, str]]:
    """The pairs that share a figure set."""
    return ((item.a, item.b) for item in sets)


def _by_credits(crediting: Iterable[Crediting], named: Iterable[Third]) -> Iterator[tuple[str, str]]:
    """The pairs of which one names the other, and those that name one third."""
    yield from ((item.of, item.by) for item in crediting)
    for third in named:
        yield from combinations(third.credits, 2)


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
