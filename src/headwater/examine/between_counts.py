"""Rules on counts of several reports that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.examine.account import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.sides import some_of_them
from headwater.examine.times import comparable, day_of, time_of
from headwater.examine.wording import amount, day_words, listing, measured
from headwater.language.collation import whole_groups
from headwater.model import Agreement, Figure, FindingKind, Level, Measure, Outcome, agreement

__all__ = ["MOST", "counts_of_all", "differs"]


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between", version=3)
def differs(case: Comparison) -> Iterator[Found]:
    """Reports give counts of one measure at one time that exclude each other.

    Compared are figures of one event, outcome, group, place and period that hold for the same day (the day of publication where no
    other is given), or that are all told long after the event, and that are told of one scene and one side: the words around them are
    alike, and neither names a place that the other's report does not know. A report that gives both counts as one speaker's does not
    differ from a report that gives one of them. Vague words, ranges that hold the other number, words that sum up others' counts, and
    later counts of the same speaker are no rivals; nor are counts of a voice that itself gives several, or
    "nobody was hit", which may be said of some. One finding a measure,
    however many reports there are.
    """
    for measure in case.measures:
        if measure.outcome is not Outcome.OTHER:
            rivals = _rivals(counts_of_all(case, measure), case)
            if rivals:
                yield _difference(measure, rivals, case)


def counts_of_all(case: Comparison, measure: Measure) -> list[Figure]:
    """The figures of a measure that count all there were, in (document, place) order.

    Left out are parts, sums of others' counts, single cases told by themselves, vague words, and "none" of those who are only said to
    have been affected or rescued, since it is mostly said of some or of a time; so are civilians that a sentence counts beside others.
    """
    return [
        figure for figure in case.figures(measure) if _counts_all(figure, case) and not _beside_others(figure, case)
    ]


def _counts_all(figure: Figure, case: Comparison) -> bool:
    bounded = (figure.best, figure.low, figure.high) != (None, None, None)
    none_of_some = figure.negated and figure.outcome in (Outcome.AFFECTED, Outcome.RESCUED)
    return bounded and not (figure.spread or _counts_some(figure, case) or figure.implied or none_of_some)


def _counts_some(figure: Figure, case: Comparison) -> bool:
    """Whether a figure is a part of the same people ("20 of the 40 dead were on deck"); the children among them are all the children."""
    everybody = figure.group is None or figure.group in whole_groups(case.language)
    if everybody and some_of_them(case.account(figure.document).report.text, figure, case.language):
        return True
    whole = case.whole(figure)
    if whole is None or not case.is_part(figure):
        return case.is_part(figure)
    return everybody or figure.group == whole.group or whole.place is not None


def _beside_others(figure: Figure, case: Comparison) -> bool:
    """Whether a figure counts residents or civilians where its sentence counts others of the same outcome ("30 civilians and 200 soldiers")."""
    if figure.group == "person" or figure.group not in whole_groups(case.language):
        return False
    near = case.account(figure.document).figures_of(figure.sentence)
    return any(one.outcome is figure.outcome and one.group not in (None, "person", figure.group) for one in near)


Voice = list[Figure]
"""What one speaker, or the report itself, gives of one measure in one report."""

HEAD = 400
"""Code points from the first paragraph on in which a report that tells of several scenes gives the count of all."""

MOST = 50
"""Voices of one count that a voice is held against; more would tell the same."""


def _rivals(figures: Sequence[Figure], case: Comparison) -> list[Figure]:
    """The figures that take part in a difference, in (document, place) order.

    Voices that give the same values for the same time stand alike to all others, so they are compared once; and a class that has
    one rival needs no second.
    """
    classes = _classes(figures, case)
    found: dict[str, Figure] = {}
    settled: set[int] = set()
    for (a, one), (b, other) in combinations(enumerate(classes), 2):
        if settled >= {a, b}:
            continue
        if _apart(one[0], other[0], case) and not _one_speaker(one, other, case):
            rivals = [*_facing(one, other, case), *_facing(other, one, case)]
            settled |= {a, b} if rivals else set()
            found |= {figure.id: figure for voice in rivals for figure in voice}
    return sorted(found.values(), key=lambda figure: (figure.document, figure.start))


def _facing(voices: Sequence[Voice], others: Sequence[Voice], case: Comparison) -> list[Voice]:
    """The voices that count the same as any of the others: of one scene and one side."""
    return [voice for voice in voices if any(case.same_thing(voice[0], other[0]) for other in others[:MOST])]


def _classes(figures: Sequence[Figure], case: Comparison) -> list[list[Voice]]:
    by_document: dict[str, dict[tuple[str, ...], Voice]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        by_document[figure.document][figure.speaker[:1]].append(figure)
    classes: dict[object, list[Voice]] = defaultdict(list)
    for document, voices in by_document.items():
        told = [kept for voice in voices.values() if (kept := _principal(voice, case))]
        for voice in _of_all(told, document, case):
            classes[_stand(voice, case)].append(voice)
    return list(classes.values())


def _of_all(voices: Sequence[Voice], document: str, case: Comparison) -> Sequence[Voice]:
    """The voices of one report that may count all there were: where it counts several scenes, those at its head."""
    pairs = [(a, b) for one, other in combinations(voices, 2) for a in one for b in other]
    several = any(agreement(a, b) is Agreement.DIFFERS and not case.scenes.one(a, b) for a, b in pairs)
    if not several:
        return voices
    end = case.account(document).head + HEAD
    return [voice for voice in voices if any(figure.start < end for figure in voice)]


def _principal(voice: Voice, case: Comparison) -> Voice:
    """What a voice gives as the count of all: where it counts several things, what it does not place elsewhere than its report opens."""
    if not _counts_several(voice):
        return voice
    here = [figure for figure in voice if not (case.scenes.leads_away(figure) or case.scenes.names_others(figure))]
    return here if here and not _counts_several(here) else []


def _counts_several(voice: Voice) -> bool:
    """Whether one voice gives counts that exclude each other: of several clashes, say; nothing tells which counts all."""
    return any(
        agreement(a, b) is Agreement.DIFFERS
        for a, b in combinations({_value(figure): figure for figure in voice}.values(), 2)
    )


def _value(figure: Figure) -> object:
    return figure.best, figure.low, figure.high


def _stand(voice: Voice, case: Comparison) -> object:
    return frozenset((figure.best, figure.low, figure.high, time_of(figure, case)) for figure in voice)


def _apart(one: Voice, other: Voice, case: Comparison) -> bool:
    """Whether every count of one voice excludes every count of the other, at one time."""
    pairs = ((a, b) for a in one for b in other)
    return all(agreement(a, b) is Agreement.DIFFERS and comparable(a, b, case) for a, b in pairs)


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


def _difference(measure: Measure, figures: Sequence[Figure], case: Comparison) -> Found:
    shown = case.first_mentions(figures)
    values = list(dict.fromkeys(amount(figure) for figure in shown))
    return Found(
        text=f"{measured(measure, case.language)}: {listing(values)} exclude each other (as of {_as_of(figures, case)}).",
        arithmetic=" ≠ ".join(values),
        spans=[case.of(figure) for figure in shown],
        figures=figures,
    )


def _as_of(figures: Sequence[Figure], case: Comparison) -> str:
    spans = [span for figure in figures if (span := day_of(figure, case))]
    return day_words((min(first for first, _ in spans), max(last for _, last in spans)) if spans else None)
