"""An amount: the value of the words that make a number, before its bounds, its unit and its context are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

__all__ = ["Amount", "Make"]

_ONE = Decimal(1)


class Make:
    """What an amount is made of; an ordinal is read so that its words are passed over, a bare scale needs a hedge.

    Plain constants, as `Kind` is.
    """

    DIGITS: Final = 0
    WORDS: Final = 1
    FRACTION: Final = 2
    VAGUE: Final = 3
    ORDINAL: Final = 4
    BARE: Final = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in tokens `[first, last)`; `scale` is what it was multiplied by ("6 thousand": 1000)."""

    first: int
    last: int
    value: Decimal
    make: int
    scale: Decimal = _ONE
