"""The words by which headings of tables are understood, from a language's `tables.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from headwater.language.loading import Language

__all__ = ["TableWords", "lexicon"]


class TableWords(msgspec.Struct, frozen=True):
    """Headings in lower case, by what their rows or columns hold.

    Under `places`, `sources`, `times` and `groups` stand where, who says it, when, and whom or what; under `peoples` their names, or one of `nameless`; `plain` ones hold counts, `indices` only count rows; `totals` name sums; `of_whom` opens a part
    of the column before; a heading with one of `rates` gives no counts; `counting` may stand before what is counted;
    `named` ones stand for a group.
    """

    places: frozenset[str]
    sources: frozenset[str]
    times: frozenset[str]
    groups: frozenset[str]
    peoples: frozenset[str]
    nameless: frozenset[str]
    plain: frozenset[str]
    indices: frozenset[str]
    totals: frozenset[str]
    of_whom: tuple[str, ...]
    rates: frozenset[str]
    counting: tuple[str, ...]
    named: Mapping[str, str]


@cache
def lexicon(language: Language) -> TableWords:
    """The language's words of tables; without any where it has no such file, so that no table is read.

    >>> from headwater.language import load
    >>> "district" in lexicon(load()).places
    True
    """
    data = language.section("tables")

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, ()))

    def runs(name: str) -> tuple[str, ...]:
        return tuple(sorted(data.get(name, ()), key=lambda run: (-len(run), run)))

    return TableWords(
        places=words("places"),
        sources=words("sources"),
        times=words("times"),
        groups=words("groups"),
        peoples=words("peoples"),
        nameless=words("nameless"),
        plain=words("plain"),
        indices=words("indices"),
        totals=words("totals"),
        rates=words("rates"),
        of_whom=runs("of_whom"),
        counting=runs("counting"),
        named=dict(data.get("named", {})),
    )
