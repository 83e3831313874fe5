"""What a bracket behind a count shares out over places: "134 dead (Lower Arvan 97, Mott 29)", "134 died (97 in Lower Arvan and 29 in Mott)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["place_brackets", "share_brackets"]

_SIGNS = 1 << Part.OPEN | 1 << Part.COLON
_PERSON = "person"
_BETWEEN = (Part.COMMA, Part.CONJUNCTION, Part.STOP)
_FAR = 8  # chunks from a count to the bracket that shares it out
_MOST = 60  # chunks of a bracket

Entry = tuple[Chunk, Chunk]
"""A number and the name of the place that it counts."""


def share_brackets(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Make parts of the count before a bracket or colon of the numbers in it that stand with names of places or people, two at least, and no more than the count.

    They get its outcome, and the names as their places, or who they are: "39 deaths (female 24, male 15)".
    """
    if not clause.holds & _SIGNS:
        return
    for at, chunk in enumerate(clause.chunks):
        counted = clause.at(at - 1) if chunk.part == Part.COLON else None
        if chunk.part != Part.OPEN and (counted is None or not counted.counts):
            continue
        whole = _before(clause, at, settled)
        if whole is None:
            continue
        parts = [
            Settled(number, list(whole.outcomes), "part", whole, name.group)
            if name.kind == _PERSON
            else Settled(number, list(whole.outcomes), "part", whole, whole.group, place=(name.first, name.last))
            for number, name in _entries(clause, at, lexicons)
        ]
        if len(parts) > 1 and sum((value(part) or 0 for part in parts), Decimal(0)) <= (value(whole) or 0):
            settled.update({part.chunk.first: part for part in parts})


def place_brackets(clause: Clause, settled: Mapping[int, Settled]) -> None:
    """Give figures in brackets behind names the names as their places, where two such brackets at least count the same: "Mott (744 cases, 18 deaths), Korr (302 cases, 10 deaths)"."""
    if not clause.holds & 1 << Part.OPEN:
        return
    found: dict[str, list[tuple[Settled, Chunk]]] = {}
    for at, chunk in enumerate(clause.chunks):
        name = clause.at(at - 1)
        if chunk.part == Part.OPEN and name is not None and _is_name(clause, name):
            for held in _counted_within(clause, at, settled):
                found.setdefault(held.outcomes[0], []).append((held, name))
    for told in found.values():
        if len({name.first for _, name in told}) > 1:
            for held, name in told:
                held.place = held.place or (name.first, name.last)


def _counted_within(clause: Clause, opening: int, settled: Mapping[int, Settled]) -> Iterator[Settled]:
    """The figures of a bracket."""
    for chunk in islice(clause.chunks, opening + 1, opening + _MOST):
        if chunk.part == Part.CLOSE:
            return
        held = settled.get(chunk.first)
        if held is not None and held.outcomes and chunk.counts:
            yield held


def _before(clause: Clause, at: int, settled: dict[int, Settled]) -> Settled | None:
    """The nearest figure before a bracket."""
    for chunk in reversed(clause.chunks[max(0, at - _FAR) : at]):
        held = settled.get(chunk.first)
        if held is not None and held.outcomes and chunk.counts and not chunk.negated:
            return held
    return None


def _entries(clause: Clause, opening: int, lexicons: Lexicons) -> Iterator[Entry]:
    """The numbers of a bracket with their names, in order; none where it holds anything else."""
    found: list[Entry] = []
    at = opening + 1
    while at < min(len(clause.chunks), opening + _MOST):
        entry = _named_first(clause, at) or _number_first(clause, at, lexicons)
        if entry is not None:
            found.append(entry)
            at += 2 if entry[1].first < entry[0].first else 3
        elif clause.chunks[at].others:
            at += 1  # "Mott 29, others 11"
        else:
            return
        if clause.part(at) == Part.CLOSE or (clause.part(opening) == Part.COLON and clause.part(at) == Part.STOP):
            yield from found
            return
        if clause.part(at) not in _BETWEEN:
            return
        at += 1 + (clause.part(at + 1) == Part.CONJUNCTION)


def _named_first(clause: Clause, at: int) -> Entry | None:
    """A name and its number: "Mott 29", "Mott: 29"."""
    name = clause.at(at)
    number = clause.at(at + 1)
    if number is None or name is None:
        return None
    people = name.part == Part.NOUN and name.kind == _PERSON and not (name.counts or name.countable or name.determiner)
    alone = number.part == Part.NOUN and number.number is not None and not (number.head or number.kind)
    return (number, name) if (people and alone) or _fits(clause, name, number) else None


def _number_first(clause: Clause, at: int, lexicons: Lexicons) -> Entry | None:
    """A number and where it counts: "29 in Mott"."""
    number, link, name = clause.at(at), clause.at(at + 1), clause.at(at + 2)
    if number is None or link is None or name is None or link.word not in lexicons.words("places"):
        return None
    return (number, name) if _fits(clause, name, number) else None


def _fits(clause: Clause, name: Chunk, number: Chunk) -> bool:
    """Whether a noun group is a name without a number, and a number stands alone."""
    alone = number.part == Part.NOUN and number.number is not None and not (number.head or number.kind)
    return alone and _is_name(clause, name)


def _is_name(clause: Clause, name: Chunk) -> bool:
    plain = name.part == Part.NOUN and not name.counts and name.kind in ("", "place")
    return plain and clause.tokens[name.last - 1].text[:1].isupper()
