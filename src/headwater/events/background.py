"""Which figures belong to another event than the one their report is on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headwater.events.incidents import Incident
from headwater.events.neighbours import Asking
from headwater.events.stretches import Stretch
from headwater.grammar.dates_period import Period
from headwater.grammar.governing import Dated, governing, in_sentence, reaches
from headwater.language.background import Background
from headwater.language.happenings import Happenings
from headwater.model import Figure, Voice

__all__ = ["Judged", "day_of", "judge", "of_incident"]

_DAYS = ("D", "RD")
_LEAD = 700  # code points within which a report tells when what it is on began
_CLAUSE = 120  # code points before a day in which "since" opens its clause
_LONG = 16  # days that an event lasts which began so early
_NEAR = 6  # datings before a sentence that "those bombings" may go back to
_WORD_PAIR = re.compile(r"\b(\w+) (\w+)", re.UNICODE)
_SOON = 14  # days after the event within which "earlier this month" is said of something else


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure with `background` set, and the EDTF of the event told as background, `None` where no time is told; `told` is the stretch of text that tells of that event, where it is longer than the figure's sentence, and `place` where it names one at its head."""

    figure: Figure
    when: str | None = None
    told: tuple[int, int] | None = None
    place: str | None = None


def judge(
    text: str,
    figure: Figure,
    told: Sequence[Dated],
    main: Stretch | None,
    published: int | None,
    known: Happenings,
    words: Background,
    asking: Asking | None = None,
    says: Collection[str] = (),
    opening: int = -1,
) -> Judged:
    """Whether the figure is of an event before the main one, by the dating it goes with, or of an event that other reports are on.

    It is of another report's event where its own dating falls on that one's days, not on the main event's, and its sentence names the place.
    A report is on what its first sentence counts: figures of the sentence that begins at `opening` stay as extraction judged them.
    What extraction judged within the text stands, but where the figure's own dating is the main event's. A figure without dating
    of its own stays with what extraction judged.
    """
    if figure.background and main and _same_day(text, figure, words):
        return Judged(figure, day_of(main))
    gone_back = _told_last(text, figure, told, main, known, words)
    if gone_back is not None:
        return Judged(replace(figure, background=True), gone_back)
    own = governing(text, figure, told, known)
    if figure.background and main and figure.sentence.start == opening and _tells_of(figure, told, main):
        return Judged(replace(figure, background=False))
    if own is None or main is None or figure.sentence.start == opening:
        return Judged(figure, own.dating.edtf if own and figure.background else None)
    if (
        _before(own, main, published)
        and not _lasting(text, own, told, main, words)
        and reaches(text, own, figure, words, known)
    ):
        return Judged(replace(figure, background=True), own.dating.edtf)
    if _is_other(text, figure, own, main, asking):
        return Judged(replace(figure, background=True), own.dating.edtf)
    if figure.background and _is_later(own, main, says):
        return Judged(replace(figure, background=False))
    if figure.background and not _sums(own, words) and _is_main(own.period, main):
        return Judged(replace(figure, background=False))
    return Judged(figure)


def of_incident(figure: Figure, incident: Incident, main: Stretch | None, *, apart: bool = False) -> Judged:
    """A figure of an incident: of an event told as background, but where it fell on the main event's day and not `apart` from it."""
    if incident.place is not None and figure.speaker == (incident.place,):
        figure = replace(figure, speaker=(), voice=Voice.NARRATED)  # "Belmar: shells hit the market" is no saying
    if not apart and main is not None and incident.days[0] <= main[1] and main[0] <= incident.days[1]:
        return Judged(figure)
    return Judged(replace(figure, background=True), incident.when, (incident.start, incident.end), incident.place)


def day_of(stretch: Stretch) -> str | None:
    """The EDTF of a day; `None` of a run of days."""
    return date.fromordinal(stretch[0]).isoformat() if stretch[0] == stretch[1] else None


