"""What is new in a case since it was last written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headwater.model import Contents, Finding, FindingKind, Measure, Reading

__all__ = ["Changes", "Earlier", "changes"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a case held before: its documents, measures and findings."""

    documents: frozenset[str]
    collation: tuple[Measure, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new: reports, readings (with their measure), findings, later counts, and readings whose origins moved."""

    reports: tuple[str, ...]
    readings: tuple[tuple[Measure, Reading], ...]
    findings: tuple[Finding, ...]
    superseded: tuple[Finding, ...]
    moved: tuple[tuple[Measure, Reading], ...]


def changes(before: Earlier, after: Contents) -> Changes:
    """What is in a case that was not in it before.

    Readings are held to be the same where outcome, group, place, period, unit and bounds are: ids of measures and
    events may regroup when reports join.
    """
    told = {key: reading for measure in before.collation for key, reading in _keyed(measure)}
    found = [(measure, key, reading) for measure in after.collation for key, reading in _keyed(measure)]
    known = {_said(finding) for finding in before.findings}
    new = [finding for finding in after.findings if _said(finding) not in known]
    return Changes(
        reports=tuple(report.document for report in after.reports if report.document not in before.documents),
        readings=tuple((measure, reading) for measure, key, reading in found if key not in told),
        findings=tuple(finding for finding in new if finding.kind is not FindingKind.SUPERSEDES),
        superseded=tuple(finding for finding in new if finding.kind is FindingKind.SUPERSEDES),
        moved=tuple(
            (measure, reading) for measure, key, reading in found if key in told and _moved(told[key], reading)
        ),
    )


def _keyed(measure: Measure) -> Iterable[tuple[tuple[object, ...], Reading]]:
    scope = (measure.outcome, measure.group, measure.place, measure.period, measure.unit)
    for reading in measure.readings:
        yield (*scope, reading.best, reading.low, reading.high, reading.as_of), reading


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.text, finding.documents


def _moved(before: Reading, after: Reading) -> bool:
    one, other = before.origins, after.origins
    if one is None or other is None:
        return False
    return (one.textual.min, one.textual.max) != (other.textual.min, other.textual.max)


def counts(found: Changes) -> Mapping[str, int]:
    """How many of each there are, in the order in which they are told."""
    return {name: len(getattr(found, name)) for name in ("reports", "readings", "findings", "superseded", "moved")}
