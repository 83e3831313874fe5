"""Which counts of a measure stand for all there were, and what each voice in a report gives as that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.examine.comparison import Comparison
from headwater.examine.scenes import LESS, less
from headwater.examine.sides import counts_the_rest, some_of_group, some_of_them
from headwater.language.collation import whole_groups
from headwater.model import Agreement, Figure, Measure, Outcome, agreement

__all__ = ["Voice", "counts_of_all", "voices"]

Voice = list[Figure]
"""What one speaker, or the report itself, gives of one measure in one report."""

HEAD = 400
"""Code points from the first paragraph on in which a report that tells of several scenes gives the count of all."""


TOPPING = 250
"""Code points behind a count within which others come on top of it."""


def counts_of_all(case: Comparison, measure: Measure) -> list[Figure]:
    """The figures of a measure that count all there were, in (document, place) order.

    Left out are parts, sums of others' counts, single cases told by themselves, vague words, and "none" of those who are only said to
    have been affected or rescued, since it is mostly said of some or of a time; so are civilians that a sentence counts beside others.
    """
    if measure.id not in case.counts:
        case.counts[measure.id] = [
            figure for figure in case.figures(measure) if _counts_all(figure, case) and not _beside_others(figure, case)
        ]
    return case.counts[measure.id]


def _counts_all(figure: Figure, case: Comparison) -> bool:
    bounded = (figure.best, figure.low, figure.high) != (None, None, None)
    none_of_some = figure.negated and figure.outcome in (Outcome.AFFECTED, Outcome.RESCUED)
    some = figure.spread or figure.implied or figure.is_added or _is_topped(figure, case)
    return bounded and not (some or none_of_some or _counts_some(figure, case))


def _is_topped(figure: Figure, case: Comparison) -> bool:
    """Whether others come on top of a figure that its report tells right behind it: "seven died at once; another three died in hospital"."""
    added = case.account(figure.document).added
    first = bisect_left(added, figure.end, key=lambda one: one.start)
    last = bisect_right(added, figure.end + TOPPING, lo=first, key=lambda one: one.start)
    return any(one.outcome is figure.outcome and one.event == figure.event for one in added[first:last])


def _counts_some(figure: Figure, case: Comparison) -> bool:
    """Whether a figure is a part of the same people ("20 of the 40 dead were on deck"); the children among them are all the children."""
    everybody = figure.group is None or figure.group in whole_groups(case.language)
    text = case.account(figure.document).report.text
    whole, part = case.whole(figure), case.is_part(figure)
    if _others_too(figure, text, case) or _goes_on_of_a_group(figure, text, case):
        return True
    # "Two of the four who were shot died": all the dead.
    of_those_there = whole is not None and not part
    if not of_those_there and (some_of_them if everybody else some_of_group)(text, figure, case.language):
        return True
    if whole is None or not part:
        return part
    # "700 this year, a dozen candidates among them": the part is of that year as well.
    return everybody or figure.group == whole.group or whole.place is not None or whole.period != figure.period


def _others_too(figure: Figure, text: str, case: Comparison) -> bool:
    """Whether a figure counts others of its own outcome: "killing the rector and five others", "two were hurt, then another three".

    "Two were killed and three others hurt" counts all that were hurt: what goes before is of another outcome.
    """
    if not counts_the_rest(text, figure, case.language):
        return False
    near = case.account(figure.document).figures_of(figure.sentence)
    before = [one for one in near if one.end <= figure.start and one.outcome is not None]
    return (before[-1].outcome if before else Outcome.KILLED) is figure.outcome


def _goes_on_of_a_group(figure: Figure, text: str, case: Comparison) -> bool:
    """Whether a number without a noun goes on about a group of people: "17 rebels were killed and three were taken prisoner", not "three others"."""
    alone = figure.noun is None and figure.group in (None, "person") and not figure.negated
    if not alone or counts_the_rest(text, figure, case.language):
        return False
    near = case.account(figure.document).figures_of(figure.sentence)
    before = [one for one in near if one.end <= figure.start and one.noun is not None and one.outcome is not None]
    return bool(before) and before[-1].group not in (None, *whole_groups(case.language))


def _beside_others(figure: Figure, case: Comparison) -> bool:
    """Whether a figure counts residents or civilians where its sentence counts others of the same outcome ("30 civilians and 200 soldiers")."""
    if figure.group == "person" or figure.group not in whole_groups(case.language):
        return False
    near = case.account(figure.document).figures_of(figure.sentence)
    return any(one.outcome is figure.outcome and one.group not in (None, "person", figure.group) for one in near)


def voices(figures: Sequence[Figure], case: Comparison) -> Iterator[Voice]:
    """What each voice of each report gives as the count of all, in the order of documents; `figures` are those of one measure."""
    by_document: dict[str, dict[tuple[str, ...], Voice]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        by_document[figure.document][figure.speaker[:1]].append(figure)
    for document, said in by_document.items():
        told = [kept for voice in said.values() if (kept := _principal(voice, case))]
        yield from _of_all(told, document, case)


def _of_all(voices: Sequence[Voice], document: str, case: Comparison) -> Sequence[Voice]:
    """The voices of one report that may count all there were: where it counts several scenes, those at its head."""
    pairs = [(a, b) for one, other in combinations(voices, 2) for a in one for b in other]
    several = any(agreement(a, b) is Agreement.DIFFERS and not case.scenes.one(a, b) for a, b in pairs)
    if not several:
        return voices
    end = case.account(document).head + HEAD
    return [voice for voice in voices if any(figure.start < end for figure in voice)]


def _principal(voice: Voice, case: Comparison) -> Voice:
    """What a voice gives as the count of all: where it counts several things, what it does not place elsewhere than its report opens.

    What stands behind a number four times as large is of something smaller: "5,400 were without a home; 700 slept in the cathedral".
    """
    voice = [one for at, one in enumerate(voice) if not any(_is_less(one, other) for other in voice[:at])]
    if not _counts_several(voice):
        return voice
    here = [figure for figure in voice if not (case.scenes.leads_away(figure) or case.scenes.names_others(figure))]
    return here if here and not _counts_several(here) else []


def _is_less(one: Figure, other: Figure) -> bool:
    smaller = one.best is not None and other.best is not None and 0 < one.best < other.best
    return smaller and less(one, other, LESS)


def _counts_several(voice: Voice) -> bool:
    """Whether one voice gives counts that exclude each other: of several clashes, say; nothing tells which counts all."""
    return any(
        agreement(a, b) is Agreement.DIFFERS
        for a, b in combinations({_value(figure): figure for figure in voice}.values(), 2)
    )


def _value(figure: Figure) -> object:
    return figure.best, figure.low, figure.high
