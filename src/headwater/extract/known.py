"""Those of a whole who are known: "among those whose names we have (389) there are 112 students", "among those identified (52) are 20 students"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import coordinated
from headwater.extract.settling import Settled

__all__ = ["add_known"]

_REACH = 24
_FAR = 12


def add_known(clause: Clause, settled: dict[int, Settled], earlier: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Settle the number of those of a figure before the sentence who are known, and who they are; whether there were any.

    The sentence opens with "among those", a word for knowing, and their number in brackets; a form of "be" and the list follow.
    """
    opening = clause.at(0)
    if opening is None or opening.part not in (Part.PARTS, Part.PREPOSITION) or not _points(clause, lexicons):
        return False
    bracket = next((at for at in range(1, min(_REACH, len(clause.chunks))) if clause.part(at) == Part.OPEN), 0)
    known = clause.at(bracket + 1)
    if not bracket or known is None or not known.nounless or clause.part(bracket + 2) != Part.CLOSE:
        return False
    listed = _listed(clause, bracket + 3, lexicons)
    whole = _whole(known, earlier)
    if whole is None or not listed or not _is_knowing(clause, bracket, lexicons):
        return False
    some = settled[known.first] = Settled(known, list(whole.outcomes), "partitive", whole, whole.group)
    for chunk in listed:
        if chunk.first not in settled and chunk.number is not None and chunk.kind in ("person", ""):
            settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", some, chunk.group)
    return True


def _points(clause: Clause, lexicons: Lexicons) -> bool:
    words = [token.lower for token in clause.tokens[:2]]
    of = lexicons.words("among") | lexicons.words("of")
    return len(words) > 1 and words[0] in of and words[1] in lexicons.words("pointing")


def _is_knowing(clause: Clause, end: int, lexicons: Lexicons) -> bool:
    tokens = clause.tokens[2 : clause.chunks[end].first]
    return any(token.lower in lexicons.frames.knowing for token in tokens)


def _listed(clause: Clause, start: int, lexicons: Lexicons) -> list[Chunk]:
    """What follows a form of "be", or "there are", at an index."""
    there = clause.at(start)
    start += there is not None and there.word in lexicons.words("existential")
    copula = clause.at(start)
    if copula is None or not copula.copula or copula.negated or clause.part(start + 1) != Part.NOUN:
        return []
    return [clause.chunks[at] for at in coordinated(clause, start + 1, lexicons)]


def _whole(known: Chunk, earlier: Sequence[Settled]) -> Settled | None:
    """The nearest figure of people before that is no smaller."""
    mine = known.number.best if known.number is not None else None
    for held in reversed(earlier[-_FAR:]):
        all_ = value(held)
        if (
            held.outcomes
            and held.chunk.kind in ("person", "")
            and mine is not None
            and all_ is not None
            and all_ >= mine
        ):
            return held.whole or held
    return None
