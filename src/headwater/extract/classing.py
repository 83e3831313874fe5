"""The sentences of a text as cues are looked for in them, and what is asked of them, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from headwater.extract.calling import Called
from headwater.extract.cue_words import CueWord, cue_words
from headwater.extract.mending import mended
from headwater.extract.mentions import mentions
from headwater.extract.naming import full_names, short_names
from headwater.extract.passages import Passage
from headwater.extract.quotations import Quotations
from headwater.extract.tagging import Tagger
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language.cues import Cues

__all__ = ["LONG", "Classed", "piece"]

LONG = 400
"""A run of more tokens than this is no sentence, and is read in pieces."""

#: Classes of words that are part of no name.
_FUNCTION = frozenset("DOASCTx")


def piece(sentence: Sentence, start: int) -> tuple[Sequence[Token], Sequence[str]]:
    """The tokens of a sentence and their lower case; of what is longer than any sentence those of the piece from a token on."""
    if len(sentence.tokens) <= LONG:
        return sentence.tokens, sentence.lower
    return sentence.tokens[start : start + LONG], sentence.lower[start : start + LONG]


class Classed:
    """The sentences of one text with the classes of their words; sentences are called by their numbers, pieces by the token that they begin with."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotes: Quotations,
        model: Tagger,
        cues: Cues,
        numerals: frozenset[str],
    ) -> None:
        self._sentences, self._quotes = sentences, quotes
        self._model, self._cues, self.numerals = model, cues, numerals
        # Asked of the text, it is not asked again of each sentence and name in it; only of ASCII it can be at little cost.
        self._capitals = text.isascii() and text == text.upper()
        self._passages: dict[tuple[int, int], Passage] = {}
        self._recalled: dict[int, Sequence[Called]] = {}

    def passage(self, number: int, start: int = 0, told: Sequence[CueWord | None] | None = None) -> Passage:
        """A sentence, or a piece of one, as cues are looked for in it; `told` is what `cue_words` tell of its words, where that is at hand."""
        found = self._passages.get((number, start))
        if found is None:
            found = self._passages[number, start] = self._made(self._sentences[number], start, told)
        return found

    def _made(self, sentence: Sentence, start: int, told: Sequence[CueWord | None] | None) -> Passage:
        tokens, lower = piece(sentence, start)
        if told is None:
            told = [*map(cue_words(self._cues).__getitem__, lower)]
        tags = self._model.tags(tokens, lower, self._capitals)
        if not self.numerals.isdisjoint(sentence.words):
            tags = "".join(["M" if word in self.numerals else tag for word, tag in zip(lower, tags, strict=True)])
        tags = mended(tokens, told, tags, self._cues)
        return Passage(tokens, lower, tags, self._quotes.holding(tokens), self._cues, capitals=self._capitals)

    def recall(self, number: int) -> Sequence[Called]:
        """Whom and what a sentence is about."""
        found = self._recalled.get(number)
        if found is None:
            found = self._recalled[number] = mentions(self.passage(number))
        return found

    def words(self, number: int) -> frozenset[str]:
        """The words of a sentence in lower case."""
        return self._sentences[number].words

    def spelled(self) -> Mapping[str, str]:
        """The full names that the text writes out, by either end."""
        return self._spelled

    def short(self) -> Mapping[str, str]:
        """The full names of bodies by the letters that stand for them."""
        return self._short

    @cached_property
    def _short(self) -> Mapping[str, str]:
        return short_names(self._sentences)

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        certain, cues = self._model.certain, self._cues
        return full_names(
            self._sentences,
            cues,
            lambda word: (
                cues.has("clauses", word)
                or cues.has("grammar.of", word)
                or cues.has("grammar.as", word)
                or certain.get(word, "N") in _FUNCTION
            ),
        )
