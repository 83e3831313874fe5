"""Findings with their words in the sentences around them, as the desk lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
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


def findings_by_level(
    now: Standings, wording: Wording, start: int, end: int
) -> Iterator[tuple[str, int, list[Listed]]]:
    """The levels that the findings from `start` to `end` are of: name, how many the case has, and those of them.

    Findings stand by level, in each in the order of the case.
    """
    before = 0
    shown: list[tuple[Level, int, list[Finding]]] = []
    for level in Level:
        every = [finding for finding in now.material.findings if finding.level is level]
        some = every[max(0, start - before) : max(0, end - before)]
        before += len(every)
        if some:
            shown.append((level, len(every), some))
    keys = _keys(now, {document for _, _, some in shown for finding in some for document in finding.documents})
    for level, count, some in shown:
        listed = [_listed(finding, now, keys, wording) for finding in some]
        yield wording.say(f"level.{level.value}"), count, listed


def _keys(now: Standings, documents: Set[str]) -> Mapping[tuple[str, int, int], str]:
    """The keys of the figures in reports that findings are on, by their place."""
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
