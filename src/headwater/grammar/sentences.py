"""Sentences of a report, with their tokens and the block that each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.grammar.stops import ends
from headwater.grammar.tokens import Token, added, tokenize
from headwater.language import Language, abbreviations
from headwater.language.abbreviations import AbbreviationLexicon
from headwater.model import Block, BlockKind

__all__ = ["Sentence", "sentence_of", "sentences"]


class Sentence(msgspec.Struct, gc=False):
    """A sentence `[start, end)` with its tokens; `block` counts the report's blocks, `kind` is that block's kind.

    Page chrome has no sentences. A sentence never runs over the end of its block, over a blank line, or into the next
    item of a list; a line end within it is a wrapped line, and no token. `lower` are its tokens in lower case, `words` the distinct ones among them: what
    stages ask first whether there is anything for them in it. `letters` are its tokens as the calendar tells them, one each, once dates were looked for.
    Nobody else changes one; it is not frozen for the reason that tokens are not.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    block: int
    kind: BlockKind
    lower: list[str]
    words: frozenset[str]
    letters: str = ""


def sentence_of(
    start: int, end: int, tokens: tuple[Token, ...], block: int = 0, kind: BlockKind = BlockKind.PARAGRAPH
) -> Sentence:
    """The sentence that tokens make; of a paragraph where nothing else is said."""
    lower = [token.lower for token in tokens]
    return Sentence(start, end, tokens, block, kind, lower, frozenset(lower))


# Where one block holds several: blank lines, and lines that begin like an item of a list.
_PARTS = re.compile(r"\n(?=[^\S\n]*+(?:\n|[•‣▪◦●∙·*–—-][^\S\n]|\(?\d{1,2}[.)][^\S\n]))")
# The number of a paragraph or item, which is none of its words: "12. The Commission heard".
_NUMBERING = re.compile(r"\s*+\(?\d{1,3}[.)]\s++(?=[^\W\d_]|[\"'“‘(])")
# What parts cells of a table that have no bars between them; and the code points up to which such a row is one sentence.
_GAP = re.compile(r"\t|[^\S\n]{2}")
_ROW = 400


def sentences(text: str, blocks: Sequence[Block], language: Language) -> Iterator[Sentence]:
    """The sentences of all blocks but page chrome, in text order.

    Where they end is told by `stops`.
    """
    stops = abbreviations.lexicon(language)
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.CHROME:
            is_row = block.kind is BlockKind.TABLE
            for start, end in _of_block(text, block, stops):
                tokens = _barred(text, start, end) if is_row else tuple(tokenize(text, start, end, breaks=False))
                if tokens:
                    yield sentence_of(tokens[0].start, tokens[-1].end, tokens, number, block.kind)


def _barred(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a row of a table, with a bar for each tab or run of spaces that parts two of its cells: no number runs over it."""
    tokens = tuple(tokenize(text, start, end, breaks=False))
    if not _GAP.search(text, start, end):
        return tokens
    found = list(tokens[:1])
    for token in tokens[1:]:
        last = found[-1].end
        if "|" not in (token.text, found[-1].text):
            gap = text[last : token.start]
            tabs = [(last + at, last + at + 1) for at, sign in enumerate(gap) if sign == "\t"]
            parts = tabs or ([(last, token.start)] if len(gap) > 1 else [])
            found += [added("|", first, end) for first, end in parts]
        found.append(token)
    return tuple(found)


def _of_block(text: str, block: Block, stops: AbbreviationLexicon) -> list[tuple[int, int]]:
    start = block.start
    if block.kind is BlockKind.TABLE and block.end - start <= _ROW:
        return [(start, block.end)]
    # Most blocks are one line, where nothing is to be cut.
    several = text.find("\n", start, block.end) >= 0
    cuts = [match.start() for match in _PARTS.finditer(text, start, block.end)] if several else []
    found: list[tuple[int, int]] = []
    for end in [*cuts, block.end]:
        numbered = _NUMBERING.match(text, start, end)
        start = numbered.end() if numbered else start
        part = text[start:end]
        if part and not part.isspace():
            at = start
            for stop in ends(part, stops):
                found.append((at, start + stop))
                at = start + stop
        start = end
    return found
