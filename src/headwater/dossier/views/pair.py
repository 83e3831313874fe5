"""Two reports side by side: what each gives in every row that either of them fills, and what any two would be set from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from headwater.dossier.dates import days
from headwater.dossier.inline import Inline, Text, plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.collation import whole_label
from headwater.dossier.views.columns import Column, column
from headwater.dossier.views.readings import Given, given, reading_piece
from headwater.model import Agreement, Measure
from headwater.model.collation import interval

__all__ = ["Pair", "PairRow", "any_pair", "first_pair"]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One measure: what each report gives, and in words how the two stand; "" where they give the same."""

    label: str
    said: str
    href: str
    first: Inline
    last: Inline
    relation: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports as columns, and the rows that either fills."""

    first: Column
    last: Column
    rows: tuple[PairRow, ...]


def first_pair(lookup: Lookup) -> Pair | None:
    """The reports published first and last, else the first two; `None` where there are no two."""
    if len(lookup.reports) < 2:
        return None
    first, last = _ends(lookup)
    rows = [row for measure in lookup.foreground if (row := _row(measure, first, last, lookup)) is not None]
    return Pair(column(first, lookup), column(last, lookup), tuple(rows))


def _ends(lookup: Lookup) -> tuple[str, str]:
    dated = [(span.start, report.document) for report in lookup.reports if (span := days(report.published)) is not None]
    if dated:
        # Of several of one day the first in the page's order stands for it.
        first, last = min(dated, key=lambda one: one[0]), max(dated, key=lambda one: one[0])
        if first[0] != last[0]:
            return first[1], last[1]
    return lookup.reports[0].document, lookup.reports[1].document


def any_pair(lookup: Lookup) -> dict[str, Any]:
    """What a script sets any two reports side by side from: the reports, and each row with its readings.

    A reading is its words, its number, the ends that its words allow, and the places of the reports that give it.
    """
    return {
        "reports": [
            [one.letter.letter, one.name, one.when, one.letter.href] for one in (column(document, lookup) for document in lookup.place)
        ],
        "rows": [
            [
                whole_label(measure, lookup),
                lookup.told_apart.get(measure.id, ""),
                lookup.addresses.to("measure", measure.id),
                [_told_in_short(one, lookup) for one in given(measure, lookup)],
            ]
            for measure in lookup.foreground
        ],
    }  # fmt: skip


def _told_in_short(one: Given, lookup: Lookup) -> list[Any]:
    ends = [float(end) if end.is_finite() else None for end in interval(one.reading)]
    best = None if one.reading.best is None else float(one.reading.best)
    words = plain((reading_piece(one, lookup, lemma=False),))
    return [words, best, *ends, sorted({lookup.place[document] for document in one.documents})]


def _row(measure: Measure, first: str, last: str, lookup: Lookup) -> PairRow | None:
    readings = given(measure, lookup)
    before, after = ([one for one in readings if document in one.documents] for document in (first, last))
    if not before and not after:
        return None
    if not before or not after:
        alone = lookup.letter[first if before else last].letter
        relation = lookup.wording.say("pair.alone", report=alone)
    else:
        stands = _stands(before, after)
        relation = lookup.wording.say(f"pair.{stands.value}") if stands is not Agreement.SAME else ""
    return PairRow(
        whole_label(measure, lookup),
        lookup.told_apart.get(measure.id, ""),
        lookup.addresses.to("measure", measure.id),
        _told(before, lookup),
        _told(after, lookup),
        relation,
    )


def _stands(before: list[Given], after: list[Given]) -> Agreement:
    """How near two reports come to each other: the closest of their readings of one row stand for them.

    A range that holds the other number leaves room for it: the two are not said to differ.
    """
    order = list(Agreement)
    pairs = (one.reading.agreement(other.reading) for one in before for other in after)
    return min(pairs, key=order.index)


def _told(readings: list[Given], lookup: Lookup) -> Inline:
    told = dict.fromkeys(reading_piece(one, lookup, lemma=False) for one in readings)
    pieces = [piece for one in told for piece in (one, Text(", "))]
    return tuple(pieces[:-1])
