"""A row of tokens with its neighbours at hand, however near its ends one looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from headwater.grammar.tokens import Kind, Token

__all__ = ["HYPHENS", "Row"]


class Row:
    """The tokens of a sentence, and what its capitals tell.

    `at` gives the token of an index; up to 16 indices beyond either end it gives one without text, of no kind. It is the look-up of a list with such
    a margin, since each number asks some thirty times.
    """

    at: Callable[[int], Token]

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.length = len(tokens)
        self.at = [*tokens, *_MARGIN].__getitem__

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a gap."""
        return 0 < index < self.length and self.tokens[index].start == self.tokens[index - 1].end

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen that ties its neighbours together."""
        return self.at(index).lower in HYPHENS and self.glued(index) and self.glued(index + 1)

    def capital(self, index: int) -> bool:
        """Whether a token has a capital ("Apollo", "iPad")."""
        text = self.at(index).text
        return text[:1].isupper() or (not text.islower() and any(map(str.isupper, text)))

    @cached_property
    def shouting(self) -> bool:
        """Whether there are no small letters at all."""
        return all(token.text.isupper() for token in self.tokens if token.kind == Kind.WORD)

    @cached_property
    def plain(self) -> bool:
        """Whether capitals tell names here: the words are neither all capitals nor mostly capitalised (a headline)."""
        firsts = [token.text[0] for token in self.tokens if token.kind == Kind.WORD and len(token.text) > 3]
        return 2 * sum(map(str.isupper, firsts)) <= len(firsts)


_NOTHING = Token(-1, -1, "", "", -1)
_MARGIN = [_NOTHING] * 16  # behind the last token, which is also where indices below 0 lead
HYPHENS = frozenset({"-", "‐", "‑"})
"""Signs that may tie words together."""
