"""The events that reports tell as background of one main event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from headwater.events.background import Judged
from headwater.events.mains import same_place
from headwater.events.naming import label
from headwater.events.neighbours import Asking
from headwater.events.places import places_in
from headwater.events.profile import nouns_in
from headwater.grammar.edtf import of_edtf
from headwater.language import Language
from headwater.language.happenings import lexicon
from headwater.model import Event, Outcome, Report, identifier

__all__ = ["Past", "past_events"]

_NOTHING_BEFELL = (None, Outcome.OTHER)  # figures that no measure is made of need no event
_FEW = 10  # up to so many, equal counts say little
_MOST = 500  # events told as background that a sentence is compared with


@dataclass(frozen=True, slots=True)
class Past:
    """Background events, and their ids by figure, and by document and time told (EDTF).

    An id may be that of another report's main event; such a one is not among `events`.
    """

    events: tuple[Event, ...]
    by_figure: Mapping[str, str]
    by_time: Mapping[tuple[str, str], str]


@dataclass(slots=True)
class _Told:
    """An event told as background, as it is put together from the sentences that tell of it (`said`, in lower case) and their `counts`."""

    when: str | None
    documents: set[str]
    places: Counter[str]
    nouns: set[str]
    figures: list[str]
    times: set[tuple[str, str]]
    said: set[str]
    counts: set[tuple[Outcome | None, Decimal | None]]

    def is_one_with(self, other: _Told) -> bool:
        """Whether two are one event: their times are equal or one holds the other, and they share a place or what they are called.

        Within one report the same time is enough; without a time, what they are called must agree and, between reports, the place,
        or, where one names none, the count. The same words in another report, as far as they are told there with the same time, tell of the same event.
        """
        place = any(same_place(one, another) for one in self.places for another in other.places)
        noun = not self.nouns.isdisjoint(other.nouns)
        if self.when == other.when and not self.said.isdisjoint(other.said):
            return True
        if self.when is None or other.when is None:
            counted = not (self.places and other.places) and not self.counts.isdisjoint(other.counts)
            return (
                self.when == other.when
                and noun
                and (place or counted or not self.documents.isdisjoint(other.documents))
            )
        if self.when == other.when and self.documents & other.documents:
            return True
        return (place or (noun and not (self.places and other.places))) and _nested(self.when, other.when)

    def take(self, other: _Told) -> None:
        """Become both; the narrower time is kept."""
        if other.when and self.when and _length(other.when) < _length(self.when):
            self.when = other.when
        self.documents |= other.documents
        self.places += other.places
        self.nouns |= other.nouns
        self.figures += other.figures
        self.times |= other.times
        self.said |= other.said
        self.counts |= other.counts


def past_events(
    main: Event,
    judged: Mapping[str, Sequence[Judged]],
    reports: Mapping[str, Report],
    asking: Asking,
    language: Language,
) -> Past:
    """The events that background figures belong to: one where sentences agree in time and in place or name.

    Where time and place are those of an event that other reports are on, it is that one.
    """
    found: list[_Told] = []
    for document, figures in sorted(judged.items()):
        for one in figures:
            if one.figure.background and one.figure.outcome not in _NOTHING_BEFELL:
                _add(found, _told(document, one, reports[document].text, language))
    events: list[Event] = []
    by_figure: dict[str, str] = {}
    by_time: dict[tuple[str, str], str] = {}
    for told in found:
        name = _known(told, asking)
        if name is None:
            event = _event(main, told, language)
            events.append(event)
            name = event.id
        by_figure |= dict.fromkeys(told.figures, name)
        by_time |= dict.fromkeys(told.times, name)
    return Past(tuple(events), by_figure, by_time)


def _told(document: str, judged: Judged, text: str, language: Language) -> _Told:
    figure = judged.figure
    start, end = judged.told or (figure.sentence.start, figure.sentence.end)
    return _Told(
        judged.when,
        {document},
        places_in(text, start, end, language) + Counter([judged.place] if judged.place else ()),
        nouns_in(text, start, end, language),
        [figure.id],
        {(document, judged.when)} if judged.when else set(),
        {" ".join(text[figure.sentence.start : figure.sentence.end].lower().split())},
        {(figure.outcome, figure.best)} if figure.best is not None and figure.best > _FEW else set(),
    )


def _add(found: list[_Told], new: _Told) -> None:
    for old in found[:_MOST]:
        if old.is_one_with(new):
            old.take(new)
            return
    found.append(new)


def _event(main: Event, told: _Told, language: Language) -> Event:
    place = min(told.places, key=lambda one: (-told.places[one], one)) if told.places else None
    undated = lexicon(language).labels.get("earlier", "")
    said = label(place, told.when, language.code) if told.when else ", ".join(filter(None, (place, undated)))
    name = identifier("e", main.id, "past", min(told.figures))
    return Event(name, said, tuple(sorted(told.nouns)), told.when, tuple(sorted(told.documents)))


def _known(told: _Told, asking: Asking) -> str | None:
    """The main event of other reports that lies in the time and has one of the places in its own place's name."""
    period = of_edtf(told.when)
    if period is None:
        return None
    return asking.one_at(told.places, period.first.toordinal(), period.last.toordinal())


def _nested(one: str, other: str) -> bool:
    """Whether one time holds the other."""
    first, second = of_edtf(one), of_edtf(other)
    if first is None or second is None:
        return one == other
    held = first.first <= second.first and second.last <= first.last
    return held or (second.first <= first.first and first.last <= second.last)


def _length(when: str) -> int:
    period = of_edtf(when)
    return (period.last - period.first).days if period else 1 << 30
