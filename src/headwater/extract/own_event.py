"""What a short report's own event is, so that happenings told beside it can be told apart: its words, its kinds, whether it fell on a day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.extract.background_dates import Dates, Days
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["NEAR", "OwnEvent", "harms"]

NEAR = 3
"""Tokens within which a noun for a happening stands behind the word that sets it apart."""


class OwnEvent:
    """What a report's own event is, up to the first sentence that counts anyone (`at`); with the rows, and the times that each names."""

    def __init__(
        self,
        rows: Sequence[Row],
        dated: Sequence[Dates],
        at: int,
        issued: Days | None,
        words: Background,
        known: Happenings,
    ) -> None:
        self.rows, self.dated, self.at, self.issued = rows, dated, at, issued
        self.words, self.known = words, known

    @cached_property
    def takes(self) -> bool:
        """Whether the report's own event took people captive, so that those taken months before may be its own."""
        held = self.rows[self.at].settled.values() if self.rows else ()
        return any(not self.words.beside["taken"].isdisjoint(one.outcomes) for one in held)

    @cached_property
    def told(self) -> frozenset[str]:
        """All words up to the first sentence that counts anyone."""
        return frozenset[str]().union(*(row.sentence.words for row in self.rows[: self.at + 1]))

    @cached_property
    def is_of_a_day(self) -> bool:
        """Whether the report's own event harmed somebody, and is none that lasts or is looked back on."""
        here, row = self.words.beside, self.rows[self.at] if self.rows else None
        if row is None or not here["lasting"].isdisjoint(self.told):
            return False
        if not self.kinds.isdisjoint(here["lasting_kinds"]):
            return False
        return any(not here["harm"].isdisjoint(held.outcomes) for held in row.settled.values())

    @cached_property
    def kinds(self) -> set[str]:
        """The kinds of the happenings that the report's first sentences name; "the fire followed a blast" is on one event."""
        return {kind for word in self.told if (kind := self.kind(word)) is not None}

    def kind(self, word: str) -> str | None:
        """The kind of happening that a word names."""
        return self.known.kinds.get(self.known.noun(word) or "")

    def happening(self, lower: Sequence[str], at: int) -> bool:
        """Whether a noun for a happening stands close behind a word."""
        return any(self.known.noun(word) is not None for word in lower[at + 1 : at + 1 + NEAR])


def harms(own: OwnEvent, row: Row, first: int = 0, end: int = 1 << 16) -> bool:
    """Whether a row counts, between two tokens, those whom something killed, hurt or destroyed."""
    harm = own.words.beside["harm"]
    counted = (held for held in row.settled.values() if held.chunk.counts and first <= held.chunk.first < end)
    return any(not harm.isdisjoint(held.outcomes) for held in counted)
