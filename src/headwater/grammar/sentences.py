"""Sentences of a report, with their tokens and the block that each stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from headwater.grammar.tokens import Token, tokenize
from headwater.language import Language
from headwater.model import Block, BlockKind

__all__ = ["Sentence", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)` with its tokens; `block` counts the report's blocks, `kind` is that block's kind.

    Page chrome has no sentences. A sentence never runs over the end of its block.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    block: int
    kind: BlockKind


_END = regex.compile(r"[.!?][\"'\u201d\u2019)\]]*+(?=\s)")


def sentences(text: str, blocks: Sequence[Block], language: Language) -> Iterator[Sentence]:
    """The sentences of all blocks but page chrome, in text order."""
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.CHROME:
            yield from _of_block(text, number, block)


def _of_block(text: str, number: int, block: Block) -> Iterator[Sentence]:
    start = block.start
    ends = [match.end() for match in _END.finditer(text, block.start, block.end)]
    for end in [*ends, block.end]:
        tokens = tuple(tokenize(text, start, end))
        if tokens:
            yield Sentence(tokens[0].start, tokens[-1].end, tokens, number, block.kind)
        start = end
