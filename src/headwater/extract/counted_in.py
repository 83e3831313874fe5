"""Figures that words count in a total told elsewhere: "two nurses are among the 37", "she is included in the toll", "four women among dead"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less, value
from headwater.extract.chunks import Clause, Part
from headwater.extract.clauses import subject
from headwater.extract.identified import counted, right_before
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["count_in"]

_DEAD = "killed"
_FAR = 24
_PARTED = 1 << Part.PARTS


def count_in(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, link those who are said to be among others counted before, and the dead who are said to be in the toll."""
    asked = lexicons.words("among") | lexicons.words("counted_in")
    if all(asked.isdisjoint(row.sentence.words) for row in rows):
        return
    earlier: list[Settled] = []
    for row in rows:
        among = not lexicons.words("among").isdisjoint(row.sentence.words)
        if among and _are_among(row.clause, row.settled, lexicons):
            row.settled = dict(sorted(row.settled.items()))
        if among:
            _aside(row.clause, row.settled, lexicons)
        if among and row.clause.holds & _PARTED and _are_them(row.clause, row.settled, earlier, lexicons):
            row.settled = dict(sorted(row.settled.items()))
        if not lexicons.words("counted_in").isdisjoint(row.sentence.words):
            _in_toll(row.clause, row.settled, earlier, lexicons)
        earlier += [held for held in row.settled.values() if held.chunk.counts]


def _are_among(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> bool:
    """Take those who are "among the 37", or stand right before it, out of these; whether any is new."""
    made = False
    for index, chunk in enumerate(clause.chunks):
        verb, those = clause.at(index - 1), clause.at(index + 1)
        if chunk.word not in lexicons.words("among") or verb is None or those is None or those.number is None:
            continue
        whole = settled.get(those.first)
        if whole is None or not whole.outcomes or verb.negated or verb.unreal:
            continue
        copula = [clause.chunks[part] for part in subject(clause, index - 1, lexicons)] if verb.copula else ()
        for part in copula or right_before(clause, index):
            held = settled.get(part.first)
            if held is None and part.counts:
                held = Settled(part, list(whole.outcomes), "among", group=part.group)
            if held is not None and held.whole is None and held.outcomes == whole.outcomes and is_less(held, whole):
                made = made or held.chunk.first not in settled
                settled[held.chunk.first] = held
                held.whole = whole
    return made


def _are_them(clause: Clause, settled: dict[int, Settled], earlier: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Take those who are "among them" out of the last people counted before their sentence; whether any is new: "eleven women and nine children were among them"."""
    index = next((at for at, chunk in enumerate(clause.chunks) if chunk.part == Part.PARTS), 0)
    verb = clause.at(index - 1)
    ends = clause.part(index + 1) in (Part.STOP, Part.COMMA)
    if clause.chunks[index].word not in lexicons.words("among") or verb is None or not verb.copula or not ends:
        return False
    if verb.negated or verb.unreal:
        return False
    people = [one for one in earlier[-_FAR:] if one.outcomes and one.chunk.kind in ("person", "")]
    last = people[-1] if people else None
    whole = last.whole if last is not None and last.whole is not None and last.whole.outcomes else last
    some = [clause.chunks[at] for at in subject(clause, index - 1, lexicons)]
    made = [Settled(chunk, list(whole.outcomes), "among", whole, chunk.group) for chunk in some] if whole else []
    counted_ = made and all(one.chunk.number is not None and one.chunk.kind == "person" for one in made)
    if whole is None or not counted_ or sum((value(one) or 0 for one in made), 0) > (value(whole) or 0):
        return False
    found = [one for one in made if one.chunk.first not in settled]
    settled.update((one.chunk.first, one) for one in found)
    return bool(found)


def _aside(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Link a headline's "toll touches 53, four women among dead"."""
    for index, chunk in enumerate(clause.chunks):
        named, some = clause.at(index + 1), settled.get(clause.chunks[index - 1].first) if index else None
        if chunk.word not in lexicons.words("among") or named is None or clause.part(index - 2) != Part.COMMA:
            continue
        if some is None or some.whole is not None or some.outcomes != [counted(named, lexicons)]:
            continue
        before = [one for one in settled.values() if one.chunk.first < some.chunk.first and one.chunk.counts]
        some.whole = next(
            (one for one in reversed(before) if one.outcomes == some.outcomes and is_less(some, one)), None
        )


def _in_toll(clause: Clause, settled: dict[int, Settled], earlier: Sequence[Settled], lexicons: Lexicons) -> None:
    """Link the dead who "are included in the toll" to the largest count of the dead before them."""
    for index, chunk in enumerate(clause.chunks):
        told = chunk.part == Part.VERB and clause.tokens[chunk.last - 1].lower in lexicons.words("counted_in")
        if not told or not chunk.passive or chunk.negated or chunk.unreal or not _is_toll(clause, index + 1, lexicons):
            continue
        before = [one for one in settled.values() if one.chunk.first < chunk.first and one.outcomes == [_DEAD]]
        whole = max(
            (one for one in earlier[-_FAR:] if one.outcomes == [_DEAD] and one.whole is None),
            key=lambda one: value(one) or 0,
            default=None,
        )
        if before and whole is not None and before[-1].whole is None and is_less(before[-1], whole):
            before[-1].whole = whole


def _is_toll(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether "in the toll" stands at an index, or "in that number"."""
    link, named = clause.at(index), clause.at(index + 1)
    if link is None or named is None or link.word not in lexicons.words("places"):
        return False
    return not named.counts and (named.head in lexicons.naming or named.head in lexicons.outcomes.tolls)
