"""Bodies that were found before, and are some of the dead: "nine bodies have been identified", "12 bodies were handed over to relatives"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["is_laid_out", "take_out_of_dead"]

_DEAD, _HIT = "killed", "affected"


def is_laid_out(clause: Clause, index: int, held: Settled, lexicons: Lexicons) -> bool:
    """Whether bodies are told to be known, handed over or buried, and not found: "nine bodies have been identified", "buried 12 of the victims"."""
    if held.whole is not None or held.rule != "noun" or held.outcomes not in ([_DEAD], [_HIT]):
        return False
    verbs = (clause.at(index - 1), clause.at(index + 1))
    laid = lexicons.words("laid_out")
    if not lexicons.words("to_kin").isdisjoint(clause.words):
        laid |= lexicons.words("given_over")  # to the other side each gives the dead of that one
    return any(one is not None and one.part == Part.VERB and clause.tokens[one.last - 1].lower in laid for one in verbs)


def take_out_of_dead(held: Settled, earlier: Sequence[Settled]) -> None:
    """Make bodies a part of the last count of all the dead that is greater."""
    told = (one for one in reversed(earlier) if one.outcomes == [_DEAD] and one.whole is None and one.chunk.counts)
    whole = next((one for one in told if one.chunk.kind in ("person", "") and is_less(held, one)), None)
    if whole is not None:
        held.whole, held.outcomes = whole, [_DEAD]
