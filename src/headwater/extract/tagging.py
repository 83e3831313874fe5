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

from headwater.extract.tagging_features import OPENING, after, before_it, context, itself, shape, shouts
from headwater.grammar.tokens import Kind, Token, kind_of
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "lanes", "packed", "tagger", "unpacked"]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"

# The scores of all classes are lanes of one long integer, so that what several features speak for is looked up and added once,
# not once a class. Lanes are lifted before they are read, for weights are of either sign.
_LANE = 16
_LANES = Struct(f"<{len(CLASSES)}H")
_ROW = Struct(f"{_LANES.size}s")
_LIFT = sum(1 << (_LANE * at + _LANE - 1) for at in range(len(CLASSES)))
_MOST = 1 << 14  # words whose sums are kept


class _Sums(dict[str, int]):
    """Sums of weights by key, each made when it is first asked for; thousands that nobody asks for again are let go."""

    def __init__(self, made: Callable[[str], int]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, key: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        total = self[key] = self._made(key)
        return total


class _Word(dict[str, int]):
    """A word's class where it has but one (`tag`), else the sums of what it speaks for, each made when it is first asked for.

    `before` is what it tells of the class of the word behind it. Keys of two letters, how the word is written and the class
    before it, give what it tells of its own class; keys of one, the class before the word before it, what it tells of that word.
    """

    __slots__ = ("_itself", "_model", "_word", "before", "tag")

    def __init__(self, word: str, tag: str, model: Tagger) -> None:
        super().__init__()
        self._word, self._model, self.tag = word, model, tag
        self.before = model.total(before_it(word))
        self._itself = _LIFT if "w" + word in model.weights else _LIFT + _BARRED

    def __missing__(self, key: str) -> int:
        shared, total = self._model.shared, self._model.total
        if len(key) == 1:
            of_word, ending = after(self._word, key)
            found = total((of_word,)) + shared[ending]
        else:
            of_word, ending, tail, of_both, look = itself(self._word, key[0], key[1])
            found = self._itself + total((of_word, of_both)) + shared[ending] + shared[tail] + shared[look]
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
        kind = kind_of(text)
        tag = self.model.certain.get(text, "") if kind == Kind.WORD else "M" if kind == Kind.DIGITS else "."
        word = self[text] = _Word("0" if kind == Kind.DIGITS else text, tag, self.model)
        return word


def lanes(row: Mapping[str, int]) -> bytes:
    """Weights by class as the bytes of one integer, a lane a class; no sum of them may leave ±32,767."""
    total = sum(weight << (_LANE * CLASSES.index(tag)) for tag, weight in row.items())
    return total.to_bytes(_LANES.size, "little", signed=True)


def _number(row: bytes) -> int:
    return int.from_bytes(row, "little", signed=True)


# Classes whose words are few and known: a word that training never met is none of them.
_BARRED = _number(lanes(dict.fromkeys("DOCTx", -16_000)))


@dataclass(frozen=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `weights` what each feature speaks for, as `lanes`."""

    certain: Mapping[str, str]
    weights: Mapping[str, bytes]

    def tags(self, tokens: Sequence[Token]) -> str:
        """The classes of the tokens, one letter of `CLASSES` each.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        known, contexts, unpack, size = self._words, self._contexts, _LANES.unpack, _LANES.size
        words = [known[token.lower] for token in tokens]
        words.append(known["$"])
        shouted = shouts(tokens)
        found: list[str] = []
        last, earlier, left = "^", "^", known["^"]
        for index, token in enumerate(tokens):
            word = words[index]
            tag = word.tag
            if not tag:
                first = not index or tokens[index - 1].text in OPENING
                own = word[shape(token.text, first, shouted) + last]
                total = own + left.before + words[index + 1][last] + contexts[last + earlier]
                scores = unpack(total.to_bytes(size, "little"))
                tag = CLASSES[scores.index(max(scores))]
            found.append(tag)
            earlier, last, left = last, tag, word
        return "".join(found)

    def total(self, features: Sequence[str]) -> int:
        """What features speak for together."""
        known, total = self.weights, 0
        for feature in features:
            if feature in known:
                total += int.from_bytes(known[feature], "little", signed=True)
        return total

    @cached_property
    def shared(self) -> Mapping[str, int]:
        """What each feature that many words share speaks for."""
        return _Sums(lambda feature: self.total((feature,)))

    @cached_property
    def _words(self) -> _Words:
        return _Words(self)

    @cached_property
    def _contexts(self) -> Mapping[str, int]:
        return _Sums(lambda both: self.total(context(both[0], both[1])))


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
