"""Word classes of a sentence's tokens, by a small averaged perceptron.

The weights are made by `bench/train_tagger.py` from UD English EWT and lie beside the language data as
`tagger.json.gz`, under that corpus's licence (CC BY-SA 4.0). They are integers, so the same tokens have the same
classes on every machine. A language without such a file has no classes, and what rests on them stays silent.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from headwater.grammar.tokens import Kind, Token
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "features", "normal", "shape", "tagger"]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"

Weights = dict[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `weights` what each feature speaks for."""

    certain: dict[str, str]
    weights: Weights

    def tags(self, tokens: Sequence[Token]) -> str:
        """The classes of the tokens, one letter of `CLASSES` each.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        words, shapes = normal(tokens)
        found: list[str] = []
        last, before = "^", "^"
        for index, token in enumerate(tokens):
            tag = self._one(index, token, words, shapes, last, before)
            found.append(tag)
            before, last = last, tag
        return "".join(found)

    def _one(self, index: int, token: Token, words: list[str], shapes: list[str], last: str, before: str) -> str:
        if token.kind is Kind.SIGN or token.kind is Kind.BREAK:
            return "."
        if token.kind is Kind.DIGITS:
            return "M"
        known = self.certain.get(words[index + 2])
        return known or self.choose(features(index, words, shapes, last, before))

    def choose(self, given: Sequence[str]) -> str:
        """The class that the features speak for most; of equals the first in `CLASSES`."""
        scores: dict[str, int] = {}
        for feature in given:
            for tag, weight in self.weights.get(feature, ()):
                scores[tag] = scores.get(tag, 0) + weight
        return max(scores, key=lambda tag: (scores[tag], -CLASSES.index(tag))) if scores else "N"


def shape(token: Token, first: bool, shouted: bool) -> str:
    """How a word is written: lower case, capitalised, all capitals; a sentence in capitals tells nothing."""
    text = token.text
    if text[0].islower() or shouted:
        return "s" if shouted else "l"
    if len(text) > 1 and text.isupper():
        return "u"
    return "f" if first else "c"


def normal(tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """Words (two edge marks before and after) and shapes of the tokens, as `features` takes them."""
    letters = [token for token in tokens if token.kind is Kind.WORD]
    shouted = len(letters) > 2 and all(token.text.isupper() for token in letters[:12])
    opening = [True, *(before.text in '"“‘`:' or before.kind is Kind.BREAK for before, _ in pairwise(tokens))]
    shapes = [shape(token, first, shouted) for token, first in zip(tokens, opening, strict=False)]
    words = ["0" if token.kind is Kind.DIGITS else token.lower for token in tokens]
    return ["^", "^", *words, "$", "$"], shapes


def features(index: int, words: Sequence[str], shapes: Sequence[str], last: str, before: str) -> tuple[str, ...]:
    """What the class of a word is judged by: itself, its ending and writing, its neighbours, the classes before it."""
    word, left, right = words[index + 2], words[index + 1], words[index + 3]
    tail = word[-3:]
    written = shapes[index]
    return (
        "w" + word,
        "e" + tail + written,
        "t" + tail[-2:] + last,
        "p" + last + before,
        "c" + last + word,
        "l" + left,
        "r" + right,
        "x" + right[-3:] + last,
        "s" + written + last,
        "y" + words[index + 4] + "|" + right,
    )


@cache
def tagger(language: Language) -> Tagger | None:
    """The language's tagger, or `None` where it has none."""
    path = language.folder / "tagger.json.gz"
    if not path.exists():
        return None
    data = json.loads(gzip.decompress(path.read_bytes()))
    weights = {feature: tuple((tag, weight) for tag, weight in row) for feature, row in data["weights"].items()}
    return Tagger(data["certain"], weights)
