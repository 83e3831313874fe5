"""Words by which a sentence tells of another event, from a language's `background.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from headwater.language.calendar import month_names
from headwater.language.loading import Language

__all__ = ["Background", "lexicon"]

_BESIDE = (
    *("others", "at_once", "follows", "one", "one_in", "such", "again", "orders", "brings", "number", "had", "returns"),
    *("came", "days", "after"),
    *("same", "same_not", "began", "lasting", "lasting_kinds", "harm", "later", "taken", "hurt"),
)


class Background(msgspec.Struct, frozen=True):
    """Phrases that open another event, how long those are that open with a word, the words that `begins` one of these or one of `following`, nouns of long events, words before dates, and outcomes that may precede the event told.

    `back` words before an event or one of `back_times`, and `since_then`, go back to what was told last; behind a comma a `comparing` word opens the clause of another time; `introducing`
    determiners bring in another happening, and `taking_up` ones take up what has been told, as `going_on` ones do behind a day that opens a paragraph; behind `following` stands what was before. Without a word of
    `telling` a sentence has neither a phrase nor one of `following`. Behind a `sharing` word a phrase opens nothing: "one for each day". What `long_after`
    leads to is another event's where a count stands behind it; `came` are verbs by which a `pointed` happening did so. A sentence without a word of `marks`, a year or a date tells of no other event. The words of `beside` set other happenings
    beside the report's own, a `day_before` opens a sentence on one; names of `months` are no places; behind `all_of` a number is of all those told; behind a comma `than` opens what another time is told of.
    """

    phrases: frozenset[tuple[str, ...]]
    openings: Mapping[str, Sequence[int]]
    begins: frozenset[str]
    telling: frozenset[str]
    events: frozenset[str]
    event_openers: frozenset[str]
    since: frozenset[str]
    year_openers: frozenset[str]
    clock_units: frozenset[str]
    ago: frozenset[str]
    ago_units: frozenset[str]
    ago_near: frozenset[str]
    answering: tuple[str, ...]
    answers: frozenset[str]
    at: frozenset[str]
    superlatives: frozenset[str]
    apart: frozenset[str]
    comparing: frozenset[str]
    pointing: frozenset[str]
    sums: Mapping[str, frozenset[str]]
    back: frozenset[str]
    back_times: frozenset[str]
    back_places: frozenset[str]
    since_then: tuple[str, ...]
    introducing: frozenset[str]
    taking_up: frozenset[str]
    going_on: frozenset[str]
    following: frozenset[str]
    following_openings: frozenset[str]
    resuming: frozenset[str]
    standing: frozenset[str]
    standing_words: frozenset[str]
    standing_phrases: frozenset[tuple[str, ...]]
    sharing: frozenset[str]
    long_after: frozenset[str]
    marks: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    day_before: tuple[str, ...]
    months: frozenset[str]
    all_of: frozenset[str]
    than: frozenset[str]
    came: frozenset[str]
    pointed: frozenset[str]
    following_places: frozenset[str]
    same_day: tuple[str, ...]


@cache
def lexicon(language: Language) -> Background:
    """The language's words for other events."""
    data = language.section("background")
    phrases = frozenset(tuple(row.split(" ")) for row in data.get("phrases", {}).get("words", ()))
    answering = tuple(data.get("answering", {}).get("phrases", ()))
    following = frozenset(phrase.split(" ")[0] for phrase in data.get("following", {}).get("phrases", ()))
    telling = following.union(max(row, key=len) for row in phrases)
    before = tuple(f"{phrase} " for phrase in data.get("beside", {}).get("day_before", ()))
    return Background(
        phrases,
        {first: sorted({len(row) for row in phrases if row[0] == first}) for first in {row[0] for row in phrases}},
        following.union(row[0] for row in phrases),
        telling,
        frozenset(data.get("events", {}).get("words", ())),
        frozenset(data.get("events", {}).get("openers", ())),
        frozenset(data.get("dates", {}).get("since", ())),
        frozenset(data.get("dates", {}).get("year_openers", ())),
        frozenset(data.get("dates", {}).get("clock_units", ())),
        frozenset(data.get("dates", {}).get("ago", ())),
        frozenset(data.get("dates", {}).get("ago_units", ())),
        frozenset(data.get("dates", {}).get("ago_near", ())),
        answering,
        frozenset(phrase.split()[-1] for phrase in answering),
        frozenset(data.get("answering", {}).get("places", ())),
        frozenset(data.get("dates", {}).get("superlatives", ())),
        frozenset(data.get("dates", {}).get("apart", ())),
        frozenset(data.get("dates", {}).get("comparing", ())),
        frozenset(data.get("dates", {}).get("pointing", ())),
        {
            name: frozenset(data.get("sums", {}).get(name, ()))
            for name in ("helpers", "pointing", "times", "of", "units", "beginning", "several", "tellers")
        },
        frozenset(data.get("back", {}).get("words", ())),
        frozenset(data.get("back", {}).get("times", ())),
        frozenset(data.get("back", {}).get("places", ())),
        tuple(data.get("back", {}).get("then", ())),
        frozenset(data.get("introducing", {}).get("words", ())),
        frozenset(data.get("taking_up", {}).get("words", ())),
        frozenset(data.get("going_on", {}).get("words", ())),
        frozenset(data.get("following", {}).get("phrases", ())),
        following,
        frozenset(data.get("dates", {}).get("resuming", ())),
        frozenset(data.get("standing", {}).get("outcomes", ())),
        frozenset(data.get("standing", {}).get("words", ())),
        frozenset(tuple(phrase.split()) for phrase in data.get("standing", {}).get("phrases", ())),
        frozenset(data.get("phrases", {}).get("sharing", ())),
        frozenset(data.get("following", {}).get("long", ())),
        telling | _marks(data),
        _beside(data),
        before,
        month_names(language),
        frozenset(data.get("back", {}).get("all", ())),
        frozenset(data.get("dates", {}).get("than", ())),
        frozenset(data.get("following", {}).get("came", ())),
        frozenset(data.get("following", {}).get("pointed", ())),
        frozenset(data.get("following", {}).get("places", ())),
        tuple(data.get("back", {}).get("same_day", ())),
    )


def _beside(data: Mapping[str, Mapping[str, Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    """The words by which a happening is set beside the report's own, and under `marks` all of which a sentence without a time must have one."""
    told = {name: frozenset(data.get("beside", {}).get(name, ())) for name in _BESIDE}
    since = data.get("dates", {}).get("since", ())
    days = {word for phrase in data.get("beside", {}).get("day_before", ()) for word in phrase.split()[-2:]}
    return told | {
        "marks": told["others"].union(
            told["follows"], told["orders"], told["such"], told["brings"], told["returns"], told["came"], since, days
        )
    }


def _marks(data: Mapping[str, Mapping[str, Sequence[str]]]) -> frozenset[str]:
    """The words of which a sentence has one where words other than those of `telling` or a date tell that it is of another event."""
    listed = (("events", "words"), ("dates", "since"), ("dates", "ago"), ("sums", "times"), ("standing", "words"))
    words = frozenset(word for table, key in listed for word in data.get(table, {}).get(key, ()))
    return words.union(max(row.split(), key=len) for row in data.get("standing", {}).get("phrases", ()))
