"""Numbered bodies that a text names ("the 12th Engineer Battalion"), and the words that say whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.grammar.tokens import Kind, Token
from headwater.language.names import NameWords

__all__ = ["Body", "bodies"]

NAME = 5
"""The most words in a body's name after its number."""


@dataclass(frozen=True, slots=True)
class Body:
    """A numbered body: its number ("12th"), the last word of its name ("battalion"), and the place of the words that say whose it is.

    The place is `[start, end)`, and empty where no words do.
    """

    number: str
    noun: str
    start: int
    end: int


def bodies(tokens: Sequence[Token], words: NameWords) -> Iterator[Body]:
    """The numbered bodies of a sentence: an ordinal in digits, and words with capitals after it."""
    for at, (token, suffix) in enumerate(pairwise(tokens)):
        if token.kind == Kind.DIGITS and suffix.start == token.end and suffix.lower in words.ordinals:
            last = _name_end(tokens, at + 2)
            if tokens[at + 2 : last]:
                yield _owned(tokens, at, last, token.text + suffix.lower, words)


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """The index after a run of words that have capitals; a small word may be the last ("12th Engineer battalion")."""
    end = at
    while end < len(tokens) and end - at < NAME and tokens[end].kind == Kind.WORD and tokens[end].text[:1].isupper():
        end += 1
    for token in tokens[end : end + SMALL]:
        if end == at or token.kind != Kind.WORD or len(token.text) <= LONG:
            break
        end += 1
    return end


SMALL = 2
"""The most words without a capital that may end a body's name ("12th Motor infantry battalion")."""

LONG = 5
"""Letters beyond which a word without a capital may belong to a body's name ("infantry regiment"), and no small word does."""


def _owned(tokens: Sequence[Token], at: int, end: int, number: str, words: NameWords) -> Body:
    noun = tokens[end - 1].lower
    if at >= 2 and tokens[at - 1].lower in words.owners and tokens[at - 2].text[:1].isupper():
        return Body(number, noun, tokens[at - 2].start, tokens[at - 1].end)
    if end < len(tokens) and tokens[end].lower in words.belongs:
        last = _holder_end(tokens, end + 1, words)
        if tokens[end + 1 : last]:
            return Body(number, noun, tokens[end].start, tokens[last - 1].end)
    return Body(number, noun, tokens[at].start, tokens[at].start)


def _holder_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    end, here = at, at
    while here < len(tokens) and here - at < 2 * NAME and tokens[here].kind == Kind.WORD:
        if tokens[here].text[:1].isupper():
            end = here + 1
        elif tokens[here].lower not in words.joints:
            break
        here += 1
    return end
