"""An amount: the value of the words that make a number, before its bounds, its unit and its context are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

__all__ = ["Amount", "Make"]

_ONE = Decimal(1)


class Make(IntEnum):
    """What an amount is made of; an ordinal is read so that its words are passed over, a bare scale needs a hedge."""

    DIGITS = 0
    WORDS = 1
    FRACTION = 2
    VAGUE = 3
    ORDINAL = 4
    BARE = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in tokens `[first, last)`; `scale` is what it was multiplied by ("6 thousand": 1000)."""

    first: int
    last: int
    value: Decimal
    make: Make
    scale: Decimal = _ONE
