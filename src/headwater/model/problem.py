"""A problem: something that did not stop a run, and that its reader has to know of."""

from __future__ import annotations

from headwater.model.record import record

__all__ = ["Problem"]


@record()
class Problem:
    """What went wrong with one document: a slug, and a message that names the cause and what to do."""

    document: str
    slug: str
    message: str
    start: int | None = None
    end: int | None = None
