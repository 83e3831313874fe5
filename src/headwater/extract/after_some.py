"""Others of the same whole, told behind some of it: "two of the nine were brothers, and three were on their first shift"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less, value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["go_along"]

_LINKS = (Part.COMMA, Part.CONJUNCTION, Part.STOP)
_DEAD, _FREE = "killed", "rescued"
_FAR = 12


def go_along(
    row: Row, index: int, held: Settled | None, earlier: Sequence[Settled], lexicons: Lexicons
) -> Settled | None:
    """The number alone at an index, as a part of what the count before it in its sentence was taken out of by its own words; `held` where it is none.

    Something must be said of it that befalls nobody, or of some of the dead that they were handed over.
    """
    before = earlier[-1] if earlier else None
    if before is None or before.whole is None or before.chunk.whole is None:
        return held
    clause, whole = row.clause, before.whole
    chunk, verb = clause.chunks[index], clause.at(index + 1)
    if row.settled.get(before.chunk.first) is not before or not _is_alone(clause, index, chunk) or verb is None:
        return held
    dead = whole.outcomes == [_DEAD] and held is not None and held.outcomes == [_FREE]
    given = dead and clause.tokens[verb.last - 1].lower in lexicons.words("given_over")
    told = held is None and verb.copula and not (verb.negated or verb.unreal)
    if not (given or told) or whole.chunk.kind not in ("person", "") or not whole.outcomes:
        return held
    made = Settled(chunk, list(whole.outcomes), "partitive", group=whole.group)
    taken = sum((value(one) or 0 for one in earlier[-_FAR:] if one.whole is whole), value(made) or 0)
    if taken > (value(whole) or 0) or not is_less(made, whole):
        return held
    made.whole = whole
    row.settled[chunk.first] = made
    return made


def _is_alone(clause: Clause, index: int, chunk: Chunk) -> bool:
    """Whether a number alone is the subject of a clause that goes on a sentence."""
    plain = chunk.number is not None and chunk.number.unit == "count"
    bare = not (chunk.head or chunk.kind or chunk.others or chunk.whole or chunk.determiner or chunk.negated)
    return plain and bare and clause.part(index + 1) == Part.VERB and clause.part(index - 1) in _LINKS
