"""Tells events apart: which reports are on one event, and which figures belong to another told as background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.events.background import Judged, judge
from headwater.events.days import Stretch
from headwater.events.gathering import gather
from headwater.events.governing import Dated, dated
from headwater.events.naming import day_of_event, label, place_of_event, span_of, words_of_event
from headwater.events.past import Past, past_events
from headwater.events.profile import Profile, profile
from headwater.events.scope import scoped
from headwater.events.telling import Telling
from headwater.language import Language, load
from headwater.language.cues import lexicon as cues_of
from headwater.language.happenings import lexicon
from headwater.model import Dating, Event, Extraction, Report, identifier

__all__ = ["VERSION", "tell_apart"]

VERSION = "events 2"
"""Part of every cache key; raised whenever the same input gives something else."""


def tell_apart(
    reports: Sequence[Report], extractions: Mapping[str, Extraction], language: Language | None = None
) -> Telling:
    """The events that reports tell of, whatever the order the reports come in.

    Reports are gathered by what they are about (`gathering`), events named by place and day (`naming`); figures before an event's day
    belong to events told as background (`background`), of which those of one time in one group of reports are one.
    """
    speech = language or load()
    ordered = sorted(reports, key=lambda report: report.document)
    profiles = [profile(report, _of(report, extractions), speech) for report in ordered]
    by_document = {report.document: report for report in ordered}
    events: list[Event] = []
    main: dict[str, str | None] = {}
    told: dict[str, Extraction] = {}
    for group in gather(profiles):
        stretch = day_of_event(group)
        event = _event(group, stretch, speech)
        judged = {
            one.document: _judged(by_document[one.document], _of(by_document[one.document], extractions), stretch, one)
            for one in group
        }
        past = past_events(event, judged, speech)
        events += [event, *past.events]
        for one in group:
            main[one.document] = event.id
            extraction = _of(by_document[one.document], extractions)
            told[one.document] = _set(
                by_document[one.document], extraction, judged[one.document], event, past, stretch, speech
            )
    return Telling(tuple(sorted(events, key=lambda event: (event.span or "~", event.label, event.id))), main, told)


def _of(report: Report, extractions: Mapping[str, Extraction]) -> Extraction:
    return extractions.get(report.document, Extraction())


def _event(group: Sequence[Profile], stretch: Stretch | None, language: Language) -> Event:
    documents = tuple(profile.document for profile in group)
    span = span_of(stretch)
    return Event(
        id=identifier("e", documents[0]),
        label=label(place_of_event(group), span, language.code),
        words=words_of_event(group),
        span=span,
        documents=documents,
    )


def _judged(report: Report, extraction: Extraction, main: Stretch | None, profile: Profile) -> list[Judged]:
    told = dated(extraction.datings)
    return [judge(report.text, figure, told, main, profile.days.published) for figure in extraction.figures]


def _set(
    report: Report,
    extraction: Extraction,
    judged: Sequence[Judged],
    event: Event,
    past: Past,
    main: Stretch | None,
    language: Language,
) -> Extraction:
    """The extraction with what its figures and datings belong to."""
    told = dated(extraction.datings)
    known, cues = lexicon(language), cues_of(language)
    figures = []
    for one in judged:
        at = past.event_of(one) if one.figure.background else event.id
        figures.append(scoped(report.text, replace(one.figure, event=at), told, main, known, cues))
    spans = {one.dating.id: one for one in told}
    datings = tuple(_dating(dating, spans.get(dating.id), event, main, past) for dating in extraction.datings)
    return replace(extraction, figures=tuple(figures), datings=datings)


def _dating(
    dating: Dating,
    told: Dated | None,
    event: Event,
    main: Stretch | None,
    past: Past,
) -> Dating:
    """The dating with its event: that of the times told as background, else the main one where it falls on it."""
    if told is None:
        return dating
    if dating.edtf is not None and dating.edtf in past.by_time:
        return replace(dating, event=past.by_time[dating.edtf])
    if main and told.period.first.toordinal() <= main[1] and main[0] <= told.period.last.toordinal():
        return replace(dating, event=event.id)
    return dating
