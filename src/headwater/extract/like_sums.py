"""Numbers alone that count money as the sum before them does: "600 crowns to each family and 50 to those who were hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk, Part

__all__ = ["name_sums"]

_MONEY = "money"
_LINKS = (Part.COMMA, Part.CONJUNCTION)


def name_sums(chunks: Sequence[Chunk]) -> None:
    """Count in the same currency what a number alone gives behind a sum, where one preposition stands behind both."""
    sums = [(chunk, _link(chunks, at + 1)) for at, chunk in enumerate(chunks) if chunk.kind == _MONEY]
    for at, chunk in enumerate(chunks) if sums else ():
        alone = chunk.number is not None and not (chunk.head or chunk.kind) and chunk.whole is None
        if not alone or not at or chunks[at - 1].part not in _LINKS or not (link := _link(chunks, at + 1)):
            continue
        given = next((one for one, to in sums if one.first < chunk.first and to == link), None)
        if given is not None:
            chunk.kind, chunk.group = _MONEY, given.group


def _link(chunks: Sequence[Chunk], at: int) -> str:
    """The preposition at an index; empty where none stands there."""
    return chunks[at].word if at < len(chunks) and chunks[at].part == Part.PREPOSITION else ""
