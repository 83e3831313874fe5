"""What a person knows of reports, from a file: made decisions of the case, so that it stays known."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from headwater.case.decided_case import by_document, facts
from headwater.case.journal import Draft, Journal, live
from headwater.lineage.given import descending
from headwater.lineage.known import Known, known_from
from headwater.messages import say
from headwater.model import Action, Decision, Problem

__all__ = ["Given", "given_in", "learned", "parents_that_hold"]


@dataclass(frozen=True, slots=True)
class Given:
    """What a file gives of reports: by the file's name, as of when it was last written, and row by row."""

    file: str
    at: str
    rows: Mapping[str, Known]


def given_in(path: str) -> Given | None:
    """What a file gives, read whole before anything is written; `None` where no file is named.

    Args:
        path: JSON Lines with `id` (the document), `publisher`, `published`, `parent`.

    Raises:
        InputError: the file cannot be read, or a line is no object with an `id`.
    """
    if not path:
        return None
    file, rows = Path(path), known_from(Path(path))
    at = datetime.fromtimestamp(int(file.stat().st_mtime), UTC).isoformat().replace("+00:00", "Z")
    return Given(file.name, at, rows)


def learned(given: Given | None, decisions: Sequence[Decision], journal: Journal | None) -> tuple[Decision, ...]:
    """The decisions with those that a file makes of what it gives; what was decided so before is not decided again.

    The reviewer is the file by its name, the time the one at which the file was last written: a run looks at no clock.

    Args:
        given: what the file gives; none leaves the decisions as they are.
        decisions: those that the case has.
        journal: where new ones are entered; without one they are known to this run alone.

    Raises:
        CaseError: the journal cannot be written.
    """
    if given is None:
        return tuple(decisions)
    reviewer, at = f"file {given.file}", given.at
    drafts = list(_drafts(given.rows, reviewer, decisions))
    if journal is not None:
        return (*decisions, *(journal.append(draft, reviewer, at) for draft in drafts))
    first = len(decisions) + 1
    told = (asdict(draft) | {"action": draft.action.value} for draft in drafts)
    return (*decisions, *(Decision(number, "", reviewer, at, **row) for number, row in enumerate(told, first)))


def _drafts(known: Mapping[str, Known], reviewer: str, decisions: Sequence[Decision]) -> Iterator[Draft]:
    holding = by_document(live(decisions))
    # What the file said before and someone decided otherwise since is not said again.
    entered = by_document(decision for decision in decisions if decision.reviewer == reviewer)
    for document, row in sorted(known.items()):
        before, told = facts(holding.get(document, ())), facts(entered.get(document, ()))
        given = {name: getattr(row, name) for name in row.said()}
        new = {
            name: value for name, value in given.items() if value not in (before.get(name, ...), told.get(name, ...))
        }
        if new:
            old = {name: before.get(name) for name in new}
            yield Draft(action=Action.REPORT, document=document, old=json.dumps(old), new=json.dumps(new))


def parents_that_hold(
    parents: dict[str, str | None], documents: Sequence[str]
) -> tuple[dict[str, str | None], list[Problem]]:
    """The parents that people gave of reports, and a problem for each that cannot hold."""
    held, left = descending(parents, documents)
    problems = [
        Problem(
            document=child,
            slug="parent_cannot_hold",
            message=say("problem.parent", parent=parents[child]),
        )
        for child in left
    ]
    return held, problems
