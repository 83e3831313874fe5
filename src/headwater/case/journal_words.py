"""A decision in plain words, for the terminal and the review application."""

from __future__ import annotations

import json
from typing import Any

from headwater.case.decided_groups import GROUPING, anchors
from headwater.model import Action, Decision

__all__ = ["change_words", "decision_words", "grouping_words", "value_words"]

VERBS = {
    Action.ACCEPT: "accepted",
    Action.CORRECT: "corrected",
    Action.REJECT: "rejected",
    Action.ADD: "added a missed figure",
    Action.NOTE: "noted on",
    Action.REPORT: "set of the report",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.SETTLE: "settled a finding on",
    Action.UNDO: "took back decision",
}


def decision_words(decision: Decision) -> str:
    """What was decided, without who and when.

    >>> decision_words(Decision(3, "", "Ines", "", "correct", "a.txt", 4, 6, "12", "", "", '{"high":"12"}', '{"high":null}', "no limit"))
    'corrected “12” in a.txt: high 12 → open. Reason: no limit'
    """
    action = Action(decision.action)
    if action in GROUPING:
        return grouping_words(decision) + (f". Reason: {decision.reason}" if decision.reason else "")
    new = json.loads(decision.new or "{}")
    words = VERBS[action]
    if action is Action.UNDO:
        words += f" {new.get('sequence')}"
    if decision.quote is not None:
        words += f" “{' '.join(decision.quote.split())}”"
    if decision.document is not None:
        words += f" {decision.document}" if action is Action.REPORT else f" in {decision.document}"
    if changes := change_words(decision):
        words += ": " + "; ".join(changes)
    return words + (f". Reason: {decision.reason}" if decision.reason else "")


def grouping_words(decision: Decision) -> str:
    """What was merged or split: "merged the measures of “12” in a.txt and “15” in b.txt"."""
    said = [f"“{' '.join(str(one['quote']).split())}” in {one['document']}" for one in anchors(decision)]
    listed = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    whole = json.loads(decision.new or "{}").get("whole", "measure")
    if whole == "figure":
        return f"moved {' and '.join(filter(None, (', '.join(said[1:-1]), said[-1])))} to the event of {said[0]}"
    if decision.action == Action.MERGE:
        return f"merged the {whole}s of {listed}"
    return f"split {listed} off as {'an event' if whole == 'event' else 'a measure'} of {'its' if len(said) == 1 else 'their'} own"


def change_words(decision: Decision) -> list[str]:
    """Each value that a decision sets, with the one before where it is known: "high 12 → open"."""
    if decision.action not in (Action.CORRECT, Action.ADD, Action.REPORT, Action.SETTLE):
        return []
    old, new = json.loads(decision.old or "{}"), json.loads(decision.new or "{}")
    said = []
    for name, value in new.items():
        before = f"{value_words(name, old[name])} → " if name in old else ""
        said.append(f"{name.replace('_', ' ')} {before}{value_words(name, value)}")
    return said


def value_words(name: str, value: Any) -> str:
    """A value as a person reads it: bounds that are absent are open, flags are yes or no.

    >>> value_words("high", None), value_words("implied", True), value_words("speaker", ["Ana Rell", "Radio Ostra"])
    ('open', 'yes', 'Ana Rell, quoted by Radio Ostra')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", quoted by ".join(map(str, value)) or "nobody named"
    if isinstance(value, dict):
        return f"“{value.get('quote', '')}”"
    if value is None:
        return "open" if name in ("low", "high", "best") else "nothing"
    return str(value).replace("_", " ") or "plain"
