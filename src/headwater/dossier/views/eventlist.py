"""The events of a case that no one event holds together: which they are, and who tells of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Said, Sigla
from headwater.dossier.lookup import Lookup
from headwater.model import Event

__all__ = ["EventLine", "event_lines", "is_mixed", "main_event"]

_MOST, _LETTERS = 10, 10


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: place and date, some of the reports' words for it, who tells of it, and where its rows begin."""

    label: str
    words: tuple[Said, ...]
    sigla: Sigla
    href: str


def main_event(lookup: Lookup) -> Event | None:
    """The event that most reports are mainly about; of two told by as many, the one named first."""
    votes = _votes(lookup)
    if votes:
        return lookup.event[max(votes, key=lambda name: votes[name])]
    events = lookup.contents.events
    return max(events, key=lambda event: len(event.documents), default=None)


def _votes(lookup: Lookup) -> Counter[str]:
    return Counter(report.main_event for report in lookup.reports if report.main_event in lookup.event)


def is_mixed(lookup: Lookup) -> bool:
    """Whether fewer than half of the reports tell of the event that most are mainly about."""
    event, votes = main_event(lookup), _votes(lookup)
    if event is None or len(votes) < 2:
        return False
    return 2 * max(votes[event.id], len(event.documents)) < len(lookup.reports)


def event_lines(lookup: Lookup) -> tuple[tuple[EventLine, ...], int]:
    """The events that reports are mainly about, by date; of many, those of most reports, and how many more there are."""
    votes = _votes(lookup)
    rows = {measure.event for measure in lookup.contents.collation}
    known = [lookup.event[name] for name in votes if name in rows and lookup.event[name].label]
    kept = sorted(known, key=lambda event: (-votes[event.id], event.span or "9999", event.label))[:_MOST]
    kept.sort(key=lambda event: (event.span or "9999", event.label))
    lines = tuple(
        EventLine(
            event.label,
            tuple(Said(word) for word in sorted(set(event.words), key=str.casefold)[:3]),
            lookup.sigla(event.documents, _LETTERS),
            "#" + anchor("event", event.id),
        )
        for event in kept
    )
    return lines, len(known) - len(kept)
