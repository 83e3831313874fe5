"""Word classes of a sentence's tokens, by a small averaged perceptron.

The weights are made by `bench/train_tagger.py` from UD English EWT and lie beside the language data as
`tagger.gz`, under that corpus's licence (CC BY-SA 4.0). They are integers, so the same tokens have the same
classes on every machine. A language without such a file has no classes, and what rests on them stays silent.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from struct import Struct

from headwater.extract.tagging_features import OPENING, itself, shape, shouts
from headwater.extract.tagging_words import CLASSES, FREE, NOBODY, ONES, SCORE, SIZE, WAYS, Word, Words, lanes
from headwater.grammar.tokens import Token
from headwater.language import Language

__all__ = ["CLASSES", "Tagger", "lanes", "packed", "tagger", "unpacked"]

_ROW = Struct(f"{SIZE}s")
_LETTERS = CLASSES.encode().ljust(256)  # the letters of the classes by their numbers, as `bytes.translate` takes them
_SMALL, _SHOUTED = WAYS["l"], WAYS["s"]


@dataclass(frozen=True)
class Tagger:
    """A trained tagger: `certain` holds words that have one class, `weights` what each feature speaks for, as `lanes`."""

    certain: Mapping[str, str]
    weights: Mapping[str, bytes]

    def tags(self, tokens: Sequence[Token], lower: Sequence[str], capitals: bool = False) -> str:
        """The classes of the tokens, whose lower case is given too, one letter of `CLASSES` each; `capitals`: the whole text is in capitals.

        Greedy, left to right (Collins 2002, without the search); time is linear in the number of tokens.
        """
        known, contexts = self._words, self._contexts
        words = [*map(known.__getitem__, lower)]
        found: list[int] = []
        left, last, earlier = known["^"], NOBODY, NOBODY
        for word, right, way in zip(words, [*words[1:], known["$"]], _ways(tokens, words, capitals), strict=False):
            at = word.at
            if at < 0:
                key = way + last
                score, at, begins, added = word.own.get(key) or known.itself(word, key)
                scores = score + left.before + right.after[last] + contexts[last][earlier]
                # Whether the class that the word had last has the highest score still.
                if ((scores >> begins & SCORE) * ONES + added - scores) & FREE != FREE:
                    at = word.decided(key, score, scores)
            found.append(at)
            earlier, last, left = last, at, word
        return bytes(found).translate(_LETTERS).decode()

    def knows(self, word: str) -> bool:
        """Whether training met a word, in lower case."""
        return word in self.certain or itself(word) in self.weights

    @cached_property
    def _words(self) -> Words:
        return Words(self.certain, self.weights)

    @cached_property
    def _contexts(self) -> Sequence[Sequence[int]]:
        return self._words.contexts()


def _ways(tokens: Sequence[Token], words: Sequence[Word], capitals: bool) -> Iterable[int]:
    """How each word is written, as numbers; of those that have but one class it is not asked."""
    if shouts(tokens, capitals):
        return repeat(_SHOUTED)
    found = [_SMALL] * len(tokens)
    for at, word in enumerate(words):
        if (
            word.at < 0 and not (text := tokens[at].text)[0].islower()
        ):  # most are in lower case, and are spared the call
            found[at] = WAYS[shape(text, not at or tokens[at - 1].text in OPENING, shouted=False)]
    return found


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
