"""Dated words on a scale, by report and merged, and the same as a list by date."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from headwater.dossier.dates import Days, date_words, days
from headwater.dossier.inline import Said, Sigla
from headwater.dossier.lookup import Lookup
from headwater.dossier.marking import dated_anchor
from headwater.dossier.phrases import clause_around, cut_name
from headwater.dossier.svg.timeline import Lane, Mention, draw_timeline
from headwater.model import Dating, Level, Report, Span

__all__ = ["DatedRow", "Scale", "Timeline", "timeline"]

_NEAR, _MOST = (12, 45, 200), 0.8
_WIDE, _DRAWN, _LISTED, _PHRASES = 900, 30, 1500, 4


@dataclass(frozen=True, slots=True)
class Scale:
    """One drawing, and the days that it covers in words."""

    title: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording, each letter of a report leading to the place where that report has it; `href` is the first place."""

    said: Said
    href: str
    sigla: Sigla


@dataclass(frozen=True, slots=True)
class DatedRow:
    """One date: every wording of it with its reports, and what is dated so."""

    when: str
    words: tuple[Worded, ...]
    about: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Drawings, the list by date, and words that have no place in time."""

    scales: tuple[Scale, ...]
    rows: tuple[DatedRow, ...]
    unplaced: tuple[Worded, ...]


def timeline(lookup: Lookup) -> Timeline | None:
    """The timeline; `None` where no report dates anything."""
    placed = [
        (dating, span)
        for dating in lookup.contents.datings
        if dating.document in lookup.place and (span := days(dating.edtf))
    ]
    if not placed:
        return None
    known = {dating.id for dating, _ in placed}
    unplaced = [
        dating for dating in lookup.contents.datings if dating.id not in known and dating.document in lookup.place
    ]
    return Timeline(
        _scales(placed, lookup) if len(lookup.reports) <= _DRAWN else (),
        _rows(placed, lookup),
        _worded(unplaced, lookup)[:60],
    )


def _scales(placed: Sequence[tuple[Dating, Days]], lookup: Lookup) -> tuple[Scale, ...]:
    """The months about the event and the years after, or one scale where all lies close together."""
    event = lookup.main_event
    centre = days(event.span) if event else None
    ends = _told_days(placed)
    ends += [day for report in lookup.reports for day in _published(report)]
    ends = _without_far(ends)
    low, high = min(ends), max(ends)
    if centre is None or centre.first is None or high - low <= _WIDE:
        return (_scale(placed, low, high, centre, lookup),)
    near = _near(placed, centre.first, lookup)
    if len(near) < 3:
        return (_scale(placed, low, high, centre, lookup),)
    first, last = min(near), max(near)
    # What the first scale shows in days would only crowd the years: there the band stands for it.
    later = [(dating, span) for dating, span in placed if not (span.exact and first <= span.start <= last)]
    days_about = [
        (dating, span)
        for dating, span in placed
        if span.last is None or span.first is None or span.last - span.first < 62
    ]
    return (_scale(days_about, first, last, centre, lookup), _scale(later, low, high, centre, lookup))


def _told_days(placed: Sequence[tuple[Dating, Days]]) -> list[int]:
    """The first and last days of all dated words."""
    return [day for _, span in placed for day in (span.first, span.last) if day is not None]


def _near(placed: Sequence[tuple[Dating, Days]], centre: int, lookup: Lookup) -> list[int]:
    """The days about the event: the narrowest stretch that holds most of those within half a year, and what does not fit there."""
    near = [day for day in _told_days(placed) if abs(day - centre) <= _NEAR[-1]]
    unfit = {day for report in lookup.reports for pair in _misfits(report, lookup) for day in pair}
    for reach in _NEAR:
        held = [day for day in near if abs(day - centre) <= reach or day in unfit]
        if len(held) >= _MOST * len(near):
            return held
    return near


def _without_far(ends: Sequence[int]) -> list[int]:
    """The days within forty years of the middle one; the rest is in the list."""
    middle = sorted(ends)[len(ends) // 2]
    return [day for day in ends if abs(day - middle) < 40 * 366]


def _scale(placed: Sequence[tuple[Dating, Days]], low: int, high: int, centre: Days | None, lookup: Lookup) -> Scale:
    locale = lookup.wording.locale
    places = 10 if high - low < 92 else 7 if high - low < _WIDE else 4
    ends = (date_words(date.fromordinal(day).isoformat()[:places], locale, long=True) for day in (low, high))
    title = " – ".join(dict.fromkeys(ends))
    margin = max(2, (high - low) // 40)
    low, high = max(1, low - margin), high + margin
    lanes = [
        _merged(placed, (high - low) // 100, lookup),
        *(_lane(report, placed, lookup) for report in lookup.reports),
    ]
    band = (centre.first, centre.last) if centre and centre.first is not None and centre.last is not None else None
    label = lookup.wording.say("timeline.drawing", span=title)
    return Scale(title, draw_timeline(lanes, low, high, band, locale, label))


def _lane(report: Report, placed: Sequence[tuple[Dating, Days]], lookup: Lookup) -> Lane:
    mine: dict[tuple[int | None, int | None], list[Dating]] = defaultdict(list)
    for dating, span in placed:
        # The filled dot stands for the day of publication, however often a page names it.
        if dating.document == report.document and not (span.exact and span.start in _published(report)):
            mine[span.first, span.last].append(dating)
    mentions = [
        Mention(
            first,
            last,
            "; ".join(f"“{quote}”" for quote in list(dict.fromkeys(dating.quote for dating in datings))[:2]),
            dated_href(datings[0], lookup),
        )
        for (first, last), datings in mine.items()
    ]
    mentions.sort(key=lambda one: (one.first or one.last or 0, one.last or 0))
    letter = lookup.letter[report.document]
    name = lookup.name(report)
    short = cut_name(name, 20)
    note = lookup.wording.say("level.does_not_fit").lower()
    return Lane(letter.letter, short, letter.href, tuple(mentions), _published(report), _misfits(report, lookup), note)


def _misfits(report: Report, lookup: Lookup) -> tuple[tuple[int, int], ...]:
    """The first days of two dates of this report that a finding says do not fit, in the order of the text."""
    placed = {dating.id: dating for dating in lookup.datings_of.get(report.document, ())}
    found = []
    for finding in lookup.findings_of.get(report.document, ()):
        two = sorted((placed[name] for name in finding.datings if name in placed), key=lambda dating: dating.start)
        spans = [span for dating in two if (span := days(dating.edtf))]
        if finding.level is Level.DOES_NOT_FIT and len(spans) == 2:
            found.append((spans[0].start, spans[1].start))
    return tuple(dict.fromkeys(found))


def _merged(placed: Sequence[tuple[Dating, Days]], near: int, lookup: Lookup) -> Lane:
    """The row of all reports: days so close that their signs would meet share one."""
    points = [
        (span.first, span.last, dating.document)
        for dating, span in placed
        if span.first is not None and span.last is not None
    ]
    clusters: list[tuple[int, int, set[str]]] = []
    for first, last, document in sorted(point for point in points if point[1] - point[0] <= 31):
        if clusters and first - clusters[-1][0] <= near:
            clusters[-1][2].add(document)
        else:
            clusters.append((first, last, {document}))
    mentions = [
        Mention(first, last, " ".join(letter.letter for letter in lookup.sigla(documents).letters[:12]))
        for first, last, documents in clusters
    ]
    return Lane("", lookup.wording.say("timeline.merged"), "", tuple(mentions))


def _published(report: Report) -> tuple[int, ...]:
    found = [span.first for text in (report.published, report.modified) if (span := days(text))]
    return tuple(day for day in found if day is not None)


def _rows(placed: Sequence[tuple[Dating, Days]], lookup: Lookup) -> tuple[DatedRow, ...]:
    by_date: dict[str, list[Dating]] = defaultdict(list)
    for dating, _ in sorted(placed, key=lambda pair: (pair[1].start, pair[1].last or 0, pair[0].edtf or "")):
        by_date[dating.edtf or ""].append(dating)
    return tuple(
        DatedRow(
            date_words(edtf, lookup.wording.locale, long=True),
            _worded(datings, lookup),
            _dated_words(datings, lookup),
        )
        for edtf, datings in list(by_date.items())[:_LISTED]
    )


def _dated_words(datings: Sequence[Dating], lookup: Lookup) -> tuple[Said, ...]:
    """What is dated, in the reports' words; what several say in the same words stands once."""
    about = (
        (dating.about, lookup.report[dating.document], Span(dating.start, dating.end))
        for dating in datings
        if not lookup.is_furniture(dating.document, dating.start)
    )
    clauses = [
        clause_around(quote, report.text, dated, _block_start(report, quote.start))
        for quote, report, dated in about
        if quote
    ]
    phrases = {phrase.casefold(): phrase for phrase in clauses if phrase}
    return tuple(Said(phrase) for phrase in list(phrases.values())[:_PHRASES])


