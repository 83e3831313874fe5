"""A sentence as cues are looked for in it, and what is found there: noun phrases and sayings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from headwater.grammar.tokens import Kind, Token
from headwater.language.cues import Cues

__all__ = ["Passage", "Phrase", "Saying", "back", "verbal"]

#: How far beyond either end of a sentence may be asked for a word or its class.
MARGIN = 64

_NO_WORDS = ("",) * MARGIN
_NO_CLASSES = ("^",) * MARGIN
_NO_SECTIONS = (frozenset[str](),) * MARGIN


class Phrase(msgspec.Struct, gc=False):
    """A noun phrase, tokens `[first, last)`; `stands_for` is the phrase that a relative pronoun goes back to.

    Nobody changes one, nor a saying; they are not frozen for the reason that tokens are not.
    """

    first: int
    last: int
    stands_for: tuple[int, int] | None = None


class Saying(msgspec.Struct, gc=False):
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


class Passage:
    """A sentence as cues are looked for in it.

    Its tokens, one class letter each, whether each stands in a quotation, and the `places` where a cue may begin, those `beside` a quotation apart;
    `capitals`: the whole text is in capitals.
    By index, `low` has the word in lower case, empty beyond either end; `tag` its class, `^` beyond either end; `sections` are those of the cue
    data that list the word, none beyond either end.
    """

    __slots__ = ("_plain", "beside", "cues", "low", "places", "quoted", "sections", "tag", "tags", "tokens")

    low: list[str]
    tag: list[str]

    def __init__(
        self,
        tokens: Sequence[Token],
        lower: Sequence[str],
        tags: str,
        quoted: Sequence[bool],
        cues: Cues,
        places: Sequence[int] = (),
        beside: Sequence[int] = (),
        capitals: bool = False,
    ) -> None:
        self.tokens, self.tags, self.quoted, self.cues = tokens, tags, quoted, cues
        self.places, self.beside = places, beside
        # A sentence is asked for its words some two hundred times. An index below 0 counts from the end of a list, so that one margin serves
        # both ends, and no question asks where they are; what is asked is the list itself, since a call takes three times as long.
        self.sections = [*map(cues.listed.__getitem__, lower), *_NO_SECTIONS]
        self.low = [*lower, *_NO_WORDS]
        self.tag = [*tags, *_NO_CLASSES]
        self._plain: bool | None = False if capitals else None

    def capital(self, index: int) -> bool:
        """Whether a word is written with a capital where most words of the sentence are not."""
        if index >= len(self.tokens) or not self.tokens[index].text[:1].isupper():
            return False
        if self._plain is None:
            firsts = "".join([token.text[0] for token in self.tokens if token.kind == Kind.WORD])
            small = 0 if firsts.isupper() else sum(map(str.islower, firsts))
            self._plain = 2 * small >= len(firsts)
        return self._plain

    def has(self, section: str, index: int) -> bool:
        """Whether the cue data list the word at an index in a section."""
        return section in self.sections[index]

    def has_any(self, sections: frozenset[str], index: int) -> bool:
        """Whether the cue data list the word at an index in any of some sections."""
        return not sections.isdisjoint(self.sections[index])

    def holds(self, section: str, first: int, last: int) -> bool:
        """Whether the cue data list one of the words `[first, last)` in a section."""
        for at in range(first, last):  # noqa: SIM110 — a generator costs more than the look
            if section in self.sections[at]:
                return True
        return False

    def names(self, section: str, index: int) -> bool:
        """Whether the cue data list the word at an index, or its singular, in a section."""
        return section in self.cues.named[self.low[index]]


def verbal(tags: str) -> bool:
    """Whether a finite verb or an auxiliary is among some classes."""
    return "v" in tags or "x" in tags


def back(p: Passage, index: int) -> int:
    """The index of the first token to the left that is no part of a verb group: auxiliaries, adverbs, 'not', 'to' passed."""
    while index >= 0:
        tag, listed = p.tag[index], p.sections[index]
        if "grammar.genitive" in listed:
            return index - (tag == "x")
        if "adjuncts.turns" in listed and p.tag[index - 1] == "A":
            index -= 2  # "had at first spoken of"
        elif tag in "xRT" or "grammar.not" in listed:
            index -= 1
        else:
            break
    return index
