"""Word classes of a sentence's tokens, by a small averaged perceptron.

The weights are made by `bench/train_tagger.py` from UD English EWT and lie beside the language data as
`tagger.gz`, under that corpus's licence (CC BY-SA 4.0). They are integers, so the same tokens have the same
classes on every machine. A language without such a file has no classes, and what rests on them stays silent.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from struct import Struct

from headwater.extract.tagging_features import OPENING, after, before_it, context, itself, shape, shouts
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "lanes", "packed", "tagger", "unpacked"]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"

# The scores of all classes are lanes of one long integer, so that what several features speak for is looked up and added once,
# not once a class. Lanes are lifted before they are read, for weights are of either sign.
_LANE = 16
_LANES = Struct(f"<{len(CLASSES)}H")
_LIFT = sum(1 << (_LANE * at + _LANE - 1) for at in range(len(CLASSES)))
_MOST = 1 << 14  # words whose sums are kept
# Classes whose words are few and known: a word that training never met is none of them.
_CLOSED = frozenset(CLASSES.index(tag) for tag in "DOCTx")


class _Word:
    """A word's class where it has but one, else the sums of what it speaks for: beside a word, and by itself.

    `own` is keyed by how the word is written and the class before it, `after` by that class alone.
    """

    __slots__ = ("after", "before", "known", "own", "tag", "word")

    def __init__(self, word: str, tag: str, before: int, known: bool) -> None:
        self.word = word
        self.known = known
        self.tag = tag
        self.before = before
        self.own: dict[str, int] = {}
        self.after: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `weights` what each feature speaks for, as `lanes`."""

    certain: Mapping[str, str]
    weights: Mapping[str, int]
    _words: dict[str, _Word] = field(default_factory=dict, repr=False, compare=False)
    _contexts: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def tags(self, tokens: Sequence[Token]) -> str:
        """The classes of the tokens, one letter of `CLASSES` each.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        words = self._known(tokens)
        shouted = shouts(tokens)
        found: list[str] = []
        last, earlier = "^", "^"
        left = words[-1]
        for index, token in enumerate(tokens):
            word = words[index]
            tag = word.tag
            if not tag:
                first = not index or tokens[index - 1].text in OPENING
                own, right = shape(token.text, first, shouted) + last, words[index + 1]
                tag = self._choose(left, word, right, own, last, last + earlier)
            found.append(tag)
            earlier, last = last, tag
            left = word
        return "".join(found)

    def _known(self, tokens: Sequence[Token]) -> list[_Word]:
        """The words of the tokens, then what stands before the first and after the last: in that order `$` closes the row."""
        words = self._words
        if len(words) > _MOST:
            words.clear()
        found = []
        for token in tokens:
            text = token.lower if token.kind != Kind.DIGITS else "0"
            found.append(words.get(text) or self._word(text, token.kind))
        return [*found, words.get("$") or self._word("$", Kind.SIGN), words.get("^") or self._word("^", Kind.SIGN)]

    def _word(self, word: str, kind: int) -> _Word:
        tag = self.certain.get(word, "") if kind == Kind.WORD else "M" if kind == Kind.DIGITS else "."
        made = self._words[word] = _Word(word, tag, self._sum(before_it(word)), "w" + word in self.weights)
        return made

    def _choose(self, left: _Word, word: _Word, right: _Word, own: str, last: str, both: str) -> str:
        """The class that the features speak for most; of equals the first in `CLASSES`."""
        mine = word.own.get(own)
        if mine is None:
            mine = word.own[own] = _LIFT + self._sum(itself(word.word, own[0], last))
        further = right.after.get(last)
        if further is None:
            further = right.after[last] = self._sum(after(right.word, last))
        around = self._contexts.get(both)
        if around is None:
            around = self._contexts[both] = self._sum(context(last, both[1]))
        scores = _LANES.unpack((mine + further + around + left.before).to_bytes(_LANES.size, "little"))
        if not word.known:
            scores = tuple(0 if at in _CLOSED else score for at, score in enumerate(scores))
        return CLASSES[scores.index(max(scores))]

    def _sum(self, features: Sequence[str]) -> int:
        """What features speak for together."""
        return sum([self.weights.get(feature, 0) for feature in features])


def lanes(row: Mapping[str, int]) -> int:
    """Weights by class as one integer, a lane a class; no sum of them may leave ±32,767."""
    return sum(weight << (_LANE * CLASSES.index(tag)) for tag, weight in row.items())


def packed(model: Tagger, licence: str) -> bytes:
    """A tagger as it is kept: a line of JSON, then the lanes of the features that it lists, 36 bytes each, all compressed."""
    head = {"licence": licence, "certain": model.certain, "features": sorted(model.weights)}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    rows = (model.weights[feature].to_bytes(_LANES.size, "little", signed=True) for feature in head["features"])
    return gzip.compress(line + b"\n" + b"".join(rows), mtime=0)


def unpacked(data: bytes) -> Tagger:
    """The tagger that was kept as `packed` makes it."""
    line, _, rows = gzip.decompress(data).partition(b"\n")
    head = json.loads(line)
    size, read = _LANES.size, int.from_bytes
    weights = [read(rows[at : at + size], "little", signed=True) for at in range(0, len(rows), size)]
    return Tagger(head["certain"], dict(zip(head["features"], weights, strict=True)))


@cache
def tagger(language: Language) -> Tagger | None:
    """The language's tagger, or `None` where it has none."""
    path = language.folder / "tagger.gz"
    return unpacked(path.read_bytes()) if path.exists() else None
