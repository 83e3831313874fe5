"""A finding: something a careful reader would want to be told."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record

__all__ = ["Finding", "FindingKind", "FindingSpan", "Level"]


class Level(StrEnum):
    """How much a finding asks of its reader, most first."""

    DOES_NOT_FIT = "does_not_fit"
    COUNTS_DIFFER = "counts_differ"
    OTHER_WORDS = "other_words"
    NOTE = "note"


class FindingKind(StrEnum):
    """What was found."""

    DATE_ORDER = "date_order"
    IMPOSSIBLE_DATE = "impossible_date"
    WEEKDAY = "weekday"
    ANNIVERSARY = "anniversary"
    DURATION = "duration"
    PART_EXCEEDS_TOTAL = "part_exceeds_total"
    SUM_MISMATCH = "sum_mismatch"
    PERCENTAGE = "percentage"
    REPEATED_DIFFERS = "repeated_differs"
    DIFFERS = "differs"
    TOTAL_FALLS = "total_falls"
    ATTRIBUTION_DISPUTED = "attribution_disputed"
    SAME_NUMBER_OTHER_WORDS = "same_number_other_words"
    NARROWER = "narrower"
    HEDGE_DIFFERS = "hedge_differs"
    COMPATIBLE = "compatible"
    SUPERSEDES = "supersedes"
    LEFT_OUT = "left_out"
    NAME_DIFFERS = "name_differs"
    IMPLIED_RATE = "implied_rate"
    POSSIBLY_SAME_EVENT = "possibly_same_event"


@record()
class FindingSpan:
    """Words that a finding rests on."""

    document: str
    start: int
    end: int
    quote: str


@record(kw_only=True)
class Finding:
    """What was found, by which rule, on which words, and the arithmetic behind it in plain language."""

    id: str
    kind: FindingKind
    level: Level
    rule: str
    documents: tuple[str, ...]
    figures: tuple[str, ...] = ()
    datings: tuple[str, ...] = ()
    spans: tuple[FindingSpan, ...]
    text: str
    arithmetic: str | None = None
