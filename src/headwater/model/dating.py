"""A dating: words that tie something to a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.span import Quote

__all__ = ["Anchor", "Dating"]


class Anchor(StrEnum):
    """What a dating was worked out from.

    `calendar`: the words alone give it. `published`: the day of publication. `event`: another dating of the text.
    `none`: the words could not be placed in time.
    """

    CALENDAR = "calendar"
    PUBLISHED = "published"
    EVENT = "event"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dating:
    """Words that tie something to a time, in EDTF (ISO 8601-2:2019, level 1); `edtf` is `None` where they cannot be placed."""

    id: str
    document: str
    start: int
    end: int
    quote: str
    edtf: str | None
    anchor: Anchor = Anchor.CALENDAR
    about: Quote | None = None
    event: str | None = None
