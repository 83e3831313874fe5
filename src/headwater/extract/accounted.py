"""What kinds of people, or places, account for: "men accounted for 88, women for 31 and children for 24 of the casualties"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.clauses import subject
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["share_accounts"]

_LINKS = (Part.COMMA, Part.CONJUNCTION)
_PERSON = "person"
_PEOPLE = (_PERSON, "")
_FAR = 24


class _Entry(msgspec.Struct, frozen=True):
    """Who accounts for a number, and the number; `goes_on` where the same ones account for more."""

    who: Chunk
    number: Chunk
    goes_on: bool


def share_accounts(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, settle the numbers that several account for by the one that tells an outcome, or by the earlier count that they add up to, and say who they are or where.

    Those that add up to an earlier count of their outcome are parts of it.
    """
    accounting = lexicons.words("accounting")
    earlier: list[Settled] = []
    for row in rows:
        if not accounting.isdisjoint(row.sentence.words):
            entries = _entries(row.clause, lexicons)
            if entries:
                _share(row, entries, earlier[-_FAR:])
        told = (one for one in row.settled.values() if one.outcomes and one.chunk.counts and one.chunk.kind in _PEOPLE)
        earlier = [*earlier[-_FAR:], *told]


def _entries(clause: Clause, lexicons: Lexicons) -> list[_Entry]:
    """Those of the first verb for accounting, and of the row behind it, whose verb is left out."""
    for index, chunk in enumerate(clause.chunks):
        if chunk.part != Part.VERB or clause.tokens[chunk.last - 1].lower not in lexicons.words("accounting"):
            continue
        doers = [] if chunk.negated or chunk.unreal or chunk.passive else subject(clause, index, lexicons)
        at = index + 1 + (clause.part(index + 1) == Part.PREPOSITION)
        if at == index + 1 and clause.tokens[chunk.last - 1].lower in lexicons.words("making"):
            continue  # "made up 31 of", but "police made 31 arrests"
        if len(doers) != 1 or not _is_who(clause.chunks[doers[0]]) or not _is_number(clause.at(at)):
            continue
        return _row(clause, clause.chunks[doers[0]], at, lexicons)
    return []


def _row(clause: Clause, who: Chunk, at: int, lexicons: Lexicons) -> list[_Entry]:
    before = clause.chunks[at - 1]
    link = before.word if before.part == Part.PREPOSITION and before.word in lexicons.words("with_what") else ""
    found = [_Entry(who, clause.chunks[at], goes_on=False)]
    while clause.part(at + 1) in _LINKS:
        at += 1
        while clause.part(at) in _LINKS:
            at += 1
        goes_on = _is_number(clause.at(at))
        if not goes_on:
            who = clause.chunks[at] if at < len(clause.chunks) else who
            at += 1
            if not _is_who(who) or (link and (clause.part(at) != Part.PREPOSITION or clause.chunks[at].word != link)):
                break
            at += bool(link)
        number = clause.at(at)
        if number is None or not _is_number(number) or clause.part(at + 1) in (Part.VERB, Part.STATE):
            break
        found.append(_Entry(who, number, goes_on=goes_on))
    return found


def _is_who(chunk: Chunk) -> bool:
    return chunk.part == Part.NOUN and not (chunk.counts or chunk.pronoun) and bool(chunk.head)


def _is_number(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.number is not None and chunk.number.unit == "count" and chunk.kind in _PEOPLE


def _share(row: Row, entries: Sequence[_Entry], earlier: Sequence[Settled]) -> None:
    known = [(one, row.settled.get(one.number.first)) for one in entries]
    told = next((held for _, held in known if held is not None and held.outcomes), None)
    several = len(entries) > 1 and not any(one.goes_on for one in entries)
    total = sum((value(Settled(one.number)) or Decimal(0) for one in entries), Decimal(0)) if several else None
    fits = (one for one in reversed(earlier) if one.whole is None and total is not None and value(one) == total)
    whole = next((one for one in fits if told is None or one.outcomes == told.outcomes), None)
    outcomes = told.outcomes if told is not None else whole.outcomes if whole is not None else []
    for entry, held in known:
        if held is None or not held.outcomes:
            plain = several and outcomes and not (entry.number.head or entry.number.whole)
            if not plain:
                continue
            held = row.settled[entry.number.first] = Settled(entry.number, list(outcomes), "partitive", group=_PERSON)
        _name(entry.who, held)
        if whole is not None and held.outcomes == whole.outcomes:
            held.whole = held.whole or whole
    row.settled = dict(sorted(row.settled.items()))


def _name(who: Chunk, held: Settled) -> None:
    """Say of a count who they are, or what place it is of."""
    if who.kind == _PERSON and who.plural and who.countable is None:
        if not held.chunk.head or held.chunk.countable is not None:
            held.group = who.group
    elif who.kind in ("place", "") and held.place is None:
        held.place = (who.first, who.last)
