"""Cues in a sentence, each with its source and what the source is made to say."""

from __future__ import annotations

from headwater.extract.cueing_phrases import by_phrase
from headwater.extract.cueing_verbs import by_verb
from headwater.extract.quotations import Quotations
from headwater.extract.sources import Passage, Saying

__all__ = ["sayings"]


def sayings(p: Passage, quotes: Quotations, text: str) -> list[Saying]:
    """The sayings of a sentence, in the order of their cues."""
    found = [*by_verb(p, quotes, text), *by_phrase(p, quotes, text)]
    return sorted(found, key=lambda saying: (saying.first, saying.last))
