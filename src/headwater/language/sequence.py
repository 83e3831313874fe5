"""Words that put what follows after what was told before, from a language's `sequence.toml`."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language

__all__ = ["during_words", "later_phrases", "until_words"]


@cache
def later_phrases(language: Language) -> tuple[tuple[str, ...], ...]:
    """The phrases as tuples of lower-case words, longest first."""
    phrases = (tuple(phrase.split()) for phrase in language.section("sequence").get("later", {}).get("phrases", ()))
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def until_words(language: Language) -> frozenset[str]:
    """The words that stand between the first and the last day of a span."""
    return frozenset(language.section("sequence").get("until", {}).get("words", ()))


@cache
def during_words(language: Language) -> frozenset[str]:
    """The words that stand before the time that something went on."""
    return frozenset(language.section("sequence").get("during", {}).get("words", ()))
