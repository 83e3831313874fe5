"""Shortened words whose full stop does not end a sentence, from a language's `abbreviations.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from headwater.language.loading import Language

__all__ = ["AbbreviationLexicon", "lexicon"]


class AbbreviationLexicon(msgspec.Struct, frozen=True):
    """Shortened words in lower case, without their last full stop, and those of which a single letter tells one from another."""

    always: frozenset[str]
    before_digits: frozenset[str]
    lettered: frozenset[str]

    def goes_on(self, word: str, following: str) -> bool:
        """Whether a sentence goes on behind a word and its full stop, by the first sign of what follows."""
        return word in self.always or (word in self.before_digits and following.isdecimal())


@cache
def lexicon(language: Language) -> AbbreviationLexicon:
    """The language's abbreviations."""
    stops = language.section("abbreviations").get("stops", {})
    return AbbreviationLexicon(*(frozenset(stops.get(name, ())) for name in ("always", "before_digits", "lettered")))
