"""Families → how likely each descent in them is; what an earlier run kept of the same families is not weighed again.

A family of up to `LARGE` reports is weighed as one and kept as one. In a larger one each report is weighed by itself, and kept by what its
chances rest on: those that it shares text with, and what these share with others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from headwater.lineage.clock import CLOCKS, Clock
from headwater.lineage.clocking import fits, sampled, settled
from headwater.lineage.closekeys import close_keys
from headwater.lineage.descent import ALONE, LARGE, Chances, Likely, choices, likely
from headwater.lineage.family import Family
from headwater.lineage.features import Tables
from headwater.lineage.kin import Kinship
from headwater.lineage.tables import Form, Table, digest, keys_of
from headwater.lineage.weights import Weights
from headwater.lineage.wording import name_of
from headwater.model.ports import Keeping
from headwater.settings import Settings

__all__ = ["weighed"]

FORM: Form = {
    "row": {"chances": "*chance"},
    "chance": {"unseen": "<f8", "parents": "*parent"},
    "parent": {"place": "<i4", "value": "<f8"},
}
CLOCKED: Form = {"row": {"fits": "*fit"}, "fit": {"value": "<f8"}}


class Asked(NamedTuple):
    """What is to be weighed: a family by its place, or one of its reports; `near` are the reports that it rests on, by place."""

    family: int
    child: int | None
    near: Sequence[int]
    key: bytes


def weighed(families: Sequence[Family], settings: Settings, weights: Weights, kept: Keeping) -> list[Likely]:
    """The distribution of each family's descent, by the clock that the families tell."""
    tables = Tables()
    told = _clock(families, Table(kept, name_of("clocks", settings), CLOCKED), weights, tables)
    known = Table(kept, name_of("descents", settings), FORM)
    asked = [one for place, item in enumerate(families) if len(item.ranks) > 1 for one in _asked(place, item, told)]
    rows = known.find(keys_of(one.key for one in asked))
    missing = [one for one, row in zip(asked, rows.tolist(), strict=True) if row < 0]
    made = _made(missing, families, weights, told, tables)
    rows[rows < 0] = _noted(known, missing, made)
    known.save()
    found: list[list[Chances]] = [[ALONE] * len(item.ranks) for item in families]
    for one, chances in zip(asked, _held(known, rows.tolist()), strict=True):
        if one.child is None:
            found[one.family] = chances
        else:
            (alone,) = chances
            found[one.family][one.child] = _placed(alone, one.near)
    return [Likely(item, tuple(chances)) for item, chances in zip(families, found, strict=True)]


def _clock(families: Sequence[Family], known: Table, weights: Weights, tables: Tables) -> Clock:
    """The clock of the collection."""
    told = sampled(families)
    keys = keys_of(digest(_texts(item).encode()) for item in told)
    rows = known.find(keys)
    missing = rows < 0
    made = fits([tables.of(item) for item, lacks in zip(told, missing.tolist(), strict=True) if lacks], weights)
    values = [value for row in made for value in row]
    rows[missing] = known.add({"row.key": keys[missing], "row.fits": [len(row) for row in made], "fit.value": values})
    known.save()
    return settled(known["fit.value"].reshape(-1, len(CLOCKS))[rows].tolist())


def _asked(place: int, item: Family, clock: Clock) -> Iterator[Asked]:
    if len(item.ranks) <= LARGE:
        said = f"{_texts(item)} {sorted(item.given.items())} {sorted(item.credits)} {sorted(item.thirds)}"
        key = digest(f"{said} {sorted(item.told.items())} {clock}".encode())
        yield Asked(place, None, range(len(item.ranks)), key)
        return
    kin = Kinship(item)
    told: dict[int, list[tuple[int, float]]] = {}
    for (named, naming), share in sorted(item.told.items()):
        told.setdefault(naming, []).append((named, share))
    plain = close_keys(item, clock)
    for child, key in enumerate(plain):
        if child not in told and child not in item.given:
            yield Asked(place, child, [child, *kin.neighbours[child]], key)
            continue
        near = _near(item, kin, child, [named for named, _ in told.get(child, ())])
        at = {other: number for number, other in enumerate(near)}
        said = _about(item, kin, near, at)
        shares = [(at[named], share) for named, share in told.get(child, ())]
        yield Asked(place, child, near, digest(f"{said} {shares} {clock}".encode()))


