"""Findings by level, each with the words that it rests on and its arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from headwater.dossier.addresses import anchor
from headwater.dossier.dates import date_words
from headwater.dossier.decided import verdict_words
from headwater.dossier.inline import Inline, Sigla
from headwater.dossier.journal import Settlement
from headwater.dossier.lookup import Lookup
from headwater.dossier.marks import Run
from headwater.dossier.views.notes import quoted
from headwater.model import Finding, Level

__all__ = ["FindingView", "FindingsView", "LevelView", "findings_view"]

_QUOTES = 8
_NONE: Mapping[str, Settlement] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; `kind`, `reports` (sigla) and `events` (ids) are what it can be filtered by."""

    anchor: str
    kind: str
    reports: str
    events: str
    text: str
    arithmetic: str
    rule: str
    sigla: Sigla
    quotes: tuple[tuple[Sigla, tuple[Run, ...]], ...]
    more: int
    settled: Inline


@dataclass(frozen=True, slots=True)
class LevelView:
    """The findings of one level; an empty level says why."""

    name: str
    sign: str
    title: str
    lead: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class FindingsView:
    """All levels in their fixed order, and the choices of the filters: values with their names."""

    levels: tuple[LevelView, ...]
    kinds: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]


_SIGNS = {Level.DOES_NOT_FIT: "◆", Level.COUNTS_DIFFER: "◇", Level.OTHER_WORDS: "=", Level.NOTE: "•"}


def findings_view(lookup: Lookup, settled: Mapping[str, Settlement] = _NONE) -> FindingsView | None:
    """The findings of a case; `None` where no rules have run."""
    if not lookup.examined:
        return None
    say = lookup.wording.say
    found = lookup.contents.findings
    kinds = dict.fromkeys(finding.kind for finding in found)
    documents = {document for finding in found for document in finding.documents}
    events = {event for finding in found for event in _events(finding, lookup)}
    return FindingsView(
        levels=tuple(_level(level, lookup, settled) for level in Level),
        kinds=tuple((kind.value, say(f"kind.{kind.value}")) for kind in kinds),
        reports=tuple(
            (lookup.letter[document].letter, lookup.name(lookup.report[document]))
            for document in lookup.place
            if document in documents
        ),
        events=tuple(
            (event.id, event.label or say("event.unnamed")) for event in lookup.contents.events if event.id in events
        ),
    )


def _level(level: Level, lookup: Lookup, settled: Mapping[str, Settlement]) -> LevelView:
    say = lookup.wording.say
    title, lead = say(f"level.{level.value}"), say(f"level.{level.value}.lead")
    return LevelView(level.value, _SIGNS[level], title, lead, _of(level, lookup, settled))


def _events(finding: Finding, lookup: Lookup) -> list[str]:
    """The events of a finding's figures; where it has none, the main events of its reports."""
    told = {lookup.figure[name].event for name in finding.figures if name in lookup.figure}
    main = {lookup.report[document].main_event for document in finding.documents if document in lookup.report}
    return sorted(event for event in (told or main) if event)


def _of(level: Level, lookup: Lookup, settled: Mapping[str, Settlement]) -> tuple[FindingView, ...]:
    return tuple(
        _finding(finding, lookup, settled.get(finding.id))
        for finding in lookup.contents.findings
        if finding.level is level
    )


def _finding(finding: Finding, lookup: Lookup, settled: Settlement | None) -> FindingView:
    kind = "misfit" if finding.level is Level.DOES_NOT_FIT else "other"
    quotes = quoted(finding, lookup, kind)
    return FindingView(
        anchor=anchor("finding", finding.id),
        kind=finding.kind.value,
        reports=" ".join(lookup.letter[document].letter for document in finding.documents if document in lookup.letter),
        events=" ".join(_events(finding, lookup)),
        text=finding.text,
        arithmetic=finding.arithmetic or "",
        rule=finding.rule,
        sigla=lookup.sigla(finding.documents),
        quotes=quotes[:_QUOTES],
        more=max(0, len(quotes) - _QUOTES),
        settled=_settled(settled, lookup) if settled else (),
    )


def _settled(settled: Settlement, lookup: Lookup) -> Inline:
    when = date_words(settled.when, lookup.wording.locale).partition(",")[0]
    return lookup.wording.line(
        "findings.settled",
        verdict=verdict_words(settled.verdict, lookup.wording),
        who=settled.reviewer,
        when=when,
        reason=settled.reason,
    )
