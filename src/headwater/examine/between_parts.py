"""The rule on parts that one report gives and wholes that another gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.scenes import FAR, two_voices
from headwater.examine.times import comparable
from headwater.examine.voices import counts_of_all, voices
from headwater.examine.wording import amount, counted, measured
from headwater.language import Language
from headwater.language.groups import lexicon as groups
from headwater.messages import listing, number, say
from headwater.model import Figure, FindingKind, Level, Measure

__all__ = ["part_exceeds_total_between"]

TWICE = 2
"""How many times a group may be the whole of another report and still be held to be of it."""


@rule(FindingKind.PART_EXCEEDS_TOTAL, Level.COUNTS_DIFFER, "between", version=6)
def part_exceeds_total_between(case: Comparison) -> Iterator[Found]:
    """A part that one report or speaker gives is larger than the whole that another gives, of one event, outcome and time.

    Taken at its least, the part is more than the whole at its most. In one report two are held against each other where two speakers are named for
    them; a part that is told as one of that whole is looked at by the rule of that name. Parts are groups of people, told as a part ("children among them") or as all of theirs ("15 patients died", where others count 14 dead in all): those that are limited to a place, or told only as some of them, are left out, and
    so are wholes of a voice that counts several things, and groups more than twice the whole. One finding a measure.
    """
    parts = _parts(case)
    for whole in case.measures:
        if whole.group == "person" and whole.place is None:
            all_told = case.figures(whole)
            groups = [
                part for part in parts[_whole_of(whole)] if case.is_part(part) or not _told_of_all(part, all_told, case)
            ]
            pairs = list(_exceeding(groups, _totals(case, whole), case))
            if pairs:
                yield _larger(whole, pairs, case)


def _told_of_all(part: Figure, all_told: Sequence[Figure], case: Comparison) -> bool:
    """Whether somebody gives a group's number as that of all at its time, or its report gives a whole, not by another speaker: the wholes differ then, and that is told."""
    return any(
        (one.document == part.document and not two_voices(one, part))
        or (one.best == part.best and comparable(one, part, case))
        for one in all_told
    )


def _totals(case: Comparison, whole: Measure) -> list[Figure]:
    """The figures of a whole that count all there were; none of a voice that itself counts several things."""
    return [figure for voice in voices(counts_of_all(case, whole), case) for figure in voice]


def _whole_of(measure: Measure) -> tuple[object, ...]:
    return measure.event, measure.outcome, measure.period, measure.unit


def _parts(case: Comparison) -> dict[object, list[Figure]]:
    found: dict[object, list[Figure]] = defaultdict(list)
    for measure in case.measures:
        if measure.place is None and measure.group != "person":
            people = _are_people(measure.group, case.language)
            of_all = {figure.id for figure in counts_of_all(case, measure)} if people else set()
            found[_whole_of(measure)] += [
                figure for figure in case.figures(measure) if case.is_part(figure) or figure.id in of_all
            ]
    return found


def _are_people(group: str, language: Language) -> bool:
    known = groups(language)
    noun = known.nouns.get(group)
    return (noun.kind if noun else known.kind(group)) == "person"


def _exceeding(parts: Sequence[Figure], totals: Sequence[Figure], case: Comparison) -> Iterator[tuple[Figure, Figure]]:
    """Each part with the first whole of another report that it exceeds."""
    bounded = sorted((total.high, number, total) for number, total in enumerate(totals) if total.high is not None)
    for part in parts:
        for high, _, total in bounded:
            if part.low is None or part.low <= high:
                break
            if _said_by_two(part, total, case) and _is_whole_of(total, part, case) and _comparable(part, total, case):
                yield part, total
                break


def _said_by_two(part: Figure, total: Figure, case: Comparison) -> bool:
    """Whether two reports give a part and a whole, or two speakers of one report who do not tell the one as part of the other.

    Who counts several groups in a sentence ("a soldier and six rebels") tells them apart, and not against the whole of another speaker.
    """
    if part.document != total.document:
        return True
    near = case.account(part.document).figures_of(part.sentence)
    alone = all(one.group == part.group for one in near if one.outcome is part.outcome)
    return part.part_of != total.id and two_voices(part, total) and alone


def _is_whole_of(total: Figure, part: Figure, case: Comparison) -> bool:
    """Whether a count may hold a group: one of civilians holds only what is told as its part, as soldiers are none."""
    return total.group in (None, "person") or case.is_part(part)


def _comparable(part: Figure, total: Figure, case: Comparison) -> bool:
    """Whether a whole may be that of a part: of its time and scene, and not far less than the whole in the part's own report.

    A group that is told without a whole may be of something else; the whole is then half of it or more.
    """
    own = case.whole(part)
    told, times = (part, TWICE) if own is None else (own, FAR)
    less = told.best is not None and total.best is not None and total.best * times < told.best
    return not less and comparable(part, total, case) and case.same_thing(part, total)


def _larger(whole: Measure, pairs: Sequence[tuple[Figure, Figure]], case: Comparison) -> Found:
    figures = [figure for pair in pairs for figure in (pair[1], pair[0])]
    parts = listing(dict.fromkeys(counted(part) for part, _ in pairs))
    totals = listing(dict.fromkeys(amount(total) for _, total in pairs))
    terms = dict.fromkeys(
        f"{number(part.low)} > {number(total.high)}" for part, total in pairs if part.low and total.high
    )
    return Found(
        text=say(
            "finding.part_exceeds_total_between", measure=measured(whole, case.language), parts=parts, totals=totals
        ),
        arithmetic="; ".join(terms),
        spans=case.first_spans(figures),
        figures=figures,
    )
