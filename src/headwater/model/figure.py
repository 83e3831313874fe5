"""A figure: a number that a report gives, with its bounds, outcome, group and place in the text."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from headwater.model.record import record
from headwater.model.span import Quote, Span, identifier

__all__ = ["ADDED", "MONEY_UNNAMED", "Figure", "Hedge", "Outcome", "Voice"]

ADDED = "added"
"""The rule of a figure that comes on top of one told before: "another three died"."""


class Hedge(StrEnum):
    """How the words bound a number; the empty hedge gives it plainly."""

    PLAIN = ""
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"


class Outcome(StrEnum):
    """What befell those counted. The order is that of the dossier's rows, the same in every case, never by size."""

    KILLED = "killed"
    BEREAVED = "bereaved"
    INJURED = "injured"
    HOSPITALISED = "hospitalised"
    DISABLED = "disabled"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    DETAINED = "detained"
    MISSING = "missing"
    TRAPPED = "trapped"
    RESCUED = "rescued"
    DISPLACED = "displaced"
    AFFECTED = "affected"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    DAMAGE_COST = "damage_cost"
    ATTACKERS = "attackers"
    OTHER = "other"


class Voice(StrEnum):
    """In whose voice a figure is given: the report's own, a party's ("we inflicted"), or a named or unnamed speaker's."""

    NARRATED = "narrated"
    WE = "we"
    ATTRIBUTED = "attributed"


MONEY_UNNAMED = "XXX"
"""The unit, in ISO 4217, of money whose country the report does not tell: words such as "crowns" alone."""


@record()
class Figure:
    """A number with what it counts, as one report gives it: `text[start:end] == quote`, `low <= best <= high`.

    `sentence` is the place of the sentence around it. `outcome` is `None` where the number could not be attached or is
    a measure of another kind. `noun` and `place` are the report's words; `period` and `as_of` are EDTF; `speaker` is
    innermost first; `basis` is where the words stand that say how it is known. A `denied` one is what somebody is said to
    deny ("denied that 12 had died"), so that it is nobody's count. `rule` names the rule that read it.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    sentence: Span
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.PLAIN
    outcome: Outcome | None = None
    group: str | None = None
    noun: str | None = None
    unit: str = "count"
    part_of: str | None = None
    equivalent_to: str | None = None
    event: str | None = None
    background: bool = False
    place: str | None = None
    period: str | None = None
    as_of: str | None = None
    basis: Quote | None = None
    voice: Voice = Voice.NARRATED
    speaker: tuple[str, ...] = ()
    spread: bool = False
    negated: bool = False
    denied: bool = False
    implied: bool = False
    rule: str = ""
    decided: bool = False

    @staticmethod
    def identify(document: str, start: int, end: int, outcome: Outcome | None, group: str | None) -> str:
        """The figure's id: the same whichever reports stand beside it, other for each outcome on one span."""
        return identifier("f", document, start, end, outcome, group)

    @property
    def is_added(self) -> bool:
        """Whether the figure comes on top of one that its report tells before ("seven died; another three died later")."""
        return self.rule == ADDED

    @property
    def span(self) -> Span:
        """The number's place in the text."""
        return Span(self.start, self.end)
