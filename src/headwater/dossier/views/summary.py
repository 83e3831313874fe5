"""The first screen: place and date, how far the reports agree, the main outcomes, and what a reader would want to be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from headwater.dossier.dates import year_words
from headwater.dossier.inline import Inline, Link, Said, Sigla, plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.svg.stemma import SMALL, draw_stemma
from headwater.dossier.views.collation import whole_label
from headwater.dossier.views.columns import Column, column
from headwater.dossier.views.descent import edges_of, nodes_of
from headwater.dossier.views.eventlist import EventLine, event_lines
from headwater.dossier.views.figures import Figures, figures_table, reports_telling
from headwater.dossier.views.inshort import in_short
from headwater.dossier.views.news import news_lines
from headwater.dossier.views.notes import Difference, Misfit, OtherWords, differences, misfits, other_words
from headwater.dossier.views.origins import ReadingOrigins, reading_origins
from headwater.dossier.views.passages import shared_words
from headwater.dossier.views.readings import Given, apparatus, most_repeated, reading_piece
from headwater.model import Measure

__all__ = ["Summary", "case_title", "main_measures", "names_event", "summary"]


_NOTES, _LETTERS = 3, 8
_KEYS = 24


@dataclass(frozen=True, slots=True)
class Whence:
    """Where the most repeated reading comes from: its origins, a small drawing, the words that are shared."""

    title: str
    label: str
    origins: ReadingOrigins | None
    sigla: Sigla
    drawing: Markup
    words: tuple[tuple[Said, Sigla], ...]
    href: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first screen shows; a note for which there is nothing is left out."""

    title: str
    subtitle: Inline
    withheld: Inline
    problems: tuple[Inline, ...]
    empty: str
    words: tuple[tuple[Said, Sigla], ...]
    short: tuple[Inline, ...]
    news: tuple[Inline, ...]
    paired: bool
    about: str
    events: tuple[EventLine, ...]
    more_events: int
    keys: tuple[Column, ...]
    more_keys: int
    figures: Figures
    example: Inline
    examined: bool
    misfits: tuple[Misfit, ...]
    more_misfits: int
    differences: tuple[Difference, ...]
    more_differences: int
    others: tuple[OtherWords, ...]
    more_others: int
    whence: Whence | None


def case_title(lookup: Lookup) -> str:
    """Place and date of the main event; where no event holds the reports together, how many events and reports there are."""
    event, say = lookup.main_event, lookup.wording.say
    if not lookup.reports:
        return say("summary.no_report")
    if lookup.is_mixed:
        events = {report.main_event for report in lookup.reports if report.main_event}
        return say("summary.mixed", n=len(events), reports=say("summary.no_title", n=len(lookup.reports)))
    return event.label if event and names_event(lookup) else say("summary.no_title", n=len(lookup.reports))


def names_event(lookup: Lookup) -> bool:
    """Whether the case is called by its event; else it is called by how many reports it holds."""
    event = lookup.main_event
    # Of an event without a place and a day the label says no more than that; with figures it still is one event.
    return not lookup.is_mixed and bool(event and event.label and (event.span or lookup.foreground))


def main_measures(lookup: Lookup) -> list[Measure]:
    """The measures of the main event; where events are not told apart, all that are no background."""
    event = lookup.main_event
    return [one for one in lookup.foreground if event is not None and one.event == event.id] or lookup.foreground


