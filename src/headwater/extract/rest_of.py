"""Those whom others leave of a whole: of 26, "21 have been identified; the remaining five will take time"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.pointing_back import points_back
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["all_with", "remaining", "take_before"]

_NEAR = 12
_MOST = 3
_FAR = 60


def remaining(row: Row, chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """Those left of a whole, where the sum with others tells: of 26, "21 have been identified; the remaining five will take time"."""
    if chunk.number is None or chunk.head or not points_back(chunk, lexicons) or chunk.whole is not None:
        return None
    held = Settled(chunk, [], "partitive")
    whole = all_with(held, row, earlier) or _with_last(held, earlier, lexicons)
    if whole is None:
        return None
    held.outcomes, held.whole, held.group = list(whole.outcomes), whole, whole.group
    row.settled[chunk.first] = held
    return held


def all_with(held: Settled, row: Row, earlier: Sequence[Settled]) -> Settled | None:
    """The whole of which a number leaves just those of another: one taken out of it, or one of its outcome in the same sentence, which becomes a part too."""
    mine = value(held)
    for some in reversed(earlier[-_NEAR:]) if mine is not None else ():
        theirs = value(some)
        if mine is None or theirs is None:
            continue
        if not some.outcomes:
            if (whole := _with_untold(some, mine + theirs, row, earlier)) is not None:
                return whole
            continue
        told = some.whole is not None and (some.whole.outcomes or held.chunk.others)
        above = some.whole if told else None
        if above is not None and value(above) in (mine + theirs, mine + max(theirs, _shared(row, above))):
            return above
        if row.settled.get(some.chunk.first) is some:
            alike = (one for one in reversed(earlier[-_FAR:]) if value(one) == mine + theirs)
            wholes = (one for one in alike if one.whole is None and one.outcomes)  # of parts nobody is left
            whole = next((one for one in wholes if one.outcomes == some.outcomes), None)
            if whole is not None:
                some.whole = some.whole or whole
                return whole
    return None


def _shared(row: Row, whole: Settled) -> Decimal:
    """The sum of the parts of a whole in a sentence: 24, of "19 of the dead came from Orra, five from Dorn and the remaining three …"."""
    return sum((value(one) or Decimal(0) for one in row.settled.values() if one.whole is whole), Decimal(0))


def _with_untold(some: Settled, total: Decimal, row: Row, earlier: Sequence[Settled]) -> Settled | None:
    """The whole that a rest makes up with a number alone of the same sentence, of whom nothing befell is told: "31 came from Orra, the other eight from Dorn"."""
    clause, chunk = row.clause, some.chunk
    at = clause.place(chunk.first)
    if clause.at(at) is not chunk or not chunk.stands_alone or clause.part(at + 1) != Part.VERB:
        return None
    alike = (one for one in reversed(earlier[-_FAR:]) if value(one) == total and one.outcomes and one.whole is None)
    whole = next((one for one in alike if one.chunk.kind in ("person", "")), None)
    if whole is not None:
        row.settled[chunk.first] = some
        some.outcomes, some.rule, some.whole, some.group = list(whole.outcomes), "partitive", whole, whole.group
    return whole


def _with_last(rest: Settled, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The whole of which "the remaining" leave just those told last, before their sentence: of 116 dead, "97 bodies were found. The remaining 19 lie in the lake"."""
    total = value(rest)
    if total is None or lexicons.words("left_over").isdisjoint(rest.chunk.modifiers):
        return None
    told = [one for one in reversed(earlier[-_FAR:]) if one.outcomes and one.whole is None]
    for at, some in enumerate(told[:_MOST]):
        if some.outcomes != told[0].outcomes:
            return None
        total += value(some) or 0
        whole = next((one for one in told[at + 1 :] if value(one) == total and one.outcomes == some.outcomes), None)
        if whole is not None:
            for one in told[: at + 1]:
                one.whole = whole
            return whole
    return None


def take_before(rest: Settled, earlier: Sequence[Settled], lexicons: Lexicons) -> None:
    """Make parts of a whole those told before its rest who make it up with that: "we received 41; three had died, two more died. Of the remaining 36, …"."""
    whole = rest.whole
    if whole is None or lexicons.frames.remaining.isdisjoint(rest.chunk.modifiers):
        return
    left, told = (value(whole) or 0) - (value(rest) or 0), list[Settled]()
    for one in reversed(earlier[-_NEAR:]):
        if one is whole or one.chunk.head or left <= 0:
            break
        if one.whole is None and one.outcomes:
            told.append(one)
            left -= value(one) or 0
    if left == 0:
        for one in told:
            one.whole = whole
