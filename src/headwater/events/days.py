"""The days that a report tells of: the one its event most likely fell on, and all others with it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf
from headwater.language import Language
from headwater.language.cues import lexicon
from headwater.model import Block, BlockKind, Dating, Extraction, Report

__all__ = ["Days", "Stretch", "days_of"]

Stretch = tuple[int, int]
"""The first and last day, as ordinals of the calendar."""

_HEADS = frozenset({BlockKind.CHROME, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})
_DAYS = ("D", "RD")
_SAYING = 0.3  # a day on which somebody said something is seldom that of the event
_TODAY = 0.5  # so is that of publication


@dataclass(frozen=True, slots=True)
class Days:
    """`told` are days (or runs of days) with a score of how likely the event fell on each, best first; `spans` all times told."""

    told: tuple[tuple[Stretch, float], ...]
    spans: tuple[Stretch, ...]
    published: int | None

    @property
    def main(self) -> Stretch | None:
        """The most likely day; `None` where the report tells of none."""
        return self.told[0][0] if self.told else None


def days_of(report: Report, extraction: Extraction, language: Language) -> Days:
    """The days told in the account itself, the earlier in the text the likelier to be the event's."""
    scores: defaultdict[Stretch, float] = defaultdict(float)
    spans = []
    published = of_edtf(report.published or report.modified)
    for place, (dating, period) in enumerate(_placed(report, extraction.datings)):
        span = (period.first.toordinal(), period.last.toordinal())
        spans.append(span)
        if period.unit in _DAYS and not period.about:
            mark = (_SAYING if _says(dating, language) else 1.0) * (_TODAY if period == published else 1.0)
            scores[span] += mark / (1 + place / 4)
    told = sorted(((span, round(score, 4)) for span, score in scores.items()), key=lambda one: (-one[1], one[0]))
    return Days(tuple(told), tuple(spans), published.first.toordinal() if published else None)


def _placed(report: Report, datings: Sequence[Dating]) -> Iterator[tuple[Dating, Period]]:
    starts = [block.start for block in report.blocks]
    for dating in datings:
        period = of_edtf(dating.edtf)
        if period is not None and not _heads(report.blocks, starts, dating.start):
            yield dating, period


def _heads(blocks: Sequence[Block], starts: Sequence[int], at: int) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and blocks[place].kind in _HEADS


def _says(dating: Dating, language: Language) -> bool:
    if dating.about is None:
        return False
    verbs = lexicon(language).verbs
    return dating.about.quote.lower().split()[-1] in verbs
