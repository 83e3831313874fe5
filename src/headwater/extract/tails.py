"""Words that complete a verb, looked for right after it or after its objects: "taken hostage", "left two dead"."""

from __future__ import annotations

from headwater.extract.chunks import Clause
from headwater.extract.lexicons import Lexicons

__all__ = ["chunk_from", "tail_end"]


def tail_end(clause: Clause, start: int, tail: tuple[str, ...], lexicons: Lexicons) -> int:
    """The token index after the tail, where it stands at `start` or after adverbs there; else -1."""
    tokens, here = clause.tokens, start
    while here < len(tokens) and here - start < 3:
        if tokens[here].lower == tail[0]:
            end = here + len(tail)
            return end if tuple(token.lower for token in tokens[here:end]) == tail else -1
        word = tokens[here].lower
        adverb = lexicons.frames.closed.get(word) == "adverb" or word.endswith(lexicons.frames.adverb_endings)
        if not adverb:
            return -1
        here += 1
    return -1


def chunk_from(clause: Clause, index: int, token: int) -> int:
    """Index of the first chunk, from one on, that begins at a token or after it."""
    while index < len(clause.chunks) and clause.chunks[index].first < token:
        index += 1
    return index
