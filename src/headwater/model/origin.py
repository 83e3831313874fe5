"""Parents of reports and unseen origins: the stemma as records."""

from __future__ import annotations

from headwater.model.record import record

__all__ = ["Origin", "ParentChoice", "Parents", "UnseenChoice"]


@record()
class ParentChoice:
    """A report that may be the parent of another, with the probability that it is."""

    document: str
    probability: float


@record()
class UnseenChoice:
    """An unseen origin that may be the parent of a report, with the probability that it is."""

    origin: str
    probability: float


@record()
class Parents:
    """Where a report's principal text may be from; all probabilities with `independent` sum to 1."""

    document: str
    parents: tuple[ParentChoice, ...]
    unseen: tuple[UnseenChoice, ...]
    unseen_origin: float
    independent: float


@record()
class Origin:
    """A common origin that is not among the reports; `named` is a name that any report gives it."""

    id: str
    documents: tuple[str, ...]
    named: str | None = None
    evidence: str | None = None
