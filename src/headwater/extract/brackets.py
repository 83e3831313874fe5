"""Insertions in brackets or between dashes, taken out of the clause they stand in."""

from __future__ import annotations

from headwater.extract.chunks import DASHES, Chunk, Clause, Holds, Part

__all__ = ["unbracket"]

_OPENS = 1 << Part.OPEN
_SIGNS = _OPENS | Holds.DASH
_BRACKETS = frozenset({Part.OPEN, Part.CLOSE})


def unbracket(clause: Clause) -> tuple[Clause, list[list[Chunk]]]:
    """The clause without what stands in brackets or between a pair of dashes, and the chunks of each of those."""
    if not clause.holds & _SIGNS:
        return clause, []
    chunks = clause.chunks if clause.holds & _OPENS else _pair_dashes(clause.chunks)
    if chunks is None:
        return clause, []
    outer: list[Chunk] = []
    inner: list[list[Chunk]] = []
    held: list[Chunk] | None = None
    for chunk in chunks:
        if chunk.part not in _BRACKETS:
            (outer if held is None else held).append(chunk)
        elif chunk.part == Part.OPEN and held is None:
            held = []
        elif chunk.part == Part.CLOSE and held is not None:
            inner.append(held)
            held = None
    # A bracket that never closes holds the rest of the sentence: that is no insertion.
    return clause.having(outer + (held or [])), inner


def _pair_dashes(chunks: list[Chunk]) -> list[Chunk] | None:
    """The chunks with two dashes for brackets, where there are just two in a sentence without brackets; `None` elsewhere."""
    places = [index for index, chunk in enumerate(chunks) if chunk.part == Part.STOP and chunk.word in DASHES]
    # "--" is two signs; a run of dashes is one.
    runs = [index for index in places if index - 1 not in places]
    if len(runs) != 2 or all(_is_number(chunks, index + 1) for index in runs):  # "dead - 12, injured - 40"
        return None
    changed = []
    for index, chunk in enumerate(chunks):
        if index in runs:
            part = Part.OPEN if index == runs[0] else Part.CLOSE
            changed.append(Chunk(part, chunk.first, chunk.last, chunk.word))
        elif index not in places:
            changed.append(chunk)
    return changed


def _is_number(chunks: list[Chunk], index: int) -> bool:
    following = chunks[index] if index < len(chunks) else None
    return following is not None and following.number is not None and not following.head
