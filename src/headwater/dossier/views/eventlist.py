"""The events that the reports of a case are about, where they are several, and who tells of each."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Said, Sigla
from headwater.dossier.lookup import Lookup

__all__ = ["EventLine", "event_lines"]

_MOST, _LETTERS = 10, 10


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: place and date, some of the reports' words for it, who tells of it, and where its rows begin."""

    label: str
    words: tuple[Said, ...]
    sigla: Sigla
    href: str


def event_lines(lookup: Lookup) -> tuple[tuple[EventLine, ...], int]:
    """The events that reports are mainly about, by date; of many, those of most reports, and how many more there are."""
    votes = lookup.about
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
