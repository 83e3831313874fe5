"""Ranges: two amounts that are the ends of one number ("10 to 15", "between 10 and 15", "three or four")."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from headwater.grammar.amount import Amount, Make
from headwater.grammar.number_bounds import hedge_before
from headwater.grammar.quantities import Seen
from headwater.grammar.row import Row
from headwater.language.hedges import HedgeLexicon
from headwater.model import Hedge

__all__ = ["Range", "range_of"]


class Range(NamedTuple):
    """The ends of a range, its unit, and the tokens `[first, last)` it takes."""

    low: Decimal
    high: Decimal
    unit: str
    first: int
    last: int


_STEP = 3
_VERB = 9  # tokens before a number within which its verb of change stands
_SIGNS = frozenset(",;:.")


def range_of(row: Row, one: Seen, other: Seen, words: HedgeLexicon) -> Range | None:
    """The range that two amounts make, the second right behind the link between them or behind its own hedge."""
    between = hedge_before(row, other.unit.first, words)
    link, second = one.unit.last, other.unit.first if between is None else between.first
    if row.at(link).lower == "-" and row.at(link + 1).lower in words.to:  # "a 40- to 50-bed ward"
        link += 1
        second -= row.hyphen(link + 1)  # "eight-to-ten"
    if second not in (link, link + 1) or _unfit(one, other):
        return None
    before = hedge_before(row, one.unit.first, words)
    first = one.unit.first if before is None else before.first
    opener = row.at(first - 1).lower
    low, high = _ends(row, one.amount, other.amount)
    upward = between is not None and between.hedge is Hedge.UP_TO and opener in words.openers
    linked = upward if second == link else _linked(row, link, first, one, other, words)
    if low >= high or not linked:
        return None
    code = other.unit.code if one.unit.code == "count" else one.unit.code
    return Range(low, high, code, first - 1 if opener in words.openers else first, other.unit.last)


def _unfit(one: Seen, other: Seen) -> bool:
    codes = {one.unit.code, other.unit.code} - {"count"}
    if other.unit.code == "count" and one.unit.last > one.amount.last:
        return True
    vague = {Make.VAGUE, Make.FRACTION} & {one.amount.make, other.amount.make}
    return len(codes) > 1 or (bool(vague) and one.amount.make is not other.amount.make) or Make.VAGUE in vague


def _ends(row: Row, one: Amount, other: Amount) -> tuple[Decimal, Decimal]:
    """Both values, the first with the second's scale where it shares it ("5 to 10 million", "12-15,000")."""
    low, high = one.value, other.value
    scale = other.scale
    if one.last + 1 == other.first and row.hyphen(one.last):
        scale *= Decimal(1000) ** row.at(other.first).text.count(",")
    if one.scale == 1 and scale > 1 and low < high / scale:
        low *= scale
    return low, high


def _linked(row: Row, link: int, first: int, one: Seen, other: Seen, words: HedgeLexicon) -> bool:
    word, opener = row.at(link).lower, row.at(first - 1).lower
    if word in words.alternatives:
        return _close(*_ends(row, one.amount, other.amount))
    if word in words.conjunctions and opener in words.between:
        return True
    if word not in words.to:
        return False
    if row.hyphen(link):
        return True
    changed = _changed(row, first, words)
    if opener in words.openers or one.unit.code != "count":
        return not changed
    # "rose by 14 to 112" is a step and where it led; "fell by 5 to 10 million" is a range.
    low, high = _ends(row, one.amount, other.amount)
    return not (changed and opener in words.steps and high > _STEP * low)


def _changed(row: Row, first: int, words: HedgeLexicon) -> bool:
    """Whether a verb of change stands before a number in its clause: "raised the number of missing from 87 to 134", "taking the toll from 38 to 40"."""
    counted = False
    for at in range(first - 1, first - _VERB, -1):
        word = row.at(at).lower
        counted = counted or word in words.counts
        if word in words.change or (counted and word in words.leading):
            return True
        if word[:1] in _SIGNS:
            return False
    return False


def _close(low: Decimal, high: Decimal) -> bool:
    """Whether two alternatives are neighbours in their first digit ("three or four", "20 or 30")."""
    return high - low <= Decimal(10) ** max(0, low.adjusted())
