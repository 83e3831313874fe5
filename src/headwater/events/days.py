"""The days that a report tells of: the one its event most likely fell on, and all others with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from headwater.events.incidents import Incidents, incidents_of
from headwater.events.stretches import Stretch
from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf
from headwater.grammar.governing import dated
from headwater.language import Language
from headwater.language.cues import lexicon
from headwater.language.happenings import lexicon as happenings
from headwater.model import Anchor, Block, BlockKind, Dating, Extraction, Figure, Quote, Report

__all__ = ["Days", "days_of"]

_HEADS = frozenset({BlockKind.CHROME, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})
_DAYS = ("D", "RD")
_SAYING = 0.3  # a day on which somebody said something, was found or buried, or up to which somebody counted, is seldom that of the event
_BEFORE = 16  # code points before a day in which the words stand that make it one of counting
_TODAY = 0.5  # so is that of publication
_SURE = 0.2  # a score above that of a day of publication on which somebody says something once
_SAME_DAY, _YEAR = 4, 300  # days: how near an anniversary lies to its day, and how long ago the day is at least
_REMEMBERED = 10.0  # a day of the calendar that is told in two years is that of the event in the earlier one
_RUN = 3  # days of the longest run that is taken for the day of an event
_LONG = 15  # the same where the run is told by the calendar and somebody is counted over it
_NEAR = 12  # figures before and behind a day that may stand in its sentence
_ACTS = frozenset({"act"})
_RIVAL = 0.9  # of the score of the likeliest day, from which another may be the event's as well


@dataclass(frozen=True, slots=True)
class Days:
    """`told` are days (or runs of days) with a score of how likely the event fell on each, best first; `spans` all times told.

    A report that lists `incidents` is on none of their days more than on another.
    """

    told: tuple[tuple[Stretch, float], ...]
    spans: tuple[Stretch, ...]
    published: int | None
    incidents: Incidents = field(default_factory=Incidents)

    @property
    def listed(self) -> Stretch | None:
        """From the first day of the incidents that a report lists to the last."""
        return self.incidents.run

    @property
    def main(self) -> Stretch | None:
        """The most likely day; `None` where the report tells of none."""
        return self.told[0][0] if self.told else None

    @property
    def sure(self) -> bool:
        """Whether the most likely day is more than one of publication on which somebody said something."""
        return bool(self.told) and self.told[0][1] > _SURE

    @property
    def narrated(self) -> bool:
        """Whether the most likely day is more than one on which somebody said something once, whatever was published then."""
        return bool(self.told) and self.told[0][1] > _SAYING

    @property
    def likely(self) -> tuple[Stretch, ...]:
        """All times told on which the event may have fallen: days about as likely as the likeliest, and longer times."""
        least = _RIVAL * self.told[0][1] if self.told else 0.0
        unlikely = {span for span, score in self.told if score < least}
        return tuple(span for span in self.spans if span not in unlikely)


def days_of(report: Report, extraction: Extraction, language: Language) -> Days:
    """The days told in the account itself, the earlier in the text the likelier to be the event's."""
    scores: defaultdict[Stretch, float] = defaultdict(float)
    spans: list[Stretch] = []
    published = of_edtf(report.published or report.modified)
    spans += [(published.first.toordinal(), published.last.toordinal())] if published else []
    at = published.last.toordinal() if published else None  # of a month, no sooner than its end
    placed = list(_placed(report, extraction.datings))
    incidents = incidents_of(report, extraction, dated(extraction.datings), language)
    if incidents:
        spans += [(period.first.toordinal(), period.last.toordinal()) for _, period in placed]
        return Days((), tuple(spans), at, incidents)
    listed = _listed(report, placed)
    for place, (dating, period) in enumerate(placed):
        span = (period.first.toordinal(), period.last.toordinal())
        spans.append(span)
        longest = _LONG if dating.anchor is Anchor.CALENDAR and _counts(dating, extraction.figures) else _RUN
        if dating.start not in listed and period.unit in _DAYS and not period.about and span[1] - span[0] < longest:
            aside = _is_aside(report.text, dating, extraction.figures, language)
            scores[span] += _mark(period, published, aside=aside) / (1 + place / 4)
    told = sorted(
        ((span, round(score * _remembered(span, spans), 4)) for span, score in scores.items() if score),
        key=lambda one: (-one[1], one[0]),
    )
    return Days(tuple(told), tuple(spans), at)


