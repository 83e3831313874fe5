"""A sentence as cues are looked for in it, and what is found there: noun phrases and sayings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.grammar.tokens import Kind, Token
from headwater.language.cues import Cues

__all__ = ["Passage", "Phrase", "Saying", "back"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, tokens `[first, last)`; `stands_for` is the phrase that a relative pronoun goes back to."""

    first: int
    last: int
    stands_for: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue, tokens `[first, last)`, with its source and the place of its content.

    `told` are the tokens of whoever is told; `cites` is true of an inner source whose words are its citer's content, `aside` of
    "as Keller has shown" within a clause.
    """

    source: Phrase
    first: int
    last: int
    content: tuple[int, int] | None
    takes: frozenset[str]
    told: tuple[int, int] | None = None
    cites: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as cues are looked for in it.

    Its tokens, one class letter each, whether each stands in a quotation, and the `places` where a cue may begin, those `beside` a quotation apart; `listed` are the
    sections of the cue data that list each word, looked up once.
    """

    tokens: Sequence[Token]
    tags: str
    quoted: Sequence[bool]
    cues: Cues
    places: Sequence[int] = ()
    beside: Sequence[int] = ()
    size: int = field(init=False)
    listed: Sequence[frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.tokens))
        known = self.cues.listed
        object.__setattr__(self, "listed", [known[token.lower] for token in self.tokens])

    def low(self, index: int) -> str:
        """The word at an index in lower case; empty beyond either end."""
        return self.tokens[index].lower if 0 <= index < self.size else ""

    def tag(self, index: int) -> str:
        """The class at an index; `^` beyond either end."""
        return self.tags[index] if 0 <= index < self.size else "^"

    def capital(self, index: int) -> bool:
        """Whether a word is written with a capital where most words of the sentence are not."""
        if not self.tokens[index].text[:1].isupper():
            return False
        words = [token.text for token in self.tokens if token.kind is Kind.WORD]
        return 2 * sum(text[0].islower() for text in words) >= len(words)

    def has(self, section: str, index: int) -> bool:
        """Whether the cue data list the word at an index in a section."""
        return 0 <= index < self.size and section in self.listed[index]

    def names(self, section: str, index: int) -> bool:
        """Whether the cue data list the word at an index, or its singular, in a section."""
        return 0 <= index < self.size and self.cues.names(section, self.tokens[index].lower)


def back(p: Passage, index: int) -> int:
    """The index of the first token to the left that is no part of a verb group: auxiliaries, adverbs, 'not', 'to' passed."""
    while index >= 0 and not p.has("grammar.genitive", index):
        if p.has("adjuncts.turns", index) and p.tag(index - 1) == "A":
            index -= 2  # "had at first spoken of"
        elif p.tag(index) in "xRT" or p.has("grammar.not", index):
            index -= 1
        else:
            break
    if p.has("grammar.genitive", index) and p.tag(index) == "x":
        index -= 1
    return index
