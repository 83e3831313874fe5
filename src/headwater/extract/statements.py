"""Statements of a text: words that deny, doubt, limit or withhold."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.model import Attribution, Figure, Statement

__all__ = ["statements"]


def statements(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    language: Language,
    document: str,
) -> list[Statement]:
    """What is denied, doubted, limited or withheld, in text order."""
    return []
