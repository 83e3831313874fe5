"""What is held side by side: for each event the reports that tell of it, and the measures of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.examine.account import Account
from headwater.model import Event, Measure

__all__ = ["Beside", "side_by_side"]


@dataclass(frozen=True, slots=True)
class Beside:
    """The reports that tell of an event, its measures, and the events that their figures belong to, with nothing but their days."""

    event: str | None
    accounts: Sequence[Account]
    measures: Sequence[Measure]
    events: Sequence[Event]


def side_by_side(
    accounts: Mapping[str, Account], measures: Sequence[Measure], events: Sequence[Event]
) -> Iterator[Beside]:
    """What is told of each event, in the order of ids, and last what belongs to none.

    With an event go the reports that are on it and those that give figures of its measures. A measure that people merged counts for its
    own event, whatever those of its figures are.
    """
    of_event: dict[str | None, list[Measure]] = defaultdict(list)
    telling: dict[str | None, set[str]] = defaultdict(set)
    for measure in measures:
        of_event[measure.event].append(measure)
        telling[measure.event].update(*(reading.documents for reading in measure.readings))
    for account in accounts.values():
        telling[account.report.main_event].add(account.document)
    days = {event.id: Event(event.id, "", span=event.span) for event in events}
    named = {name: {figure.event for figure in account.figures} for name, account in accounts.items()}
    for event, documents in sorted(telling.items(), key=lambda one: (one[0] is None, one[0] or "")):
        known = set().union({event}, *(named[document] for document in documents))
        near = [days[one] for one in sorted(name for name in known if name in days)]
        yield Beside(event, [accounts[document] for document in sorted(documents)], of_event[event], near)