def _texts(item: Family) -> str:
    """What a family is by its texts and times."""
    # In hexadecimal: a bit a word makes numbers that Python does not write in decimals from some 14,000 words on.
    covered = [(pair, hex(words)) for pair, words in sorted(item.covered.items())]
    return f"{item.sizes} {item.times} {item.within} {covered} {sorted(item.spans.items())}"


def _near(item: Family, kin: Kinship, child: int, named: Sequence[int]) -> list[int]:
    """A report and those that it may descend from."""
    by_hand = item.given.get(child)
    others = [*named, *([] if by_hand is None else [by_hand])]
    return list(dict.fromkeys([child, *kin.neighbours[child], *others]))


def _about(item: Family, kin: Kinship, near: Sequence[int], at: dict[int, int]) -> str:
    """What the chances of the first of some reports rest on."""
    child, others = near[0], kin.neighbours[near[0]]
    among = [(at[of], at[by], hex(item.covered[of, by])) for of in near for by in kin.neighbours[of] if by in at]
    own = [(item.spans[child, other], hex(kin[other].all)) for other in others]
    known = [(item.sizes[one], item.times[one], item.within[one]) for one in near]
    by_hand = item.given.get(child)
    given = (child in item.given, None if by_hand is None else at[by_hand])
    credits_of = [((other, child) in item.credits, (child, other) in item.credits) for other in others]
    return f"{known} {among} {own} {given} {credits_of} {child in item.thirds}"


def _made(
    missing: Sequence[Asked], families: Sequence[Family], weights: Weights, clock: Clock, tables: Tables
) -> list[list[Chances]]:
    """The chances of what no earlier run weighed, places as in `near`."""
    whole = iter(likely([families[one.family] for one in missing if one.child is None], weights, clock, tables))
    children: dict[int, list[int]] = {}
    for one in missing:
        if one.child is not None:
            children.setdefault(one.family, []).append(one.child)
    each = {place: iter(choices(families[place], of, weights, clock)) for place, of in children.items()}
    return [
        list(next(whole).chances) if one.child is None else [_named(next(each[one.family]), one.near)]
        for one in missing
    ]


def _named(chances: Chances, near: Sequence[int]) -> Chances:
    at = {place: number for number, place in enumerate(near)}
    return Chances(tuple((at[place], value) for place, value in chances.parents), chances.unseen)


def _placed(chances: Chances, near: Sequence[int]) -> Chances:
    return Chances(tuple((near[number], value) for number, value in chances.parents), chances.unseen)


def _noted(known: Table, missing: Sequence[Asked], made: Sequence[Sequence[Chances]]) -> Any:
    """The rows of what was made."""
    every = [chances for row in made for chances in row]
    parents = [one for chances in every for one in chances.parents]
    return known.add(
        {
            "row.key": keys_of(one.key for one in missing),
            "row.chances": [len(row) for row in made],
            "chance.unseen": [chances.unseen for chances in every],
            "chance.parents": [len(chances.parents) for chances in every],
            "parent.place": [place for place, _ in parents],
            "parent.value": [value for _, value in parents],
        }
    )


def _held(known: Table, rows: Sequence[int]) -> Iterator[list[Chances]]:
    """What rows of the table hold."""
    chances, parents = known.bounds("row.chances").tolist(), known.bounds("chance.parents").tolist()
    every = list(zip(known["parent.place"].tolist(), known["parent.value"].tolist(), strict=True))
    unseen = known["chance.unseen"].tolist()
    for row in rows:
        inside = range(chances[row], chances[row + 1])
        yield [Chances(tuple(every[parents[at] : parents[at + 1]]), unseen[at]) for at in inside]
