"""Who is still held, and who got away: captives where the report has told of people taken, and of nobody arrested: "six still held", "four escaped"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_captives"]

_HELD, _TAKEN = "detained", "captured"
_FLED, _FREE = "displaced", "rescued"
_CLOSE = 12
_FAR = 6


def find_captives(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Take those who are only said to be held for captives, where people were told just before to be taken or set free.

    Those who got away are then free, and not driven from home.
    """
    near: list[Settled] = []
    for row in rows:
        for held in row.settled.values():
            if held.outcomes == [_HELD] and _is_only_held(row, held, lexicons):
                told = [_told(other) for other in near[-_FAR:]]
                if _TAKEN in told and _HELD not in told:
                    held.outcomes = [_TAKEN]
            elif held.outcomes == [_FLED] and _is_escaped(row, held, near[-_FAR:], lexicons):
                held.outcomes = [_FREE]
            if held.outcomes:
                near.append(held)


def _told(held: Settled) -> str:
    """What befell those of a figure first: hostages who are free were taken."""
    noun = held.chunk.countable
    return _TAKEN if noun is not None and noun.outcome == _TAKEN else held.outcomes[0]


def _is_only_held(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    held_still = not _behind(row, held).isdisjoint(lexicons.words("held"))
    return held_still and lexicons.words("law").isdisjoint(row.sentence.words)


def _is_escaped(row: Row, held: Settled, near: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether people alone got away, or some of those who were told just before to be taken."""
    taken = [other for other in near if other.outcomes == [_TAKEN]]
    named = held.chunk.head and held.chunk.whole is None
    if not taken or _behind(row, held).isdisjoint(lexicons.words("breaking_out" if named else "escaping")):
        return False
    noun = lexicons.groups.nouns.get(held.group)
    people = noun is None or noun.kind == "person"
    alone = not (held.chunk.head or held.chunk.whole)
    return people and (alone or any(other.group == held.group and is_less(held, other) for other in taken))


def _behind(row: Row, held: Settled) -> frozenset[str]:
    """The words behind a figure in its sentence, up to the next stop or comma."""
    near = row.clause.tokens[held.chunk.last : held.chunk.last + _CLOSE]
    return frozenset(token.lower for token in takewhile(lambda token: token.text[:1].isalnum(), near))
