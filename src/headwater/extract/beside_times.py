"""Happenings set apart from a report's own by their time: "a school collapsed in 2028", "on Monday a bomb had killed 16", "since January 320 have drowned"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.chunks import Part
from headwater.extract.own_event import NEAR, OwnEvent, harms

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["adds_up", "is_again", "is_earlier", "is_long_ago", "is_of_month"]

_YEAR = 4
_SCENES = ("building", "place", "vehicle")
_MONTH = 27  # days from which on a time is a month or more
_HEAD = 5  # tokens within which a sentence opens with a time
_FAR = 12  # tokens behind "since" within which something began


def is_earlier(own: OwnEvent, at: int) -> bool:
    """Whether a sentence tells in the pluperfect of something new on an earlier day: "on Monday a bomb had killed 16"."""
    row, here = own.rows[at], own.words.beside
    lower = row.sentence.lower
    opens = f"{' '.join(lower[:_HEAD])} ".startswith(own.words.day_before) or _is_back(own, lower)
    had = not here["had"].isdisjoint(row.sentence.words)
    if not (opens or (had and own.dated[at].timed)) or not harms(own, row):
        return False
    brought = any(word in own.words.introducing and own.happening(lower, here) for here, word in enumerate(lower))
    return brought or _is_scene(own, row) or (opens and (row.introduces or _names_new(own, at)))


def _is_back(own: OwnEvent, lower: Sequence[str]) -> bool:
    """Whether a sentence opens with a time weeks or months back: "less than a month ago"."""
    words = own.words
    return any(
        lower[at] in words.ago and lower[at - 1] in words.ago_near for at in range(1, min(_HEAD + 1, len(lower)))
    )


def _names_new(own: OwnEvent, at: int) -> bool:
    """Whether a name behind a preposition of place stands in no row before."""
    tokens = own.rows[at].sentence.tokens
    for here in range(1, len(tokens)):
        named = tokens[here].text[:1].isupper() and tokens[here - 1].lower in own.words.at
        if named and tokens[here].lower not in own.words.months:
            return not any(tokens[here].lower in row.sentence.words for row in own.rows[:at])
    return False


def is_of_month(own: OwnEvent, at: int) -> bool:
    """Whether a sentence counts those whom something befell in another month or year than the report's own, or on an earlier day at the same place."""
    row, found = own.rows[at], own.dated[at]
    if found.since or not found.timed or not any(held.chunk.counts and held.outcomes for held in row.settled.values()):
        return False
    lower = _own_clause(own, row)
    named = {word for word in lower if word in own.words.months or _is_year(word)}
    again = is_again(own, row)
    if not named or not (harms(own, row) or again or _opens_with_year(lower)):
        return False
    if not (again or _brings_in(own, row)) and _goes_on(own, row, lower):
        return False
    if _takes_up(own, lower) and not (row.introduces or again):
        return False
    if not found.days:
        return own.told.isdisjoint(named) and (bool(found.names) or again)
    if not (again or is_long_ago(own, at)):
        return False
    told = [days for one in own.dated[: own.at + 1] for days in one.days]
    told += [] if own.issued is None else [own.issued]
    if not told:
        return (again or _brings_in(own, row)) and not any(map(_is_year, own.told))
    return all(last < first for _, last in found.days for first, _ in told)


def _goes_on(own: OwnEvent, row: Row, lower: Sequence[str]) -> bool:
    """Whether a sentence tells what came of the report's own event, or when something was said: "two more died in May", "reported in May"."""
    later = own.known.found | own.known.afterwards | own.known.grown | own.words.beside["later"]
    if not later.isdisjoint(row.sentence.words):
        return True
    said, hurt = row.lexicons.frames.report, own.words.beside["hurt"]
    if any(before in own.words.taking_up and word in hurt for before, word in pairwise(lower)):
        return True  # "three of the wounded died in May"
    return any(
        word in own.words.months and not said.isdisjoint(lower[max(0, at - 2) : at]) for at, word in enumerate(lower)
    )


def is_long_ago(own: OwnEvent, at: int) -> bool:
    """Whether a sentence names months or years only, no day."""
    found = own.dated[at]
    return bool(found.names or found.days) and all(last - first >= _MONTH for first, last in found.days)


def is_again(own: OwnEvent, row: Row) -> bool:
    """Whether a sentence is on the same place or doer once more: "on the same road", no "the same day"."""
    here, lower = own.words.beside, row.sentence.lower
    return any(
        word in here["same"] and here["same_not"].isdisjoint(lower[at + 1 : at + 2]) for at, word in enumerate(lower)
    )


def _takes_up(own: OwnEvent, lower: Sequence[str]) -> bool:
    """Whether words go on about a happening that the report's first sentences name: "the fire"."""
    return any(
        before in own.words.taking_up and word in own.told and own.known.noun(word) is not None
        for before, word in pairwise(lower)
    )


def _brings_in(own: OwnEvent, row: Row) -> bool:
    """Whether a sentence brings in a happening, or a building that one befalls: "when a school collapsed"."""
    return row.introduces or _is_scene(own, row)


def _is_scene(own: OwnEvent, row: Row) -> bool:
    new = (held for held in row.settled.values() if held.chunk.determiner in own.words.introducing)
    return any(held.chunk.kind in _SCENES for held in new)


def _own_clause(own: OwnEvent, row: Row) -> Sequence[str]:
    """The words of a row but for a relative clause behind all that it counts: "nobody died, said the guild, which was founded in May", "killed two who had been seized in May"."""
    lower = row.sentence.lower
    last = max(held.chunk.last for held in row.settled.values())
    opens = [at for at in range(last, len(lower) - 1) if lower[at] == "," and lower[at + 1] in own.known.relative]
    opens += [one.first for one in row.clause.chunks if one.part == Part.RELATIVE and one.first >= last]
    return lower[: min(opens, default=len(lower))]


def adds_up(own: OwnEvent, at: int) -> bool:
    """Whether a sentence counts all since a time or since something began: "since January 320 have drowned"."""
    row, here = own.rows[at], own.words.beside
    if own.words.since.isdisjoint(row.sentence.words) or own.words.sums["helpers"].isdisjoint(row.sentence.words):
        return False
    lower = row.sentence.lower
    opened = next(at for at, word in enumerate(lower) if word in own.words.since)
    began = not here["began"].isdisjoint(lower[opened + 1 : opened + 1 + _FAR])
    named = any(last not in own.told for last in own.dated[at].since)
    return harms(own, row) and (began or named)


def _opens_with_year(lower: Sequence[str]) -> bool:
    """Whether a year stands at the head: "in 2022 her sister ship sank"."""
    return any(map(_is_year, lower[1:NEAR]))


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit()
