"""Happenings that a short report sets beside its own: "a similar crash", "one in March", "the third such raid; the first killed 20"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.background_dates import Dates, Days
from headwater.extract.chunks import Part
from headwater.language.background import Background
from headwater.language.happenings import Happenings

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Beside"]

_NEAR = 3  # tokens within which a noun for a happening stands behind the word that sets it apart
_YEAR = 4
_SCENES = ("building", "place", "vehicle")
_MONTH = 27  # days from which on a time is a month or more
_HEAD = 5  # tokens within which a sentence opens with a time
_FAR = 12  # tokens within which "brings" has its number, and "such" its clause
_ENDS = frozenset({";", ":", "\u2014", "\u2013"})


class Beside:
    """What a report's own event is, up to the first sentence that counts anyone (`own`), and which later sentences tell of others like it.

    Asked only of a report whose own event falls on a day or so and harmed somebody: of a siege, an epidemic or a trial what lies
    months back may be its own.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        dated: Sequence[Dates],
        own: int,
        issued: Days | None,
        words: Background,
        known: Happenings,
    ) -> None:
        self.own = own
        self._rows, self._dated, self._issued = rows, dated, issued
        self._words, self._known = words, known

    def begins(self, at: int) -> int | None:
        """The token from which the row at an index tells of another happening; `None` where it does not."""
        row, here = self._rows[at], self._words.beside
        if here["marks"].isdisjoint(row.sentence.words) and not self._dated[at].timed:
            return None
        begins = self._named(row) if at >= self.own else None
        if begins is None and at > self.own and self._is_of_a_day:
            begins = self._came_after(row)
        if begins is None and at > self.own:
            begins = self._in_order(at)
        if begins is None and at >= self.own and self._is_of_a_day:
            begins = self._brings(row)
            begins = self._answers(row) if begins is None else begins
        if begins is None and at > self.own and self._is_of_a_day:
            begins = 0 if self._is_earlier(at) or self._is_of_month(at) or self._adds_up(at) else None
        if begins is None and at > self.own and self._takes and self._is_again(row):
            begins = 0 if self._is_long_ago(at) and self._is_of_month(at) else None
        return begins

    @cached_property
    def _takes(self) -> bool:
        """Whether the report's own event took people captive, so that those taken months before may be its own."""
        held = self._rows[self.own].settled.values() if self._rows else ()
        return any(not self._words.beside["taken"].isdisjoint(one.outcomes) for one in held)

    @cached_property
    def _told(self) -> frozenset[str]:
        """All words up to the first sentence that counts anyone."""
        return frozenset[str]().union(*(row.sentence.words for row in self._rows[: self.own + 1]))

    @cached_property
    def _is_of_a_day(self) -> bool:
        """Whether the report's own event harmed somebody, and is none that lasts or is looked back on."""
        here, row = self._words.beside, self._rows[self.own] if self._rows else None
        if row is None or not here["lasting"].isdisjoint(self._told):
            return False
        if not self._kinds.isdisjoint(here["lasting_kinds"]):
            return False
        return any(not here["harm"].isdisjoint(held.outcomes) for held in row.settled.values())

    def _named(self, row: Row) -> int | None:
        """Where a sentence names another happening by a word that sets it apart: "a similar crash", "follows one in March"."""
        lower, here = row.sentence.lower, self._words.beside
        if not here["at_once"].isdisjoint(lower):
            return None
        for at, word in enumerate(lower):
            if word in here["others"] and self._happening(lower, at):
                return self._from(row, at, len(lower))
            if word in here["follows"] and self._is_one(lower, at + 1):
                return self._from(row, at + 1, len(lower))
        return None

    def _came_after(self, row: Row) -> int | None:
        """Where a sentence goes on about what its event came days after: "it came days after 14 people were killed"."""
        lower, here = row.sentence.lower, self._words.beside
        for at, word in enumerate(lower):
            came = word in here["after"] and not here["came"].isdisjoint(lower[max(0, at - _HEAD) : at])
            if came and lower[at - 1] in here["days"] and self._harms(row, at):
                return at
        return None

    def _happening(self, lower: Sequence[str], at: int) -> bool:
        return any(self._known.noun(word) is not None for word in lower[at + 1 : at + 1 + _NEAR])

    def _is_one(self, lower: Sequence[str], at: int) -> bool:
        """Whether "one in" stands at a place, or a happening is brought in there: "follows one in March", "follows a blast"."""
        here = self._words.beside
        if lower[at : at + 1] and lower[at] in here["one"]:
            return not here["one_in"].isdisjoint(lower[at + 1 : at + 2])
        brought = bool(lower[at : at + 1]) and lower[at] in self._words.introducing and self._happening(lower, at)
        return brought and not self._kinds.isdisjoint(map(self._kind, lower[at + 1 : at + 1 + _NEAR]))

    def _kind(self, word: str) -> str | None:
        """The kind of happening that a word names."""
        return self._known.kinds.get(self._known.noun(word) or "")

    @cached_property
    def _kinds(self) -> set[str]:
        """The kinds of the happenings that the report's first sentences name; "the fire followed a blast" is on one event."""
        return {kind for word in self._told if (kind := self._kind(word)) is not None}

    def _from(self, row: Row, at: int, end: int) -> int | None:
        """Where the clause of a word begins, and with the word where its clause counts before and behind it; in the report's first count only the latter."""
        lower = row.sentence.lower
        start = next((here + 1 for here in range(at - 1, -1, -1) if lower[here] in _ENDS), 0)
        counts = [one.first for one in row.numbers] + [held.chunk.first for held in row.settled.values()]
        before = any(start <= first < at for first in counts)
        behind = any(at < first < end for first in counts)
        if before and behind:
            return at
        own = row is self._rows[self.own]
        return None if own or not (before or behind) else start

    def _in_order(self, at: int) -> int | None:
        """Where "the first killed 20" begins behind "the third such attack this year"."""
        here, row = self._words.beside, self._rows[at]
        for place in self._clauses(row.sentence.lower, here["such"].isdisjoint(row.sentence.words)):
            before = self._rows[at - 1].sentence.lower if place == 0 else row.sentence.lower[:place]
            if here["such"].isdisjoint(before) or not self._counts_again(before):
                continue
            opening = row.sentence.lower[place : place + _NEAR]
            if not here["orders"].isdisjoint(opening) or (place and self._dated[at].timed):
                return place
        return None

    def _clauses(self, lower: Sequence[str], first: bool) -> Iterator[int]:
        """Where clauses begin: behind semicolons and colons, and at the head where no "such" stands in the sentence itself."""
        if first:
            yield 0
        yield from (at + 1 for at, word in enumerate(lower) if word in _ENDS)

    def _counts_again(self, lower: Sequence[str]) -> bool:
        """Whether "the third such attack" stands in words."""
        here = self._words.beside
        return any(
            word in here["such"] and not here["again"].isdisjoint(lower[max(0, at - 2) : at])
            for at, word in enumerate(lower)
        )

    def _brings(self, row: Row) -> int | None:
        """Where a sentence adds its own dead to those of a longer time: "the killings bring to 19 the number killed this year"."""
        lower, here = row.sentence.lower, self._words.beside
        if here["brings"].isdisjoint(lower) or not self._is_long(row):
            return None
        at = next(at for at, word in enumerate(lower) if word in here["brings"])
        counted = not here["number"].isdisjoint(lower[at : at + _FAR])
        return at if counted else None

    def _answers(self, row: Row) -> int | None:
        """Where a sentence goes on about what it was done in return for: "killed 17 in revenge for a strike in which 30 died"."""
        lower = row.sentence.lower
        for at, word in enumerate(lower):
            if word in self._words.beside["returns"] and self._harms(row, 0, at) and self._harms(row, at, len(lower)):
                return at
        return None

    def _is_long(self, row: Row) -> bool:
        """Whether a sentence names a year or the like that is on, or a time that something has gone on since."""
        lower = row.sentence.lower
        sums = self._words.sums
        year = any(lower[at] in sums["times"] and lower[at - 1] in sums["pointing"] for at in range(1, len(lower)))
        return year or not self._words.since.isdisjoint(row.sentence.words)

    def _is_earlier(self, at: int) -> bool:
        """Whether a sentence tells in the pluperfect of something new on an earlier day: "on Monday a bomb had killed 16"."""
        row, here = self._rows[at], self._words.beside
        lower = row.sentence.lower
        opens = f"{' '.join(lower[:_HEAD])} ".startswith(self._words.day_before) or self._is_back(lower)
        had = not here["had"].isdisjoint(row.sentence.words)
        if not (opens or (had and self._dated[at].timed)) or not self._harms(row):
            return False
        brought = any(
            word in self._words.introducing and self._happening(lower, here) for here, word in enumerate(lower)
        )
        return brought or self._is_scene(row) or (opens and (row.introduces or self._names_new(at)))

    def _is_back(self, lower: Sequence[str]) -> bool:
        """Whether a sentence opens with a time weeks or months back: "less than a month ago"."""
        words = self._words
        return any(
            lower[at] in words.ago and lower[at - 1] in words.ago_near for at in range(1, min(_HEAD + 1, len(lower)))
        )

    def _names_new(self, at: int) -> bool:
        """Whether a name behind a preposition of place stands in no row before."""
        tokens = self._rows[at].sentence.tokens
        for here in range(1, len(tokens)):
            named = tokens[here].text[:1].isupper() and tokens[here - 1].lower in self._words.at
            if named and tokens[here].lower not in self._words.months:
                return not any(tokens[here].lower in row.sentence.words for row in self._rows[:at])
        return False

    def _is_of_month(self, at: int) -> bool:
        """Whether a sentence counts those whom something befell in another month or year than the report's own, or on an earlier day at the same place."""
        row, found = self._rows[at], self._dated[at]
        if (
            found.since
            or not found.timed
            or not any(held.chunk.counts and held.outcomes for held in row.settled.values())
        ):
            return False
        lower = self._own_clause(row)
        named = {word for word in lower if word in self._words.months or _is_year(word)}
        again = self._is_again(row)
        if not named or not (self._harms(row) or again or _opens_with_year(lower)):
            return False
        if not (again or self._brings_in(row)) and self._goes_on(row, lower):
            return False
        if self._takes_up(lower) and not (row.introduces or again):
            return False
        if not found.days:
            return self._told.isdisjoint(named) and (bool(found.names) or again)
        own = [days for one in self._dated[: self.own + 1] for days in one.days]
        own += [] if self._issued is None else [self._issued]
        if not (again or self._is_long_ago(at)):
            return False
        if not own:
            return (again or self._brings_in(row)) and not any(map(_is_year, self._told))
        return all(last < first for _, last in found.days for first, _ in own)

    def _goes_on(self, row: Row, lower: Sequence[str]) -> bool:
        """Whether a sentence tells what came of the report's own event, or when something was said: "two more died in May", "reported in May"."""
        later = self._known.found | self._known.afterwards | self._known.grown | self._words.beside["later"]
        if not later.isdisjoint(row.sentence.words):
            return True
        said, hurt = row.lexicons.frames.report, self._words.beside["hurt"]
        if any(before in self._words.taking_up and word in hurt for before, word in pairwise(lower)):
            return True  # "three of the wounded died in May"
        return any(
            word in self._words.months and not said.isdisjoint(lower[max(0, at - 2) : at])
            for at, word in enumerate(lower)
        )

    def _is_long_ago(self, at: int) -> bool:
        """Whether a sentence names months or years only, no day."""
        found = self._dated[at]
        return bool(found.names or found.days) and all(last - first >= _MONTH for first, last in found.days)

    def _is_again(self, row: Row) -> bool:
        """Whether a sentence is on the same place or doer once more: "on the same road", no "the same day"."""
        here, lower = self._words.beside, row.sentence.lower
        return any(
            word in here["same"] and here["same_not"].isdisjoint(lower[at + 1 : at + 2])
            for at, word in enumerate(lower)
        )

    def _takes_up(self, lower: Sequence[str]) -> bool:
        """Whether words go on about a happening that the report's first sentences name: "the fire"."""
        return any(
            before in self._words.taking_up and word in self._told and self._known.noun(word) is not None
            for before, word in pairwise(lower)
        )

    def _brings_in(self, row: Row) -> bool:
        """Whether a sentence brings in a happening, or a building that one befalls: "when a school collapsed"."""
        return row.introduces or self._is_scene(row)

    def _is_scene(self, row: Row) -> bool:
        new = (held for held in row.settled.values() if held.chunk.determiner in self._words.introducing)
        return any(held.chunk.kind in _SCENES for held in new)

    def _own_clause(self, row: Row) -> Sequence[str]:
        """The words of a row but for a relative clause behind all that it counts: "nobody died, said the guild, which was founded in May", "killed two who had been seized in May"."""
        lower = row.sentence.lower
        last = max(held.chunk.last for held in row.settled.values())
        opens = [at for at in range(last, len(lower) - 1) if lower[at] == "," and lower[at + 1] in self._known.relative]
        opens += [one.first for one in row.clause.chunks if one.part == Part.RELATIVE and one.first >= last]
        return lower[: min(opens, default=len(lower))]

    def _adds_up(self, at: int) -> bool:
        """Whether a sentence counts all since a time or since something began: "since January 320 have drowned"."""
        row, here = self._rows[at], self._words.beside
        if self._words.since.isdisjoint(row.sentence.words) or self._words.sums["helpers"].isdisjoint(
            row.sentence.words
        ):
            return False
        lower = row.sentence.lower
        opened = next(at for at, word in enumerate(lower) if word in self._words.since)
        began = not here["began"].isdisjoint(lower[opened + 1 : opened + 1 + _FAR])
        named = any(last not in self._told for last in self._dated[at].since)
        return self._harms(row) and (began or named)

    def _harms(self, row: Row, first: int = 0, end: int = 1 << 16) -> bool:
        """Whether a row counts, between two tokens, those whom something killed, hurt or destroyed."""
        harm = self._words.beside["harm"]
        counted = (held for held in row.settled.values() if held.chunk.counts and first <= held.chunk.first < end)
        return any(not harm.isdisjoint(held.outcomes) for held in counted)


def _opens_with_year(lower: Sequence[str]) -> bool:
    """Whether a year stands at the head: "in 2022 her sister ship sank"."""
    return any(map(_is_year, lower[1:_NEAR]))


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit()
