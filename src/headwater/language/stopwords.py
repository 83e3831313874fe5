"""The most frequent words of a language, by which a text shows that it is written in it."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language

__all__ = ["stopwords"]


@cache
def stopwords(language: Language) -> frozenset[str]:
    """The words that every text of the language is full of; empty where the data name none.

    >>> from headwater.language import load
    >>> "the" in stopwords(load())
    True
    """
    return frozenset(language.section("stopwords").get("words", ()))
