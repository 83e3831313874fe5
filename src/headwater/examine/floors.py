"""Counts that others need not match: of those whom somebody saw or took in, and those that were given before and are so no more."""

from __future__ import annotations

from itertools import takewhile

from headwater.grammar.tokens import Kind, tokenize
from headwater.language import Language
from headwater.language.collation import floor_words, given_before, side_words
from headwater.model import Figure, Outcome

__all__ = ["is_floor", "is_given_before"]

_AFTER = 8  # tokens looked at behind the number, within its clause
_NEAR = 100  # code points that hold so many tokens
_OF = frozenset({Outcome.INJURED, Outcome.HOSPITALISED, Outcome.KILLED, Outcome.RESCUED})


def is_floor(text: str, figure: Figure, language: Language) -> bool:
    """Whether the words around a number say that those counted were seen or taken in: "31 people were treated at the clinic"."""
    if figure.outcome not in _OF:
        return False
    words, small = floor_words(language), side_words(language).between
    ends = words.ends | frozenset(".;:,")
    before = tokenize(text, max(figure.sentence.start, figure.start - _NEAR), figure.start)
    verb = next((token.lower for token in reversed(before) if token.lower not in small), "")
    behind = tokenize(text, figure.end, min(figure.sentence.end, figure.end + _NEAR))[:_AFTER]
    clause = takewhile(lambda token: token.kind != Kind.DIGITS and token.lower not in ends, behind)
    return verb in words.takes or any(token.lower in words.takes for token in clause)


def is_given_before(text: str, figure: Figure, language: Language) -> bool:
    """Whether the words before a number in its sentence say that it was the count before: "earlier reports had put the toll at nine"."""
    begin = max(figure.sentence.start, figure.start - 2 * _NEAR)
    before = " ".join(text[begin : figure.start].lower().split())
    return any(phrase in before for phrase in given_before(language))
