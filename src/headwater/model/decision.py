"""A decision: one entry of a case's journal."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Decision"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, on which words, when and why; `previous` is the hash of the entry before.

    A decision holds on to words (`quote` with `prefix` and `suffix`, and the place they were last seen at), never to
    the id of anything that a new run may group in another way.
    """

    sequence: int
    previous: str
    reviewer: str
    decided_at: str
    action: str
    document: str | None
    start: int | None
    end: int | None
    quote: str | None
    prefix: str | None
    suffix: str | None
    old: str | None
    new: str | None
    reason: str | None
