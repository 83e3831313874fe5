"""Those who are counted anew, and the toll that they bring about: "the toll rose to 19 after two more died"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_to_tolls"]

_MOST = 4


def add_to_tolls(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link those who are counted anew to the toll that their sentence gives: "the toll rose to 19 after two more died"."""
    for row in rows:
        tolls = [held for held in row.settled.values() if held.rule == "toll" and held.chunk.counts][:_MOST]
        for held in row.settled.values() if tolls else ():
            if held.whole is None and _is_anew(held, lexicons):
                held.whole = next((toll for toll in tolls if _adds(held, toll)), None)


def _is_anew(held: Settled, lexicons: Lexicons) -> bool:
    return held.chunk.others or not lexicons.words("anew").isdisjoint((held.chunk.determiner, *held.chunk.modifiers))


def _adds(held: Settled, toll: Settled) -> bool:
    one, all_ = held.chunk.number, toll.chunk.number
    if held is toll or held.outcomes != toll.outcomes or one is None or all_ is None:
        return False
    return one.best is not None and all_.best is not None and one.best < all_.best
