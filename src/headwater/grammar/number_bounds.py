"""Bounds of a number: the hedges that stand before and behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from headwater.grammar.tokens import Token
from headwater.language.hedges import HedgeLexicon, Phrase
from headwater.model import Hedge

__all__ = ["hedge_after", "hedge_before"]

_T = TypeVar("_T")


def hedge_before(tokens: Sequence[Token], index: int, words: HedgeLexicon) -> tuple[Hedge, int, int] | None:
    """The hedge that ends in front of a token, and the tokens `[first, last)` it takes."""
    found: list[tuple[Hedge, int, int]] = []
    at = index
    while True:
        passed = at
        match = _ending(tokens, passed, words.before)
        while match is None and (filler := _ending(tokens, passed, words.fillers)) is not None and index - passed < 6:
            passed = filler[1]
            match = _ending(tokens, passed, words.before)
        if match is None:
            break
        found.append((match[0], match[1], passed))
        at = match[1]
    if not found:
        return None
    found.reverse()
    hedge = next((entry[0] for entry in found if entry[0] is not Hedge.ABOUT), Hedge.ABOUT)
    first = found[0][1]
    while (more := _ending(tokens, first, words.strength)) is not None:
        first = more[1]
    return hedge, first, found[-1][2]


def hedge_after(tokens: Sequence[Token], index: int, words: HedgeLexicon) -> tuple[Hedge, int, int] | None:
    """The hedge that begins at a token, and the tokens `[first, last)` it takes."""
    for phrase, hedge in words.after.get(tokens[index].lower, ()) if index < len(tokens) else ():
        if all(index + step < len(tokens) and tokens[index + step].lower == word for step, word in enumerate(phrase)):
            return hedge, index, index + len(phrase)
    return None


def _ending(
    tokens: Sequence[Token], index: int, phrases: Mapping[str, tuple[tuple[Phrase, _T], ...]]
) -> tuple[_T, int] | None:
    """The longest phrase that ends in front of a token: what it means, and where it begins."""
    for phrase, meaning in phrases.get(tokens[index - 1].lower, ()) if index else ():
        first = index - len(phrase)
        if first >= 0 and all(tokens[first + step].lower == word for step, word in enumerate(phrase)):
            return meaning, first
    return None
