"""A problem: something that did not stop a run, and that its reader has to know of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one document: a slug, and a message that names the cause and what to do."""

    document: str
    slug: str
    message: str
    start: int | None = None
    end: int | None = None
