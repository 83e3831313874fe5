"""Rules on counts of several reports that exclude each other, or follow each other in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.examine.account import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.times import comparable, day_of, time_of, time_words
from headwater.examine.wording import amount, listing, measured, number
from headwater.model import Agreement, Figure, FindingKind, Level, Measure, Outcome, StatementKind, agreement

__all__ = ["attribution_disputed", "differs", "part_exceeds_total_between", "supersedes", "total_falls"]

CUMULATIVE = frozenset(
    {
        Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.BEREAVED, Outcome.DISABLED, Outcome.HOSPITALISED,
        Outcome.CAPTURED, Outcome.DISPLACED, Outcome.DESTROYED, Outcome.DAMAGED, Outcome.DAMAGE_COST, Outcome.AFFECTED,
    }
)  # fmt: skip
"""Outcomes whose total can only grow; the missing are found, the trapped freed, and so on."""


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between")
def differs(case: Comparison) -> Iterator[Found]:
    """Reports give counts of one measure at one time that exclude each other.

    Compared are figures of one event, outcome, group, place and period that hold for the same day (the day of publication where no
    other is given), or that are all told long after the event. A report that gives both counts as one speaker's does not differ
    from a report that gives one of them. Vague words, ranges that hold the other number, words that sum up others' counts, and
    later counts of the same speaker are no rivals. One finding a measure, however many reports there are.
    """
    for measure in case.measures:
        rivals = _rivals(_eligible(case, measure), case)
        if rivals:
            yield _difference(measure, rivals, case)


def _eligible(case: Comparison, measure: Measure) -> list[Figure]:
    return [figure for figure in case.figures(measure) if _is_count_of_all(figure, case)]


def _is_count_of_all(figure: Figure, case: Comparison) -> bool:
    """Whether a figure counts all there were: no part, no sum of others' counts, no single case told by itself, no vague word."""
    bounded = figure.best is not None or figure.low is not None or figure.high is not None
    return bounded and not (figure.spread or case.is_part(figure) or figure.implied)


Voice = list[Figure]
"""What one speaker, or the report itself, gives of one measure in one report."""


def _rivals(figures: Sequence[Figure], case: Comparison) -> list[Figure]:
    """The figures that take part in a difference, in (document, place) order.

    Voices that give the same values for the same time stand alike to all others, so they are compared once: a case of a thousand
    reports has few such classes.
    """
    by_voice: dict[tuple[str, tuple[str, ...]], Voice] = defaultdict(list)
    for figure in figures:
        by_voice[figure.document, figure.speaker[:1]].append(figure)
    classes: dict[tuple[object, ...], list[Voice]] = defaultdict(list)
    for voice in by_voice.values():
        classes[_stand(voice, case)].append(voice)
    found: dict[str, Figure] = {}
    for one, other in combinations(classes.values(), 2):
        if _apart(one[0], other[0], case) and not _one_speaker(one, other, case):
            found |= {figure.id: figure for voice in (*one, *other) for figure in voice}
    return sorted(found.values(), key=lambda figure: (figure.document, figure.start))


def _stand(voice: Voice, case: Comparison) -> tuple[object, ...]:
    return tuple(
        sorted({(str(figure.best), str(figure.low), str(figure.high), str(time_of(figure, case))) for figure in voice})
    )


def _apart(one: Voice, other: Voice, case: Comparison) -> bool:
    """Whether every count of one voice excludes every count of the other, at one time."""
    pairs = ((a, b) for a in one for b in other)
    return all(agreement(a, b) is Agreement.DIFFERS and comparable(a, b, case) for a, b in pairs)


def _one_speaker(one: Sequence[Voice], other: Sequence[Voice], case: Comparison) -> bool:
    """Whether two classes are nothing but one report's own two ways of giving its count.

    Within one report, its own voice and a speaker's are told apart only where both are named: a headline repeats the text.
    """
    if len(one) > 1 or len(other) > 1 or one[0][0].document != other[0][0].document:
        return False
    a, b = one[0][0], other[0][0]
    return not (a.speaker and b.speaker) or case.same_speaker(a, b)


def _difference(measure: Measure, figures: Sequence[Figure], case: Comparison) -> Found:
    shown = case.first_mentions(figures)
    values = list(dict.fromkeys(amount(figure) for figure in shown))
    times = sorted({time_words(figure, case) for figure in shown})
    return Found(
        text=f"{measured(measure)}: {len(values)} values that exclude each other, {listing(values)} (as of {listing(times)}).",
        arithmetic=" ≠ ".join(values),
        spans=[case.of(figure) for figure in shown],
        figures=figures,
    )


