"""A decision: one entry of a case's journal."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from headwater.model.record import record

__all__ = ["GROUPING", "Action", "Decision", "Entry"]


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


GROUPING = (Action.MERGE, Action.SPLIT)
"""The decisions that are on several figures at once."""


class Entry:
    """What a decision has in common with the draft of one: the words that it holds on to, and what it sets."""

    __slots__ = ()
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

    @property
    def before(self) -> dict[str, Any]:
        """The values before it, as JSON data."""
        return _data(self.old)

    @property
    def after(self) -> dict[str, Any]:
        """The values that it sets, as JSON data."""
        return _data(self.new)

    @property
    def anchors(self) -> list[dict[str, Any]]:
        """The words that a merging or splitting is held to: document, place, quote, surroundings, outcome and group."""
        names = ("document", "start", "end", "quote", "prefix", "suffix")
        return [{**{name: getattr(self, name) for name in names}, **self.before}, *self.after.get("with", ())]


def _data(text: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text or "{}")
    return found


@record()
class Decision(Entry):
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
