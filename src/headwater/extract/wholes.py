"""Wholes that stand in an earlier sentence: "two of them", "the remaining three", "of those taken hostage"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_wholes"]

_NEAR = 12


def find_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link parts that point back to the nearest earlier figure they can be taken out of."""
    earlier: list[Settled] = []
    for row in rows:
        for chunk in row.clause.chunks:
            if not chunk.counts:
                continue
            held = row.settled.get(chunk.first)
            if held is None:
                earlier.append(Settled(chunk, [], "unattached", group=chunk.group))
                continue
            if held.whole is None:
                _link(held, earlier, row.clause, lexicons)
            earlier.append(held)


def _link(held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons) -> None:
    if _points_back(held.chunk, lexicons):
        held.whole = _nearest(held, earlier, clause, lexicons)
        if held.whole is not None and not held.chunk.head and held.whole.group:
            held.group = held.whole.group
    elif _is_outcome_of(held, earlier):
        held.whole = earlier[-1]
    if _fled_otherwise(held, lexicons):
        held.outcomes = []


def _is_outcome_of(held: Settled, earlier: Sequence[Settled]) -> bool:
    """Whether a number says what became of some of those just counted: "shot three people, killing one"."""
    if not earlier or held.chunk.head or held.chunk.others or earlier[-1].outcomes != ["affected"]:
        return False
    mine, theirs = _value(held), _value(earlier[-1])
    near = 0 <= held.chunk.first - earlier[-1].chunk.last < _NEAR
    return near and mine is not None and theirs is not None and mine < theirs and held.outcomes != ["affected"]


def _fled_otherwise(held: Settled, lexicons: Lexicons) -> bool:
    """Whether those who fled are no displaced ones: boats, or those who took part in an attack."""
    if held.outcomes != ["displaced"] or held.chunk.whole is None or not held.chunk.whole.pronoun:
        return False
    noun = lexicons.groups.nouns.get(held.group)
    people = noun is None or noun.kind in ("person", "household")
    return held.whole is None or not people or "attackers" in held.whole.outcomes


def _points_back(chunk: Chunk, lexicons: Lexicons) -> bool:
    if chunk.whole is not None:
        return chunk.whole.number is None
    return any(word in lexicons.frames.remaining for word in chunk.modifiers) and chunk.determiner in ("the", "those")


def _nearest(held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons) -> Settled | None:
    named = _named(held.chunk, clause, lexicons)
    mine = _value(held)
    for other in reversed(earlier[-12:]):
        theirs = _value(other)
        if other.whole is held or (mine is not None and theirs is not None and theirs <= mine):
            continue
        if other.chunk.kind in ("measure", "money", "event") or not other.outcomes and not other.chunk.head:
            continue
        if other.chunk.negated or (held.chunk.head and other.group != held.group):
            continue
        if named and named not in other.outcomes:
            continue
        return other if other.whole is None else other.whole
    return None


def _value(held: Settled) -> Decimal | None:
    number = held.chunk.number
    return (number.best if number.best is not None else number.low) if number else None


def _named(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> str:
    """The outcome by which a whole is named: "of those taken hostage"."""
    if chunk.whole is None or chunk.last >= len(clause.tokens):
        return ""
    verb = next((row for row in clause.chunks if row.first >= chunk.last), None)
    if verb is None or verb.form is None or not verb.bare:
        return ""
    for complement in lexicons.outcomes.complements.get(verb.form.lemma, ()):
        tail = tuple(token.lower for token in clause.tokens[verb.last : verb.last + len(complement.tail)])
        if tail == complement.tail:
            return complement.outcome
    return sense_of(verb.word, "person", lexicons)