def _block_start(report: Report, at: int) -> int:
    """Where the block begins that a place is in."""
    before = bisect_right(report.blocks, at, key=lambda block: block.start) - 1
    return report.blocks[before].start if before >= 0 else 0


def _worded(datings: Sequence[Dating], lookup: Lookup) -> tuple[Worded, ...]:
    """Every wording once, with the reports that have it."""
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for dating in datings:
        places[dating.quote].setdefault(dating.document, dated_href(dating, lookup))
    return tuple(
        Worded(Said(quote), next(iter(hrefs.values())), _leading(lookup.sigla(hrefs), hrefs, lookup))
        for quote, hrefs in places.items()
    )


def _leading(sigla: Sigla, hrefs: dict[str, str], lookup: Lookup) -> Sigla:
    """The letters of reports, leading to where each has the words."""
    places = {lookup.letter[document].letter: href for document, href in hrefs.items()}
    return replace(sigla, letters=tuple(replace(one, href=places.get(one.letter, one.href)) for one in sigla.letters))


def dated_href(dating: Dating, lookup: Lookup) -> str:
    """Where dated words stand in their report; words of page furniture have no place of their own, so the report's head."""
    if lookup.is_furniture(dating.document, dating.start):
        return lookup.letter[dating.document].href
    return "#" + dated_anchor(dating)
