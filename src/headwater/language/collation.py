"""Which groups share a measure, from a language's `collation.toml`."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language

__all__ = ["whole_groups"]


@cache
def whole_groups(language: Language) -> frozenset[str]:
    """The groups that stand for the whole population of an event; `person` always does."""
    return frozenset(language.section("collation").get("whole", {}).get("groups", ())) | {"person"}