def _same_day(text: str, figure: Figure, words: Background) -> bool:
    """Whether another event is said to have been on the day of the report's own: "in a separate incident on the same day"."""
    before = text[figure.sentence.start : figure.start].lower()
    return any(phrase in before for phrase in words.same_day)


def _told_last(
    text: str, figure: Figure, told: Sequence[Dated], main: Stretch | None, known: Happenings, words: Background
) -> str | None:
    """The EDTF of another event's time that a word such as "those" in a figure's clause goes back to, from the sentences before.

    "The bombings of Wednesday were condemned. Seven people were killed in those bombings": the noun is the same, and its day is none of
    the main event's.
    """
    clause = text[figure.end : min(figure.sentence.end, figure.end + _CLAUSE)].lower()
    match = next((one for one in _WORD_PAIR.finditer(clause) if one.group(1) in words.back), None)
    noun = known.noun(match.group(2)) if match else None
    if main is None or noun is None:
        return None
    at = bisect_left(told, figure.sentence.start, key=lambda one: one.dating.start)
    for one in reversed(told[max(0, at - _NEAR) : at]):
        about = one.dating.about
        if about is not None and known.noun(about.quote.lower().split()[-1]) == noun:
            first, last = one.period.first.toordinal(), one.period.last.toordinal()
            return one.dating.edtf if last < main[0] or main[1] < first else None
    return None


def _tells_of(figure: Figure, told: Sequence[Dated], main: Stretch) -> bool:
    """Whether a figure's sentence names the month of the main event: "52 of the pupils abducted last month have been released"."""
    return any(one.period.unit == "M" and _is_main(one.period, main) for one in in_sentence(figure, told))


def _is_other(text: str, figure: Figure, own: Dated, main: Stretch, asking: Asking | None) -> bool:
    first, last = own.period.first.toordinal(), own.period.last.toordinal()
    if asking is None or own.period.unit not in _DAYS or (first <= main[1] and main[0] <= last):
        return False
    return asking.is_named(text[figure.sentence.start : figure.sentence.end], first, last)


def _before(own: Dated, main: Stretch, published: int | None) -> bool:
    """Whether the time told lies before the main event, with a day between them."""
    if own.period.last.toordinal() < main[0] - 1:
        return True
    holds = own.period.first.toordinal() <= main[0] <= own.period.last.toordinal()
    recent = published is not None and published - main[1] <= _SOON
    return holds and recent and own.period.unit in ("Y", "M") and _earlier(own.dating.quote)


def _is_later(own: Dated, main: Stretch, says: Collection[str]) -> bool:
    """Whether a dating tells when, after the event, somebody said or found the count: "established in 1991 that …"."""
    about = own.dating.about
    if about is None or own.period.unit not in ("M", "Y") or own.period.first.toordinal() <= main[1]:
        return False
    return about.quote.lower().split()[-1] in says


def _lasting(text: str, own: Dated, told: Sequence[Dated], main: Stretch, words: Background) -> bool:
    """Whether the time told lies behind a day or month since which, the report says early, the event has lasted."""
    began = [
        one.period.first.toordinal()
        for one in told
        if one.dating.start < _LEAD
        and one.period.unit in ("D", "RD", "M")
        and one is not own
        and not words.since.isdisjoint(text[max(0, one.dating.start - _CLAUSE) : one.dating.start].lower().split())
    ]
    first = own.period.first.toordinal()
    return any(day <= first and day < main[0] - _LONG for day in began)


def _sums(own: Dated, words: Background) -> bool:
    """Whether a time is one that counts are summed up over: "this year"."""
    return own.dating.quote.lower().split()[0] in words.sums["pointing"]


def _earlier(quote: str) -> bool:
    return quote[:7].lower() == "earlier"


def _is_main(period: Period, main: Stretch) -> bool:
    """Whether a month or year told holds the main event, so that it was meant; a day may be that of the telling."""
    return period.unit in ("M", "Y") and period.first.toordinal() <= main[0] <= period.last.toordinal()
