"""Findings with their words in the sentences around them, as the desk lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.dossier.decided import verdict_words
from headwater.dossier.wording import Wording
from headwater.model import Decision, Finding, FindingSpan, Level, Report
from headwater.web.desk import Standings

__all__ = ["Listed", "Quoted", "findings_by_level"]

BEFORE, BEHIND = 110, 90
"""Code points shown around the words of a finding."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report with what stands around them, and the key of the figure on them, if any."""

    siglum: str
    before: str
    words: str
    behind: str
    key: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with its words, and the decision that settled it with what it says."""

    finding: Finding
    quotes: tuple[Quoted, ...]
    decision: Decision | None
    verdict: str


def findings_by_level(now: Standings, wording: Wording) -> Iterator[tuple[str, list[Listed]]]:
    """The name of each level that has findings, and these in the order of the case."""
    keys = _keys(now)
    for level in Level:
        listed = [_listed(finding, now, keys, wording) for finding in now.material.findings if finding.level is level]
        if listed:
            yield wording.say(f"level.{level.value}"), listed


def _keys(now: Standings) -> Mapping[tuple[str, int, int], str]:
    """The keys of the figures in reports that findings are on, by their place."""
    documents = {document for finding in now.material.findings for document in finding.documents}
    return {
        (one.figure.document, one.figure.start, one.figure.end): one.key
        for document in sorted(documents & now.decided.keys())
        for one in now.decided[document].standings
    }


def _listed(finding: Finding, now: Standings, keys: Mapping[tuple[str, int, int], str], wording: Wording) -> Listed:
    decision = now.settled.by_finding.get(finding.id)
    quotes = (_quoted(span, now.reports.get(span.document), keys) for span in finding.spans)
    verdict = verdict_words(str(decision.after.get("verdict", "")), wording) if decision else ""
    return Listed(finding, tuple(quotes), decision, verdict)


def _quoted(span: FindingSpan, report: Report | None, keys: Mapping[tuple[str, int, int], str]) -> Quoted:
    if report is None:  # a run is joining reports just now: the words alone are known
        return Quoted("?", "", span.quote, "", "")
    text, key = report.text, keys.get((span.document, span.start, span.end), "")
    before = text[max(0, span.start - BEFORE) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + BEHIND].partition("\n")[0]
    if len(before) == BEFORE:
        before = "… " + before.partition(" ")[2]
    if len(behind) == BEHIND:
        behind = behind.rpartition(" ")[0] + " …"
    return Quoted(report.siglum or "?", before, span.quote, behind, key)
