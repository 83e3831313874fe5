"""Rules on counts of several reports that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.times import comparable, day_of, fallen, time_of
from headwater.examine.voices import Voice, counts_of_all, voices
from headwater.examine.wording import amount, day_words, measured
from headwater.messages import listing, say
from headwater.model import Figure, FindingKind, Level, Measure, Outcome

__all__ = ["MOST", "as_of", "differs", "who_counts_whom"]


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between", version=7)
def differs(case: Comparison) -> Iterator[Found]:
    """Reports give counts of one measure at one time that exclude each other.

    Compared are figures of one event, outcome, group, place and period that hold for the same day (the day of publication or of the last change where no
    other is given), or that are all told long after the event or by reports without a day on an event that has a day or of a place in common, and that are told of one scene and one side: the words around them are
    alike, and neither names a place that the other's report does not know. A count of the dead for a later day is compared where it is the lower one,
    and a fifth lower at most, or less than half, or nobody, where two speakers are named. A report that gives both counts as one speaker's does not
    differ from a report that gives one of them. Vague words, counts told as those before ("earlier reports had put it at nine"), ranges that hold the other number, words that sum up others' counts, and
    later counts of the same speaker are no rivals; nor are counts of a voice that itself gives several, or
    "nobody was hit", which may be said of some, nor between reports counts of which one is less than a quarter of the other (where two speakers are named they may be as far apart as they are), or whose
    report gives the other's number as well. Who counts those that came to a hospital, or that were seen, counts at least so many:
    a larger total leaves room for them. One finding a measure, however many reports there are; counts that stand against others only
    (an earlier toll against its correction, one district's against another count of that district) are told apart in it.
    """
    for measure in case.measures:
        if measure.outcome is not Outcome.OTHER:
            rivals = _rivals([one for one in counts_of_all(case, measure) if not case.is_given_before(one)], case)
            if rivals:
                yield _difference(measure, rivals, case)


TELLING = 10
"""The smallest number that tells something where it is given again."""

NAMED = 3
"""Speakers named for one number; the words of all are shown beside."""

MOST = 50
"""Voices of one count that a voice is held against; more would tell the same."""


def _rivals(figures: Sequence[Figure], case: Comparison) -> list[list[Figure]]:
    """The figures that take part in a difference, in (document, place) order; those that no chain of rivals joins are apart.

    Voices that give the same values for the same time stand alike to all others, so they are compared once; and a class that has
    one rival needs no second.
    """
    classes = _classes(figures, case)
    found: list[dict[str, Figure]] = []
    settled: set[int] = set()
    for (a, one), (b, other) in combinations(enumerate(classes), 2):
        if settled >= {a, b}:
            continue
        if _apart(one[0], other[0], case) and not _one_speaker(one, other, case):
            rivals = [*_facing(one, other, case), *_facing(other, one, case)]
            settled |= {a, b} if rivals else set()
            found = _joined(found, {figure.id: figure for voice in rivals for figure in voice})
    each = [sorted(one.values(), key=_place) for one in found]
    return sorted(each, key=lambda one: _place(one[0]))


def _joined(sets: Sequence[dict[str, Figure]], more: dict[str, Figure]) -> list[dict[str, Figure]]:
    """The sets of figures by id with one more, those made one that it has figures in common with."""
    apart = [one for one in sets if one.keys().isdisjoint(more)]
    for one in sets:
        if not one.keys().isdisjoint(more):
            more = one | more
    return [*apart, more] if more else apart


def _place(figure: Figure) -> tuple[str, int]:
    return figure.document, figure.start


def _facing(voices: Sequence[Voice], others: Sequence[Voice], case: Comparison) -> list[Voice]:
    """The voices that count the same as any of the others: of one scene and one side."""
    return [
        voice
        for voice in voices
        if any(
            case.same_thing(voice[0], other[0])
            and not _known(voice, other, case)
            and not _later(voice, other, case)
            and not _of_a_part(voice[0], other[0], case)
            for other in others[:MOST]
        )
    ]


def _of_a_part(one: Figure, other: Figure, case: Comparison) -> bool:
    """Whether either report tells the place that the other counts as a part of its own count."""
    return case.tells_apart(one, other) or case.tells_apart(other, one)


def _later(one: Voice, other: Voice, case: Comparison) -> bool:
    """Whether two are one speaker's counts of two days, or the later only what that speaker came down to: that is for other rules."""
    a, b = one[0], other[0]
    if day_of(a, case) == day_of(b, case):
        return False
    first, then = case.speaker_of(a), case.speaker_of(b)
    return case.same_speaker(first, then) or case.says(first, b) or case.says(then, a) or _withdrawn(a, b, case)


def _withdrawn(one: Figure, other: Figure, case: Comparison) -> bool:
    """Whether the earlier of two counts was lowered by its own speaker later on, so that it stands against nothing said after."""
    days = day_of(one, case), day_of(other, case)
    if days[0] is None or days[1] is None:
        return False
    earlier, day = (one, days[0]) if days[0] < days[1] else (other, days[1])
    said = case.speaker_of(earlier)
    return any(
        (then := day_of(figure, case)) is not None
        and then[0] > day[1]
        and case.exclude(earlier, figure)
        and figure.best is not None
        and earlier.best is not None
        and earlier.best / 2 < figure.best < earlier.best
        and case.same_speaker(figure.speaker, said)
        for account in case.accounts
        for figure in account.figures
        if figure.outcome is earlier.outcome and figure.event == earlier.event and figure.group == earlier.group
    )


def _known(one: Voice, other: Voice, case: Comparison) -> bool:
    """Whether a report that gives one count in its own voice so gives the other's number too, of something: it counts another thing.

    Small numbers are told of much, and say nothing.
    """
    if one[0].document == other[0].document:
        return False
    return any(
        figure.best is not None and figure.best >= TELLING and case.also_gives(voice[0], figure)
        for voice, figures in ((one, other), (other, one))
        for figure in figures
    )


def _classes(figures: Sequence[Figure], case: Comparison) -> list[list[Voice]]:
    classes: dict[object, list[Voice]] = defaultdict(list)
    for voice in voices(figures, case):
        classes[_stand(voice, case)].append(voice)
    return list(classes.values())


def _stand(voice: Voice, case: Comparison) -> object:
    return frozenset(
        (figure.best, figure.low, figure.high, case.is_floor(figure), time_of(figure, case)) for figure in voice
    )


def _apart(one: Voice, other: Voice, case: Comparison) -> bool:
    """Whether every count of one voice excludes every count of the other, at one time or by being lower on a later day."""
    return all(case.exclude(a, b) and (comparable(a, b, case) or fallen(a, b, case)) for a in one for b in other)


def _one_speaker(one: Sequence[Voice], other: Sequence[Voice], case: Comparison) -> bool:
    """Whether two classes are nothing but one speaker's counts: of two days, or two ways of giving one in a report.

    Within one report, its own voice and a speaker's are told apart only where both are named: a headline repeats the text.
    """
    if len(one) > 1 or len(other) > 1:
        return False
    ((a, *_),), ((b, *_),) = one, other
    if case.same_speaker(a.speaker, b.speaker):
        return a.document == b.document or day_of(a, case) != day_of(b, case)
    return a.document == b.document and not (a.speaker and b.speaker)


def _difference(measure: Measure, rivals: Sequence[Sequence[Figure]], case: Comparison) -> Found:
    figures = sorted((figure for one in rivals for figure in one), key=_place)
    values = [_numbers(case.first_mentions(one)) for one in rivals]
    each = [
        say("apart.counts", counts=listing(held), as_of=as_of(one, case))
        for held, one in zip(values, rivals, strict=True)
    ]
    said = say("finding.differs", measure=measured(measure, case.language), told="; ".join(each))
    return Found(
        text=f"{said} {who}" if (who := who_counts_whom(figures, case)) else said,
        arithmetic="; ".join(" ≠ ".join(held) for held in values),
        spans=case.first_spans(figures),
        figures=figures,
    )


def _numbers(figures: Sequence[Figure]) -> list[str]:
    """Each number once, as it is first given: "at least 65" and "65" do not exclude each other."""
    told: dict[object, str] = {}
    for figure in figures:
        told.setdefault(figure.best if figure.best is not None else amount(figure), amount(figure))
    return list(dict.fromkeys(told.values()))


def who_counts_whom(figures: Sequence[Figure], case: Comparison) -> str:
    """For each number who is named as giving it, and of which side: "Said by: 19 (of raiders), army; 12, coast guard."."""
    by_number: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        side = case.side_named(figure)
        number = say("count.sided", number=amount(figure), side=side) if side else amount(figure)
        named = {name.casefold() for name in by_number[number]}
        if figure.speaker and figure.speaker[0].casefold() not in named:
            by_number[number].append(figure.speaker[0])
    told = [
        say("apart.said", number=number, names=listing(names[:NAMED])) for number, names in by_number.items() if names
    ]
    return say("apart.said_by", told="; ".join(told)) if told else ""


def as_of(figures: Sequence[Figure], case: Comparison) -> str:
    """The days that figures hold for: "as of 3 May 2011", or that no day is given."""
    spans = [span for figure in figures if (span := day_of(figure, case))]
    whole = (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
    return say("range.as_of", days=day_words(whole)) if whole else day_words(whole)
