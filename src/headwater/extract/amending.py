"""What the words beside a part say of it that its whole does not: partly destroyed, dead in hospital."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["amend"]

_DESTROYED, _DAMAGED = ["destroyed"], ["damaged"]
_DEAD, _IN_HOSPITAL = ["killed"], ["hospitalised"]


def amend(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle anew the numbers alone whose own words say something else than they were read as.

    "1,412 completely destroyed, 265 partially": those are damaged, and no part. "Twelve died, three of them in hospital": those are dead.
    """
    partly = lexicons.words("partly")
    for row in rows:
        told = not partly.isdisjoint(row.sentence.words)
        for held in row.settled.values() if row.counts else ():
            whole = held.whole
            if whole is None:
                continue
            if whole.outcomes == _DEAD and held.outcomes == _IN_HOSPITAL and held.rule == "state":
                held.outcomes = list(_DEAD)
            elif told and whole.outcomes == held.outcomes == _DESTROYED and _is_partly(row, held, lexicons):
                held.whole, held.outcomes, held.group, held.rule = None, list(_DAMAGED), whole.group, "ellipsis"


def _is_partly(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone is followed by a word for "in part" that ends its clause."""
    chunk = held.chunk
    behind = [token.lower for token in row.clause.tokens[chunk.last : chunk.last + 2]]
    return not chunk.head and behind[:1] != [] and behind[0] in lexicons.words("partly") and not behind[-1].isalpha()
