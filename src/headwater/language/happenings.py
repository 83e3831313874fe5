"""What a language calls events, and the words that stand before the names of places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["Happenings", "lexicon"]


class Happenings(msgspec.Struct, frozen=True):
    """Nouns for events with their kind; words before places with their weight; words of names that are no place; kinds of places ("the town of"); common words.

    `since`, `as_of` and `within` are phrases that stand before a time, each behind a space, with `shades` between; a time told by one of the `beginnings` is counted from though the event falls into it; `compared` stands between a count and the time it was another's in; `between` stands before a run of time and `until` within it; `perfect` words tell of what has been up to now; `so_far` those that count up
    to the report, `overall` those by which a month or year is summed up, `rest` those for whom a count leaves, `to_date` the first words of times that do, `single` those that limit a count to one day; after `found` only some are counted; `afterwards` tells what is done in the days after an event; `gives_way` phrases begin with a verb of saying and are none; `grown` verbs tell what a count has come to; `parts_of_place` tell a part of a place before its name;
    `relative` words go on about the noun before a comma, `hanging` ones, and words with one of `hanging_endings`, tell something of it whose time is no other's; after `not_after` a noun for events means something else, and before `not_before` it is part of another noun; `labels` are what events are
    called that nobody places; `standing` words, with others `standing_beside` them, open a line that tells what time its figures stand for, but for those behind what sets them `apart`, `week_ending` those whose time is a week up to a day.
    """

    kinds: Mapping[str, str]
    places: Mapping[str, int]
    not_places: frozenset[str]
    kinds_of_place: frozenset[str]
    common: frozenset[str]
    since: tuple[str, ...]
    then: tuple[str, ...]
    beginnings: tuple[str, ...]
    as_of: tuple[str, ...]
    within: tuple[str, ...]
    shades: tuple[str, ...]
    compared: tuple[str, ...]
    between: tuple[str, ...]
    until: frozenset[str]
    so_far: tuple[str, ...]
    overall: tuple[str, ...]
    rest: tuple[str, ...]
    perfect: tuple[str, ...]
    to_date: tuple[str, ...]
    found: frozenset[str]
    afterwards: frozenset[str]
    gives_way: tuple[str, ...]
    grown: frozenset[str]
    parts_of_place: frozenset[str]
    single: tuple[str, ...]
    relative: frozenset[str]
    hanging: tuple[str, ...]
    hanging_endings: tuple[str, ...]
    not_after: frozenset[str]
    not_before: frozenset[str]
    labels: Mapping[str, str]
    standing: frozenset[str]
    standing_beside: frozenset[str]
    standing_apart: frozenset[str]
    week_ending: frozenset[str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]

    def noun(self, word: str) -> str | None:
        """The singular of a noun for events, in lower case; `None` where the word is none.

        >>> from headwater.language import load
        >>> lexicon(load()).noun("floods"), lexicon(load()).noun("table")
        ('flood', None)
        """
        if word in self.kinds:
            return word
        return word[:-1] if word[-1:] == "s" and word[:-1] in self.kinds else None


@cache
def lexicon(language: Language) -> Happenings:
    """The language's words for events; all empty where it has none."""
    data = language.section("happenings")
    kinds = data.get("kind", ())
    return Happenings(
        {word: kind["name"] for kind in kinds for word in kind["words"]},
        data.get("places", {}),
        frozenset(data.get("places_not", {}).get("words", ())),
        frozenset(data.get("places_kinds", {}).get("words", ())),
        frozenset(data.get("common", {}).get("words", ())),
        _phrases(data, "since"),
        _phrases(data, "then"),
        tuple(data.get("bounds", {}).get("beginnings", ())),
        _phrases(data, "as_of"),
        _phrases(data, "within"),
        _phrases(data, "shades"),
        _phrases(data, "compared"),
        _phrases(data, "between"),
        frozenset(data.get("bounds", {}).get("until", ())),
        tuple(f"{phrase} " for phrase in _phrases(data, "so_far")),
        _phrases(data, "overall"),
        tuple(data.get("bounds", {}).get("rest", ())),
        tuple(f"{phrase} " for phrase in _phrases(data, "perfect")),
        tuple(data.get("bounds", {}).get("to_date", ())),
        frozenset(data.get("bounds", {}).get("found", ())),
        frozenset(data.get("bounds", {}).get("afterwards", ())),
        tuple(data.get("bounds", {}).get("gives_way", ())),
        frozenset(data.get("bounds", {}).get("grown", ())),
        frozenset(data.get("places_parts", {}).get("words", ())),
        tuple(data.get("single", {}).get("phrases", ())),
        frozenset(data.get("bounds", {}).get("relative", ())),
        tuple(data.get("bounds", {}).get("hanging", ())),
        tuple(data.get("bounds", {}).get("hanging_endings", ())),
        frozenset(data.get("nouns", {}).get("not_after", ())),
        frozenset(data.get("nouns", {}).get("not_before", ())),
        data.get("labels", {}),
        frozenset(data.get("standing", {}).get("words", ())),
        frozenset(data.get("standing", {}).get("beside", ())),
        frozenset(data.get("standing", {}).get("apart", ())),
        frozenset(data.get("standing", {}).get("week_ending", ())),
        tuple((one["text"], tuple(one["words"])) for kind in kinds for one in kind["examples"]),
    )


def _phrases(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Phrases behind a space, so that the end of another word is none of them."""
    return tuple(f" {phrase}" for phrase in data.get("bounds", {}).get(name, ()))
