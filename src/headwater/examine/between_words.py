"""Rules on one number that several reports put into other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import amount, measured, outcome_words
from headwater.language import Language
from headwater.language.collation import alike, whole_groups
from headwater.language.groups import lexicon
from headwater.messages import listing, number, say
from headwater.model import Agreement, Figure, FindingKind, Level, Measure, Outcome, Reading

__all__ = ["compatible", "hedge_differs", "narrower", "other_nouns", "same_number_other_words"]

NEIGHBOURS = (
    frozenset({Outcome.INJURED, Outcome.HOSPITALISED, Outcome.DISABLED, Outcome.CASUALTIES, Outcome.AFFECTED}),
    frozenset({Outcome.CAPTURED, Outcome.DETAINED, Outcome.MISSING, Outcome.TRAPPED}),
    frozenset({Outcome.KILLED, Outcome.CASUALTIES, Outcome.MISSING}),
    frozenset({Outcome.DISPLACED, Outcome.RESCUED, Outcome.AFFECTED, Outcome.BEREAVED}),
    frozenset({Outcome.DESTROYED, Outcome.DAMAGED, Outcome.AFFECTED}),
)
"""Outcomes that reports are known to put for each other on the way."""

_PERSON = "person"

TELLING = Decimal(10)
"""The smallest number that is held to be the same count when its outcome differs: smaller ones recur by chance."""

Numbers = dict[tuple[object, Outcome | None, Decimal], list[Figure]]
"""Figures by event, outcome (where it matters) and number."""


@rule(FindingKind.HEDGE_DIFFERS, Level.OTHER_WORDS, "between", version=2)
def hedge_differs(case: Comparison) -> Iterator[Found]:
    """One number is bounded or hedged in one report and given otherwise in another ("at least 24", "24").

    The two reports have no way of giving it in common. One finding a measure.
    """
    for measure in case.measures:
        by_number: dict[Decimal, list[Figure]] = defaultdict(list)
        for figure in case.figures(measure):
            if figure.best is not None and not figure.spread:
                by_number[figure.best].append(figure)
        figures = [figure for figures in by_number.values() if _hedged_apart(figures) for figure in figures]
        if figures:
            yield _hedges(measure, figures, case)


def _hedged_apart(figures: Sequence[Figure]) -> bool:
    ways: dict[str, set[object]] = defaultdict(set)
    for figure in figures:
        ways[figure.document].add((figure.low, figure.high))
    distinct = {frozenset(each) for each in ways.values()}
    return any(one.isdisjoint(other) for one, other in combinations(distinct, 2))


def _hedges(measure: Measure, figures: Sequence[Figure], case: Comparison) -> Found:
    ways = listing(dict.fromkeys(amount(figure) for figure in figures))
    return Found(
        text=say("finding.hedge_differs", measure=measured(measure, case.language), ways=ways),
        spans=case.first_spans(figures),
        figures=figures,
    )


@rule(FindingKind.SAME_NUMBER_OTHER_WORDS, Level.OTHER_WORDS, "between", version=3)
def same_number_other_words(case: Comparison) -> Iterator[Found]:
    """One number stands for different outcomes in different reports ("31 injured", "31 treated in hospital").

    Numbers under ten are left out, as are reports that themselves give the number for both outcomes. Only outcomes that reports are
    known to put for each other are compared, and only of the same people: 11 men killed are not the 11 missing. One finding a number.
    """
    by_number: dict[tuple[object, Decimal, str], dict[Outcome, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for (event, outcome, best), figures in _numbers(case).items():
        if outcome is not None:
            for figure in figures:
                by_number[event, best, _whom(figure, case.language)][outcome].append(figure)
    for (_, best, _), outcomes in by_number.items():
        figures = list(dict.fromkeys(figure for pair in _neighbours(outcomes) for figure in pair))
        if figures:
            told = sorted({figure.outcome for figure in figures if figure.outcome}, key=list(Outcome).index)
            yield Found(
                text=say(
                    "finding.same_number_other_words", number=number(best), outcomes=listing(map(outcome_words, told))
                ),
                spans=case.first_spans(_in_order(figures)),
                figures=_in_order(figures),
            )


def _whom(figure: Figure, language: Language) -> str:
    """Of whom a figure counts: all, those of a group, or all things and households of a kind."""
    group = figure.group or ""
    if group in whole_groups(language):
        return ""
    kind = _kinds(language).get(group, group)
    return alike(language).get(group, group) if kind == _PERSON else kind


@cache
def _kinds(language: Language) -> dict[str, str]:
    """The class of each group."""
    return {noun.group: noun.kind for noun in lexicon(language).nouns.values()}


def _neighbours(outcomes: dict[Outcome, list[Figure]]) -> Iterator[list[Figure]]:
    """The figures of each two outcomes that are put for each other and that reports tell apart."""
    for one, other in combinations(outcomes, 2):
        if any({one, other} <= near for near in NEIGHBOURS):
            yield _told_apart(outcomes[one], outcomes[other])


def _told_apart(one: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures of reports that give the number for one of two outcomes alone, where there are such on both sides."""
    first, second = {figure.document for figure in one}, {figure.document for figure in other}
    both = first & second
    if first == both or second == both:
        return []
    return [figure for figure in (*one, *other) if figure.document not in both]