def summary(lookup: Lookup, options: DossierOptions) -> Summary:
    """The first screen of a case."""
    measures = main_measures(lookup)
    misfit, differing, other = misfits(lookup), differences(lookup), other_words(lookup)
    repeated = most_repeated(measures, lookup)
    mixed, main = lookup.is_mixed, lookup.main_event
    telling = reports_telling(measures, lookup)
    figures = figures_table(measures, lookup)
    # The heads of a table's columns are the key to the letters; without them the reports are listed.
    keys = () if figures.columns else telling
    events, more_events = event_lines(lookup) if len(lookup.about) > 1 else ((), 0)
    return Summary(
        title=case_title(lookup),
        subtitle=_subtitle(lookup),
        withheld=lookup.wording.line("summary.withheld") if options.withholds else (),
        problems=_problems(lookup),
        empty=_empty(lookup),
        words=() if mixed else _words(lookup),
        short=in_short(measures, telling if mixed else tuple(lookup.place), lookup),
        news=news_lines(options.news, lookup),
        paired=len(lookup.reports) > 1,
        about=main.label if mixed and main else "",
        events=events,
        more_events=more_events,
        keys=tuple(column(document, lookup) for document in keys[:_KEYS]),
        more_keys=max(0, len(keys) - _KEYS),
        figures=figures,
        example=apparatus(repeated[0], lookup, most=3) if repeated else (),
        examined=lookup.examined and bool(lookup.reports),
        misfits=misfit[:_NOTES],
        more_misfits=max(0, len(misfit) - _NOTES),
        differences=differing[:_NOTES],
        more_differences=max(0, len(differing) - _NOTES),
        others=other[:_NOTES],
        more_others=max(0, len(other) - _NOTES),
        whence=_whence(*repeated, lookup) if repeated else None,
    )


def _empty(lookup: Lookup) -> str:
    """What is said in place of a collation that holds nothing; of no reports the title says so."""
    if lookup.contents.collation or not lookup.reports:
        return ""
    return lookup.wording.say("summary.no_count" if lookup.contents.figures else "summary.no_number")


def _subtitle(lookup: Lookup) -> Inline:
    years = sorted({year for report in lookup.reports if (year := year_words(report.published))})
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    count = len(lookup.reports)
    if not count:
        return ()
    message = "summary.subtitle" if span else "summary.subtitle_undated"
    if not names_event(lookup):
        message = "summary.subtitle_mixed" if span else "summary.subtitle_plain"
    return lookup.wording.line(message, n=count, count=lookup.count(count), years=span)


def _problems(lookup: Lookup) -> tuple[Inline, ...]:
    """What went wrong with files and what to do about it, of a few; of more how many, and where that stands."""
    say, found = lookup.wording.say, lookup.contents.problems
    place = lookup.addresses.to("problems")
    if len(found) > _NOTES:
        documents = {problem.document for problem in found}
        return ((Link(say("summary.problems", n=len(documents)), place),),)
    return tuple(
        lookup.wording.line("summary.problem", document=(Link(one.document, place),), message=one.message)
        for one in found
    )


def _words(lookup: Lookup) -> tuple[tuple[Said, Sigla], ...]:
    """What the reports call the event, in alphabetical order."""
    event = lookup.main_event
    found = []
    for word in sorted(set(event.words if event else ()), key=lambda word: (word.casefold(), word)):
        pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        holders = [report.document for report in lookup.reports if pattern.search(report.text)]
        if holders:
            found.append((Said(word), lookup.sigla(holders, _LETTERS)))
    return tuple(found[:8])


def _whence(measure: Measure, one: Given, lookup: Lookup) -> Whence | None:
    """The note on origins; `None` where nothing is known of descent, or one report alone gives the reading."""
    documents = frozenset(one.documents)
    if len(documents) < 2 or not (lookup.contents.parents or one.reading.origins):
        return None
    title = lookup.wording.say("summary.whence", reading=plain((reading_piece(one, lookup, lemma=False),)))
    nodes = nodes_of(lookup, documents)
    drawing = Markup("")
    if lookup.contents.parents and len(documents) <= 12:
        edges = [edge for edge in edges_of(lookup) if edge.first and edge.child in documents]
        say = lookup.wording.say
        drawing = draw_stemma(nodes, edges, say("origins.drawing"), say("origins.not_seen"), SMALL)
    return Whence(
        title,
        whole_label(measure, lookup),
        reading_origins(measure, one, lookup),
        lookup.sigla(documents),
        drawing,
        shared_words(documents, lookup),
        lookup.addresses.to("view", "origins"),
    )
