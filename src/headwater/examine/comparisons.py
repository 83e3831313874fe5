"""What is held side by side: for each event the reports that tell of it, and the measures of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from headwater.examine.account import Account, Comparison
from headwater.language import Language
from headwater.model import Event, Measure

__all__ = ["comparisons"]


def comparisons(
    accounts: Mapping[str, Account], measures: Sequence[Measure], events: Sequence[Event], language: Language
) -> Iterator[Comparison]:
    """A comparison for each event that reports tell of, in the order of ids, and one for what belongs to none.

    In it are the reports on the event and those that give figures of its measures. A measure that people merged counts for its own
    event, whatever those of its figures are.
    """
    of_event: dict[str, list[Measure]] = defaultdict(list)
    telling: dict[str, set[str]] = defaultdict(set)
    for measure in measures:
        of_event[measure.event or ""].append(measure)
        telling[measure.event or ""].update(name for reading in measure.readings for name in reading.documents)
    for account in accounts.values():
        telling[account.report.main_event or ""].add(account.document)
    by_id = {event.id: event for event in events}
    for name, documents in sorted(telling.items()):
        found = [accounts[document] for document in sorted(documents)]
        told = {figure.event for account in found for figure in account.figures if figure.event} | {name}
        near = [by_id[one] for one in sorted(told) if one in by_id]
        yield Comparison(found, of_event[name], near, language, name or None)
