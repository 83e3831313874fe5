"""A link: evidence that two reports are related."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record

__all__ = ["Direction", "Evidence", "EvidenceKind", "Link", "Relation"]


class Relation(StrEnum):
    """The strongest relation that holds between two reports, strongest first."""

    SHARED_TEXT = "shared_text"
    SHARED_QUOTATION = "shared_quotation"
    SHARED_FIGURES = "shared_figures"
    CREDIT = "credit"


class Direction(StrEnum):
    """Which of two reports is likely to have drawn on the other."""

    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    RARE_WORDING = "rare_wording"
    QUOTATION = "quotation"
    BOILERPLATE = "boilerplate"
    FIGURE_SET = "figure_set"
    ODD_FORM = "odd_form"
    CREDIT = "credit"
    THIRD_CREDIT = "third_credit"
    LINK = "link"
    BY_HAND = "by_hand"


@record()
class Evidence:
    """One piece of evidence, with its place in both reports; `words` counts shared words, `note` says what else there is."""

    kind: EvidenceKind
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int | None = None
    note: str | None = None


@record(kw_only=True)
class Link:
    """Two reports (`a` before `b` in document order) and the evidence that they are related.

    `probability` is that a common text or count stands behind both.
    """

    a: str
    b: str
    relation: Relation
    direction: Direction | None = None
    probability: float
    evidence: tuple[Evidence, ...]
