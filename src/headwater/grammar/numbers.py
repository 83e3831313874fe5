"""Numbers in a sentence: their value, their bounds, and the unit that stands with them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.model import Hedge

__all__ = ["Number", "numbers"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a row of tokens.

    `start`, `end` are code points of the number's own words ("140 million", "dozens"), without hedge, unit or noun; in a
    range, of its first number. `first`, `last` are token indices `[first, last)` of all that belongs to it: hedge,
    second number of a range, currency or percent sign. `best`, `low`, `high` and `hedge` are as the annotation guide
    has them. `unit` is `count`, `percent`, an ISO 4217 code or UCUM.
    """

    start: int
    end: int
    first: int
    last: int
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.PLAIN
    unit: str = "count"
    hedge_start: int | None = None
    hedge_end: int | None = None


def numbers(tokens: Sequence[Token], language: Language, taken: Collection[tuple[int, int]] = ()) -> list[Number]:
    """The numbers among the tokens, in order, but for those within the code-point spans in `taken` (dates, ages …)."""
    found = []
    for index, token in enumerate(tokens):
        if token.kind is Kind.DIGITS and not any(start <= token.start < end for start, end in taken):
            value = Decimal(token.text.replace(",", ""))
            found.append(Number(token.start, token.end, index, index + 1, value, value, value))
    return found
