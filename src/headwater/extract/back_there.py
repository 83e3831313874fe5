"""Sentences that go back to the place of what was before: "A day after three died in Tarn, two were killed in Orl. In Tarn, seven were hurt"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from headwater.extract.following import OPENING, end_of_opening, named
from headwater.grammar.tokens import places
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["mark_back_there"]


def mark_back_there(rows: Sequence[Row], words: Background, known: Happenings) -> None:
    """Make a sentence background that opens with the place of what was before ("In Tarn, ..."), where a report has named that place so, and nowhere as one of its own before."""
    before = [at for at, row in enumerate(rows) if row.background is not None and _phrase(row, words) is not None]
    if not before:
        return
    there: set[str] = set()
    own: set[str] = set()
    for at, row in enumerate(rows):
        tokens = row.sentence.tokens
        opens = len(tokens) > 1 and row.sentence.lower[0] in known.places and tokens[1].lower in there - own
        if opens and at > before[0] and row.background is None and row.settled:
            row.background = 0
            continue
        first, last = _stretch(row, words)
        openers = words.following_places.union(known.places)
        there.update(named(tokens[first:last], openers, known))
        capitals = (token.lower for token in (*islice(tokens, first), *tokens[last:]) if token.text[0].isupper())
        own.update(capitals)


def _stretch(row: Row, words: Background) -> tuple[int, int]:
    """From where to where a sentence tells of what was before, whether it counts it or not; nothing of it where it does not."""
    start, size = _phrase(row, words), len(row.sentence.tokens)
    if start is None:
        return size, size
    end = end_of_opening(row, start) if start <= OPENING else None
    return start, size if end is None else end


def _phrase(row: Row, words: Background) -> int | None:
    """Where a phrase such as "days after" stands."""
    lower = row.sentence.lower
    if words.following_openings.isdisjoint(row.sentence.words):
        return None
    found = places(lower, words.following_openings)
    return next((at for at in found if " ".join(lower[at : at + 2]) in words.following), None)
