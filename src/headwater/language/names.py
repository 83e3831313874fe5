"""How numbered bodies are named, from a language's `names.toml`."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language
from headwater.model.record import record

__all__ = ["NameWords", "lexicon"]


@record()
class NameWords:
    """Words around the name of a numbered body, in lower case."""

    ordinals: frozenset[str]
    owners: frozenset[str]
    belongs: frozenset[str]
    joints: frozenset[str]


@cache
def lexicon(language: Language) -> NameWords:
    """The words that a language names bodies with; empty where its data name none."""
    given = language.section("names")
    return NameWords(*(frozenset(given.get(name, ())) for name in ("ordinals", "owners", "belongs", "joints")))
