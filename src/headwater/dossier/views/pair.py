"""The first and the last report side by side: what each gives in every row that either of them fills."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.dates import days
from headwater.dossier.inline import Inline, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.collation import whole_label
from headwater.dossier.views.columns import Column, column
from headwater.dossier.views.readings import Given, given, is_background, reading_piece
from headwater.model import Agreement, Measure

__all__ = ["Pair", "PairRow", "first_and_last"]


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


def first_and_last(lookup: Lookup) -> Pair | None:
    """The reports published first and last; `None` where no two reports are dated differently, or they give nothing."""
    dated = [(span.start, report.document) for report in lookup.reports if (span := days(report.published)) is not None]
    if not dated:
        return None
    # Of several of one day the first in the page's order stands for it.
    first, last = min(dated, key=lambda one: one[0]), max(dated, key=lambda one: one[0])
    if first[0] == last[0]:
        return None
    measures = [measure for measure in lookup.contents.collation if not is_background(measure, lookup)]
    rows = [row for measure in measures if (row := _row(measure, first[1], last[1], lookup)) is not None]
    return Pair(column(first[1], lookup), column(last[1], lookup), tuple(rows)) if rows else None


def _row(measure: Measure, first: str, last: str, lookup: Lookup) -> PairRow | None:
    readings = given(measure, lookup)
    before, after = ([one for one in readings if document in one.documents] for document in (first, last))
    if not before and not after:
        return None
    if not before or not after:
        relation = lookup.wording.say("pair.first_only" if before else "pair.last_only")
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
