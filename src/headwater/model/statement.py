"""A statement: words that deny, doubt, limit or withhold; it is no number."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record

__all__ = ["Statement", "StatementKind"]


class StatementKind(StrEnum):
    """What a statement does to what it is about."""

    DENIES = "denies"
    DOUBTS = "doubts"
    LIMITS = "limits"
    WITHHOLDS = "withholds"


@record()
class Statement:
    """Words that deny, doubt, limit or withhold a figure, an event or an identity.

    `about` names figures by id, or an outcome where no figure stands.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: StatementKind
    about: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
