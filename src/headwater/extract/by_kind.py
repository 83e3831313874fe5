"""Lists that share out a count told before by a kind of things: "By type of injury: burns 24, stab wounds 21, fractures 26"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["share_by_kind"]

_FAR = 12
_LEAD = 5  # chunks of what a list is by
_COLON = 1 << Part.COLON
_PERSON = "person"
_PEOPLE = frozenset({_PERSON, ""})


def share_by_kind(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Make the numbers of a list that opens with "by" and a colon parts of the nearest count before that they add up to.

    In rows that count. Where they add up to none, what stood before a number alone is no verb that tells what befell anyone.
    """
    by = lexicons.words("by")
    earlier: list[Settled] = []
    for row in rows:
        if row.clause.holds & _COLON and row.sentence.lower[0] in by:
            _share(row, earlier)
        earlier += [one for one in row.settled.values() if one.outcomes and one.chunk.counts and one.whole is None]


def _share(row: Row, earlier: Sequence[Settled]) -> None:
    listed = _listed(row.clause)
    total = sum((value(Settled(chunk)) or Decimal(0) for chunk in listed), Decimal(0))
    if len(listed) < 2:
        return
    near = islice(reversed(earlier), _FAR)
    whole = next((one for one in near if value(one) == total and one.chunk.kind in _PEOPLE), None)
    for chunk in listed:
        held = row.settled.get(chunk.first)
        if whole is not None:
            group = chunk.group if chunk.head else whole.group
            row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", whole, group)
        elif held is not None and held.rule == "active" and not chunk.head:
            del row.settled[chunk.first]
    row.settled = dict(sorted(row.settled.items()))


def _listed(clause: Clause) -> list[Chunk]:
    """The numbers behind the colon, of people or alone; none where one is of other things, or the lead counts anyone."""
    colon = next((at for at in range(1, _LEAD) if clause.part(at) == Part.COLON), 0)
    counting = [at for at in clause.counting if clause.chunks[at].number is not None]
    if not colon or any(at < colon or clause.chunks[at].kind not in _PEOPLE for at in counting):
        return []
    return [clause.chunks[at] for at in counting]
