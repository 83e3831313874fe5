"""Reports that list incidents: paragraphs or items that each open with a day of their own, at places of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.events.places import places_in
from headwater.events.stretches import Stretch
from headwater.grammar.governing import Dated, in_sentence, since
from headwater.language import Language
from headwater.language.background import lexicon as background_words
from headwater.language.happenings import lexicon as happenings
from headwater.model import Block, BlockKind, Extraction, Figure, Report

__all__ = ["Incident", "Incidents", "incidents_of", "summed_up"]

# "3 March – Upper Tessel: a mine killed two".
_NAMED = re.compile(r"[ \t]*[:,\u2013\u2014-][ \t]*((?:[^\W\d_a-z][\w'\u2019-]*[ \t]?){1,4}):[ \t]")
_PLACED = re.compile(
    r"\s*((?:[^\W\d_a-z][\w'\u2019-]*[ \t]?){1,4})[ \t]*[,\u2013\u2014-][ \t]*"
)  # "Orn, 4 March: a shell hit a school"
_LED = re.compile(
    r"[\s\u2022]*((?:[^\W\d_a-z][\w'\u2019-]*[ \t]?){1,4})[:\u2013\u2014][ \t]"
)  # "Belmar: shells hit the market"
_SIGNS = " :.\u2013\u2014-\n"
_HEADS = frozenset({BlockKind.HEADING, BlockKind.DATELINE})
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_FEWEST = 3  # days that a list of incidents tells of
_HEADED = 2  # days of one whose headings are each a place and a day
_FIRST = 4  # words of a paragraph among which it names several happenings
_OPENING = 3  # words before a day that opens a paragraph: "In the night of"
_DAYS = ("D", "RD")
_RUN = 3  # days of the longest run that one incident is told to have been on
_WIDE = ("RD", "M", "RM", "Y")
_LONGEST = 366
_OPEN = ".."  # ends a time that lasts
_EARLIER = "change"  # the rule of what a count was before
_PLACES = 2  # that a list of incidents names
_LEAD = 160  # code points from the day on within which an incident names its place


@dataclass(frozen=True, slots=True)
class Incident:
    """A stretch of a report that tells of what happened on a day (EDTF), from the day's first letter; `behind` that day the telling begins; `place` where a name and a colon open it; `headed` where place and day are a heading."""

    start: int
    behind: int
    end: int
    when: str
    days: Stretch
    place: str | None = None
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents that a report lists, in order; none of a report that tells of one event from day to day."""

    listed: tuple[Incident, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.listed)

    def at(self, place: int) -> Incident | None:
        """The incident that a place of the text tells of."""
        before = bisect_right(self.listed, place, key=lambda one: one.start) - 1
        return self.listed[before] if before >= 0 and place < self.listed[before].end else None

    def of(self, text: str, figure: Figure, told: Sequence[Dated], language: Language) -> Incident | None:
        """The incident that a figure belongs to: `None` of one that has another time in its sentence, or that counts since one."""
        one = self.at(figure.start)
        if one is None or figure.background:
            return None
        words = background_words(language).since
        others = [
            time
            for time in in_sentence(figure, told)
            if time.dating.edtf != one.when and (since(text, time, words) or time.dating.end <= figure.start)
        ]
        return None if others else one

    def apart(self, text: str, incident: Incident, place: str | None) -> bool:
        """Whether an incident is told beside another of its day at a place, and does not name that itself."""
        if place is None or place in text[incident.start : incident.end]:
            return False
        same = (one for one in self.listed if one is not incident and one.days == incident.days)
        return any(place in text[one.start : one.end] for one in same)

    def compares(self, figure: Figure, told: Sequence[Dated]) -> bool:
        """Whether a count is what that of all incidents was before, with no time told behind it: "57 arrests, down from 80"."""
        if not self or figure.rule != _EARLIER or self.at(figure.start) is not None:
            return False
        return all(time.dating.start < figure.end for time in in_sentence(figure, told))

    @property
    def run(self) -> Stretch | None:
        """From the first day of all to the last."""
        if not self.listed:
            return None
        return min(one.days[0] for one in self.listed), max(one.days[1] for one in self.listed)


def incidents_of(report: Report, extraction: Extraction, told: Sequence[Dated], language: Language) -> Incidents:
    """The incidents that a report lists.

    A report lists incidents where at least three paragraphs or items open with days of their own, count somebody or something that
    something befell, and name at least two places, or two stand under headings that are a place and a day; one that goes on about what it has told ("the gunmen", "they") in more than half of
    them is the story of one event.
    """
    found = Incidents(tuple(_opened(report, told, language)))
    fewest = _HEADED if found.listed and all(one.headed for one in found.listed) else _FEWEST
    if len({one.when for one in found.listed}) < fewest:
        return Incidents()
    counting = {found.at(figure.start) for figure in extraction.figures if figure.outcome is not None}
    kept = [one for one in found.listed if one in counting]
    if len({one.when for one in kept}) < fewest or _is_story(report.text, kept, language):
        return Incidents()
    return found


def summed_up(figures: Sequence[Figure], told: Sequence[Dated], incidents: Incidents) -> list[Figure]:
    """The figures of a report that lists incidents: those of no incident that tell no time are of the time that all of it is of.

    That is the first that the report names and that holds all the days, else the first that a count of no incident is told with.
    """
    run = incidents.run
    period = next((f"{one.dating.edtf}" for one in told if run is not None and _holds_all(one, run)), None)
    period = period or next((one.period for one in figures if one.period and _is_free(one, incidents)), None)
    if period is None or period.endswith(_OPEN):
        return list(figures)
    return [replace(one, period=period) if _is_free(one, incidents) and _tells_no_time(one) else one for one in figures]


def _holds_all(one: Dated, run: Stretch) -> bool:
    """Whether all days lie within a time that is told by itself, no longer than a year."""
    first, last = one.period.first.toordinal(), one.period.last.toordinal()
    return first <= run[0] and run[1] <= last <= first + _LONGEST and one.period.unit in _WIDE


def _tells_no_time(figure: Figure) -> bool:
    return figure.period is None and figure.as_of is None and figure.rule != _EARLIER


def _is_free(figure: Figure, incidents: Incidents) -> bool:
    """Whether a figure is of no incident, nor of any event told as background."""
    return figure.outcome is not None and not figure.background and incidents.at(figure.start) is None


def _opened(report: Report, told: Sequence[Dated], language: Language) -> Iterator[Incident]:
    """Each paragraph or item that opens with a day, and what stands under a heading that is one; what follows a paragraph may sum up."""
    headed: Incident | None = None
    for block in report.blocks:
        one = _opening(report.text, block, told)
        named = _LED.match(report.text, block.start, block.end) if headed is not None and one is None else None
        if headed is not None and named is not None and block.kind in _TOLD:
            # Several places under one day: an incident each.
            if headed.end > headed.behind:
                yield headed
            headed = replace(headed, start=block.start, behind=block.start, end=block.end, place=named.group(1).strip())
            continue
        if (
            headed is not None
            and one is None
            and block.kind in _TOLD
            and not _tells_of_all(report.text, block, language)
        ):
            begins = headed.behind if headed.end > headed.behind else block.start
            headed = replace(headed, behind=begins, end=block.end)
            continue
        if headed is not None and headed.end > headed.behind:
            yield headed
        headed = one if one is not None and block.kind in _HEADS else None
        if one is not None and headed is None:
            yield one
    if headed is not None and headed.end > headed.behind:
        yield headed


def _tells_of_all(text: str, block: Block, language: Language) -> bool:
    """Whether a paragraph opens with several happenings: "Both attacks together killed 30"."""
    known, words = happenings(language), background_words(language).going_on
    first = text[block.start : block.end].lower().split()[:_FIRST]
    return first[:1] != [] and first[0] in words and any((known.noun(word) or word) != word for word in first[1:])


def _opening(text: str, block: Block, told: Sequence[Dated]) -> Incident | None:
    """What a paragraph or item tells of that opens with a day, past "on" and the like, or a heading that is nothing else."""
    if block.kind not in _TOLD | _HEADS:
        return None
    at = bisect_right(told, block.start - 1, key=lambda one: one.dating.start)
    one = told[at] if at < len(told) else None
    if one is None or one.dating.start >= block.end or one.period.unit not in _DAYS or one.period.about:
        return None
    days = one.period.first.toordinal(), one.period.last.toordinal()
    before = text[block.start : one.dating.start].replace("•", " ")
    placed = _PLACED.fullmatch(before)
    opens = placed is not None or (len(before.split()) <= _OPENING and not any(sign in before for sign in ",.;:"))
    if not opens or days[1] - days[0] >= _RUN:
        return None
    if block.kind in _HEADS:
        alone = (placed is not None or not before.strip()) and not text[one.dating.end : block.end].strip(_SIGNS)
        place = placed.group(1).strip() if placed else None
        incident = Incident(
            one.dating.start, block.end, block.end, f"{one.dating.edtf}", days, place, place is not None
        )
        return incident if alone else None
    named = _NAMED.match(text, one.dating.end, block.end)
    place = next((found.group(1).strip() for found in (placed, named) if found), None)
    return Incident(one.dating.start, one.dating.end, block.end, f"{one.dating.edtf}", days, place)


def _is_story(text: str, found: Sequence[Incident], language: Language) -> bool:
    """Whether paragraphs that open with days tell one story: most go on about someone told of, or all are of one place."""
    back = background_words(language).going_on
    going_on, places = 0, set[str]()
    for one in found:
        end = min(one.end, one.behind + _LEAD)
        places.update(places_in(text, one.start, end, language) if one.place is None else (one.place,))
        first = next(iter(text[one.behind : end].strip(" ,:\u2013\u2014-").split()), "")
        going_on += first.lower() in back
    return len(places) < _PLACES or 2 * going_on > len(found)
