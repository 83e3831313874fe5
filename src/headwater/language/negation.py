"""What turns a count into none, from a language's `negation.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from headwater.language.loading import Language

__all__ = ["Negation", "lexicon"]


class Negation(msgspec.Struct, frozen=True):
    """Words for none: before a noun, and standing alone; `withheld` follow a "no" that counts nothing."""

    words: frozenset[str]
    pronouns: tuple[tuple[str, ...], ...]
    withheld: frozenset[str]
    without: frozenset[str]


@cache
def lexicon(language: Language) -> Negation:
    """The language's words for none."""
    data = language.section("negation")
    none = data.get("none", {})
    pronouns = (tuple(row.split(" ")) for row in none.get("pronouns", ()))
    return Negation(
        frozenset(none.get("words", ())),
        tuple(sorted(pronouns, key=lambda row: -len(row))),
        frozenset(data.get("withheld", {}).get("words", ())),
        frozenset(data.get("without", {}).get("words", ())),
    )
