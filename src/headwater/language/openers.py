"""Words that open a further clause or lead on to a noun, from a language's `openers.toml`: where phrases may be cut."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language

__all__ = ["binding_words", "clause_openers", "joining_words", "phrase_openers"]


@cache
def clause_openers(language: Language) -> frozenset[str]:
    """Words that join a further clause or member; empty where the data name none.

    >>> from headwater.language import load
    >>> "while" in clause_openers(load())
    True
    """
    return joining_words(language) | frozenset(language.section("openers").get("clause", {}).get("words", ()))


@cache
def joining_words(language: Language) -> frozenset[str]:
    """Those of them that join an equal: no phrase begins with one, and a number behind one is another count."""
    return frozenset(language.section("openers").get("joining", {}).get("words", ()))


@cache
def phrase_openers(language: Language) -> frozenset[str]:
    """Words that lead on to a noun or verb, on which no phrase ends."""
    return frozenset(language.section("openers").get("phrase", {}).get("words", ()))


@cache
def binding_words(language: Language) -> frozenset[str]:
    """Words that bind what follows to what stands before them: a phrase is neither cut before them nor ends on them."""
    return frozenset(language.section("openers").get("binding", {}).get("words", ()))
