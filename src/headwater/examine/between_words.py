"""Rules on one number that several reports put into other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from headwater.examine.account import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import amount, listing, measured, number
from headwater.language.collation import whole_groups
from headwater.model import Agreement, Figure, FindingKind, Level, Measure, Outcome

__all__ = ["compatible", "hedge_differs", "narrower", "same_number_other_words"]

NEIGHBOURS = (
    frozenset({Outcome.INJURED, Outcome.HOSPITALISED, Outcome.DISABLED, Outcome.CASUALTIES, Outcome.AFFECTED}),
    frozenset({Outcome.CAPTURED, Outcome.DETAINED, Outcome.MISSING, Outcome.TRAPPED}),
    frozenset({Outcome.KILLED, Outcome.CASUALTIES, Outcome.MISSING}),
    frozenset({Outcome.DISPLACED, Outcome.RESCUED, Outcome.AFFECTED, Outcome.BEREAVED}),
    frozenset({Outcome.DESTROYED, Outcome.DAMAGED, Outcome.AFFECTED}),
)
"""Outcomes that reports are known to put for each other on the way."""

TELLING = Decimal(10)
"""The smallest number that is held to be the same count when its outcome differs: smaller ones recur by chance."""


@rule(FindingKind.HEDGE_DIFFERS, Level.OTHER_WORDS, "between")
def hedge_differs(case: Comparison) -> Iterator[Found]:
    """One number is bounded or hedged in one report and given otherwise in another ("at least 24", "24")."""
    for measure in case.measures:
        by_number: dict[Decimal, list[Figure]] = defaultdict(list)
        for figure in case.figures(measure):
            if figure.best is not None and not figure.spread:
                by_number[figure.best].append(figure)
        found = [figures for figures in by_number.values() if _hedged_apart(figures)]
        if found:
            yield _hedges(measure, [figure for figures in found for figure in figures], case)


def _hedged_apart(figures: Iterable[Figure]) -> bool:
    hedges: dict[str, set[tuple[object, object]]] = defaultdict(set)
    for figure in figures:
        hedges[figure.document].add((figure.low, figure.high))
    return len({frozenset(each) for each in hedges.values()}) > 1


def _hedges(measure: Measure, figures: Sequence[Figure], case: Comparison) -> Found:
    ways = list(dict.fromkeys(amount(figure) for figure in figures))
    return Found(text=f"{measured(measure)}: {listing(ways)}.", spans=case.first_spans(figures), figures=figures)


@rule(FindingKind.SAME_NUMBER_OTHER_WORDS, Level.OTHER_WORDS, "between")
def same_number_other_words(case: Comparison) -> Iterator[Found]:
    """One number stands for different outcomes in different reports ("31 injured", "31 treated in hospital").

    Numbers under ten are left out, as are reports that themselves give the number for both outcomes. Only outcomes that reports are
    known to put for each other are compared.
    """
    by_number: dict[tuple[object, ...], dict[Outcome, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for measure in case.measures:
        for figure in case.figures(measure):
            if figure.best is not None and figure.best >= TELLING and figure.unit == "count":
                by_number[measure.event, figure.best][measure.outcome].append(figure)
    for (_, best), outcomes in by_number.items():
        for one, other in combinations(sorted(outcomes, key=list(Outcome).index), 2):
            figures = _told_apart(outcomes[one], outcomes[other])
            if figures and any(one in near and other in near for near in NEIGHBOURS):
                yield _other_words(one, other, best, figures, case)


def _told_apart(one: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures of reports that give the number for one of two outcomes alone, where there are such on both sides."""
    first, second = {figure.document for figure in one}, {figure.document for figure in other}
    both = first & second
    if first <= both or second <= both:
        return []
    kept = [figure for figure in (*one, *other) if figure.document not in both]
    return sorted(kept, key=lambda figure: (figure.document, figure.start))


def _other_words(one: Outcome, other: Outcome, best: object, figures: Sequence[Figure], case: Comparison) -> Found:
    words = " : ".join(outcome.value.replace("_", " ") for outcome in (one, other))
    value = number(best) if isinstance(best, Decimal) else str(best)
    return Found(
        text=f"{value} stands for different outcomes: {words}.", spans=case.first_spans(figures), figures=figures
    )


@rule(FindingKind.NARROWER, Level.OTHER_WORDS, "between")
def narrower(case: Comparison) -> Iterator[Found]:
    """One number stands for all in one report, and for some of them in another.

    "Some" are a part of another count ("150 of those taken hostage"), a group within all persons, or those of one place.
    """
    whole = whole_groups(case.language)
    by_number: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for measure in case.measures:
        for figure in case.figures(measure):
            if figure.best is not None and figure.best >= TELLING and figure.unit == "count":
                by_number[measure.event, measure.outcome, figure.best].append(figure)
    for (_, outcome, best), figures in by_number.items():
        wide = [figure for figure in figures if not _narrow(figure, whole, case)]
        only = {figure.document for figure in figures if _narrow(figure, whole, case)} - {
            figure.document for figure in wide
        }
        tight = [figure for figure in figures if figure.document in only]
        if wide and tight:
            words = f"{number(best)} {outcome}" if isinstance(best, Decimal) else str(outcome)
            shown = sorted((*wide, *tight), key=lambda figure: (figure.document, figure.start))
            yield Found(
                text=f"{words}: of all in one report, of some in another.",
                spans=case.first_spans(shown),
                figures=shown,
            )


def _narrow(figure: Figure, whole: Collection[str], case: Comparison) -> bool:
    return case.is_part(figure) or figure.place is not None or figure.group not in whole


@rule(FindingKind.COMPATIBLE, Level.NOTE, "between")
def compatible(case: Comparison) -> Iterator[Found]:
    """The readings are other numbers, but one leaves room for the other ("more than 600", "613"): they do not exclude each other."""
    for measure in case.measures:
        readings = [
            reading for reading in measure.readings if (reading.best, reading.low, reading.high) != (None, None, None)
        ]
        pairs = combinations(readings, 2)
        held = [reading for pair in pairs if pair[0].agreement(pair[1]) is Agreement.BOUNDS for reading in pair]
        figures = sorted(
            {figure.id: figure for reading in held for figure in case.figures(reading)}.values(),
            key=lambda figure: (figure.document, figure.start),
        )
        if len({figure.document for figure in figures}) > 1:
            ways = listing(dict.fromkeys(amount(figure) for figure in figures))
            yield Found(
                text=f"{measured(measure)}: {ways} leave room for each other; they are not listed as different.",
                spans=case.first_spans(figures),
                figures=figures,
            )
