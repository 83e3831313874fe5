"""The events that reports tell as background of one main event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.events.background import Judged
from headwater.events.naming import label
from headwater.language import Language
from headwater.model import Event, identifier

__all__ = ["Past", "past_events"]


@dataclass(frozen=True, slots=True)
class Past:
    """Background events: their ids by the time they are told with (EDTF), and one for those told without."""

    events: tuple[Event, ...]
    by_time: Mapping[str, str]
    undated: str | None

    def event_of(self, judged: Judged) -> str | None:
        """The id of the event that a background figure belongs to."""
        return self.by_time[judged.when] if judged.when else self.undated


def past_events(main: Event, judged: Mapping[str, Sequence[Judged]], language: Language) -> Past:
    """One event for each time that background figures are told with, and one for all that are told without a time."""
    documents: defaultdict[str | None, set[str]] = defaultdict(set)
    for document, figures in judged.items():
        for one in figures:
            if one.figure.background:
                documents[one.when].add(document)
    ids = {when: identifier("e", main.id, "past", when) for when in documents}
    events = tuple(
        Event(ids[when], label(None, when, language.code), (), when, tuple(sorted(found)))
        for when, found in sorted(documents.items(), key=lambda one: one[0] or "")
    )
    return Past(events, {when: at for when, at in ids.items() if when is not None}, ids.get(None))
