"""What lineage needs to know of a report, whether it comes from a case or from a file of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from headwater.model import BlockKind, Report, Span

__all__ = ["Account", "ByRank", "account", "hours", "in_order", "precision", "told"]


@dataclass(frozen=True, slots=True)
class Account:
    """A report as lineage sees it.

    `published` is in hours since 1970, None where it is not known, and `within` how many hours that leaves open (24
    where only the day is given). Words in `left_out` (page chrome) do not count at all; words in `quoted` stand in a
    quotation, besides those that quotation marks tell of.
    """

    document: str
    publisher: str
    published: float | None
    text: str
    within: float = 0.0
    left_out: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()


ByRank = Mapping[int, Account] | Sequence[Account]
"""Accounts to be had by rank."""


def account(report: Report) -> Account:
    """The report as lineage sees it."""
    return told(
        report.document,
        report.publisher,
        report.published,
        report.text,
        left_out=tuple(block.span for block in report.blocks if block.kind is BlockKind.CHROME),
        quoted=tuple(block.span for block in report.blocks if block.kind is BlockKind.QUOTATION),
    )


def told(
    document: str,
    publisher: str | None,
    published: str | None,
    text: str,
    left_out: tuple[Span, ...] = (),
    quoted: tuple[Span, ...] = (),
) -> Account:
    """An account from what is written of it; a time that cannot be read is one that is not known."""
    moment = hours(published)
    return Account(document, publisher or "", moment, text, precision(published), left_out, quoted)


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """The accounts by publisher, time and name: the order in which they get their ranks."""
    return sorted(accounts, key=_place)


def _place(item: Account) -> tuple[str, bool, float, str]:
    # Those without a time come last in their publisher's row.
    return (item.publisher, item.published is None, item.published or 0.0, item.document)


@lru_cache(maxsize=100_000)
def hours(published: str | None) -> float | None:
    """Hours since 1970 of a time in ISO 8601 or EDTF; None where it does not say a day, month or year.

    What is known to the day, month or year only is taken at its middle; seasons and unknown digits are not resolved.

    >>> hours("1970-01-02")
    36.0
    >>> hours("1970-01-01T06:00+03:00")
    3.0
    >>> hours("about then") is None
    True
    """
    said = _said(published)
    try:
        moment = datetime.fromisoformat(said + _MIDDLES.get(len(said), ""))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 3600


@lru_cache(maxsize=100_000)
def precision(published: str | None) -> float:
    """Hours that a time leaves open: a day's, a month's or a year's where it says no more.

    >>> precision("2021-03-01"), precision("2021-03-01T10:00")
    (24.0, 0.0)
    """
    return {4: 8766.0, 7: 730.0, 10: 24.0}.get(len(_said(published)), 0.0)


_MIDDLES = {4: "-07-02T12:00", 7: "-16", 10: "T12:00"}


def _said(published: str | None) -> str:
    return (published or "").strip().split("/")[0].rstrip("?~%").replace("Z", "+00:00")
