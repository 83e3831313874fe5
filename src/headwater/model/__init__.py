"""The records that the rooms hand to each other: frozen, from the standard library only.

A record is a noun, a stage a verb. Every record that leaves a case does so through `headwater.model.wire`.
What only the rooms after extraction use is loaded when it is first asked for: a third of what `headwater extract` takes to start was imports.
"""

from typing import TYPE_CHECKING

from headwater.model.attribution import Attribution
from headwater.model.dating import Anchor, Dating, TimeExpression
from headwater.model.extraction import Extraction
from headwater.model.figure import MONEY_UNNAMED, Figure, Hedge, Outcome, Voice
from headwater.model.problem import Problem
from headwater.model.report import Block, BlockKind, Credit, CreditRelation, DateBasis, KnownBy, Report
from headwater.model.span import Quote, Span, identifier
from headwater.model.statement import Statement, StatementKind

if TYPE_CHECKING:
    from headwater.model.collation import (
        NOBODY,
        PRESENT,
        Agreement,
        Measure,
        OriginCount,
        Origins,
        Reading,
        Root,
        agreement,
    )
    from headwater.model.contents import Contents, Manifest
    from headwater.model.decision import GROUPING, Action, Decision, Entry
    from headwater.model.descent import Descent
    from headwater.model.event import Event
    from headwater.model.finding import Finding, FindingKind, FindingSpan, Level
    from headwater.model.link import Direction, Evidence, EvidenceKind, Link, Relation
    from headwater.model.origin import Origin, ParentChoice, Parents, UnseenChoice
    from headwater.model.regrouping import Regrouping, Whole
else:
    from importlib import import_module

    _LATER = {
        "collation": "NOBODY PRESENT Agreement Measure OriginCount Origins Reading Root agreement",
        "contents": "Contents Manifest",
        "decision": "Action Decision Entry GROUPING",
        "descent": "Descent",
        "event": "Event",
        "finding": "Finding FindingKind FindingSpan Level",
        "link": "Direction Evidence EvidenceKind Link Relation",
        "origin": "Origin ParentChoice Parents UnseenChoice",
        "regrouping": "Regrouping Whole",
    }
    _HOMES = {name: module for module, names in _LATER.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """A record of one of the later rooms, its module loaded now."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found


__all__ = [
    "GROUPING",
    "MONEY_UNNAMED",
    "NOBODY",
    "PRESENT",
    "Action",
    "Agreement",
    "Anchor",
    "Attribution",
    "Block",
    "BlockKind",
    "Contents",
    "Credit",
    "CreditRelation",
    "DateBasis",
    "Dating",
    "Decision",
    "Descent",
    "Direction",
    "Entry",
    "Event",
    "Evidence",
    "EvidenceKind",
    "Extraction",
    "Figure",
    "Finding",
    "FindingKind",
    "FindingSpan",
    "Hedge",
    "KnownBy",
    "Level",
    "Link",
    "Manifest",
    "Measure",
    "Origin",
    "OriginCount",
    "Origins",
    "Outcome",
    "ParentChoice",
    "Parents",
    "Problem",
    "Quote",
    "Reading",
    "Regrouping",
    "Relation",
    "Report",
    "Root",
    "Span",
    "Statement",
    "StatementKind",
    "TimeExpression",
    "UnseenChoice",
    "Voice",
    "Whole",
    "agreement",
    "identifier",
]
