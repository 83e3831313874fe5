"""The period that a figure counts over and the time it stands for, where the words say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from headwater.events.stretches import Stretch
from headwater.grammar.dates_period import Period
from headwater.grammar.governing import Dated, governing, in_sentence, parted
from headwater.language.cues import Cues
from headwater.language.happenings import Happenings
from headwater.model import Figure

__all__ = ["Scope", "carried", "inherited"]

_DAYS = ("D", "RD")
_WIDE = ("RM", "RY", "E", "C")  # quarters, halves, runs of months and years: nobody dates one event by them
_BESIDE = 4  # code points between a verb and its day: "said on Tuesday"
_BEFORE = 24  # code points before a time in which the words that govern it stand
_BEHIND = 48  # code points between a count and the time told right behind it
_CLAUSE = 100  # code points from a figure to a time in its clause
_CARRIED = 250  # code points up to which the next sentence of one speaker goes on
_LONGEST = 2_000
_LASTS = 7  # days from the first of an event on that are still of it
_SAYS = frozenset({"say", "tell", "find"})
_TOTALS = ("toll", "total")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report tells of time: its words, its datings, the main event's days, its day of publication."""

    text: str
    told: Sequence[Dated]
    main: Stretch | None
    published: str | None
    known: Happenings
    cues: Cues

    def of(self, figure: Figure) -> Figure:
        """The figure with `period` ("since September", "in the past 24 hours") and `as_of` ("as of Monday", "so far") set."""
        period, as_of = figure.period, figure.as_of
        here = [one for one in in_sentence(figure, self.told) if not parted(self.text, one, figure)]
        own = governing(self.text, figure, self.told, self.known)
        if period is None:
            period = self._compared(figure, here)
        for one in sorted(here, key=lambda one: one is not own):  # another clause may count over another time
            if period is None:
                period = self._period(figure, one, own)
            if as_of is None and period is None:
                as_of = self._as_of(figure, one)
        if period is None and self._says(figure, self.known.single):
            period = self._day_before(figure)
        if as_of is None and period is None and self.published and self._says(figure, self.known.so_far):
            as_of = self.published
        return replace(figure, period=period, as_of=as_of)

    def _compared(self, figure: Figure, here: Sequence[Dated]) -> str | None:
        """The time that an earlier count is of: "against 205 in the same period last year", whatever time opened the sentence."""
        for one in here:
            if not 0 < one.dating.start - figure.end <= _BEHIND:
                continue
            between = self.text[figure.end : one.dating.start]
            said = f"{between}{one.dating.quote}".lower()
            if "," not in between and any(phrase in said for phrase in self.known.compared):
                return f"{one.dating.edtf}"
        return None

    def _period(self, figure: Figure, one: Dated, own: Dated | None) -> str | None:
        """The time over which the figure counts, where the words before the dating or its own say that it does."""
        rolling = one.period.about and one.period.unit == "RD" and one.dating.anchor.value == "published"
        if self._said_then(one) and not (rolling or self._recorded_then(figure, one, own)):
            return None  # but "nine deaths had been recorded in the past 24 hours"
        before, edtf = self._words_before(figure, one), f"{one.dating.edtf}"
        if before.endswith(self.known.since) or self._since_clause(figure, one):
            if self._is_told_then(figure, one):
                return None
            start = one.period.first.isoformat() if one.period.unit in _DAYS else edtf
            begun = one.dating.quote.lower().startswith(self.known.beginnings)
            return None if self._holds(one.period) and not begun else f"{start}/.."
        if rolling:
            return edtf.replace("~", "")
        if one.period.unit == "D":  # "36 bodies had been recovered by Thursday" are all till then
            return None if before.endswith(self.known.as_of) else self._found_on(figure, one)
        if before.endswith(self.known.between):
            return None if self._is_of_rest(figure, one) else self._run(one)
        counted = one.period.unit in _WIDE or self._to_date(figure, one) or self._of_all(figure, one)
        told = counted or ((one is own or self._follows(figure, one)) and before.endswith(self.known.within))
        return edtf if told and (counted or not (self._holds(one.period) or figure.background)) else None

    def _is_told_then(self, figure: Figure, one: Dated) -> bool:
        """Whether a figure is of what happened at a time that something has lasted since: "the worst since 9 May, when 22 died"."""
        between = self.text[one.dating.end : figure.start].lower().lstrip(", ")
        return one.dating.end < figure.start and f" {between}".startswith(self.known.then)

    def _since_clause(self, figure: Figure, one: Dated) -> bool:
        """Whether what happened at a time is what is counted from: "the number displaced since hostilities resumed in April"."""
        between = self.text[figure.end : one.dating.start].lower()
        return (
            figure.end < one.dating.start <= figure.end + _CLAUSE
            and "," not in between
            and any(f"{word} " in between for word in self.known.since)
        )

    def _recorded_then(self, figure: Figure, one: Dated, own: Dated | None) -> bool:
        """Whether a participle and a month or year stand right behind a count: "double the 34 recorded in July"."""
        return one is own and one.period.unit in ("M", "Y") and 0 < one.dating.start - figure.end <= _BEFORE

    def _is_of_rest(self, figure: Figure, one: Dated) -> bool:
        """Whether a time behind a figure is told of those whom it leaves: "38 died there, the remainder in hospital between 6 and 30 May"."""
        between = self.text[figure.end : one.dating.start].lower()
        return any(f", {phrase} " in between for phrase in self.known.rest)

    def _follows(self, figure: Figure, one: Dated) -> bool:
        """Whether a dating stands behind the figure in its clause: "said today that 53 had been killed in January"."""
        return 0 <= one.dating.start - figure.end <= _CLAUSE and "," not in self.text[figure.end : one.dating.start]

    def _run(self, one: Dated) -> str | None:
        """The time from a dating to the next one: "from 2001 to 2019"; a run that is one dating is its own, where it is not the event's."""
        if self._is_of_event(one.period):
            return None
        if one.period.unit in _WIDE or one.period.unit == "RD":
            return f"{one.dating.edtf}"
        following = self.told[bisect_left(self.told, one.dating.end, key=lambda other: other.dating.start) :][:1]
        for other in following:
            words = self.text[one.dating.end : other.dating.start].strip().lower()
            if (
                words in self.known.until
                and other.period.unit == one.period.unit
                and other.period.first > one.period.last
            ):
                return f"{one.dating.edtf}/{other.dating.edtf}"
        return None

    def _is_of_event(self, period: Period) -> bool:
        """Whether a run of days begins with the event and is no longer than it may last: "27 died between 17 and 19 January" counts all of a riot of the 17th."""
        lasts = (period.last - period.first).days
        return (
            period.unit == "RD"
            and self.main is not None
            and period.first.toordinal() == self.main[0]
            and lasts <= _LASTS
        )

    def _found_on(self, figure: Figure, one: Dated) -> str | None:
        """The day on which some were found: "divers recovered nine bodies on Thursday"."""
        if figure.background or _totals(figure):
            return None  # "the toll rose to 43 on Wednesday as divers recovered two more bodies"
        if "," in self.text[one.dating.end : figure.start].lstrip(", "):
            return None  # "yesterday I saw the graves, and the priest said he had buried 38"
        about = one.dating.about
        if about is not None and figure.end <= about.start and about.quote.lower().split()[-1] not in self.known.found:
            return None  # "72 bodies were recovered after the ferry capsized on Friday"
        low, high = sorted((figure.start, one.dating.start))
        if any(low < other.dating.start < high for other in in_sentence(figure, self.told)):
            return None  # "two were shot on Friday as thousands buried those killed on Tuesday"
        start, end = min(figure.start, one.dating.start), max(figure.end, one.dating.end)
        first = max(figure.sentence.start, start - _BEFORE * 2)
        first = self.text.rfind(" ", figure.sentence.start, first + 1) + 1 or first
        words = self.text[first : end + _BEFORE].lower().split()
        last = self.text[figure.sentence.start : first].lower().split()[-1:]
        # "A landslide buried two houses on Saturday" finds nobody.
        found = (word for before, word in pairwise(["", *last, *words]) if self.known.noun(before) is None)
        return None if self.known.found.isdisjoint(found) else one.period.first.isoformat()

    def _as_of(self, figure: Figure, one: Dated) -> str | None:
        """The time the figure stands for: "as of Monday", "by nightfall on Tuesday", "said on Tuesday", "rose to 34 on Friday"."""
        if one.period.unit != "D":
            return self._found_out(figure, one)
        at = f"{one.dating.edtf}" if "T" in f"{one.dating.edtf}" else one.period.first.isoformat()
        after = self.text[one.dating.end : one.dating.end + 2]
        if self._words_before(figure, one).endswith(self.known.as_of):
            return None if after in ("'s", "\u2019s") else at
        if self._holds(one.period):
            return None
        return at if self._said_then(one) or _totals(figure) else None

    def _found_out(self, figure: Figure, one: Dated) -> str | None:
        """The month or year, after the event's, in which the count was given: "established in 1991 that 214 had been killed"."""
        later = self.main is not None and one.period.first.toordinal() > self.main[1]
        told = one.dating.end <= figure.start and "," not in self.text[one.dating.end : figure.start]
        return one.dating.edtf if later and told and self._said_then(one) else None

    def _words_before(self, figure: Figure, one: Dated) -> str:
        """The words before a dating in lower case, without those that only shade it ("by late Monday")."""
        before = self.text[max(figure.sentence.start, one.dating.start - _BEFORE) : one.dating.start].lower().rstrip()
        shade = next((word for word in self.known.shades if before.endswith(word)), "")
        return " " + before.removesuffix(shade).rstrip()

    def _of_all(self, figure: Figure, one: Dated) -> bool:
        """Whether a month or year is one that all are summed up over: "overall, 112 deaths were documented in August"."""
        return one.period.unit in ("M", "Y") and self._says(figure, self.known.overall)

    def _to_date(self, figure: Figure, one: Dated) -> bool:
        """Whether a month or year counts up to the report: "this year 12 people have died", "so far this month"."""
        if one.period.unit not in ("Y", "M"):
            return False
        if self._joined_so_far(one):
            return True
        to_date = one.dating.quote.lower().startswith(self.known.to_date)
        return to_date and (self._says(figure, self.known.so_far) or self._says(figure, self.known.perfect))

    def _joined_so_far(self, one: Dated) -> bool:
        """Whether "so far" stands beside the time: "so far in 2026", "in 2026 so far"."""
        before = " " + " ".join(self.text[max(0, one.dating.start - _BEFORE) : one.dating.start].lower().split())
        within = next((word for word in self.known.within if before.endswith(word)), "")
        after = f"{self.text[one.dating.end : one.dating.end + _BEFORE].lower()} ".replace(",", " ")
        return f"{before.removesuffix(within)} ".endswith(self.known.so_far) or after.startswith(self.known.so_far)

    def _said_then(self, one: Dated) -> bool:
        about = one.dating.about
        if about is None or not 0 < one.dating.start - about.end <= _BESIDE:
            return False
        return any(
            not verb.takes.isdisjoint(_SAYS) for verb in self.cues.verbs.get(about.quote.lower().split()[-1], ())
        )

    def _holds(self, period: Period) -> bool:
        main = self.main
        return main is not None and period.first.toordinal() <= main[1] and main[0] <= period.last.toordinal()

    def _says(self, figure: Figure, phrases: tuple[str, ...]) -> bool:
        if figure.sentence.end - figure.sentence.start > _LONGEST:
            return False
        # "Last year 140 drowned; this year so far it is nine": each clause counts for itself.
        first = max(figure.sentence.start, self.text.rfind(";", figure.sentence.start, figure.start) + 1)
        last = self.text.find(";", figure.end, figure.sentence.end)
        clause = f" {self.text[first : figure.sentence.end if last < 0 else last].lower()} "
        return any(phrase in clause for phrase in phrases)

    def _day_before(self, figure: Figure) -> str | None:
        """The last single day told before the figure's sentence."""
        at = bisect_left(self.told, figure.sentence.start, key=lambda one: one.dating.start)
        days = [one.period for one in self.told[max(0, at - 6) : at] if one.period.unit == "D"]
        return days[-1].first.isoformat() if days else None


def _totals(figure: Figure) -> bool:
    """Whether the figure is a running total, which a day beside it dates and does not narrow."""
    return any(word in figure.rule for word in _TOTALS)


def carried(figures: Sequence[Figure]) -> list[Figure]:
    """The figures in text order, where a speaker goes on in the next sentence with the time that the first stands for."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, figure):
            figure = replace(figure, as_of=last.as_of)
        found.append(figure)
    return found


def inherited(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, parts without a time of their own with the period of their whole: of those killed since March, so many were children."""
    wholes = {figure.id: figure for figure in figures if figure.period is not None}
    return [
        replace(figure, period=whole.period)
        if figure.period is None
        and figure.as_of is None
        and figure.part_of is not None
        and (whole := wholes.get(figure.part_of)) is not None
        and whole.event == figure.event
        else figure
        for figure in figures
    ]


def _goes_on(last: Figure, figure: Figure) -> bool:
    own = figure.as_of is None and figure.period is None and last.as_of is not None and last.period is None
    near = 0 <= figure.sentence.start - last.sentence.end <= _CARRIED or figure.sentence == last.sentence
    return own and near and bool(figure.speaker) and figure.speaker == last.speaker and figure.event == last.event
