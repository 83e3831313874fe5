"""The events that reports tell as background of one main event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.events.background import Judged
from headwater.events.days import Stretch
from headwater.events.naming import label
from headwater.events.profile import places_in
from headwater.grammar.dates_period import of_edtf
from headwater.language import Language
from headwater.language.happenings import lexicon
from headwater.model import Event, Report, identifier

__all__ = ["Main", "Past", "past_events"]


@dataclass(frozen=True, slots=True)
class Main:
    """A main event with its place and its day or days."""

    event: Event
    place: str | None
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class Past:
    """Background events: their ids by the time they are told with (EDTF), and one for those told without.

    An id may be that of another report's main event; such a one is not among `events`.
    """

    events: tuple[Event, ...]
    by_time: Mapping[str, str]
    undated: str | None

    def event_of(self, judged: Judged) -> str | None:
        """The id of the event that a background figure belongs to."""
        return self.by_time[judged.when] if judged.when else self.undated


def past_events(
    main: Event,
    judged: Mapping[str, Sequence[Judged]],
    reports: Mapping[str, Report],
    mains: Sequence[Main],
    language: Language,
) -> Past:
    """One event for each time that background figures are told with, and one for all that are told without a time.

    Where time and place are those of an event that other reports are on, it is that one.
    """
    documents: defaultdict[str | None, set[str]] = defaultdict(set)
    places: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for document, figures in sorted(judged.items()):
        for one in figures:
            if one.figure.background:
                documents[one.when].add(document)
                sentence = one.figure.sentence
                places[one.when] += places_in(reports[document].text, sentence.start, sentence.end, language)
    ids: dict[str | None, str] = {}
    events = []
    for when, found in sorted(documents.items(), key=lambda one: one[0] or ""):
        known = _known(when, places[when], main, mains)
        ids[when] = known or identifier("e", main.id, "past", when)
        if known is None:
            events.append(_event(ids[when], when, places[when], found, language))
    return Past(tuple(events), {when: at for when, at in ids.items() if when is not None}, ids.get(None))


def _event(name: str, when: str | None, places: Counter[str], documents: set[str], language: Language) -> Event:
    place = min(places, key=lambda one: (-places[one], one)) if places and when else None
    said = label(place, when, language.code) or lexicon(language).labels.get("earlier", "")
    return Event(name, said, (), when, tuple(sorted(documents)))


def _known(when: str | None, places: Counter[str], main: Event, mains: Sequence[Main]) -> str | None:
    """The main event of other reports that lies in the time and has one of the places in its own place's name."""
    period = of_edtf(when)
    if period is None:
        return None
    first, last = period.first.toordinal(), period.last.toordinal()
    for other in mains:
        if other.event.id == main.id or other.stretch is None or other.place is None:
            continue
        if (
            first <= other.stretch[1]
            and other.stretch[0] <= last
            and any(_same(other.place, place) for place in places)
        ):
            return other.event.id
    return None


def _same(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "
