"""What is told of the dead after they are counted: "93 died. Eighty-nine have been buried", "51 bodies were found. Forty-six had burns"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.said_of_some import is_bare
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_buried"]

_DEAD = "killed"
_UNDER = ("trapped",)  # what "buried" says of those who were not told to be dead
_HURT, _HIT = "injured", "affected"


def find_buried(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Take those who have been buried, and those of the bodies just found of whom a wound is told, out of the last greater count of the dead.

    It is looked for in the same sentence or the one before. Who lies under rubble, or is told to be hurt behind dead who are not called bodies, is somebody else.
    """
    laid, bodies = lexicons.words("buried"), lexicons.words("bodies")
    last: tuple[int, Settled] | None = None
    for at, row in enumerate(rows):
        clause, words = row.clause, row.sentence.words
        buries = not laid.isdisjoint(words) and lexicons.words("debris").isdisjoint(words)
        for index in clause.counting:
            near = last[1] if last is not None and at - last[0] <= 1 else None
            if near is not None and (buries or near.chunk.head in bodies):
                _take_out(row, index, near, buries, lexicons)
            held = row.settled.get(clause.chunks[index].first)
            if held is not None and held.outcomes and held.chunk.counts and not held.chunk.negated:
                dead = held.outcomes == [_DEAD] and held.chunk.kind in ("person", "")
                last = (at, held.whole or held) if dead else None


def _take_out(row: Row, index: int, whole: Settled, buries: bool, lexicons: Lexicons) -> None:
    clause = row.clause
    chunk = clause.chunks[index]
    held = row.settled.get(chunk.first)
    if chunk.number is None or chunk.negated or (held is not None and held.whole not in (None, whole)):
        return
    some = held or Settled(chunk, [], "partitive")
    if some is whole or not is_less(some, whole):
        return
    outcomes = tuple(some.outcomes)
    laid = buries and outcomes in ((), _UNDER) and _is_buried(clause, index, lexicons)
    if laid or (
        held is not None and whole.chunk.head in lexicons.words("bodies") and _is_of_body(clause, index, held, lexicons)
    ):
        some.outcomes, some.whole = [_DEAD], whole
        some.group = whole.group if not chunk.head else some.group
        if held is None:
            row.settled[chunk.first] = some
            row.settled = dict(sorted(row.settled.items()))


def _is_of_body(clause: Clause, index: int, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone has wounds, or was hit: what bodies can be said to have, while who "was injured" beside them lives."""
    if not is_bare(clause, index):
        return False
    if held.outcomes == [_HIT]:
        return held.rule == "passive"
    has = clause.tokens[clause.chunks[index + 1].last - 1].lower in lexicons.words("have") | lexicons.words("bearing")
    return held.outcomes == [_HURT] and has


def _is_buried(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether people are laid in their graves, or are yet to be: "89 of them have been buried", "six have yet to be buried"; "nine were buried" may be under anything."""
    chunk = clause.chunks[index]
    of_them = chunk.whole is not None and chunk.whole.pronoun
    plain = chunk.stands_alone or of_them or (chunk.countable is not None and chunk.countable.outcome == "affected")
    at = next((here for here in (index + 1, index + 2) if clause.part(here) == Part.VERB), 0)
    last = at + 1 if at and clause.part(at + 1) == Part.VERB else at
    if not (plain and at) or clause.tokens[clause.chunks[last].last - 1].lower not in lexicons.words("buried"):
        return False
    words = [token.lower for token in clause.tokens[clause.chunks[at].first : clause.chunks[last].last]]
    # The perfect tells of what has been done since; a day or a place behind "were buried" has taken the other sense away.
    return (
        of_them
        or not lexicons.words("have").isdisjoint(words)
        or not lexicons.words("taken_day").isdisjoint(clause.words)
    )
