"""The rule on what reports measure of a happening itself: the magnitude of an earthquake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from headwater.examine.account import Account
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import amount, begun
from headwater.language.collation import Property, properties
from headwater.messages import listing, say
from headwater.model import Figure, FindingKind, Level, Outcome

__all__ = ["is_told", "property_differs"]

_NEAR = 24  # code points on either side of a number that hold the words beside it


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between")
def property_differs(case: Comparison) -> Iterator[Found]:
    """Reports measure what happened differently: magnitudes of one earthquake.

    Compared are numbers that stand beside the word for what they measure, in reports on one event; none of a background event, none in a
    sentence on an aftershock. Two reports differ only where they have no number in common. One finding an event and property.
    """
    for measured in properties(case.language):
        told = {account.document: found for account in case.on_event if (found := _values(account, measured))}
        apart = [
            name for name, values in told.items() if any(values.keys().isdisjoint(others) for others in told.values())
        ]
        if apart:
            figures = [figure for name in apart for figure in told[name].values()]
            values = list(dict.fromkeys(amount(figure) for figure in figures))
            yield Found(
                text=say("finding.property_differs", property=begun(measured.name), values=listing(values)),
                arithmetic=" ≠ ".join(values),
                spans=[case.of(figure) for figure in figures],
                figures=figures,
            )


def _values(account: Account, measured: Property) -> Mapping[object, Figure]:
    """The first figure of each value that a report gives for a property of its own event."""
    found: dict[object, Figure] = {}
    for figure in account.figures:
        own = figure.event == account.report.main_event
        if own and figure.outcome in (None, Outcome.OTHER) and is_told(account.report.text, figure, measured):
            found.setdefault(figure.best, figure)
    return found


def is_told(text: str, figure: Figure, measured: Property) -> bool:
    """Whether the words beside a plain number say that it measures the property."""
    plain = figure.best is not None and figure.low == figure.high == figure.best and figure.best <= measured.most
    if not plain or ("." not in figure.quote and figure.unit == "count"):
        return False
    before = text[max(figure.sentence.start, figure.start - _NEAR) : figure.start].lower().rstrip()
    after = text[figure.end : min(figure.sentence.end, figure.end + _NEAR)].lower()
    beside = before.endswith(measured.before) or after.lstrip().startswith(measured.after)
    sentence = text[figure.sentence.start : figure.sentence.end].lower()
    return beside and measured.others.isdisjoint(sentence.replace(",", " ").split())
