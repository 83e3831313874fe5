"""Rules on what one speaker counts on one day and on a later one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from headwater.examine.between_counts import MOST
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.scenes import LESS, less
from headwater.examine.times import CUMULATIVE, SOON, day_of
from headwater.examine.voices import counts_of_all
from headwater.examine.wording import amount, day_words, measured
from headwater.messages import say
from headwater.model import Figure, FindingKind, Level, Measure

__all__ = ["supersedes", "total_falls"]


@dataclass(frozen=True, slots=True)
class Count:
    """What one speaker counts on one day: one number, in one report or in several."""

    figures: tuple[Figure, ...]
    day: tuple[date, date]
    best: Decimal

    @property
    def first(self) -> Figure:
        """Its first mention."""
        return self.figures[0]


@rule(FindingKind.TOTAL_FALLS, Level.COUNTS_DIFFER, "between", version=5)
def total_falls(case: Comparison) -> Iterator[Found]:
    """A later count of the same speaker is lower, of an outcome whose total can only grow.

    The two exclude each other, are told of one scene and one side, and lie six weeks apart or less; the later is a quarter or more: a later "at least 12" leaves room
    for 15. A later count of a place that the earlier one is not told of is none of all. It may be a correction: the words beside the later count may say so. One finding a measure.
    """
    for measure in case.measures:
        if measure.outcome in CUMULATIVE:
            falls = [step for step in _steps(measure, case) if _falls(*step, case)]
            yield from _told("total_falls", measure, falls, case)


@rule(FindingKind.SUPERSEDES, Level.NOTE, "between", version=2)
def supersedes(case: Comparison) -> Iterator[Found]:
    """A later count of the same speaker takes the place of the earlier one; a toll that rises is no contradiction.

    The same holds of the missing or the trapped, whose number may also fall. One finding a measure.
    """
    for measure in case.measures:
        grows = measure.outcome in CUMULATIVE
        steps = [step for step in _steps(measure, case) if step[0].best < step[1].best or not grows]
        yield from _told("supersedes", measure, steps, case)


def _falls(earlier: Count, later: Count, case: Comparison) -> bool:
    apart = all(case.exclude(a, b) for a in earlier.figures for b in later.figures)
    soon = later.day[0] - earlier.day[1] <= SOON
    falls = later.best < earlier.best and not less(later.first, earlier.first, LESS)
    there = all(case.scenes.moves(earlier.first, one) for one in later.figures)
    return falls and soon and apart and not there and _of_one_thing(earlier, later, case)


def _told(rule: str, measure: Measure, steps: Sequence[tuple[Count, Count]], case: Comparison) -> Iterator[Found]:
    if steps:
        told = "; ".join(_step(*step) for step in steps)
        counts = list(dict.fromkeys(count for step in steps for count in step))
        yield Found(
            text=say(f"finding.{rule}", measure=measured(measure, case.language), told=told),
            arithmetic="; ".join(f"{amount(a.first)} → {amount(b.first)}" for a, b in steps),
            spans=[case.of(count.first) for count in counts],
            figures=[figure for count in counts for figure in count.figures],
        )


def _step(earlier: Count, later: Count) -> str:
    before, after = (
        say("count.dated", number=amount(count.first), days=day_words(count.day)) for count in (earlier, later)
    )
    return say("apart.step", before=before, after=after, speaker=later.first.speaker[0])


def _steps(measure: Measure, case: Comparison) -> Iterator[tuple[Count, Count]]:
    """For each speaker, each count with the next one of a later day where the number is another."""
    spoken = [figure for figure in counts_of_all(case, measure) if figure.speaker and figure.best is not None]
    for figures in _by_speaker(spoken, case):
        for earlier, later in pairwise(_counts(figures, case)):
            if earlier.day[1] < later.day[0] and earlier.best != later.best:
                yield earlier, later


def _of_one_thing(earlier: Count, later: Count, case: Comparison) -> bool:
    return any(case.same_thing(a, b) for a in earlier.figures[:MOST] for b in later.figures[:MOST])


def _counts(figures: Sequence[Figure], case: Comparison) -> list[Count]:
    """A speaker's counts in order of days; days on which the speaker gives two numbers tell nothing and are left out.

    What is less than a quarter of another of the day is of something smaller: "two had been counted twice".
    """
    by_day: dict[tuple[date, date], list[Figure]] = defaultdict(list)
    for figure in figures:
        if (day := day_of(figure, case)) is not None:
            by_day[day].append(figure)
    for day, given in by_day.items():
        by_day[day] = [one for one in given if not any(_is_less(one, other) for other in given)]
    return [
        Count(tuple(given), day, given[0].best)
        for day, given in sorted(by_day.items())
        if given[0].best is not None and len({figure.best for figure in given}) == 1
    ]


def _is_less(one: Figure, other: Figure) -> bool:
    smaller = one.best is not None and other.best is not None and one.best < other.best
    return smaller and less(one, other, LESS)


def _by_speaker(figures: Sequence[Figure], case: Comparison) -> list[list[Figure]]:
    by_name: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_name[figure.speaker[0]].append(figure)
    groups: dict[str, list[Figure]] = {}
    for name, given in sorted(by_name.items()):
        home = next((other for other in groups if case.same_speaker((other,), (name,))), name)
        groups.setdefault(home, []).extend(given)
    return list(groups.values())