@rule(FindingKind.PART_EXCEEDS_TOTAL, Level.COUNTS_DIFFER, "between")
def part_exceeds_total_between(case: Comparison) -> Iterator[Found]:
    """A part that one report gives is larger than the whole that another gives, of one event, outcome and time."""
    wholes = [measure for measure in case.measures if measure.group == "person" and measure.place is None]
    for whole in wholes:
        totals = [figure for figure in _eligible(case, whole) if figure.high is not None]
        for part in _parts_of(whole, case):
            for total in totals:
                over = part.low is not None and total.high is not None and part.low > total.high
                if over and part.document != total.document and comparable(part, total, case):
                    yield _larger(part, total, case)
                    break


def _parts_of(whole: Measure, case: Comparison) -> Iterator[Figure]:
    for measure in case.measures:
        if (measure.event, measure.outcome, measure.unit) == (
            whole.event,
            whole.outcome,
            whole.unit,
        ) and measure is not whole:
            yield from (figure for figure in case.figures(measure) if case.is_part(figure) and figure.place is None)


def _larger(part: Figure, total: Figure, case: Comparison) -> Found:
    assert part.low is not None
    assert total.high is not None
    return Found(
        text=f"One report gives {amount(part)} {part.noun or ''} as a part; another gives {amount(total)} as the whole.",
        arithmetic=f"{number(part.low)} > {number(total.high)}",
        spans=[case.of(total), case.of(part)],
        figures=[total, part],
    )


@rule(FindingKind.TOTAL_FALLS, Level.COUNTS_DIFFER, "between")
def total_falls(case: Comparison) -> Iterator[Found]:
    """A later count of the same speaker is lower, of an outcome whose total can only grow.

    It may be a correction: the words beside the later count may say so.
    """
    for measure, earlier, later in _successions(case):
        if (
            earlier.best is not None
            and later.best is not None
            and later.best < earlier.best
            and measure.outcome in CUMULATIVE
        ):
            yield _succession(measure, earlier, later, case, "falls")


@rule(FindingKind.SUPERSEDES, Level.NOTE, "between")
def supersedes(case: Comparison) -> Iterator[Found]:
    """A later count of the same speaker takes the place of the earlier one; a toll that rises is no contradiction."""
    for measure, earlier, later in _successions(case):
        if (
            earlier.best is not None
            and later.best is not None
            and (later.best > earlier.best or measure.outcome not in CUMULATIVE)
        ):
            yield _succession(measure, earlier, later, case, "goes")


def _succession(measure: Measure, earlier: Figure, later: Figure, case: Comparison, verb: str) -> Found:
    days = f"{time_words(earlier, case)} → {time_words(later, case)}"
    return Found(
        text=f"{measured(measure)}: the count of one speaker ({later.speaker[0]}) {verb} from {amount(earlier)} to {amount(later)}.",
        arithmetic=f"{days}: {amount(earlier)} → {amount(later)}",
        spans=[case.of(earlier), case.of(later)],
        figures=[earlier, later],
    )


def _successions(case: Comparison) -> Iterator[tuple[Measure, Figure, Figure]]:
    """For each measure and speaker, the first and last count where they differ and the last is of a later day."""
    for measure in case.measures:
        spoken = [figure for figure in _eligible(case, measure) if figure.speaker and figure.best is not None]
        for group in _by_speaker(spoken, case):
            dated = sorted(
                (day, figure.document, figure.start, figure) for figure in group if (day := day_of(figure, case))
            )
            if len(dated) > 1 and dated[0][0][1] < dated[-1][0][0] and dated[0][3].best != dated[-1][3].best:
                yield measure, dated[0][3], dated[-1][3]


def _by_speaker(figures: Sequence[Figure], case: Comparison) -> list[list[Figure]]:
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next((group for group in groups if case.same_speaker(group[0], figure)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return groups


@rule(FindingKind.ATTRIBUTION_DISPUTED, Level.COUNTS_DIFFER, "between")
def attribution_disputed(case: Comparison) -> Iterator[Found]:
    """A count is put in the mouth of a speaker who, elsewhere in these reports, is said to deny it."""
    figures = {figure.id: figure for account in case.accounts for figure in account.figures}
    for account in case.accounts:
        for statement in account.statements:
            if statement.kind is not StatementKind.DENIES or not statement.speaker:
                continue
            about = [figures[name] for name in statement.about if name in figures]
            for figure in about:
                if figure.speaker[:1] == statement.speaker[:1]:
                    yield Found(
                        text=f"{amount(figure)} is given as from {figure.speaker[0]}, who is also said to deny it.",
                        spans=[case.of(figure), account.of(statement)],
                        figures=[figure],
                    )
