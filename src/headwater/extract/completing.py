"""Wholes of what is left when some were taken out, and of parts named again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.anew import counts_more
from headwater.extract.antecedents import class_of, value
from headwater.extract.chunks import Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["complete_wholes"]

_FAR = 60
_BEHIND = 2
_HARMED, _LOST = frozenset({"killed", "injured"}), frozenset({"missing", "trapped", "displaced", "captured"})
_DEADLY = (["killed"], ["injured"])
_APPOSED = [Part.COMMA, Part.NOUN, Part.COMMA]


def complete_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link what is left when some were taken out ("two of them fled but three boats were seized": 5), and repeats."""
    known: dict[tuple[Decimal | None, str, str], Settled] = {}
    for row in rows:
        taken = [held for held in row.settled.values() if held.whole is not None and held.chunk.whole is not None][:8]
        for held in row.settled.values():
            if held.whole is None and held.outcomes and held.chunk.counts:
                held.whole = next((part.whole for part in taken if _is_rest(held, part, lexicons)), None)
                if held.whole is None and taken and not held.chunk.head:
                    held.whole = _shared_with(row, held, taken, lexicons)
                if held.whole is not None and held.rule == "idiom" and (held.whole.outcomes, held.outcomes) == _DEADLY:
                    held.outcomes = list(held.whole.outcomes)  # of the dead, "six had burns"
            if held.whole is not None and held.outcomes:
                known.setdefault(_key(held, lexicons), held.whole)
    told: dict[str, Settled] = {}
    for row in rows:
        for held in row.settled.values():
            again = held.whole is None and held.outcomes and held.chunk.number is not None
            apart = held.rule == "toll" or counts_more(row.clause, held.chunk, lexicons)  # all of them, or others
            if again and not apart and not _is_later(row, held, lexicons):
                whole = known.get(_key(held, lexicons))
                others = _are_of_others(held, told.get(held.outcomes[0]), lexicons)
                held.whole = whole if whole is not held and not others else None
            if held.outcomes and held.chunk.counts:
                told[held.outcomes[0]] = held


def _are_of_others(held: Settled, last: Settled | None, lexicons: Lexicons) -> bool:
    """Whether a number alone may be of a group that was counted last: "15 attackers were killed. Residents saw the bodies of three."."""
    if last is None or held.chunk.head or last.whole is not None:
        return False
    return class_of(held.group, lexicons) != class_of(last.group, lexicons)


def _is_rest(held: Settled, part: Settled, lexicons: Lexicons) -> bool:
    if part.whole is None or part.whole is held or held.chunk.first <= part.chunk.first:
        return False  # those before it are of another count: "38 died and 60 were hurt, 22 of them badly"
    all_, some, mine = value(part.whole), value(part), value(held)
    if all_ is None or some is None or mine is None or some + mine != all_:
        return False
    return not held.chunk.head or class_of(held.group, lexicons) == class_of(part.whole.group, lexicons)


def _shared_with(row: Row, held: Settled, taken: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The whole of the part before, where a number alone goes on from it: "one of the eight has died and three are in hospital"."""
    chunk, clause = held.chunk, row.clause
    at = clause.place(chunk.first)
    apposed = [clause.part(at + step) for step in (1, 2, 3)] == _APPOSED  # "and one, a boy of 14, drowned"
    verb = clause.part(at + 4 if apposed else at + 1) == Part.VERB
    verb = verb or held.rule == "ellipsis"  # "41 of the deaths were recorded in Orra, 15 in Tarn and six in Selva"
    joined = clause.part(at - 1) in (Part.CONJUNCTION, Part.COMMA, Part.STOP) and verb
    if not joined or chunk.kind or chunk.others or chunk.determiner or chunk.whole is not None:
        return None
    if counts_more(clause, chunk, lexicons):
        return None
    before = [part for part in taken if part.chunk.first < chunk.first]
    last = before[-1].chunk.first if before else 0
    between = (row.settled.get(one.first) for one in clause.chunks[max(0, at - _FAR) : at] if one.first > last)
    if any(one is not None and one.outcomes and one.whole is None for one in between):
        return None  # "16 of them fatal, against three dead and five wounded"
    if before and before[-1].whole is not None and _is_apart(held, before[-1].whole):
        return None
    all_ = value(before[-1].whole) if before and before[-1].whole is not None else None
    some = sum((value(part) or 0 for part in before if part.whole is before[-1].whole), value(held) or 0)
    return before[-1].whole if all_ is not None and some <= all_ else None


def _is_later(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    """Whether others are told of who met it later: "two have since died" are not the two told before."""
    behind = row.clause.tokens[held.chunk.last : held.chunk.last + _BEHIND]
    return not lexicons.words("later").isdisjoint(token.lower for token in behind)


def _is_apart(held: Settled, whole: Settled) -> bool:
    """Whether those who are lost are told beside those who were found hurt or dead: "312 were hurt, 58 of them seriously, and 14 remain unaccounted for"."""
    if whole.outcomes == _DEADLY[0] and held.outcomes == _DEADLY[1] and held.rule != "idiom":
        return True  # "Two of the dead were children, and six people were injured"
    return not _LOST.isdisjoint(held.outcomes) and not _HARMED.isdisjoint(whole.outcomes)


def _key(held: Settled, lexicons: Lexicons) -> tuple[Decimal | None, str, str]:
    return value(held), class_of(held.group, lexicons), held.outcomes[0]
