"""Decisions on more than one figure: on reports and findings, what follows the telling of events, and what is orphaned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from headwater.case.anchors import place_of
from headwater.model import (
    Action,
    DateBasis,
    Decision,
    Figure,
    Finding,
    KnownBy,
    Report,
    Statement,
)

__all__ = [
    "Settled",
    "by_document",
    "facts",
    "scoped",
    "settle",
    "with_facts",
    "with_moved",
]

FACTS = ("publisher", "published")
"""What a person can set of a report itself."""


def by_document(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    """The decisions on each document, in order."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.document is not None:
            found[decision.document].append(decision)
    return found


def facts(decisions: Iterable[Decision]) -> dict[str, Any]:
    """What people set of one report, the last decision on each: `publisher`, `published`, `parent`."""
    said: dict[str, Any] = {}
    for decision in decisions:
        if decision.action == Action.REPORT:
            said |= decision.after
    return said


def with_facts(report: Report, said: Mapping[str, Any]) -> Report:
    """The report with the publisher and time of publication that people set; where they set none, it is the report itself."""
    if said.keys().isdisjoint(FACTS):
        return report
    known = KnownBy(DateBasis.BY_HAND) if "published" in said else report.published_by
    return replace(report, **{name: said[name] for name in FACTS if name in said}, published_by=known)


def with_moved(
    statements: Iterable[Statement], moved: Mapping[str, str], kept: Iterable[Figure]
) -> tuple[Statement, ...]:
    """The statements, what they are about under the ids that figures have now; figures that went are left out."""
    ids = {figure.id for figure in kept}
    found = []
    for statement in statements:
        named = (moved.get(name, name) for name in statement.about if name not in moved or moved[name] in ids)
        found.append(replace(statement, about=tuple(named)))
    return tuple(found)


def scoped(figures: Iterable[Figure], scopes: Mapping[str, Mapping[str, Any]], main: str | None) -> tuple[Figure, ...]:
    """The figures with the place, time and background that people set, once events have been told apart.

    Args:
        figures: of one report.
        scopes: what was set, by id.
        main: the id of the report's main event.
    """
    return tuple(_scoped(figure, scopes.get(figure.id), main) for figure in figures)


def _scoped(figure: Figure, scope: Mapping[str, Any] | None, main: str | None) -> Figure:
    if not scope:
        return figure
    event = figure.event
    if "background" in scope:
        event = main if not scope["background"] else (None if event == main else event)
    return replace(figure, **scope, event=event)


@dataclass(frozen=True, slots=True)
class Settled:
    """The decision that settles each finding, by the finding's id, and those that no longer find theirs."""

    by_finding: Mapping[str, Decision]
    orphans: tuple[Decision, ...]


def settle(findings: Sequence[Finding], texts: Mapping[str, str], decisions: Iterable[Decision]) -> Settled:
    """Which findings people settled: those of the same kind on the same words, most alike first."""
    settled: dict[str, Decision] = {}
    orphans = []
    for decision in decisions:
        if decision.action != Action.SETTLE:
            continue
        finding = _meant(findings, texts, decision)
        if finding is None:
            orphans.append(decision)
        else:
            settled[finding.id] = decision
    return Settled(settled, tuple(orphans))


def _meant(findings: Sequence[Finding], texts: Mapping[str, str], decision: Decision) -> Finding | None:
    span = place_of(texts.get(decision.document or "", ""), decision)
    if span is None:
        return None
    old = decision.before
    here = [
        finding
        for finding in findings
        if finding.kind.value == old.get("kind")
        and any(
            one.document == decision.document and (one.start, one.end) == (span.start, span.end)
            for one in finding.spans
        )
    ]
    words = set(old.get("quotes", ()))
    return max(here, key=lambda finding: len(words & {one.quote for one in finding.spans}), default=None)
