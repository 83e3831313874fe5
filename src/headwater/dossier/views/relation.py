"""How the readings of a measure relate: a sign and a sentence; agreement says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.dossier.inline import Inline, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import Given, reading_piece
from headwater.model import Agreement, Finding, FindingKind, Statement

__all__ = ["SIGNS", "Relation", "holds", "relations"]

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
    FindingKind.SAME_NUMBER_OTHER_WORDS: "other_words",
    FindingKind.NARROWER: "narrower",
    FindingKind.TOTAL_FALLS: "excludes",
    FindingKind.ATTRIBUTION_DISPUTED: "excludes",
}
_TOLD = (*_SIGN_OF, FindingKind.SUPERSEDES, FindingKind.PART_EXCEEDS_TOTAL)
"""What the relation column tells; of the rest it works out from the bounds what can be said, with sigla and words."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One sentence on how readings relate, with its sign ("" for none) and the sign's name."""

    sign: str
    name: str
    line: Inline


def relations(
    readings: Sequence[Given], statements: Sequence[Statement], findings: Sequence[Finding], lookup: Lookup
) -> tuple[Relation, ...]:
    """What the relation column says: what bounds tell of each rival, then the findings between reports, then statements."""
    first = readings[0] if readings else None
    lines = [_relation(first, other, lookup) for other in readings[1:4] if first is not None]
    for finding in findings:
        if finding.kind in _TOLD:
            name = _SIGN_OF.get(finding.kind, "")
            says = lookup.wording.say(f"sign.{name}") if name else ""
            lines.append(Relation(SIGNS.get(name, ""), says, (Text(finding.text),)))
    return tuple(dict.fromkeys([*lines, *_stated(statements, lookup)]))


def _stated(statements: Sequence[Statement], lookup: Lookup) -> list[Relation]:
    by_kind: dict[str, list[str]] = {}
    for statement in statements:
        by_kind.setdefault(statement.kind.value, []).append(statement.document)
    says = lookup.wording.say("sign.statement")
    return [
        Relation(
            SIGNS["statement"],
            says,
            (lookup.sigla(documents), Text(" " + lookup.wording.say(f"statement.{kind}") + ".")),
        )
        for kind, documents in by_kind.items()
    ]


def _relation(first: Given, other: Given, lookup: Lookup) -> Relation:
    name = _name(first, other)
    values = {
        "first": (reading_piece(first, lookup, lemma=False),),
        "other": (reading_piece(other, lookup, lemma=False),),
        "first_sigla": lookup.sigla(first.documents),
        "sigla": lookup.sigla(other.documents),
    }
    sign = {"days": "", "vague": "", "near": "", "within": "holds"}.get(name, name)
    says = lookup.wording.say(f"sign.{sign}") if sign else ""
    return Relation(SIGNS[sign] if sign else "", says, lookup.wording.line(f"relation.{name}", **values))


def _name(first: Given, other: Given) -> str:
    days = first.reading.as_of, other.reading.as_of
    if all(days) and days[0] != days[1]:
        return "days"
    if _unbounded(first) or _unbounded(other):
        return "vague"
    agreement = first.reading.agreement(other.reading)
    if agreement is Agreement.BOUNDS:
        return "holds" if holds(other, first) else "within" if holds(first, other) else "near"
    return "excludes" if agreement is Agreement.DIFFERS else "hedge"


def _unbounded(one: Given) -> bool:
    return one.reading.best is None and one.low is None and one.high is None


def holds(one: Given, other: Given) -> bool:
    """Whether the bounds of the first reading hold the other's number."""
    best = other.reading.best
    if best is None or (one.low is None and one.high is None):
        return False
    return (one.low is None or one.low <= best) and (one.high is None or best <= one.high)
