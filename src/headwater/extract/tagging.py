"""Word classes of a sentence's tokens, by a small averaged perceptron.

The weights are made by `bench/train_tagger.py` from UD English EWT and lie beside the language data as
`tagger.gz`, under that corpus's licence (CC BY-SA 4.0). They are integers, so the same tokens have the same
classes on every machine. A language without such a file has no classes, and what rests on them stays silent.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from struct import Struct
from typing import NamedTuple

from headwater.extract.tagging_features import OPENING, after, before_it, context, itself, shape, shouts
from headwater.grammar.tokens import Kind, Token, kind_of
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "lanes", "packed", "tagger", "unpacked"]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"

# The scores of all classes are lanes of one long integer, so that what several features speak for is looked up and added once,
# not once a class. Lanes are lifted, for weights are of either sign, and the highest bit of each is left free: to subtract a score of
# all lanes tells by these bits in which of them it is the greater.
_LANE = 16
_LANES = Struct(f"<{len(CLASSES)}H")
_ROW = Struct(f"{_LANES.size}s")
_ONES = sum(1 << _LANE * at for at in range(len(CLASSES)))
_FREE = _ONES << _LANE - 1
_LIFT = _ONES << _LANE - 2
_SCORE = (1 << _LANE) - 1
_MOST = 1 << 14  # words whose sums are kept


class _Best(NamedTuple):
    """A class, and what it takes to ask of the scores whether it has the highest: where its lane begins, and what is added to its score in every lane."""

    tag: str
    begins: int
    added: int

    @classmethod
    def of(cls, at: int) -> _Best:
        # Of equals the first class counts, so that one before this must have less.
        return cls(CLASSES[at], _LANE * at, _FREE - sum(1 << _LANE * before for before in range(at)))


_BEST = tuple(map(_Best.of, range(len(CLASSES))))


def _best(scores: int) -> _Best:
    """The class that has the highest score, of equals the first."""
    read = _LANES.unpack(scores.to_bytes(_LANES.size, "little"))
    return _BEST[read.index(max(read))]


class _Sums(dict[str, int]):
    """What features speak for, by key, each looked up when it is first asked for; thousands that nobody asks for again are let go."""

    def __init__(self, found: Callable[[str], int]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, key: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        weight = self[key] = self._found(key)
        return weight


class _Word(dict[str, int]):
    """A word's class where it has but one (`tag`), else the sums of what it speaks for, each made when it is first asked for.

    `before` is what it tells of the class of the word behind it, `best` the class that it had last, which it mostly has again. Keys of two letters,
    how the word is written and the class before it, give what it tells of its own class; keys of one, the class before the word before it, what it tells of that word.
    """

    __slots__ = ("_itself", "_model", "_word", "before", "best", "tag")

    def __init__(self, word: str, tag: str, model: Tagger) -> None:
        super().__init__()
        self._word, self._model, self.tag = word, model, tag
        self.before = model.weight(before_it(word))
        self.best = _BEST[0]
        self._itself = 0

    def __missing__(self, key: str) -> int:
        shared, weight = self._model.shared, self._model.weight
        if len(key) == 1:
            of_word, ending = after(self._word, key)
            found = weight(of_word) + shared[ending]
        else:
            of_word, ending, tail, of_both, look = itself(self._word, key[0], key[1])
            alone = self._itself
            if not alone:
                known = of_word in self._model.weights
                alone = self._itself = _LIFT + (weight(of_word) if known else _BARRED)
            found = alone + weight(of_both) + shared[ending] + shared[tail] + shared[look]
        self[key] = found
        return found


class _Words(dict[str, _Word]):
    """The words met, by their lower case; all digits are one word."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def __missing__(self, text: str) -> _Word:
        if len(self) >= _MOST:
            self.clear()
        kind = Kind.WORD if text[0].isalpha() else kind_of(text)
        tag = self.model.certain.get(text, "") if kind == Kind.WORD else "M" if kind == Kind.DIGITS else "."
        word = self[text] = _Word("0" if kind == Kind.DIGITS else text, tag, self.model)
        return word


def lanes(row: Mapping[str, int]) -> bytes:
    """Weights by class as the bytes of one integer, a lane a class; no sum of them may leave ±8,000."""
    total = sum(weight << (_LANE * CLASSES.index(tag)) for tag, weight in row.items())
    return total.to_bytes(_LANES.size, "little", signed=True)


def _number(row: bytes) -> int:
    return int.from_bytes(row, "little", signed=True)


# Classes whose words are few and known: a word that training never met is none of them.
_BARRED = _number(lanes(dict.fromkeys("DOCTx", -8_000)))


@dataclass(frozen=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `weights` what each feature speaks for, as `lanes`."""

    certain: Mapping[str, str]
    weights: Mapping[str, bytes]

    def tags(self, tokens: Sequence[Token]) -> str:
        """The classes of the tokens, one letter of `CLASSES` each.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        known, contexts = self._words, self._contexts
        words = [known[token.lower] for token in tokens]
        words.append(known["$"])
        shouted = shouts(tokens)
        found: list[str] = []
        last, earlier, left = "^", "^", known["^"]
        for index, token in enumerate(tokens):
            word = words[index]
            tag = word.tag
            if not tag:
                text = token.text
                if shouted or not text[0].islower():  # most words are in lower case, and are spared the call
                    written = shape(text, not index or tokens[index - 1].text in OPENING, shouted)
                else:
                    written = "l"
                scores = word[written + last] + left.before + words[index + 1][last] + contexts[last + earlier]
                tag, begins, added = word.best
                if ((scores >> begins & _SCORE) * _ONES + added - scores) & _FREE != _FREE:
                    word.best = _best(scores)
                    tag = word.best.tag
            found.append(tag)
            earlier, last, left = last, tag, word
        return "".join(found)

    def knows(self, word: str) -> bool:
        """Whether training met a word, in lower case."""
        return word in self.certain or itself(word, "l", "^")[0] in self.weights

    def weight(self, feature: str) -> int:
        """What a feature speaks for."""
        row = self.weights.get(feature)
        return 0 if row is None else int.from_bytes(row, "little", signed=True)

    @cached_property
    def shared(self) -> Mapping[str, int]:
        """What each feature that many words share speaks for."""
        return _Sums(self.weight)

    @cached_property
    def _words(self) -> _Words:
        return _Words(self)

    @cached_property
    def _contexts(self) -> Mapping[str, int]:
        return _Sums(lambda both: self.weight(context(both[0], both[1])))


def packed(model: Tagger, licence: str) -> bytes:
    """A tagger as it is kept: a line of JSON, then the lanes of the features that it lists, 36 bytes each, all compressed."""
    head = {"licence": licence, "certain": model.certain, "features": sorted(model.weights)}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return gzip.compress(line + b"\n" + b"".join(map(model.weights.__getitem__, head["features"])), mtime=0)


def unpacked(data: bytes) -> Tagger:
    """The tagger that was kept as `packed` makes it."""
    line, _, rows = gzip.decompress(data).partition(b"\n")
    head = json.loads(line)
    # Rows stay bytes until they are asked for: a start asks for few of fifty thousand.
    return Tagger(head["certain"], dict(zip(head["features"], [row for (row,) in _ROW.iter_unpack(rows)], strict=True)))


@cache
def tagger(language: Language) -> Tagger | None:
    """The language's tagger, or `None` where it has none."""
    path = language.folder / "tagger.gz"
    return unpacked(path.read_bytes()) if path.exists() else None
