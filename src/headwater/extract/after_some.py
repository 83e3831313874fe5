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

__all__ = ["find_after_some"]

_LINKS = (Part.COMMA, Part.CONJUNCTION, Part.STOP)
_DEAD, _FREE = "killed", "rescued"
_PEOPLE = ("person", "")


def find_after_some(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, make a number alone a part of what the count before it in its sentence was taken out of by its own words.

    Something must be said of it that befalls nobody, or of some of the dead that they were handed over.
    """
    for row in rows:
        added, before, clause = False, None, row.clause
        for index in clause.counting if len(clause.counting) > 1 else ():
            chunk = clause.chunks[index]
            held = row.settled.get(chunk.first)
            if before is not None and before.chunk.whole is not None and before.whole is not None:
                made = _gone_along(row, index, held, before.whole, lexicons)
                if made is not None:
                    held = row.settled[chunk.first] = made
                    added = True
            before = held if held is not None and held.outcomes else None
        if added:
            row.settled = dict(sorted(row.settled.items()))


def _gone_along(row: Row, index: int, held: Settled | None, whole: Settled, lexicons: Lexicons) -> Settled | None:
    """The number alone at an index as a part of a whole; `None` where it is told to be none."""
    clause = row.clause
    chunk, verb = clause.chunks[index], clause.at(index + 1)
    if verb is None or not _is_alone(clause, index, chunk) or not whole.outcomes or whole.chunk.kind not in _PEOPLE:
        return None
    free = held is not None and held.outcomes == [_FREE] and held.whole is None
    given = free and whole.outcomes == [_DEAD] and clause.tokens[verb.last - 1].lower in lexicons.words("given_over")
    told = (held is None or not held.outcomes) and verb.copula and not (verb.negated or verb.unreal)
    made = Settled(chunk, list(whole.outcomes), "partitive", group=whole.group)
    if not (given or told) or not is_less(made, whole):
        return None
    taken = sum((value(one) or 0 for one in row.settled.values() if one.whole is whole), value(made) or 0)
    if told and taken > (value(whole) or 0):
        return None
    made.whole = whole
    return made


def _is_alone(clause: Clause, index: int, chunk: Chunk) -> bool:
    """Whether a number alone is the subject of a clause that goes on a sentence."""
    return chunk.stands_alone and clause.part(index + 1) == Part.VERB and clause.part(index - 1) in _LINKS
