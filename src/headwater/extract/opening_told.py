"""What the first sentences of a report tell: their days, years and words, which are those of its own event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.extract.account_days import LEAD
from headwater.extract.background_dates import Dates, Days, days_of, years_in
from headwater.extract.settling import Settled
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Opening"]


class Opening:
    """What a report's first sentences tell, worked out where a sentence asks for it: few do. `own` is the first that counts anyone."""

    def __init__(
        self,
        rows: Sequence[Row],
        dated: Sequence[Dates],
        own: int,
        published: str | None,
        words: Background,
        known: Happenings,
    ) -> None:
        self.own = own
        self._rows, self._dated, self._published = rows, dated, published
        self._words, self.known = words, known
        self._first = [at for at, row in enumerate(rows[:LEAD]) if not row.introduces]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the first sentences."""
        return frozenset[str]().union(*(row.sentence.words for row in self._rows[:LEAD]))

    @cached_property
    def told(self) -> list[Days]:
        """The days that they tell of, with the day of publication."""
        told = [days for at in self._first for days in self._dated[at].days]
        issued = days_of(self._published)
        return told if issued is None else [*told, issued]

    @cached_property
    def years(self) -> set[int]:
        """The years of those days, and those that are named alone."""
        years = {date.fromordinal(day).year for days in self.told for day in days}
        return years.union(*(years_in(self._rows[at].sentence.words) for at in self._first))

    @cached_property
    def of_a_day(self) -> bool:
        """Whether one of them names a day of the week or a time of day."""
        return any(found.daily for found in self._dated[:LEAD])

    @cached_property
    def of_others(self) -> bool:
        """Whether the report tells of others than the refugees of a camp: of a report on these themselves, its first words name no happening."""
        return any(_tells_others(held, self._words) for row in self._rows for held in row.settled.values()) and any(
            self.known.noun(word) is not None for row in self._rows[: self.own + 1] for word in row.sentence.words
        )


def _tells_others(held: Settled, words: Background) -> bool:
    return bool(held.outcomes) and held.chunk.counts and held.outcomes[0] not in words.standing
