"""Some of a whole, told beside the others of it: "31 came from Dornia, the others from Ost", "forty were killed by the blast, the rest by smoke"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.anew import is_anew
from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_with_others"]

_PEOPLE = ("person", "")
_LINKS = (Part.COMMA, Part.CONJUNCTION, Part.STOP)
_NEAR = 2


def find_with_others(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """In rows that count, make a number alone that opens a sentence, and that "the others" or "the rest" follow, a part of the last count of the sentences right before.

    That count is of what befell those of the number or, where nothing is told of these, the only one there.
    """
    others = lexicons.words("the_others")
    for at, row in enumerate(rows):
        if others.isdisjoint(row.sentence.words) or not _are_left(row.clause, others, lexicons):
            continue
        if _share_behind_colon(row):
            continue
        chunk = row.clause.chunks[0]
        held = row.settled.get(chunk.first)
        if not (chunk.stands_alone and row.clause.part(1) == Part.VERB) or (
            held is not None and (held.whole is not None or is_anew(held, lexicons))
        ):
            continue
        some = held or Settled(chunk, [], "partitive")
        whole = _whole(some, rows[max(0, at - _NEAR) : at])
        if whole is None:
            continue
        some.whole, some.group = whole, whole.group or some.group
        some.outcomes = some.outcomes or list(whole.outcomes)
        if held is None:
            row.settled = dict(sorted({**row.settled, chunk.first: some}.items()))


def _share_behind_colon(row: Row) -> bool:
    """Make the one number alone behind a colon a part of the count before that, of the same outcome; whether it is: "92 died: 61 in the fire, the rest in the crush"."""
    clause = row.clause
    colon = next((at for at, chunk in enumerate(clause.chunks) if chunk.part == Part.COLON), 0)
    behind = [at for at in clause.counting if at > colon] if colon else []
    before = [held for at in clause.counting if at < colon and (held := row.settled.get(clause.chunks[at].first))]
    some = row.settled.get(clause.chunks[behind[0]].first) if len(behind) == 1 else None
    if some is None or not before or some.chunk.head or some.whole is not None or behind[0] != colon + 1:
        return False
    whole = before[-1]
    if some.outcomes != whole.outcomes or whole.whole is not None or not is_less(some, whole):
        return False
    some.whole, some.group = whole, whole.group
    return True


def _are_left(clause: Clause, others: frozenset[str], lexicons: Lexicons) -> bool:
    """Whether those who are left of some stand uncounted behind a comma or "and"."""
    return any(
        chunk.part == Part.NOUN
        and not chunk.counts
        and chunk.determiner in lexicons.words("the")
        and _names(clause, chunk, others)
        and clause.part(at - 1) in _LINKS
        for at, chunk in enumerate(clause.chunks)
    )


def _names(clause: Clause, chunk: Chunk, others: frozenset[str]) -> bool:
    """Whether a noun group ends in a word for those left, which may look like a verb: "the rest in the crush"."""
    alone = chunk.last - chunk.first == 1 and chunk.last < len(clause.tokens)
    words = {clause.tokens[chunk.last - 1].lower, clause.tokens[chunk.last].lower if alone else ""}
    return not others.isdisjoint(words)


def _is_whole(one: Settled) -> bool:
    """Whether a figure is no part, or only one of those of whom nothing is told: 147 who died "of the 211 below ground"."""
    return one.whole is None or not one.whole.outcomes


def _whole(some: Settled, before: Sequence[Row]) -> Settled | None:
    """The last count of people, none of them a part, that some can be taken out of."""
    for row in reversed(before):
        told = [
            one
            for one in row.settled.values()
            if one.outcomes and one.chunk.counts and one.chunk.kind in _PEOPLE and _is_whole(one)
        ]
        fits = [one for one in told if is_less(some, one) and some.outcomes in ([], one.outcomes)]
        if fits and (some.outcomes or len(told) == 1):
            return fits[-1]
        if told:
            return None
    return None
