"""Wholes of what is left when some were taken out, and of parts named again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import class_of, value
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["complete_wholes"]


def complete_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link what is left when some were taken out ("two of them fled but three boats were seized": 5), and repeats."""
    known: dict[tuple[Decimal | None, str, str], Settled] = {}
    for row in rows:
        taken = [held for held in row.settled.values() if held.whole is not None and held.chunk.whole is not None][:8]
        for held in row.settled.values():
            if held.whole is None and held.outcomes and held.chunk.counts:
                held.whole = next((part.whole for part in taken if _is_rest(held, part, lexicons)), None)
            if held.whole is not None and held.outcomes:
                known.setdefault(_key(held, lexicons), held.whole)
    for row in rows:
        for held in row.settled.values():
            if held.whole is None and held.outcomes and held.chunk.number is not None:
                whole = known.get(_key(held, lexicons))
                held.whole = whole if whole is not held else None


def _is_rest(held: Settled, part: Settled, lexicons: Lexicons) -> bool:
    if part is held or part.whole is None or part.whole is held:
        return False
    all_, some, mine = value(part.whole), value(part), value(held)
    if all_ is None or some is None or mine is None or some + mine != all_:
        return False
    return not held.chunk.head or class_of(held.group, lexicons) == class_of(part.whole.group, lexicons)


def _key(held: Settled, lexicons: Lexicons) -> tuple[Decimal | None, str, str]:
    return value(held), class_of(held.group, lexicons), held.outcomes[0]
