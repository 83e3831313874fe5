"""Where the patterns of a kind of statement stand in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.grammar.tokens import Token
from headwater.language.statements import KindPatterns

__all__ = ["spotted"]


def spotted(kind: KindPatterns, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first token and the one after the last of each match, in order, without those that an exception overlaps."""
    line, places = _line(tokens)
    spared = [match.span() for match in kind.but.finditer(line)] if kind.but is not None else []
    for match in kind.pattern.finditer(line):
        if not _overlaps(spared, match.span()):
            yield places[match.start()], places[match.end() - 1] + 1


def _line(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The words in lower case with single spaces, and the token that each character belongs to."""
    places: list[int] = []
    parts: list[str] = []
    for index, token in enumerate(tokens):
        parts.append(token.lower)
        places += [index] * (len(token.lower) + 1)
    return " ".join(parts), places


def _overlaps(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether one of the spans, which are in order and apart, shares a character with the span."""
    at = bisect_left(spans, span[1], key=lambda one: one[0])
    return at > 0 and spans[at - 1][1] > span[0]
