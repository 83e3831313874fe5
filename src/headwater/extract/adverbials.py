"""Times that stand without a preposition: "injured late Sunday", "hurt yesterday evening", "last week"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import Tag
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token, places

__all__ = ["tag_times"]


def tag_times(sentence: Sentence, found: list[int], lexicons: Lexicons) -> None:
    """Tags such times as adverbs, which leave no chunk: as noun groups they would be taken for what a verb is done to.

    What stands behind a preposition, or owns what follows ("last year's flood"), stays what it is.
    """
    tokens, parts, edges = sentence.tokens, lexicons.words("time_part"), lexicons.words("time_edge")
    timing = lexicons.timing
    for index in places(sentence.lower, timing):
        end = _end(tokens, index, parts, lexicons)
        start = index - 1 if index and tokens[index - 1].lower in edges else index
        is_time = end > index + 1 or start < index
        if is_time and not _bound(tokens, start, end, lexicons):
            found[start:end] = [Tag.ADVERB] * (end - start)


def _end(tokens: Sequence[Token], index: int, parts: frozenset[str], lexicons: Lexicons) -> int:
    """The index after a day and a part of it, or after "last" and what it is said of; only that after the first word else."""
    last = index + 1
    if last < len(tokens) and (tokens[last].lower in parts or tokens[last].lower in lexicons.times):
        last += 1
        if last < len(tokens) and tokens[last].lower in parts:
            last += 1
    return last


def _bound(tokens: Sequence[Token], start: int, end: int, lexicons: Lexicons) -> bool:
    closed = lexicons.frames.closed
    before = closed.get(tokens[start - 1].lower) if start else None
    owns = end < len(tokens) and tokens[end].lower in lexicons.words("owning")
    return owns or before in ("preposition", "determiner", "possessive")
