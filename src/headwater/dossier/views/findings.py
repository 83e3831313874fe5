"""Findings by level, each with the words that it rests on and its arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Sigla
from headwater.dossier.lookup import Lookup
from headwater.dossier.marks import Run
from headwater.dossier.views.notes import quoted
from headwater.model import Finding, Level

__all__ = ["FindingView", "LevelView", "findings_view"]

_QUOTES = 8


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding."""

    anchor: str
    text: str
    arithmetic: str
    rule: str
    sigla: Sigla
    quotes: tuple[tuple[Sigla, tuple[Run, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class LevelView:
    """The findings of one level; an empty level says why."""

    name: str
    sign: str
    title: str
    lead: str
    findings: tuple[FindingView, ...]


_SIGNS = {Level.DOES_NOT_FIT: "◆", Level.COUNTS_DIFFER: "◇", Level.OTHER_WORDS: "=", Level.NOTE: "•"}


def findings_view(lookup: Lookup) -> tuple[LevelView, ...]:
    """All levels in their fixed order; nothing where no rules have run."""
    if not lookup.examined:
        return ()
    say = lookup.wording.say
    return tuple(
        LevelView(
            level.value,
            _SIGNS[level],
            say(f"level.{level.value}"),
            say(f"level.{level.value}.lead"),
            _of(level, lookup),
        )
        for level in Level
    )


def _of(level: Level, lookup: Lookup) -> tuple[FindingView, ...]:
    return tuple(_finding(finding, lookup) for finding in lookup.contents.findings if finding.level is level)


def _finding(finding: Finding, lookup: Lookup) -> FindingView:
    kind = "misfit" if finding.level is Level.DOES_NOT_FIT else "other"
    quotes = quoted(finding, lookup, kind)
    return FindingView(
        anchor=anchor("finding", finding.id),
        text=finding.text,
        arithmetic=finding.arithmetic or "",
        rule=finding.rule,
        sigla=lookup.sigla(finding.documents),
        quotes=quotes[:_QUOTES],
        more=max(0, len(quotes) - _QUOTES),
    )
