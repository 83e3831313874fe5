"""Reports that do not tell where their event took place are taken in by the only one that they can be on, and stay by themselves otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.events.days import Days
from headwater.events.profile import Profile
from headwater.events.strays import taken_in
from headwater.events.terms import Terms
from headwater.events.weighing import weights_of

MAY = 737_180
FERRY = {"ferry": 3, "cormorant": 2, "varn": 2, "quay": 1, "captain": 1}
ELSE = {"supper": 4, "rain": 3, "council": 2, "street": 2}
MILL = {"mill": 3, "odell": 2, "lisk": 2, "boiler": 1, "foreman": 1}
OTHER = {"choir": 4, "organ": 3, "larch": 2, "hymn": 3, "vestry": 2, "supper": 2}


def profile(
    name: str, words: dict[str, int], day: int | None = None, site: str | None = None, published: int | None = MAY
) -> Profile:
    told = () if day is None else (((day, day), 1.0),)
    sites = {} if site is None else {site: 6}
    return Profile(name, Terms.of(words, ()), sites, {}, Days(told, (), published), sites)


def homes(stray: Profile, ferries: int = 3) -> list[str]:
    """The documents that stand with a stray report, beside reports on a ferry and three on a mill of the same day."""
    on_ferry = [profile(f"ferry{at}", FERRY, MAY, "Varn") for at in range(ferries)]
    on_mill = [profile(f"mill{at}", MILL, MAY, "Lisk") for at in range(3)]
    on_choir = [profile(f"choir{at}", OTHER, MAY - 90, "Larch") for at in range(3)]
    every = [*on_ferry, *on_mill, *on_choir, stray]
    rows = {one.document: row for row, one in enumerate(every)}
    groups = [tuple(on_ferry), tuple(on_mill), tuple(on_choir), (stray,)]
    found = taken_in(groups, rows, weights_of(every))
    assert sorted(one.document for group in found for one in group) == sorted(rows)
    return next([one.document for one in group] for group in found if stray in group)


@pytest.mark.parametrize(
    "stray",
    [
        profile("stray", OTHER | {"ferry": 1}, published=MAY),
        profile("stray", OTHER | {"ferry": 1}, published=MAY + 7),
        profile("stray", OTHER | {"ferry": 1}, day=MAY),
        profile("stray", OTHER | {"ferry": 1}, day=MAY + 1, published=None),
        profile("stray", ELSE | {"ferry": 1, "varn": 1}, published=None),
        profile("stray", OTHER | {"ferry": 1}, site="Varn"),
        profile("stray", FERRY, day=MAY + 2, site="Varn"),
        profile("stray", FERRY, day=MAY + 1, site="Ormond"),
    ],
)
def test_it_is_taken_in(stray: Profile) -> None:
    assert homes(stray) == ["ferry0", "ferry1", "ferry2", "stray"]


def few(stray: Profile, *others: Profile) -> list[str]:
    """The documents that stand with a stray report in a case of few reports, beside one on a ferry."""
    every = [profile("ferry", FERRY, MAY, "Varn"), *others, stray]
    rows = {one.document: row for row, one in enumerate(every)}
    found = taken_in([(one,) for one in every], rows, weights_of(every))
    return next([one.document for one in group] for group in found if stray in group)


def test_of_few_reports_one_is_enough() -> None:
    near = OTHER | {"ferry": 1}
    assert few(profile("stray", near, day=MAY)) == ["ferry", "stray"]
    assert few(profile("stray", near)) == ["ferry", "stray"]
    assert few(profile("stray", near, day=MAY, site="Ormond")) == ["stray"]
    assert few(profile("stray", near, day=MAY + 3)) == ["stray"]
    assert few(profile("stray", OTHER, day=MAY)) == ["stray"]
    assert few(profile("stray", near), *[profile(f"choir{at}", OTHER, MAY - 90, "Larch") for at in range(12)]) == [
        "stray"
    ]


def test_what_came_of_it_later_is_of_the_event_where_it_gives_the_same_count() -> None:
    near, counted = OTHER | {"ferry": 1, "varn": 1}, frozenset({"captured 42"})
    first = replace(profile("first", FERRY, MAY, "Varn"), counts=counted)
    freed = replace(profile("freed", near, MAY + 20, published=MAY + 21), counts=counted)
    later = profile("later", near | {"harbour": 2}, MAY + 21, "Varn", published=MAY + 30)
    assert with_first(first, freed) == ["first", "freed"]
    assert with_first(first, freed, later) == ["first", "freed", "later"]
    assert with_first(first, later) == ["first"]
    assert with_first(first, replace(freed, counts=frozenset())) == ["first"]
    assert with_first(first, replace(freed, sites={"Ormond": 6})) == ["first"]


def with_first(*every: Profile) -> list[str]:
    """The documents that stand with the first of some reports that are each by itself."""
    rows = {one.document: row for row, one in enumerate(every)}
    found = taken_in([(one,) for one in every], rows, weights_of(every))
    return next([one.document for one in group] for group in found if every[0] in group)


@pytest.mark.parametrize(
    ("stray", "ferries"),
    [
        (profile("stray", OTHER), 3),
        (profile("stray", OTHER | {"ferry": 1, "mill": 1}), 3),
        (profile("stray", OTHER | {"ferry": 1}, site="Ormond"), 3),
        (profile("stray", OTHER | {"ferry": 1}, day=MAY, site="Ormond"), 3),
        (profile("stray", FERRY, day=MAY + 3, site="Varn"), 3),
        (profile("stray", OTHER | {"ferry": 1}, day=MAY + 3), 3),
        (profile("stray", ELSE | {"ferry": 1, "varn": 1}, day=MAY - 2), 3),
        (profile("stray", ELSE | {"ferry": 1, "varn": 1}, day=MAY + 8, published=None), 3),
        (profile("stray", ELSE | {"ferry": 1}, published=None), 3),
        (profile("stray", OTHER | {"ferry": 1}, published=MAY - 1), 3),
        (profile("stray", OTHER | {"ferry": 1}, published=MAY + 8), 3),
        (profile("stray", OTHER | {"ferry": 1}), 2),
    ],
)
def test_else_it_stays_by_itself(stray: Profile, ferries: int) -> None:
    assert homes(stray, ferries) == ["stray"]
