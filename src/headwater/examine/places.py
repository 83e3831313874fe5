"""Which places the sentence of a figure names, and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language
from headwater.language.collation import wide_places
from headwater.language.happenings import lexicon
from headwater.language.stopwords import stopwords
from headwater.model import Figure, Report

__all__ = ["BEFORE", "OPENING", "Places", "tokens_of"]

OPENING = 6
"""Tokens at the head of a sentence that hold the place that it is set at."""

BEFORE = 300
"""Code points before a figure's sentence in which its scene is told."""

_STRONG = 3  # how far a word before a name must speak for a place
_LONGEST = 2_000


class Places:
    """The places that figures of a case are told of, as words in lower case; in capitals throughout all telling words stand for names."""

    def __init__(self, reports: Mapping[str, Report], language: Language) -> None:
        self._reports = reports
        self._known = lexicon(language)
        self._common = stopwords(language) | self._known.common
        self._wide = wide_places(language)
        self._found: dict[tuple[str, int], frozenset[str]] = {}
        self._owned: dict[tuple[str, int], frozenset[str]] = {}
        self._wides: dict[tuple[str, int], frozenset[str]] = {}

    def share(self, one: Figure, other: Figure) -> bool:
        """Whether two figures are told with a place in common: in their sentences, or in the last words before that name one."""
        return not self.of(one).isdisjoint(self.of(other))

    def apart(self, one: Figure, other: Figure) -> bool:
        """Whether the sentences of two figures name places, and none in common: "83 died in the delta", "41 died in Orrel district"."""
        return self._parted(one, other, self.own)

    def open_apart(self, one: Figure, other: Figure) -> bool:
        """Whether the sentences of two figures open with places, and none in common: "In Vell 140 people …", "In Lorn 410 people …"."""
        return self._parted(one, other, self.opening)

    def _parted(self, one: Figure, other: Figure, places: Callable[[Figure], frozenset[str]]) -> bool:
        """Whether some places of two figures are no places in common; in capitals throughout no name is told from another word."""
        here, there = places(one), places(other)
        capitals = any(self.sentence(figure).isupper() for figure in (one, other))
        return bool(here) and bool(there) and here.isdisjoint(there) and not capitals

    def within(self, one: Figure, other: Figure) -> bool:
        """Whether one figure is told of a wide place and the other of another place, so that it may be a part: "at least 17 along the Lorn coast", "nine in Vell".

        A part that is more than the whole is none.
        """
        wide, narrow = self._of_wide(one), self._of_wide(other)
        if not wide and not narrow:
            return False
        here, there = wide | self.own(one), narrow | self.own(other)
        if not here or not there or not here.isdisjoint(there):
            return False
        region, part = (one, other) if wide else (other, one)
        if (wide and narrow) or region.best is None or part.best is None:
            return True
        return part.best <= region.best

    def of(self, figure: Figure) -> frozenset[str]:
        """The words of places in a figure's sentence, else in the last sentence before it that names one."""
        key = (figure.document, figure.sentence.start)
        if key not in self._found:
            text, start = self._reports[figure.document].text, figure.sentence.start
            self._found[key] = self.own(figure) or self._in(tokens_of(text, max(0, start - BEFORE), start))
        return self._found[key]

    def own(self, figure: Figure) -> frozenset[str]:
        """The words of places in a figure's sentence."""
        key = (figure.document, figure.sentence.start)
        if key not in self._owned:
            self._owned[key] = self._in(self._tokens(figure))
        return self._owned[key]

    def opening(self, figure: Figure) -> frozenset[str]:
        """The words of places at the head of a figure's sentence, before its number."""
        text = self._reports[figure.document].text
        return self._in(tokens_of(text, figure.sentence.start, figure.start)[:OPENING])

    def sentence(self, figure: Figure) -> str:
        """The words of a figure's sentence."""
        return self._reports[figure.document].text[figure.sentence.start : figure.sentence.end]

    def words(self, figure: Figure) -> frozenset[str]:
        """All words of a figure's sentence, in lower case."""
        return frozenset(token.lower for token in self._tokens(figure))

    def _tokens(self, figure: Figure) -> Sequence[Token]:
        return tokens_of(self._reports[figure.document].text, figure.sentence.start, figure.sentence.end)

    def _of_wide(self, figure: Figure) -> frozenset[str]:
        """The names of wide places in a figure's sentence, such as the words right before "coast" or "province"; none in capitals throughout."""
        key = (figure.document, figure.sentence.start)
        if key not in self._wides:
            tokens = () if self.sentence(figure).isupper() else self._tokens(figure)
            pairs = pairwise(tokens)
            self._wides[key] = frozenset(a.lower for a, b in pairs if b.lower in self._wide and self._names(a))
        return self._wides[key]

    def _in(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The words of names right behind words such as "in"; in capitals throughout, all telling words there."""
        found: set[str] = set()
        for at, token in enumerate(tokens):
            if self._known.places.get(token.lower, 0) >= _STRONG or self._of_kind(tokens, at):
                found |= self._name(tokens[at + 1 : at + 6])
        return frozenset(found)

    def _of_kind(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word behind a kind of place leads to its name: "the town of Lorn", "the villages of Vell and Orr"."""
        kind = tokens[at - 1].lower if at else ""
        kinds = self._known.kinds_of_place
        leads = tokens[at].lower in self._known.places and (kind in kinds or kind.removesuffix("s") in kinds)
        return leads and not tokens[at].text[0].isupper()

    def _name(self, tokens: Sequence[Token]) -> set[str]:
        name: set[str] = set()
        for token in tokens:
            if token.lower == "the" and not name:
                continue
            if not self._names(token):
                break
            if token.lower in self._known.not_places:
                return set()
            name.add(token.lower)
        return name

    def _names(self, token: Token) -> bool:
        return token.kind == Kind.WORD and token.text[0].isupper() and token.lower not in self._common


def tokens_of(text: str, start: int, end: int) -> Sequence[Token]:
    """The tokens of a stretch of text, of a very long one those of its head."""
    return tokenize(text, start, min(end, start + _LONGEST))
