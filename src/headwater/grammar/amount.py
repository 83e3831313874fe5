"""An amount: the value of the words that make a number, before its bounds, its unit and its context are looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import msgspec

__all__ = ["Amount", "Make"]

_ONE = Decimal(1)


class _Makes(msgspec.Struct, frozen=True):
    """What an amount is made of; an ordinal is read so that its words are passed over, a bare scale needs a hedge.

    Plain constants, as `Kind` is.
    """

    DIGITS: int = 0
    WORDS: int = 1
    FRACTION: int = 2
    VAGUE: int = 3
    ORDINAL: int = 4
    BARE: int = 5


Make: Final = _Makes()


class Amount(msgspec.Struct, frozen=True):
    """The number in tokens `[first, last)`; `scale` is what it was multiplied by ("6 thousand": 1000)."""

    first: int
    last: int
    value: Decimal
    make: int
    scale: Decimal = _ONE
