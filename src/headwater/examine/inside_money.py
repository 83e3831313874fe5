"""The rule on amounts that a report gives in two currencies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from headwater.examine.account import Account
from headwater.examine.registry import Found, rule
from headwater.examine.wording import amount
from headwater.messages import number, say
from headwater.model import Figure, FindingKind, Level

__all__ = ["implied_rate"]

SMALL = Decimal("0.1")
"""A rate below this is told the other way round: "125 JPY a USD", not "0.01 USD a JPY"."""

PLACES = 2


@rule(FindingKind.IMPLIED_RATE, Level.NOTE, "inside", version=2)
def implied_rate(account: Account) -> Iterator[Found]:
    """An amount is given in two currencies: the rate between them that follows."""
    for other in account.figures:
        first = account.by_id.get(other.equivalent_to or "")
        if first is not None and first.best and other.best:
            yield _rate(account, first, other, first.best, other.best)


def _rate(account: Account, first: Figure, other: Figure, one: Decimal, two: Decimal) -> Found:
    (more, dear), (less, cheap) = ((one, first), (two, other)) if one >= two * SMALL else ((two, other), (one, first))
    rate = number(round(more / less, PLACES))
    told = [say("count.of_noun", number=amount(figure), noun=figure.unit) for figure in (first, other)]
    return Found(
        text=say("finding.implied_rate", first=told[0], other=told[1], rate=rate, dear=dear.unit, cheap=cheap.unit),
        arithmetic=f"{number(more)} / {number(less)} = {rate}",
        spans=[account.of(first), account.of(other)],
        figures=[first, other],
    )
