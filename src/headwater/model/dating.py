"""A dating: words that tie something to a time."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record
from headwater.model.span import Quote

__all__ = ["Anchor", "Dating", "TimeExpression"]


class Anchor(StrEnum):
    """What a dating was worked out from.

    `calendar`: the words alone give it. `published`: the day of publication. `event`: another dating of the text.
    `none`: the words could not be placed in time.
    """

    CALENDAR = "calendar"
    PUBLISHED = "published"
    EVENT = "event"
    NONE = "none"


@record()
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


@record()
class TimeExpression:
    """Words `[start, end)` that tell a time.

    `kind` is `date` (a day or more), `time` (less than a day), `duration`, `set` ("every year") or `reference` ("now",
    "recently"). `edtf` is EDTF level 1, `None` where the words could not be placed, or name a day that no calendar has
    (`possible` is false then). `value` is the norm of TIMEX3. `granularity` is the unit meant: `day`, `week`, `weekend`, `month`,
    `quarter`, `season`, `half`, `year`, `decade`, `century`, `time`. `weekday` is the one the words name (Monday is 0).
    `rule` names the rule in the language's calendar.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    value: str | None
    anchor: Anchor
    granularity: str = "day"
    weekday: int | None = None
    possible: bool = True
    rule: str = ""
