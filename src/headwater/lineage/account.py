"""What lineage needs to know of a report, whether it comes from a case or from a file of texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from headwater.model import BlockKind, Report, Span

__all__ = ["Account", "account", "hours", "in_order"]


@dataclass(frozen=True, slots=True)
class Account:
    """A report as lineage sees it.

    `published` is in hours since 1970, None where it is not known. Words in `left_out` (page chrome) do not count at
    all; words in `quoted` stand in a quotation, besides those that quotation marks tell of.
    """

    document: str
    publisher: str
    published: float | None
    text: str
    left_out: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()


def account(report: Report) -> Account:
    """The report as lineage sees it."""
    return Account(
        document=report.document,
        publisher=report.publisher or "",
        published=hours(report.published),
        text=report.text,
        left_out=tuple(block.span for block in report.blocks if block.kind is BlockKind.CHROME),
        quoted=tuple(block.span for block in report.blocks if block.kind is BlockKind.QUOTATION),
    )


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """The accounts by publisher, time and name: the order in which they get their ranks."""
    return sorted(accounts, key=_place)


def _place(item: Account) -> tuple[str, bool, float, str]:
    # Those without a time come last in their publisher's row.
    return (item.publisher, item.published is None, item.published or 0.0, item.document)


def hours(published: str | None) -> float | None:
    """Hours since 1970 of a time in ISO 8601 or EDTF; None where it does not say a day, month or year.

    What is known to the month or year only is taken at its middle; seasons and unknown digits are not resolved.

    >>> hours("1970-01-02")
    36.0
    >>> hours("1970-01-01T06:00+03:00")
    3.0
    >>> hours("about then") is None
    True
    """
    said = (published or "").strip().split("/")[0].rstrip("?~%").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(_whole(said))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 3600


def _whole(said: str) -> str:
    """A year, month or day filled up to the middle of its span."""
    if len(said) == 4 and said.isdigit():
        return f"{said}-07-02T12:00"
    if len(said) == 7:
        return f"{said}-16"
    return f"{said}T12:00" if len(said) == 10 else said
