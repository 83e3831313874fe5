"""Attributions of a text: source, cue, content, and the chain of speakers."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.model import Attribution

__all__ = ["attributions"]


def attributions(text: str, sentences: Sequence[Sentence], language: Language, document: str) -> list[Attribution]:
    """Who says what in the text, in order of the cues."""
    return []
