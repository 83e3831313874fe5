"""Those of an earlier figure whom a sentence opens with and tells: "they include two nurses", "the other three are a couple and a boy"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identified import counted, members, told_behind
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["those_told"]

_FAR = 12
_HIT, _VICTIMS = "affected", ("killed", "captured")
_PAIR = Decimal(2)


def those_told(
    clause: Clause, settled: dict[int, Settled], earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> bool:
    """Settle those of an earlier figure whom a sentence opens with and tells: "they include two nurses", "the other three are a couple and a boy".

    Whether there were any.
    """
    if not earlier:
        return False
    begins = _joined_among(clause)
    opening, verb = clause.at(begins), clause.at(begins + 1)
    if opening is None or verb is None:
        return False
    among = opening.part == Part.PARTS and clause.tokens[opening.last - 1].lower in lexicons.words("those_told")
    copula = verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)
    if among and (copula or verb.part == Part.NOUN):
        named = _named(above, lexicons)
        whole = _largest(earlier, named) if named else _last(earlier, None)
        return whole is not None and _settle(list(members(clause, begins + 1 + copula, lexicons)), whole, settled)
    if opening.part != Part.NOUN or not (copula or verb.part == Part.PARTS):
        first = told_behind(clause, 0, 1, lexicons) if opening.part == Part.NOUN else 0
    else:
        first = 2
    if not first:
        return False
    row = list(members(clause, first, lexicons))
    if opening.counts and not opening.head and opening.determiner in lexicons.words("the"):
        return _counted_again(opening, row, settled, earlier)
    if opening.pronoun and opening.word in lexicons.words("those_told"):
        whole = _last(earlier, None)
        all_ = verb.part == Part.PARTS or (
            whole is not None and _sum(list(members(clause, first, lexicons, definite=True))) == value(whole)
        )  # "they were three sailors, a cook and the pilot", where five died
        return whole is not None and all_ and _settle(row, whole, settled)
    return False


def _named(above: Row | None, lexicons: Lexicons) -> str:
    """What befell those whom the sentence before opens with and does not count: "The dead came from nine villages. Among them were two pupils"."""
    if above is None or any(held.outcomes and held.chunk.counts for held in above.settled.values()):
        return ""
    opening = above.clause.at(0)
    those = opening is not None and opening.part == Part.NOUN and opening.determiner in lexicons.words("the")
    return counted(opening, lexicons) if opening is not None and those else ""


def _largest(earlier: Sequence[Settled], named: str) -> Settled | None:
    """The largest figure of an outcome; of the dead, else of those taken, where the words name victims of whom none is told."""
    for outcome in (named, *_VICTIMS) if named == _HIT else (named,):
        found = [one for one in earlier if one.outcomes == [outcome] and one.place is None and one.whole is None]
        if found:
            return max(found, key=lambda one: value(one) or Decimal(0))
    return None


def _joined_among(clause: Clause) -> int:
    """The index of "among them" behind a conjunction that adds to what was said of those of a figure before: "Most are migrants, and among them are seven children".

    0, the sentence's opening, where there is none, or where a number stands before it.
    """
    for at, chunk in enumerate(clause.chunks) if clause.holds & 1 << Part.PARTS else ():
        if chunk.counts:
            return 0
        if chunk.part == Part.PARTS and clause.part(at - 1) == Part.CONJUNCTION:
            return at
    return 0


def _counted_again(
    opening: Chunk, row: Sequence[Chunk], settled: dict[int, Settled], earlier: Sequence[Settled]
) -> bool:
    """Settle "the three" or "the other three", and who they are, where these are just so many."""
    number = opening.number.best if opening.number is not None else None
    if number is None or _sum(row) != number:
        return False
    whole = _last(earlier, number, larger=opening.others)
    if whole is None:
        return False
    again = Settled(opening, list(whole.outcomes), "repeat", whole if opening.others else whole.whole, whole.group)
    settled[opening.first] = again
    return _settle(row, again, settled)


def _sum(row: Sequence[Chunk]) -> Decimal:
    total = Decimal(0)
    for chunk in row:
        counts = chunk.number.best if chunk.number is not None else None
        total += counts if counts is not None else _PAIR if chunk.group == "couple" else Decimal(1)
    return total


def _last(earlier: Sequence[Settled], number: Decimal | None, larger: bool = False) -> Settled | None:
    """The last figure of several people with an outcome; of that number, or larger than it, where one is given."""
    for held in reversed(earlier[-_FAR:]):
        best = value(held)
        several = held.outcomes and held.chunk.kind in ("person", "") and (best is None or best > 1)
        if several and (number is None or (best is not None and (best > number if larger else best == number))):
            return held
        if number is None and held.outcomes:
            return None
    return None


def _settle(row: Sequence[Chunk], whole: Settled, settled: dict[int, Settled]) -> bool:
    told = [chunk for chunk in row if chunk.first not in settled]
    for chunk in told:
        settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", whole, chunk.group)
    return bool(told)
