"""Those who are counted anew, and the toll that they bring about: "the toll rose to 19 after two more died", "rose to 19 after a body was found"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.model.figure import ADDED

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_to_tolls", "counts_more", "is_anew"]

_MOST = 4


def add_to_tolls(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link those who are counted anew to the toll that their sentence gives: "the toll rose to 19 after two more died"."""
    for row in rows:
        tolls = [held for held in row.settled.values() if held.rule == "toll" and held.chunk.counts][:_MOST]
        risen = [held for held in row.settled.values() if held.rule == "change"][:_MOST] if tolls else []
        for held in row.settled.values() if tolls else ():
            if held.whole is None and (is_anew(held, lexicons) or _is_found(row.clause, held, tolls, lexicons)):
                # "Two more died, taking the toll from 38 to 40": of what it has come to.
                told = (toll for toll in (*risen, *tolls) if held is not toll and _adds(held, toll))
                held.whole = next(told, None)
                if held.whole is not None and held.chunk.counts and is_anew(held, lexicons):
                    held.rule = ADDED


def is_anew(held: Settled, lexicons: Lexicons) -> bool:
    """Whether those of a figure are others than those told before: "another three", "two more bodies"."""
    return held.chunk.others or not lexicons.words("anew").isdisjoint((held.chunk.determiner, *held.chunk.modifiers))


def counts_more(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a word right behind a number alone makes it one of others: "20 of them men, and 12 more in the yard"."""
    return any(token.lower in lexicons.words("anew") for token in clause.tokens[chunk.last : chunk.last + 1])


def _is_found(clause: Clause, held: Settled, tolls: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether deaths come behind a toll that rose to its number after them: "rose to six after the body of a man was found"."""
    toll = next((one for one in tolls if one.chunk.last < held.chunk.first), None)
    if toll is None or clause.tokens[toll.chunk.first - 1].lower not in lexicons.words("risen_to"):
        return False
    return any(
        token.lower in lexicons.words("risen_after") for token in clause.tokens[toll.chunk.last : held.chunk.first]
    )


def _adds(held: Settled, toll: Settled) -> bool:
    """Whether a figure, or one without a number, can be a part of a toll."""
    single = not held.chunk.counts and not held.chunk.plural
    return held.outcomes == toll.outcomes and (single or held.chunk.counts) and is_less(held, toll)
