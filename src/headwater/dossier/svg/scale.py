"""Days on a line: evenly, but for long stretches that nothing is told of, which are drawn short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from babel import Locale
from babel.dates import format_skeleton

__all__ = ["DayScale"]

BREAK = 34.0
"""How wide a stretch is drawn that nothing is told of."""
LEAST, SHARE = 20, 5
"""Days that such a stretch has at least, and the part of all days: a fifth."""
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 5000)
"""Years between two ticks."""
YEARS, MONTHS = 900, 45
"""Days beyond which ticks are years, and months."""


class DayScale:
    """Where days stand between two ends.

    Args:
        low: the first day, as an ordinal.
        high: the last.
        left: where the first stands.
        right: where the last stands.
        told: first and last days of all that is told.

    >>> scale = DayScale(0, 400, 0.0, 100.0, [(0, 90), (380, 400)])
    >>> [round(scale.at(day)) for day in (0, 90, 380, 400)]
    [0, 46, 90, 100]
    """

    def __init__(self, low: int, high: int, left: float, right: float, told: Iterable[tuple[int, int]] = ()) -> None:
        self.low, self.high, self.left = low, high, left
        self.breaks = tuple(self._empty(sorted(told)))
        self.shown = max(1, high - low - sum(end - start for start, end in self.breaks))
        self._day = (right - left - BREAK * len(self.breaks)) / self.shown

    def _empty(self, told: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The long stretches between what is told, with a little room left at either end."""
        room = max(1, (self.high - self.low) // 40)
        least = max(LEAST, (self.high - self.low) // SHARE)
        reached = self.low
        for first, last in told:
            if first - reached > least:
                yield reached + room, first - room
            reached = max(reached, last)

    def at(self, day: float) -> float:
        """Where a day begins."""
        x, reached = self.left, self.low
        for start, end in self.breaks:
            if day <= start:
                break
            x += (start - reached) * self._day
            if day < end:
                return x + BREAK * (day - start) / (end - start)
            x, reached = x + BREAK, end
        return x + (day - reached) * self._day

    def ticks(self, locale: Locale) -> list[tuple[int, str]]:
        """Years, months or days with their names, whichever gives up to twelve ticks or so; none where the line is broken.

        >>> from babel import Locale
        >>> first, last = date(1986, 3, 1).toordinal(), date(2020, 2, 1).toordinal()
        >>> told = [(first, first + 500), (last - 500, last)]
        >>> [words for _, words in DayScale(first, last, 0.0, 900.0, told).ticks(Locale("en"))]
        ['1987', '1988', '2018', '2019', '2020']
        """
        first, last = date.fromordinal(self.low), date.fromordinal(self.high)
        if self.shown > YEARS:
            found = next(years for years in _years(first, last) if len(self._drawn(years)) > 3 or not years)
        elif self.shown > MONTHS:
            found = [(day, str(format_skeleton("yMMM", day, locale=locale))) for day in _months(first, last)]
        else:
            skeleton = "MMMd" if first.year == last.year else "yMMMd"
            days = map(date.fromordinal, range(self.low, self.high + 1, max(1, self.shown // 8)))
            found = [(day, str(format_skeleton(skeleton, day, locale=locale))) for day in days]
        return self._drawn(found)

    def _drawn(self, ticks: Iterable[tuple[date, str]]) -> list[tuple[int, str]]:
        """Those that do not stand where the line is broken."""
        return [
            (day.toordinal(), words)
            for day, words in ticks
            if not any(start < day.toordinal() < end for start, end in self.breaks)
        ]


def _years(first: date, last: date) -> Iterator[list[tuple[date, str]]]:
    """Years at round steps, from the step that gives some eight of them down to single years: a broken line hides many."""
    most = max(1, (last.year - first.year) // 8)
    enough = next(place for place, step in enumerate(STEPS) if step >= most)
    for step in reversed(STEPS[: enough + 1]):
        yield [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1) if year % step == 0]
    yield []


def _months(first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            if first <= date(year, month, 1) <= last:
                yield date(year, month, 1)
