"""Decisions on measures and events: which figures they name now, wherever those belong by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.case.anchors import Hold, hold, place
from headwater.case.journal import Draft
from headwater.model import GROUPING, Action, Decision, Figure, Regrouping, Whole

__all__ = ["Grouped", "grouped", "grouping"]


@dataclass(frozen=True, slots=True)
class Grouped:
    """What people merged and split, in order, by the ids that figures have now; and the decisions that name none any more."""

    said: tuple[Regrouping, ...]
    orphans: tuple[Decision, ...]


def grouping(
    action: Action, whole: Whole, figures: Sequence[Figure], texts: Mapping[str, str], reason: str | None
) -> Draft:
    """A merging or a splitting on its way into the journal: held to the words of every figure named, the first one's first.

    Args:
        action: merge or split.
        whole: measures or events.
        figures: those named; of what is merged one each is enough.
        texts: by document.
        reason: why.
    """
    first, *others = (_anchor(figure, texts[figure.document]) for figure in figures)
    old = {name: first.pop(name) for name in ("outcome", "group")}
    new = {"whole": whole.value, "with": others}
    said: dict[str, Any] = {"old": json.dumps(old, sort_keys=True), "new": json.dumps(new, sort_keys=True)}
    return Draft(action=action, **first, **said, reason=reason)


def _anchor(figure: Figure, text: str) -> dict[str, Any]:
    words = hold(text, figure.start, figure.end)._asdict()
    plain = {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in words.items()
    }
    outcome = figure.outcome.value if figure.outcome else None
    return {"document": figure.document, **plain, "outcome": outcome, "group": figure.group}


def grouped(
    decisions: Iterable[Decision], figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str]
) -> Grouped:
    """What people merged and split, by the figures that stand on the words of each decision now.

    A merging needs two of its figures, a splitting one: with fewer it is an orphan.

    Args:
        decisions: those that hold, in order; others than on measures and events are passed over.
        figures: of each document, as decided.
        texts: by document.
    """
    said, orphans = [], []
    for decision in decisions:
        if decision.action in GROUPING:
            names = tuple(dict.fromkeys(_named(decision, figures, texts)))
            if len(names) < (2 if decision.action == Action.MERGE else 1):
                orphans.append(decision)
            else:
                whole = Whole(decision.after.get("whole", Whole.MEASURE))
                said.append(Regrouping(whole, decision.action == Action.SPLIT, names))
    return Grouped(tuple(said), tuple(orphans))


def _named(decision: Decision, figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str]) -> Iterator[str]:
    """The ids of the figures on the words of a decision, of several on the same words the one most like what was meant."""
    for one in decision.anchors:
        held = Hold(one["start"], one["start"] + len(one["quote"]), one["quote"], one["prefix"], one["suffix"])
        span = place(texts.get(one["document"], ""), held)
        here = [figure for figure in figures.get(one["document"], ()) if figure.span == span]
        if here:
            yield max(here, key=lambda figure: (figure.outcome == one["outcome"]) + (figure.group == one["group"])).id
