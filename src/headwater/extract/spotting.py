"""A sentence as one line of words, and where the patterns of a kind of statement stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from headwater.grammar.tokens import Token
from headwater.language.statements import KindPatterns

__all__ = ["Line"]


class Line:
    """The words of a sentence in lower case with single spaces, each at the character that `_starts` says."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        words = [token.lower for token in tokens]
        self._words = " ".join(words)
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))

    def spotted(self, kind: KindPatterns) -> Iterator[tuple[int, int]]:
        """The first token and the one after the last of each match, in order, without those that an exception overlaps."""
        spared = [match.span() for match in kind.but.finditer(self._words)] if kind.but is not None else []
        for match in kind.pattern.finditer(self._words):
            if not _overlaps(spared, match.span()):
                first, end = match.span()
                yield bisect_right(self._starts, first) - 1, bisect_right(self._starts, end - 1)


def _overlaps(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether one of the spans, which are in order and apart, shares a character with the span."""
    at = bisect_left(spans, span[1], key=lambda one: one[0])
    return at > 0 and spans[at - 1][1] > span[0]
