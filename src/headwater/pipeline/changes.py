"""What is new in a case since it was last written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from headwater.case.opening import read_only
from headwater.model import Contents, Finding, FindingKind, Measure, Reading

__all__ = ["Changes", "Earlier", "before", "changes"]


Key = tuple[object, ...]
"""What makes a reading or a finding the same before and after."""

Interval = tuple[int, int]
"""The least and the most textual origins of a reading."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a case held before: its documents, its readings with their origins where they were counted, and its findings."""

    documents: frozenset[str]
    readings: Mapping[Key, Interval | None]
    findings: frozenset[Key]


@dataclass(frozen=True, slots=True)
class _Textual:
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class _Origins:
    textual: _Textual | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """What is compared of a reading as it was written: of the rest of its JSON, most of it reasons, nothing is read."""

    best: float | None
    low: float | None
    high: float | None
    as_of: str | None
    origins: _Origins | None = None

    def told(self) -> tuple[Key, Interval | None]:
        """What makes it the same, and its origins."""
        textual = self.origins.textual if self.origins else None
        return (self.best, self.low, self.high, self.as_of), (textual.min, textual.max) if textual else None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new: reports, readings (with their measure), findings, later counts, and readings whose origins moved."""

    reports: tuple[str, ...]
    readings: tuple[tuple[Measure, Reading], ...]
    findings: tuple[Finding, ...]
    superseded: tuple[Finding, ...]
    moved: tuple[tuple[Measure, Reading], ...]


def before(case: Path) -> Earlier:
    """What a case holds now, to be compared with what it holds after more reports have joined.

    Raises:
        CaseError: the folder holds no case.
    """
    import msgspec

    written = msgspec.json.Decoder(list[_Before])
    scope = 'outcome, "group", place, period, unit'
    with read_only(case) as connection:
        documents = frozenset(name for (name,) in connection.execute("SELECT document FROM reports"))
        rows = connection.execute(f"SELECT {scope}, readings FROM collation")
        readings = {
            (*row, *key): value for *row, text in rows for key, value in map(_Before.told, written.decode(text))
        }
        rows = connection.execute("SELECT kind, text, documents FROM findings")
        findings = frozenset((kind, text, tuple(json.loads(listed))) for kind, text, listed in rows)
    return Earlier(documents, readings, findings)


def _number(value: Decimal | None) -> float | None:
    """A number as it is in JSON, so that what was written compares with what was made."""
    return None if value is None else float(value)


def changes(before: Earlier, after: Contents) -> Changes:
    """What is in a case that was not in it before.

    Readings are held to be the same where outcome, group, place, period, unit and bounds are: ids of measures and
    events may regroup when reports join.
    """
    told = before.readings
    found = [(measure, key, reading) for measure in after.collation for key, reading in _keyed(measure)]
    new = [finding for finding in after.findings if _said(finding) not in before.findings]
    return Changes(
        reports=tuple(report.document for report in after.reports if report.document not in before.documents),
        readings=tuple((measure, reading) for measure, key, reading in found if key not in told),
        findings=tuple(finding for finding in new if finding.kind is not FindingKind.SUPERSEDES),
        superseded=tuple(finding for finding in new if finding.kind is FindingKind.SUPERSEDES),
        moved=tuple(
            (measure, reading) for measure, key, reading in found if key in told and _moved(told[key], reading)
        ),
    )


def _keyed(measure: Measure) -> Iterable[tuple[Key, Reading]]:
    scope = (measure.outcome.value, measure.group, measure.place, measure.period, measure.unit)
    for reading in measure.readings:
        yield (*scope, *map(_number, (reading.best, reading.low, reading.high)), reading.as_of), reading


def _said(finding: Finding) -> Key:
    return finding.kind.value, finding.text, finding.documents


def _moved(before: Interval | None, after: Reading) -> bool:
    if before is None or after.origins is None:
        return False
    return before != (after.origins.textual.min, after.origins.textual.max)


def counts(found: Changes) -> Mapping[str, int]:
    """How many of each there are, in the order in which they are told."""
    return {name: len(getattr(found, name)) for name in ("reports", "readings", "findings", "superseded", "moved")}
