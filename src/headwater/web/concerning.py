"""Which later decisions are on the same thing as one that is about to be entered."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.case.journal import Draft
from headwater.model import GROUPING, Action, Decision, Entry

__all__ = ["Concerning"]

ON_FIGURES = (Action.ACCEPT, Action.CORRECT, Action.REJECT, Action.ADD)


class Concerning:
    """Asked of each later entry in order: is it on the thing that the draft is on?

    Two decisions on figures are on one thing where their words are; two on a report, where it is the same; two on a finding,
    where kind and words are; two mergings or splittings, where both name a figure. Taking something back concerns whatever it is
    taken back of. Notes stand beside each other, but the same note is not entered twice.

    Args:
        draft: what is about to be entered.
        entries: the journal as far as it is known.
    """

    def __init__(self, draft: Draft, entries: Iterable[Decision]) -> None:
        self.draft = draft
        self.known = {entry.sequence: entry for entry in entries}
        self.about = self.known.get(_undone(draft)) if draft.action is Action.UNDO else None

    def __call__(self, entry: Decision) -> bool:
        """Whether a later entry concerns the same thing."""
        self.known[entry.sequence] = entry
        if self.draft.action is Action.NOTE:
            return (
                entry.action == Action.NOTE
                and _words(entry) == _words(self.draft)
                and entry.reason == self.draft.reason
            )
        subject = self.about or self.draft
        meant: Decision | None = entry
        while meant is not None and meant.action == Action.UNDO:
            meant = self.known.get(_undone(meant))
        return meant is not None and bool(_things(meant) & _things(subject))


def _undone(one: Entry) -> int:
    return int(one.after.get("sequence", 0))


def _words(one: Entry) -> tuple[object, ...]:
    return one.document, one.start, one.quote


def _things(one: Entry) -> set[tuple[object, ...]]:
    """What a decision is on; a merging or splitting is on every figure that it names."""
    if one.action in ON_FIGURES:
        return {("figure", *_words(one))}
    if one.action in GROUPING:
        whole = one.after.get("whole")
        return {(whole, held["document"], held["start"], held["quote"]) for held in one.anchors}
    if one.action == Action.SETTLE:
        return {("finding", *_words(one), one.before.get("kind"))}
    if one.action == Action.REPORT:
        return {(str(one.action), one.document)}
    return {(str(one.action), *_words(one))}
