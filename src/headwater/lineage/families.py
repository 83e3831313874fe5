"""Pairs → families of reports that share text, ready to be weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from headwater.lineage.account import Account, ByRank
from headwater.lineage.credits import Crediting, Naming
from headwater.lineage.family import Family
from headwater.lineage.given import GivenParents
from headwater.lineage.pairs import Pair, coverage
from headwater.model import Relation

__all__ = ["families", "family", "groups", "with_credits", "with_named"]


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The reports, in sets that pairs of ranks connect; those in no pair stand alone. By least rank."""
    leader = list(range(count))

    def find(rank: int) -> int:
        while leader[rank] != rank:
            leader[rank] = leader[leader[rank]]
            rank = leader[rank]
        return rank

    for a, b in pairs:
        one, other = sorted((find(a), find(b)))
        leader[other] = one
    members: dict[int, list[int]] = {}
    for rank in range(count):
        members.setdefault(find(rank), []).append(rank)
    return [tuple(group) for _, group in sorted(members.items())]


def families(
    sizes: Sequence[int],
    accounts: Sequence[Account],
    pairs: Sequence[Pair],
    given: GivenParents | None = None,
    told: Iterable[tuple[str, str]] = (),
) -> list[Family]:
    """All families of reports whose word counts are given by rank.

    Who was given a parent, or names one that it shares no text with (`told`), is in one family with it.
    """
    ranks = {item.document: rank for rank, item in enumerate(accounts)}
    known = {ranks[child]: None if parent is None else ranks[parent] for child, parent in (given or {}).items()}
    tied = ((item.a, item.b) for item in pairs if item.relation is Relation.SHARED_TEXT)
    by_hand = ((child, parent) for child, parent in known.items() if parent is not None)
    named = ((ranks[of], ranks[by]) for of, by in told)
    found = groups(len(sizes), chain(tied, by_hand, named))
    number = {rank: place for place, group in enumerate(found) for rank in group}
    inside: dict[int, list[Pair]] = {}
    for item in pairs:
        if item.relation is Relation.SHARED_TEXT:
            inside.setdefault(number[item.a], []).append(item)
    return [
        family(group, sizes, accounts, inside.get(place, ()), {rank: known[rank] for rank in group if rank in known})
        for place, group in enumerate(found)
    ]


def family(
    ranks: tuple[int, ...],
    sizes: Mapping[int, int] | Sequence[int],
    accounts: ByRank,
    pairs: Iterable[Pair],
    given: Mapping[int, int | None] | None = None,
) -> Family:
    """One family, from the pairs within it that share text, and the parents by rank that a person gave."""
    places: Mapping[int, int] = {rank: place for place, rank in enumerate(ranks)}
    covered, spans = {}, {}
    for item in pairs:
        a, b = places[item.a], places[item.b]
        covered[a, b], covered[b, a] = coverage(item.passages), coverage(item.passages, there=True)
        spans[a, b] = sum([passage.a_end - passage.a_start for passage in item.passages])
        spans[b, a] = sum([passage.b_end - passage.b_start for passage in item.passages])
    return Family(
        ranks=ranks,
        sizes=tuple(max(1, sizes[rank]) for rank in ranks),
        times=tuple(accounts[rank].published for rank in ranks),
        within=tuple(accounts[rank].within for rank in ranks),
        covered=covered,
        spans=spans,
        given={places[child]: None if parent is None else places[parent] for child, parent in (given or {}).items()},
    )


def with_credits(item: Family, accounts: ByRank, naming: Naming) -> Family:
    """The family with the credits that its reports give each other, and to the same third, where they share text.

    Then those that no text goes with.
    """
    if len(item.ranks) < 2:
        return item
    place = {accounts[rank].document: number for number, rank in enumerate(item.ranks)}
    inside: set[tuple[int, int]] = set()
    found: set[int] = set()
    told: dict[tuple[int, int], float] = {}
    for name, number in place.items():
        inside.update((place[of], number) for of in naming.named.get(name, ()) if of in place)
        told.update({(place[of], number): share for of, share in naming.told.get(name, ()) if of in place})
        others = {place[other] for other in naming.thirds.get(name, ()) if other in place}
        found.update(other for other in others if (number, other) in item.covered)
    return replace(item, credits=frozenset(inside & set(item.covered)), thirds=frozenset(found), told=told)


def with_named(pairs: Iterable[Pair], accounts: ByRank, named: Sequence[Crediting]) -> list[Pair]:
    """The pairs, those of which one report names the other marked so."""
    tied = {frozenset((item.of, item.by)) for item in named}
    return [
        replace(item, named=True)
        if tied and frozenset((accounts[item.a].document, accounts[item.b].document)) in tied
        else item
        for item in pairs
    ]
