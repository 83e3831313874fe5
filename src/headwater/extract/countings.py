"""The rows that count, with the numbers that sums are made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from headwater.extract.chunks import DASHES, Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import coordinated

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["Counting", "counting"]

_KIND = "person"
_OPENING = 8


class Counting(msgspec.Struct):
    """A row with numbers, or with settled groups: where its first chunk begins, its numbers that may count people, by their first tokens, and which of them stand alone."""

    index: int
    row: Row
    begins: int
    numbered: Mapping[int, Chunk]
    alone: Collection[int]


def counting(rows: Sequence[Row], lexicons: Lexicons) -> list[Counting]:
    """The rows that count, with what stays the same whatever is settled: it is asked for three times."""
    both = lexicons.words("both")
    found = []
    for index, row in enumerate(rows):
        if not row.counts:
            continue
        clause = row.clause
        numbered = [(at, chunk) for at in clause.counting if (chunk := clause.chunks[at]).number is not None]
        alone = {chunk.first: chunk for at, chunk in numbered if _is_alone(clause, at, both)}
        named = {chunk.first: chunk for _, chunk in numbered if chunk.head}
        begins = _beginning(clause, lexicons)
        found.append(Counting(index, row, begins, named | alone, alone.keys() | _told_apart(clause, lexicons)))
    return found


def _beginning(clause: Clause, lexicons: Lexicons) -> int:
    """Where the first chunk begins, behind words that say by when: "by Friday two had died", "so far 44 have been freed"."""
    chunks = clause.chunks
    first = clause.tokens[0].lower
    if chunks[0].counts or first not in lexicons.words("by_when"):
        return chunks[0].first
    timed = len(clause.tokens) > 1 and clause.tokens[1].lower in lexicons.words("time_heads")  # "so far", "since then"
    for before, chunk in pairwise(chunks[:_OPENING]):
        if chunk.counts:
            # A gap between chunks is a date.
            dated = timed or before.last < chunk.first or before.kind == "measure"
            return chunk.first if dated and chunk.kind in (_KIND, "") else chunks[0].first
        time = chunk.part == Part.NOUN and _is_time(chunk, lexicons)
        if not time and chunk.part not in (Part.PREPOSITION, Part.COMMA, Part.SUBORDINATOR):
            break
        timed = timed or time or before.last < chunk.first
    return chunks[0].first


def _is_time(chunk: Chunk, lexicons: Lexicons) -> bool:
    return chunk.kind == "measure" or chunk.head.isdigit() or chunk.head in lexicons.words("time_heads")


def _told_apart(clause: Clause, lexicons: Lexicons) -> frozenset[int]:
    """First tokens of the counts of people that a clause says known ones to be: "they were five men and four women"."""
    subject, copula = clause.at(0), clause.at(1)
    known = subject is not None and subject.part == Part.NOUN and not subject.counts
    if subject is None or copula is None or not known or not copula.copula or copula.negated or copula.unreal:
        return frozenset()
    if not (subject.pronoun or subject.determiner in lexicons.words("the")) or clause.part(2) != Part.NOUN:
        return frozenset()
    listed = [clause.chunks[at] for at in coordinated(clause, 2, lexicons)]
    people = all(chunk.number is not None and chunk.kind == _KIND for chunk in listed)
    return frozenset(chunk.first for chunk in listed) if people and len(listed) > 1 else frozenset()


def _is_alone(clause: Clause, index: int, both: frozenset[str]) -> bool:
    """Whether a number alone is a subject, or goes on one: "ten were found in the shaft and two on the stairs"."""
    chunk = clause.chunks[index]
    if chunk.part != Part.NOUN or chunk.number is None or chunk.head or chunk.kind or chunk.others or chunk.whole:
        return False
    if chunk.determiner in both:
        return False
    before = clause.part(index - 1)
    if before not in (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.COLON):
        return False
    following, whom = clause.part(index + 1), clause.at(index + 2)
    if following == Part.PREPOSITION:  # "four without the guard, five with him" are nobody's parts
        dash = before == Part.STOP and clause.chunks[index - 1].word in DASHES if index else False
        return (before != Part.STOP or dash) and not (whom is not None and whom.pronoun)
    if following == Part.SUBORDINATOR:
        return before != Part.STOP  # "nine died, five when a boat overturned and four in the shafts"
    return following in (Part.VERB, Part.STATE)
