"""How the readings of a measure relate: a sign and a sentence; agreement says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from headwater.dossier.inline import Inline, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import Given, reading_piece
from headwater.model import Finding, FindingKind

__all__ = ["SIGNS", "Relation", "exclude", "holds", "relations"]

SIGNS = {
    "holds": "[ ]",
    "other_words": "“ ”",
    "narrower": "⊂",
    "hedge": "≈",
    "statement": "¬",
    "excludes": "≠",
}
"""The signs of the relation column; each stands beside its word."""

_SIGN_OF = {
    FindingKind.COMPATIBLE: "holds",
    FindingKind.SAME_NUMBER_OTHER_WORDS: "other_words",
    FindingKind.NARROWER: "narrower",
    FindingKind.HEDGE_DIFFERS: "hedge",
    FindingKind.DIFFERS: "excludes",
    FindingKind.TOTAL_FALLS: "excludes",
    FindingKind.ATTRIBUTION_DISPUTED: "excludes",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One sentence on how readings relate, with its sign ("" for none) and the sign's name."""

    sign: str
    name: str
    line: Inline


def relations(readings: Sequence[Given], findings: Sequence[Finding], lookup: Lookup) -> tuple[Relation, ...]:
    """What the relation column says: what the findings on a measure say, else what its bounds say."""
    told = [
        Relation(SIGNS[name], lookup.wording.say(f"sign.{name}"), (Text(finding.text),))
        for finding in findings
        if (name := _SIGN_OF.get(finding.kind))
    ]
    if told or len(readings) < 2:
        return tuple(told)
    first, *others = readings
    return tuple(dict.fromkeys(_relation(first, other, lookup) for other in others[:4]))


def _relation(first: Given, other: Given, lookup: Lookup) -> Relation:
    name = _name(first, other)
    values = {
        "first": (reading_piece(first, lookup, lemma=False),),
        "other": (reading_piece(other, lookup, lemma=False),),
        "first_sigla": lookup.sigla(first.documents),
        "sigla": lookup.sigla(other.documents),
    }
    sign = {"days": "", "vague": "", "near": "hedge", "within": "holds", "zero": "excludes"}.get(name, name)
    says = lookup.wording.say(f"sign.{sign}") if sign else ""
    return Relation(SIGNS[sign] if sign else "", says, lookup.wording.line(f"relation.{name}", **values))


def _name(first: Given, other: Given) -> str:
    if first.reading.as_of != other.reading.as_of and first.reading.as_of and other.reading.as_of:
        return "days"
    if first.first.negated != other.first.negated:
        return "zero"
    if _unbounded(first) or _unbounded(other):
        return "vague"
    if first.reading.best is not None and first.reading.best == other.reading.best:
        return "hedge"
    if exclude(first, other):
        return "excludes"
    if holds(other, first):
        return "holds"
    return "within" if holds(first, other) else "near"


def _unbounded(one: Given) -> bool:
    return one.reading.best is None and one.low is None and one.high is None


def _ends(one: Given) -> tuple[Decimal | None, Decimal | None]:
    return one.low, one.high


def exclude(one: Given, other: Given) -> bool:
    """Whether no number satisfies the bounds of both readings; a number that is only approximate excludes none."""
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return (low is not None and other_high is not None and low > other_high) or (
        high is not None and other_low is not None and other_low > high
    )


def holds(one: Given, other: Given) -> bool:
    """Whether the bounds of the first reading hold the other's number."""
    best = other.reading.best
    if best is None or (one.low is None and one.high is None):
        return False
    return (one.low is None or one.low <= best) and (one.high is None or best <= one.high)
