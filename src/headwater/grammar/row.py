"""A row of tokens with its neighbours at hand, however near its ends one looks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from headwater.grammar.tokens import Kind, Token

__all__ = ["Row"]


class Row:
    """The tokens of a sentence, and what its capitals tell."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.length = len(tokens)

    def lower(self, index: int) -> str:
        """A token's text in lower case; empty beyond either end."""
        return self.tokens[index].lower if 0 <= index < self.length else ""

    def text(self, index: int) -> str:
        """A token's text as written; empty beyond either end."""
        return self.tokens[index].text if 0 <= index < self.length else ""

    def is_kind(self, index: int, kind: int) -> bool:
        """Whether there is a token of that kind."""
        return 0 <= index < self.length and self.tokens[index].kind == kind

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a gap."""
        return 0 < index < self.length and self.tokens[index].start == self.tokens[index - 1].end

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen that ties its neighbours together."""
        return self.lower(index) in _HYPHENS and self.glued(index) and self.glued(index + 1)

    def capital(self, index: int) -> bool:
        """Whether a token has a capital ("Apollo", "iPad")."""
        text = self.text(index)
        return not text.islower() and any(map(str.isupper, text))

    @cached_property
    def shouting(self) -> bool:
        """Whether there are no small letters at all."""
        return all(token.text.isupper() for token in self.tokens if token.kind == Kind.WORD)

    @cached_property
    def plain(self) -> bool:
        """Whether capitals tell names here: the words are neither all capitals nor mostly capitalised (a headline)."""
        words = [token.text for token in self.tokens if token.kind == Kind.WORD and len(token.text) > 3]
        return 2 * sum(word[0].isupper() for word in words) <= len(words)


_HYPHENS = frozenset({"-", "‐", "‑"})