def _in_order(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: (figure.document, figure.start, figure.end))


def _numbers(case: Comparison) -> Numbers:
    """Numbers of ten and more that count something, by event, outcome and number."""
    found: Numbers = defaultdict(list)
    for measure in case.measures:
        for figure in case.figures(measure):
            if figure.best is not None and figure.best >= TELLING and figure.unit == "count":
                found[measure.event, measure.outcome, figure.best].append(figure)
    return found


@rule(FindingKind.NARROWER, Level.OTHER_WORDS, "between", version=2)
def narrower(case: Comparison) -> Iterator[Found]:
    """One number stands for all in one report, and for some of them in another.

    "Some" are a part of another count ("150 of those taken hostage"), a group within all persons, or those of one place. Numbers
    under ten are left out. One finding an outcome and number.
    """
    for (_, outcome, best), figures in _numbers(case).items():
        wide = [figure for figure in figures if not _is_narrow(figure, case)]
        whole = {figure.document for figure in wide}
        tight = [figure for figure in figures if _is_some(figure, case) and figure.document not in whole]
        if wide and tight and outcome is not None:
            shown = _in_order([*wide, *tight])
            count = say("count.befell", number=number(best), outcome=outcome_words(outcome))
            yield Found(
                text=say("finding.narrower", count=count),
                spans=case.first_spans(shown),
                figures=shown,
            )


def _is_narrow(figure: Figure, case: Comparison) -> bool:
    return case.is_part(figure) or figure.place is not None or figure.group not in whole_groups(case.language)


def _is_some(figure: Figure, case: Comparison) -> bool:
    # Families and houses are no part of all persons.
    return _is_narrow(figure, case) and _kinds(case.language).get(figure.group or "") == _PERSON


@rule(FindingKind.SAME_NUMBER_OTHER_WORDS, Level.NOTE, "between")
def other_nouns(case: Comparison) -> Iterator[Found]:
    """One count is told of people in one report, and of civilians or residents in another: one measure, other nouns.

    Numbers under ten are left out, as are reports that use both nouns. One finding a measure and number.
    """
    for measure in case.measures:
        by_number: dict[Decimal, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
        for figure in case.figures(measure):
            if figure.best is not None and figure.best >= TELLING and figure.group is not None:
                by_number[figure.best][figure.group].append(figure)
        for best, groups in by_number.items():
            pairs = combinations(groups.values(), 2)
            figures = _in_order(list(dict.fromkeys(figure for pair in pairs for figure in _told_apart(*pair))))
            if figures:
                nouns = listing(dict.fromkeys(figure.noun or say("count.people") for figure in figures))
                name = measured(measure, case.language)
                yield Found(
                    text=say("finding.other_nouns", measure=name, number=number(best), nouns=nouns),
                    spans=case.first_spans(figures),
                    figures=figures,
                )


@rule(FindingKind.COMPATIBLE, Level.NOTE, "between", version=3)
def compatible(case: Comparison) -> Iterator[Found]:
    """Counts are other numbers, but one leaves room for the other ("more than 600", "613"): they do not exclude each other.

    One finding a measure; each count with bounds is told with those that it leaves room for.
    """
    for measure in case.measures:
        rooms = _rooms(measure)
        held = dict.fromkeys(reading for wide, others in rooms for reading in (wide, *others))
        figures = _in_order(list({figure.id: figure for reading in held for figure in case.figures(reading)}.values()))
        if len({figure.document for figure in figures}) > 1:
            told = [say("apart.room", wide=_way(wide, case), others=_ways(others, case)) for wide, others in rooms]
            yield Found(
                text=say("finding.compatible", measure=measured(measure, case.language), told="; ".join(told)),
                spans=case.first_spans(figures),
                figures=figures,
            )


def _rooms(measure: Measure) -> list[tuple[Reading, list[Reading]]]:
    """Each reading with bounds, and the later or exact ones that it leaves room for; a pair stands once."""
    readings = [reading for reading in measure.readings if (reading.best, reading.low, reading.high) != (None,) * 3]
    wide = [reading for reading in readings if reading.low is None or reading.low != reading.high]
    rooms = []
    for place, one in enumerate(wide):
        others = [other for other in readings if other not in wide[: place + 1]]
        if found := [other for other in others if one.agreement(other) is Agreement.BOUNDS]:
            rooms.append((one, found))
    return rooms


def _way(reading: Reading, case: Comparison) -> str:
    return amount(case.figures(reading)[0])


def _ways(readings: Sequence[Reading], case: Comparison) -> str:
    return listing(dict.fromkeys(_way(reading, case) for reading in readings))
