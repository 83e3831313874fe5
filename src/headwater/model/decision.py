"""A decision: one entry of a case's journal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Action", "Decision"]


class Action(StrEnum):
    """What a decision does.

    `accept`, `correct`, `reject` and `add` set a figure, `note` says something about one. `report` sets who published a
    report, when, and its parent. `merge` says that measures or events are one, `split` that figures are a measure or an event
    of their own. `settle` settles a finding. `undo` takes an earlier entry back, which stays in the journal.
    """

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    NOTE = "note"
    REPORT = "report"
    MERGE = "merge"
    SPLIT = "split"
    SETTLE = "settle"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, on which words, when and why; `previous` is the hash of the entry before.

    A decision holds on to words (`quote` with `prefix` and `suffix`, and the place they were last seen at), never to
    the id of anything that a new run may group in another way. `old` and `new` are JSON objects as text: the values before,
    and those that were set.
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
