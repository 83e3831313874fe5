"""Word classes of a sentence's tokens, by a small averaged perceptron.

The weights are made by `bench/train_tagger.py` from UD English EWT and lie beside the language data as
`tagger.json.gz`, under that corpus's licence (CC BY-SA 4.0). They are integers, so the same tokens have the same
classes on every machine. A language without such a file has no classes, and what rests on them stays silent.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from headwater.grammar.tokens import Kind, Token
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "features", "normal", "shape", "tagger"]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"

# The scores of all classes are lanes of one long integer, so that a feature is looked up and added once, not once a class.
_LANE = 32
_LIFT = sum(1 << (_LANE * lane + _LANE - 1) for lane in range(len(CLASSES)))
_ROW = re.compile(r"([^\d-])(-?\d+)")


@dataclass(frozen=True, slots=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `rows` what each feature speaks for ("N12v-5")."""

    certain: Mapping[str, str]
    rows: Mapping[str, str]
    _lanes: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def tags(self, tokens: Sequence[Token]) -> str:
        """The classes of the tokens, one letter of `CLASSES` each.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        words, shapes = normal(tokens)
        found: list[str] = []
        last, before = "^", "^"
        for index, token in enumerate(tokens):
            kind = token.kind
            if kind == Kind.WORD:
                tag = self.certain.get(words[index + 2]) or self._choose(features(index, words, shapes, last, before))
            else:
                tag = "M" if kind == Kind.DIGITS else "."
            found.append(tag)
            before, last = last, tag
        return "".join(found)

    def _choose(self, given: Sequence[str]) -> str:
        """The class that the features speak for most; of equals the first in `CLASSES`."""
        total = _LIFT
        lanes, rows = self._lanes, self.rows
        for feature in given:
            weight = lanes.get(feature)
            if weight is not None:
                total += weight
            elif feature in rows:
                total += self._lane(feature)
        scores = memoryview(total.to_bytes(_LANE // 8 * len(CLASSES), "little")).cast("I").tolist()
        return CLASSES[scores.index(max(scores))]

    def _lane(self, feature: str) -> int:
        row = self.rows[feature]
        weight = sum(int(value) << (_LANE * CLASSES.index(tag)) for tag, value in _ROW.findall(row))
        self._lanes[feature] = weight
        return weight


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
    letters = [token.text for token in tokens if token.kind == Kind.WORD][:12]
    shouted = len(letters) > 2 and all(text.isupper() for text in letters)
    words, shapes = ["^", "^"], []
    first = True
    for token in tokens:
        words.append("0" if token.kind == Kind.DIGITS else token.lower)
        shapes.append(shape(token, first, shouted))
        first = token.text in '"“‘`:' or token.kind == Kind.BREAK
    return [*words, "$", "$"], shapes


def features(index: int, words: Sequence[str], shapes: Sequence[str], last: str, before: str) -> tuple[str, ...]:
    """What the class of a word is judged by: itself, its ending and writing, its neighbours, the classes before it."""
    left, word, right = words[index + 1 : index + 4]
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
    )


@cache
def tagger(language: Language) -> Tagger | None:
    """The language's tagger, or `None` where it has none."""
    path = language.folder / "tagger.json.gz"
    if not path.exists():
        return None
    data = json.loads(gzip.decompress(path.read_bytes()))
    return Tagger(data["certain"], data["rows"])
