"""What words speak for when their classes are told: sums of weights, kept by word, way of writing and class before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from struct import Struct
from typing import Final

import msgspec

from headwater.extract.tagging_features import (
    after,
    after_ending,
    before_it,
    behind,
    context,
    ending,
    ending_behind,
    itself,
    writing,
)
from headwater.grammar.tokens import Kind, kind_of

__all__ = [
    "BAR",
    "CLASSES",
    "CLOSED",
    "FREE",
    "LANE",
    "NOBODY",
    "ONES",
    "SCORE",
    "SIZE",
    "WAYS",
    "Word",
    "Words",
    "lanes",
]

#: One letter a class: noun, name, adjective, adverb, determiner, pronoun, adposition, subordinator, coordinator,
#: particle, numeral, sign, other; verbs by form: finite (v), base (b), -ing (g), participle (n), auxiliary (x).
CLASSES = "NPJRDOASCTM.Zvbgnx"
NOBODY: Final = len(CLASSES)
"""The number that stands for a class where a sentence has no word yet."""

_BEFORE = CLASSES + "^"
_WRITTEN: Final = "lcfsu"
WAYS: Final = {way: at * len(_BEFORE) for at, way in enumerate(_WRITTEN)}
"""A number for each way of writing (`shape`); with that of the class before added it is what a word is asked by."""
# For each such number those of the way of writing and of the class before it, and what these two begin of features.
_KEYS = tuple((at, before, behind(last, "")) for at in range(len(_WRITTEN)) for before, last in enumerate(_BEFORE))

_BEFORE_IT, _AFTER, _ITSELF = before_it(""), after(""), itself("")

# The scores of all classes are lanes of one long integer, so that what several features speak for is looked up and added once,
# not once a class. Lanes are lifted, for weights are of either sign, and the highest bit of each is left free: to subtract a score of
# all lanes tells by these bits in which of them it is the greater.
LANE: Final = 16
_LANES = Struct(f"<{len(CLASSES)}H")
SIZE: Final = _LANES.size
ONES: Final = sum(1 << LANE * at for at in range(len(CLASSES)))
FREE: Final = ONES << LANE - 1
_LIFT = ONES << LANE - 2
SCORE: Final = (1 << LANE) - 1
# Words whose sums are kept: 1,500 reports have 16,000, and to begin anew costs as much as some hundred of them.
_MOST = 1 << 15

Best = tuple[int, int, int]
"""The number of a class, and what it takes to ask of the scores whether it has the highest: where its lane begins, and what is added to its score in every lane."""
Own = tuple[int, int, int, int]
"""The score that goes for a word itself, and the class that it had last as `Best` has it."""

# Of equals the first class counts, so that one before this must have less.
_BEST: tuple[Best, ...] = tuple(
    (at, LANE * at, FREE - sum(1 << LANE * before for before in range(at))) for at in range(len(CLASSES))
)


def lanes(row: Mapping[str, int]) -> bytes:
    """Weights by class as the bytes of one integer, a lane a class; no sum of them may leave ±8,000."""
    total = sum(weight << (LANE * CLASSES.index(tag)) for tag, weight in row.items())
    return total.to_bytes(SIZE, "little", signed=True)


def _number(row: bytes) -> int:
    """Weights as they are added to scores."""
    return int.from_bytes(row, "little", signed=True)


CLOSED: Final = "DOASCTx"
"""Classes whose words are few: a word is of one only where training met it so, and what speaks against it else is `BAR`."""
BAR: Final = -8_000
# A word that training never met may be a rare preposition or subordinator, but nothing else of the closed classes.
_BARRED = _number(lanes(dict.fromkeys("DOCTx", BAR)))


class _Rows(dict[str, tuple[int, ...]]):
    """What an ending that many words share tells, by what stands for one of some letters beside it; worked out when it is first met."""

    def __init__(self, weights: Mapping[str, bytes], feature: Callable[[str, str], str], letters: str) -> None:
        super().__init__()
        self._weights, self._feature, self._letters = weights, feature, letters

    def __missing__(self, tail: str) -> tuple[int, ...]:
        if len(self) >= _MOST:
            self.clear()
        begins, weight = self._feature(tail, ""), self._weights.get
        found = [weight(begins + letter) for letter in self._letters]
        row = self[tail] = tuple([0 if held is None else _number(held) for held in found])
        return row


class Word(msgspec.Struct, gc=False, eq=False):
    """What a word tells of classes.

    `at` is the number of its own class where it has but one, else -1. `before` is what it tells of the class of the word behind it, `after` what it tells
    of the word before it, by the number of the class before that one. `alone` is what it tells of its own class wherever it stands, `ending` and `tail` what its last letters tell by its writing and by the class before; `own` holds, by way of
    writing and class before, the score that goes for the word itself and the class that it had there last, which it mostly has again; `last` is the one that it
    had last anywhere. None of it can be in a circle, so the search for such leaves words out.
    """

    text: str
    at: int
    before: int
    after: tuple[int, ...]
    alone: int
    ending: tuple[int, ...]
    tail: tuple[int, ...]
    own: dict[int, Own]
    last: Best = _BEST[0]

    def decided(self, key: int, score: int, scores: int) -> int:
        """The class that has the highest of all scores, of equals the first, kept as the one that the word had last."""
        read = _LANES.unpack(scores.to_bytes(SIZE, "little"))
        found = read.index(max(read))
        self.last = last = _BEST[found]
        self.own[key] = (score, *last)
        return found


class Words(dict[str, Word]):
    """The words met, by their lower case; all digits are one word."""

    def __init__(self, certain: Mapping[str, str], weights: Mapping[str, bytes]) -> None:
        super().__init__()
        self._certain, self._weights = certain, weights
        self._endings, self._tails = _Rows(weights, ending, _WRITTEN), _Rows(weights, ending_behind, _BEFORE)
        self._after = _Rows(weights, after_ending, _BEFORE)
        self._writing = [self.weight(writing(way, last)) for way in _WRITTEN for last in _BEFORE]
        self._digits = self._word("0", "M")

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        kind = Kind.WORD if text[0].isalpha() else kind_of(text)
        if kind == Kind.DIGITS:
            word = self._digits
        else:
            word = self._word(text, self._certain.get(text, "") if kind == Kind.WORD else ".")
        self[text] = word
        return word

    def _word(self, text: str, tag: str) -> Word:
        ending, before, further = text[-3:], self.weight(_BEFORE_IT + text), self.weight(_AFTER + text)
        told = self._after[ending]
        if further:
            told = tuple([further + weight for weight in told])
        if tag:
            return Word(text, CLASSES.index(tag), before, told, 0, (), (), {})
        row = self._weights.get(_ITSELF + text)
        alone = _LIFT + (_BARRED if row is None else _number(row))  # lifted so that no score is below 0
        return Word(text, -1, before, told, alone, self._endings[ending], self._tails[text[-2:]], {})

    def weight(self, feature: str) -> int:
        """What a feature speaks for."""
        row = self._weights.get(feature)
        return 0 if row is None else _number(row)

    def itself(self, word: Word, key: int) -> Own:
        """What a word tells of its own class where the key tells how it is written and what stands before it, and the class that it had last."""
        written, last, of_both = _KEYS[key]
        score = word.alone + self._writing[key] + word.ending[written] + word.tail[last]
        row = self._weights.get(of_both + word.text)
        found = word.own[key] = (score if row is None else score + _number(row), *word.last)
        return found

    def contexts(self) -> list[list[int]]:
        """What the classes of the two words before tell, by the numbers of the last and of the one before it."""
        return [[self.weight(context(last, before)) for before in _BEFORE] for last in _BEFORE]
