"""The records that the rooms hand to each other: frozen, from the standard library only.

A record is a noun, a stage a verb. Every record that leaves a case does so through `headwater.model.wire`.
"""

from headwater.model.attribution import Attribution
from headwater.model.collation import Agreement, Measure, OriginCount, Origins, Reading, Root, agreement
from headwater.model.contents import Contents, Manifest
from headwater.model.dating import Anchor, Dating, TimeExpression
from headwater.model.decision import Action, Decision
from headwater.model.event import Event
from headwater.model.extraction import Descent, Extraction
from headwater.model.figure import MONEY_UNNAMED, Figure, Hedge, Outcome, Voice
from headwater.model.finding import Finding, FindingKind, FindingSpan, Level
from headwater.model.link import Direction, Evidence, EvidenceKind, Link, Relation
from headwater.model.origin import Origin, ParentChoice, Parents, UnseenChoice
from headwater.model.problem import Problem
from headwater.model.regrouping import Regrouping, Whole
from headwater.model.report import Block, BlockKind, Credit, CreditRelation, DateBasis, KnownBy, Report
from headwater.model.span import Quote, Span, identifier
from headwater.model.statement import Statement, StatementKind

__all__ = [
    "MONEY_UNNAMED",
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
