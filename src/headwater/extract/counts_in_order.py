"""The counts of people of a report in their order, as sums are made of them and fates told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from headwater.extract.countings import Counting
from headwater.extract.settling import Settled

__all__ = ["Count", "counts_of", "is_where", "link"]

_KIND = "person"
_DEAD, _IN_HOSPITAL, _HURT, _BURIED, _HIT = "killed", "hospitalised", "injured", "trapped", "affected"


class Count(msgspec.Struct):
    """A count of people: the row it stands in, whether it opens it, whether its words say just so many, and whether it is a number alone that something is said of."""

    row: int
    opens: bool
    exact: bool
    alone: bool
    value: Decimal
    held: Settled


def counts_of(counting: Sequence[Counting]) -> Iterator[Count]:
    """The counts of people of the rows that count, in order, and the numbers that may be some."""
    for one in counting:
        settled, begins = one.row.settled, one.begins
        for first in sorted({*one.numbered, *settled}):
            known = settled.get(first)
            chunk = known.chunk if known is not None else one.numbered[first]
            number = chunk.number
            if number is None or number.best is None or number.unit != "count" or chunk.kind not in (_KIND, ""):
                continue
            held = known or Settled(chunk, [], "unattached", group=chunk.group)
            exact = number.low == number.best == number.high
            opens = first == begins
            yield Count(one.index, opens, exact, first in one.alone, number.best, held)


def is_where(part: Settled, whole: Settled) -> bool:
    """Whether the state of a number alone only says where: of five who died, "three at the scene and two in hospital"."""
    return (
        part.rule == "state" and part.outcomes == [_IN_HOSPITAL] and whole.outcomes == [_DEAD] and not part.chunk.head
    )


def link(part: Settled, whole: Settled) -> None:
    """Make a figure a part of another; of the dead it tells how they died, and a number alone goes by the whole's name."""
    part.whole = whole
    lost = whole.outcomes == [_DEAD] and part.outcomes in ([_HURT], [_BURIED], [_HIT])  # of the dead, "six had burns"
    alike = not part.outcomes or lost or is_where(part, whole)
    part.outcomes = list(whole.outcomes) if alike else part.outcomes
    if not part.chunk.head and whole.group and part.group in ("", _KIND):
        part.group = whole.group  # "three of them, all women" stay women
