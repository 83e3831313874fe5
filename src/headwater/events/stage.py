"""Tells events apart: which reports are on one event, and which figures belong to another told as background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from headwater.events.background import Judged, judge, of_incident
from headwater.events.before_it import before_of
from headwater.events.gathering import gather
from headwater.events.incidents import summed_up
from headwater.events.mains import Main
from headwater.events.naming import day_of_event, label, place_of_event, span_of, words_of_event
from headwater.events.neighbours import Asked, Asking, Neighbours
from headwater.events.past import Past, past_events
from headwater.events.profile import Profile, profile
from headwater.events.regrouping import reassigned, regathered
from headwater.events.scope import Scope, carried, inherited
from headwater.events.standing import in_standing, standings
from headwater.events.telling import Telling
from headwater.grammar.governing import Dated, dated
from headwater.language import Language, load
from headwater.language.background import lexicon as background_words
from headwater.language.cues import lexicon as cues_of
from headwater.language.happenings import lexicon
from headwater.model import BlockKind, Dating, Event, Extraction, Figure, Regrouping, Report, Whole, identifier
from headwater.model.changing import with_fields
from headwater.model.ports import Memory, forgetful

__all__ = ["VERSION", "tell_apart"]

VERSION = "events 24"
"""Part of every cache key; raised whenever the same input gives something else."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the reports of one group tell: events, and for each report its figures, its datings and a hash of both.

    With it goes what was asked of other groups.
    """

    events: tuple[Event, ...]
    figures: tuple[tuple[Figure, ...], ...]
    datings: tuple[tuple[Dating, ...], ...]
    marks: tuple[str, ...]
    asked: tuple[Asked, ...]


def tell_apart(
    reports: Sequence[Report],
    extractions: Mapping[str, Extraction],
    language: Language | None = None,
    said: Sequence[Regrouping] = (),
    memory: Memory = forgetful,
) -> Telling:
    """The events that reports tell of, whatever the order the reports come in.

    Reports are gathered by what they are about (`gathering`), events named by place and day (`naming`). Figures told with a time
    before the event's day belong to events told as background (`background`, `past`). What people merged and split (`said`, in
    order) is laid over that (`regrouping`): events that are named anew, since other reports tell of them now.

    Args:
        reports: in any order.
        extractions: what each says, by document.
        language: that they are written in.
        said: what people merged and split.
        memory: of earlier runs; profiles are taken from it, and all that a group tells whose reports are the same and whose questions
            to other groups get the same answers.
    """
    case = _Case(
        {report.document: report for report in sorted(reports, key=lambda report: report.document)},
        extractions,
        language or load(),
        memory,
    )
    marks = {document: memory.marks.get(document, "") for document in case.reports}
    groups = gather(list(memory.each("profile", Profile, case.profile, marks).values()))
    telling = case.telling(groups)
    if all(one.whole is Whole.MEASURE for one in said):
        return telling
    return reassigned(case.telling(regathered(groups, telling, said)), said)


def _main(group: Sequence[Profile], language: Language) -> Main:
    documents = tuple(profile.document for profile in group)
    # A report that lists incidents says where and when one of them was no more than it says of the others.
    single = [profile for profile in group if not profile.days.listed] or group
    stretch, place = day_of_event(single), place_of_event(single)
    span = span_of(stretch)
    listed = [profile.days.listed for profile in group if profile.days.listed]
    if span is None and listed:
        span = span_of((min(one[0] for one in listed), max(one[1] for one in listed)))
    said = label(place, span, language.code) or lexicon(language).labels.get("unknown", "")
    return Main(Event(identifier("e", documents[0]), said, words_of_event(single), span, documents), place, stretch)


@dataclass(frozen=True, slots=True)
class _Case:
    reports: Mapping[str, Report]
    extractions: Mapping[str, Extraction]
    language: Language
    memory: Memory

    def extraction(self, document: str) -> Extraction:
        return self.extractions.get(document, Extraction())

    def profile(self, document: str) -> Profile:
        """What a report is about."""
        return profile(self.reports[document], self.extraction(document), self.language)

    def telling(self, groups: Sequence[tuple[Profile, ...]]) -> Telling:
        """The events that groups of reports tell of."""
        mains = [_main(group, self.language) for group in groups]
        neighbours = Neighbours(mains)
        events = [one.event for one in mains]
        told: dict[str, Extraction] = {}
        marks: dict[str, str] = {}
        with_told = with_fields(Extraction, "figures", "datings")
        for group, main in zip(groups, mains, strict=True):
            found = self.remembered(group, main, Asking(neighbours, main.event.id))
            events += found.events
            for one, figures, datings, mark in zip(group, found.figures, found.datings, found.marks, strict=True):
                told[one.document] = with_told(self.extraction(one.document), figures, datings)
                marks[one.document] = mark
        return Telling(
            tuple(sorted(events, key=lambda event: (event.span or "~", event.label, event.id))),
            {document: main.event.id for main in mains for document in main.event.documents},
            told,
            marks,
        )

    def remembered(self, group: Sequence[Profile], main: Main, asking: Asking) -> Told:
        """What a group tells, from memory where it can be."""
        marks = [(one.document, self.memory.marks.get(one.document, "")) for one in group]
        make = partial(self.told, group, main, asking)
        return self.memory.made("told", Told, make, marks, holds=lambda found: asking.would_answer(found.asked))

    def told(self, group: Sequence[Profile], main: Main, asking: Asking) -> Told:
        """What the reports of one group tell."""
        judged = {one.document: self.judged(one, main, asking) for one in group}
        past = past_events(main.event, judged, self.reports, asking, self.language)
        found = [self.set(one, judged[one.document], main, past) for one in group]
        return Told(
            past.events,
            tuple(one.figures for one in found),
            tuple(one.datings for one in found),
            tuple(self.memory.mark(one.figures, one.datings) for one in found),
            asking.asked,
        )

    def judged(self, profile: Profile, main: Main, asking: Asking) -> list[Judged]:
        """The report's figures, each with whether it is told as background."""
        extraction, text = self.extraction(profile.document), self.reports[profile.document].text
        told, known, words = dated(extraction.datings), lexicon(self.language), background_words(self.language)
        says = cues_of(self.language).verbs
        blocks = self.reports[profile.document].blocks
        opening = next((block.start for block in blocks if block.kind is BlockKind.PARAGRAPH), -1)
        incidents = profile.days.incidents

        def judged(figure: Figure) -> Judged:
            incident = incidents.of(text, figure, told, self.language)
            if incident is not None:
                return of_incident(figure, incident, main.stretch, apart=incidents.apart(text, incident, main.place))
            if incidents.compares(figure, told):
                return Judged(replace(figure, background=True))
            before = before_of(text, figure, self.language)
            if before is not None:
                place = next(iter(before.places(text, self.language)), None)
                return Judged(figure, before.when(main.stretch), (before.start, before.end), place)
            return judge(text, figure, told, main.stretch, profile.days.published, known, words, asking, says, opening)

        return [judged(figure) for figure in extraction.figures]

    def set(self, profile: Profile, judged: Sequence[Judged], main: Main, past: Past) -> Extraction:
        """The extraction with what its figures and datings belong to."""
        document = profile.document
        extraction, text = self.extraction(document), self.reports[document].text
        told = dated(extraction.datings)
        known, cues = lexicon(self.language), cues_of(self.language)
        incidents = profile.days.incidents
        # A month that holds all that a report lists is one that it sums up over.
        stretch = None if incidents else main.stretch
        scope = Scope(text, told, stretch, self.reports[document].published, known, cues)
        standing = standings(text, told, known)
        figures = []
        for one in judged:
            event = past.by_figure.get(one.figure.id) if one.figure.background else main.event.id
            figures.append(in_standing(text, scope.of(replace(one.figure, event=event)), standing, told, known))
        periods = {one.dating.id: one for one in told}
        if incidents:
            figures = summed_up(figures, told, incidents)
        datings = tuple(_dating(document, dating, periods.get(dating.id), main, past) for dating in extraction.datings)
        return replace(extraction, figures=tuple(inherited(carried(figures))), datings=datings)


def _dating(document: str, dating: Dating, told: Dated | None, main: Main, past: Past) -> Dating:
    """The dating with its event: that of the times told as background, else the main one where it falls on it."""
    if told is None or dating.edtf is None:
        return dating
    if (document, dating.edtf) in past.by_time:
        return replace(dating, event=past.by_time[document, dating.edtf])
    days = main.stretch
    if days and told.period.first.toordinal() <= days[1] and days[0] <= told.period.last.toordinal():
        return replace(dating, event=main.event.id)
    return dating
