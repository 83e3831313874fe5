"""Sentences of a report, with their tokens and the block that each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex
from nupunkt import sent_spans

from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language, abbreviations
from headwater.language.abbreviations import AbbreviationLexicon
from headwater.model import Block, BlockKind

__all__ = ["Sentence", "sentences", "within_line"]


@dataclass(slots=True)
class Sentence:
    """A sentence `[start, end)` with its tokens; `block` counts the report's blocks, `kind` is that block's kind.

    Page chrome has no sentences. A sentence never runs over the end of its block, over a blank line, or into the next
    item of a list; a line end within it is a wrapped line, and no token. `words` are its distinct tokens in lower case: what
    stages ask first whether there is anything for them in it. Nobody changes one; it is not frozen for the reason that tokens are not.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    block: int
    kind: BlockKind
    words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.words = frozenset([token.lower for token in self.tokens])


# Where one block holds several: blank lines, and lines that begin like an item of a list.
_PARTS = regex.compile(r"\n(?=[^\S\n]*+(?:\n|[•‣▪◦●∙·*–—-][^\S\n]|\(?\d{1,2}[.)][^\S\n]))")
# A full stop with no space behind it, as pages that were glued together have it: "rose to 25.Police said"; a capital word with
# two letters behind the stop is a name from the web: "Courier.Vm reports".
_GLUED = regex.compile(r"[.!?](?<=[\p{Ll}\d]{2}.)(?<!\p{Lu}\p{L}{1,30}\.(?=\p{Lu}\p{Ll}\s))(?=\p{Lu}\p{Ll}++\s)")
# A stop behind a plain word, before a capital: the library takes some of these words for shortened ones.
_PLAIN = regex.compile(r"[.!?](?<=(?<!\p{L})\p{Ll}{4,}.)[\"'”’)\]]*+\s++(?=[\"'“‘(\[]?\p{Lu})")
# What the library and the expressions above look at: a stop that nothing of the same word follows, or a capital. Where none stands before the
# last signs of a part, it is one sentence, which most lines of lists and wire copy are.
_STOP = re.compile(r"[.!?\u2026](?![\da-z,.-]|[\s\"'\u201d\u2019)\]]*\Z)")
_LAST_WORD = regex.compile(r"[\p{L}.]{1,12}\Z")


def sentences(text: str, blocks: Sequence[Block], language: Language) -> Iterator[Sentence]:
    """The sentences of all blocks but page chrome, in text order.

    Ends are found by nupunkt, and mended for shortened titles, for stops with no space behind them, and for quotation
    marks that stand by themselves (`he said . " They left`).
    """
    stops = abbreviations.lexicon(language)
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.CHROME:
            for start, end in _of_block(text, block, stops):
                tokens = within_line(text, start, end)
                if tokens:
                    yield Sentence(tokens[0].start, tokens[-1].end, tokens, number, block.kind)


def within_line(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]` without line ends."""
    tokens = tokenize(text, start, end)
    if text.find("\n", start, end) >= 0:
        tokens = [token for token in tokens if token.kind != Kind.BREAK]
    return tuple(tokens)


def _of_block(text: str, block: Block, stops: AbbreviationLexicon) -> Iterator[tuple[int, int]]:
    start = block.start
    # Most blocks are one line, where nothing is to be cut.
    several = text.find("\n", start, block.end) >= 0
    cuts = [match.start() for match in _PARTS.finditer(text, start, block.end)] if several else []
    for end in [*cuts, block.end]:
        part = text[start:end]
        if part.strip():
            at = 0
            for stop in _ends(part, stops):
                yield start + at, start + stop
                at = stop
        start = end


def _ends(part: str, stops: AbbreviationLexicon) -> Iterator[int]:
    """Where the sentences of a part end; the last ends with it."""
    if _STOP.search(part) is None:
        yield len(part)
        return
    found = {end for _, end in sent_spans(part)} | {match.end() for match in _PLAIN.finditer(part)}
    found.discard(len(part))
    lower = part.islower()
    cuts = {end for end in found if not _goes_on(part, end, lower, stops)}
    cuts |= {match.end() for match in _GLUED.finditer(part)}
    at = marks = 0
    for cut in sorted(cuts):
        marks += part.count('"', at, cut)
        at = cut
        yield _before_opening(part, cut) if marks % 2 else cut
    yield len(part)


def _goes_on(part: str, end: int, lower: bool, stops: AbbreviationLexicon) -> bool:
    before, following = part[max(0, end - 16) : end].rstrip(), part[end]
    if before[-1:] != ".":
        return False
    if following.islower():
        return not lower
    word = _LAST_WORD.search(before[:-1])
    return word is not None and stops.goes_on(word[0].lower(), following)


def _before_opening(part: str, cut: int) -> int:
    """The cut moved in front of a quotation mark that opens what follows, where spaces stand on both sides of it."""
    head = cut - 1
    while head > 0 and part[head].isspace():
        head -= 1
    return head if head < cut - 1 and part[head] == '"' and part[head - 1].isspace() else cut
