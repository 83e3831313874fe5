"""Sentences that go over to another attack at another place: "In answer we shelled the camp at Orl, killing 12"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.language.background import Background

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["goes_elsewhere"]

_SHORT = 3
_OPENING = 5
_BACK = 400  # sentences that are looked back over for a place
_GRAVE = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "captured"})


def goes_elsewhere(rows: Sequence[Row], at: int, words: Background) -> bool:
    """Whether a sentence that counts victims, or nobody, opens with an answer to what was told, or a time weeks back, and names a place that no sentence before it does."""
    row = rows[at]
    if words.answers.isdisjoint(row.sentence.words) and words.ago.isdisjoint(row.sentence.words):
        return False
    counted = [held for held in row.settled.values() if held.chunk.counts]
    if (row.numbers and not counted) or (counted and all(_GRAVE.isdisjoint(held.outcomes) for held in counted)):
        return False
    lower = row.sentence.lower
    return (_answers(lower, words) or _is_back(lower, words)) and _names_place(rows, at, words)


def _answers(lower: Sequence[str], words: Background) -> bool:
    """Whether a sentence opens with a phrase for what was done in return: "in retaliation"."""
    opening = " ".join(word for word in lower[:_OPENING] if word[:1].isalpha())
    return opening.startswith(words.answering)


def _is_back(lower: Sequence[str], words: Background) -> bool:
    """Whether a sentence opens with a time weeks or months back: "two weeks ago"."""
    return any(
        lower[at] in words.ago and lower[at - 1] in words.ago_near for at in range(1, min(_SHORT + 1, len(lower)))
    )


def _names_place(rows: Sequence[Row], index: int, words: Background) -> bool:
    """Whether a name behind a preposition of place stands in none of the sentences before."""
    tokens = rows[index].sentence.tokens
    for at in range(1, len(tokens)):
        if not (tokens[at].text[:1].isupper() and tokens[at].lower.isalpha() and tokens[at - 1].lower in words.at):
            continue
        if not any(tokens[at].lower in one.sentence.words for one in rows[max(0, index - _BACK) : index]):
            return True
    return False
