"""What telling events apart gives: the events, each report's main one, and figures and datings that know their event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from headwater.model import Event, Extraction

__all__ = ["Telling"]


@dataclass(frozen=True, slots=True)
class Telling:
    """Events of a case, in order of span, label and id.

    `main` maps each document to the id of the event it is on, `None` where it tells of none. `extractions` are those
    given, by document, with `event`, `background`, `period` and `as_of` of figures and `event` of datings set; `marks` are hashes of
    these figures and datings, where the memory gave any.
    """

    events: tuple[Event, ...] = ()
    main: Mapping[str, str | None] = field(default_factory=dict)
    extractions: Mapping[str, Extraction] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
