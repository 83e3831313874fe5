"""Insertions in brackets or between dashes, taken out of the clause they stand in."""

from __future__ import annotations

from headwater.extract.chunks import DASHES, Chunk, Clause, Holds, Part

__all__ = ["unbracket"]

_SIGNS = 1 << Part.OPEN | Holds.DASH


def unbracket(clause: Clause) -> tuple[Clause, list[Clause]]:
    """The clause without what stands in brackets or between a pair of dashes, and each of those as a clause."""
    if not clause.holds & _SIGNS:
        return clause, []
    chunks = _pair_dashes(clause.chunks)
    if not any(chunk.part == Part.OPEN for chunk in chunks):
        return clause, []
    outer: list[Chunk] = []
    inner: list[Clause] = []
    held: list[Chunk] | None = None
    for chunk in chunks:
        if chunk.part == Part.OPEN and held is None:
            held = []
        elif chunk.part == Part.CLOSE and held is not None:
            inner.append(clause.having(held))
            held = None
        elif chunk.part not in (Part.OPEN, Part.CLOSE):
            (outer if held is None else held).append(chunk)
    # A bracket that never closes holds the rest of the sentence: that is no insertion.
    return clause.having(outer + (held or [])), inner


def _pair_dashes(chunks: list[Chunk]) -> list[Chunk]:
    places = [index for index, chunk in enumerate(chunks) if chunk.part == Part.STOP and chunk.word in DASHES]
    # "--" is two signs; a run of dashes is one.
    runs = [index for index in places if index - 1 not in places]
    labels = all(_is_number(chunks, index + 1) for index in runs)  # "dead - 12, injured - 40"
    if len(runs) != 2 or labels or any(chunk.part == Part.OPEN for chunk in chunks):
        return chunks
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