def _mark(period: Period, published: Period | None, *, aside: bool) -> float:
    """How far a day speaks for that of the event; not at all where that was still to come."""
    mark = _SAYING if aside else 1.0
    if published is not None and published.unit == "D":
        if period.first > published.last:
            return 0.0
        mark *= _TODAY if period == published else 1.0
    return mark


def _remembered(span: Stretch, spans: Sequence[Stretch]) -> float:
    """What the score of a day is multiplied with where a later year's day of the calendar is told as well."""
    return _REMEMBERED if any(_is_anniversary(span, other) for other in spans) else 1.0


def _is_anniversary(span: Stretch, later: Stretch) -> bool:
    if later[0] - span[1] < _YEAR or later[1] - later[0] >= _RUN:
        return False
    years = round((later[0] - span[0]) / 365.2425)
    return abs(later[0] - span[0] - years * 365.2425) <= _SAME_DAY


def _placed(report: Report, datings: Sequence[Dating]) -> Iterator[tuple[Dating, Period]]:
    starts = [block.start for block in report.blocks]
    for dating in datings:
        period = of_edtf(dating.edtf)
        if period is not None and not _heads(report.blocks, starts, dating.start):
            yield dating, period


def _listed(report: Report, placed: Sequence[tuple[Dating, Period]]) -> set[int]:
    """Where the days of tables begin that name several: a list of incidents is on none of them more than on another."""
    tables = [block for block in report.blocks if block.kind is BlockKind.TABLE]
    starts = [block.start for block in tables]
    within = [
        (dating.start, period)
        for dating, period in (placed if tables else ())
        if (at := bisect_right(starts, dating.start) - 1) >= 0 and dating.start < tables[at].end
    ]
    return {start for start, _ in within} if len({period.first for _, period in within}) > 1 else set()


def _heads(blocks: Sequence[Block], starts: Sequence[int], at: int) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and blocks[place].kind in _HEADS


def _is_aside(text: str, dating: Dating, figures: Sequence[Figure], language: Language) -> bool:
    """Whether a day is one up to which somebody counted, one of another event, or one on which somebody said something, or some were found or buried: "said on Monday", "buried on Wednesday"; not "gave way on Friday"."""
    if _counted(text, dating, language) or _is_of_another(dating, figures):
        return True
    if dating.about is None:
        return False
    known, verb = happenings(language), dating.about.quote.lower().split()[-1]
    # "The court overturned" is the act of one who speaks; "the ferry overturned" is what happened.
    speaks = any(sense.takes != _ACTS for sense in lexicon(language).verbs.get(verb, ()))
    said = speaks or verb in known.found or verb in known.afterwards
    gives_way = text.startswith(known.gives_way, dating.about.start)
    return (said and not gives_way) or (verb in known.grown and _is_grown(dating, dating.about, figures))


def _is_of_another(dating: Dating, figures: Sequence[Figure]) -> bool:
    """Whether all that is counted in a day's sentence is told as background: "on 2 December raiders had carried away 112 from Garu"."""
    here = _beside(dating, figures)
    return bool(here) and all(one.background for one in here)


def _counts(dating: Dating, figures: Sequence[Figure]) -> bool:
    """Whether somebody is counted in the sentence of a run of days, so that the event may have lasted so long: "318 were killed between 3 and 9 October 2030"."""
    return any(not one.background for one in _beside(dating, figures))


def _beside(dating: Dating, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with an outcome of a day's sentence."""
    at = bisect_right(figures, dating.start, key=lambda figure: figure.start)
    near = (one for one in figures[max(0, at - _NEAR) : at + _NEAR] if one.outcome is not None)
    return [one for one in near if one.sentence.start <= dating.start < one.sentence.end]


def _is_grown(dating: Dating, verb: Quote, figures: Sequence[Figure]) -> bool:
    """Whether a count stands between a verb of growing and a day: "the toll reached 104 on Saturday"."""
    at = bisect_left(figures, verb.end, key=lambda figure: figure.start)
    return at < len(figures) and figures[at].end <= dating.start and figures[at].outcome is not None


def _counted(text: str, dating: Dating, language: Language) -> bool:
    """Whether a day is one up to which somebody counted: "as of 18:00 on 16 March"."""
    before = f" {text[max(0, dating.start - _BEFORE) : dating.start].lower().rstrip()}"
    return before.endswith(happenings(language).as_of)
