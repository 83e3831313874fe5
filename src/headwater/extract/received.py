"""Those whom several places took in, by a verb that is said once: "the hospital received 24 bodies, the barracks 19 and the clinic nine"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_received"]

_PLACES = frozenset({"building", "place"})
_LINKS = (Part.COMMA, Part.CONJUNCTION, Part.STOP)
_ENDS = (*_LINKS, Part.CLOSE, Part.SUBORDINATOR)


def add_received(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Give numbers alone behind a place the outcome of those whom the place before them took in, and each its place."""
    receiving = lexicons.words("receiving")
    for index in clause.counting[:-1] if not receiving.isdisjoint(clause.words) else ():
        held, verb, taker = settled.get(clause.chunks[index].first), clause.at(index - 1), clause.at(index - 2)
        if held is None or not held.outcomes or verb is None or not _may_take(taker):
            continue
        took = verb.part == Part.VERB and not (verb.passive or verb.negated or verb.unreal)
        if not took or clause.tokens[verb.last - 1].lower not in receiving:
            continue
        row = list(_going_on(clause, index))
        for place, chunk in row:
            made = settled[chunk.first] = Settled(chunk, list(held.outcomes), "ellipsis", group=held.group)
            made.place = (place.first, place.last)
        if row and taker is not None:
            held.place = held.place or (taker.first, taker.last)


def _may_take(chunk: Chunk | None) -> bool:
    return (
        chunk is not None and chunk.part == Part.NOUN and chunk.kind in _PLACES and not (chunk.counts or chunk.plural)
    )


def _going_on(clause: Clause, index: int) -> Iterator[tuple[Chunk, Chunk]]:
    """The places and numbers of the row behind a count, one right behind the other: ", the barracks 19 and the clinic nine"."""
    at = index + 1
    while clause.part(at) in _LINKS:
        at += 1 + (clause.part(at + 1) == Part.CONJUNCTION)
        place, chunk = clause.at(at), clause.at(at + 1)
        if place is None or chunk is None or not _may_take(place) or clause.part(at + 2) not in _ENDS:
            return
        alone = chunk.part == Part.NOUN and chunk.number is not None and chunk.number.unit == "count"
        if not alone or chunk.head or chunk.whole or chunk.others:
            return
        yield place, chunk
        at += 2
