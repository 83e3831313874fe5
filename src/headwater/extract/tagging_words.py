"""What words speak for when their classes are told: sums of weights, kept by word, way of writing and class before."""

from __future__ import annotations

from collections.abc import Mapping
from struct import Struct
from typing import Final

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
WAYS: Final = {way: at * len(_BEFORE) for at, way in enumerate("lcfsu")}
"""A number for each way of writing (`shape`); with that of the class before added it is what a word is asked by."""
_UNASKED: Final[list[int | None]] = [None] * len(_BEFORE)
# For each such number how the word is written and the class before it, and what these begin or make up of features.
_KEYS = tuple((way, last, writing(way, last), behind(last, "")) for way in WAYS for last in _BEFORE)

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

# Of equals the first class counts, so that one before this must have less.
_BEST: tuple[Best, ...] = tuple(
    (at, LANE * at, FREE - sum(1 << LANE * before for before in range(at))) for at in range(len(CLASSES))
)


def lanes(row: Mapping[str, int]) -> bytes:
    """Weights by class as the bytes of one integer, a lane a class; no sum of them may leave ±8,000."""
    total = sum(weight << (LANE * CLASSES.index(tag)) for tag, weight in row.items())
    return total.to_bytes(SIZE, "little", signed=True)


def _number(row: bytes) -> int:
    return int.from_bytes(row, "little", signed=True)


CLOSED: Final = "DOASCTx"
"""Classes whose words are few: a word is of one only where training met it so, and what speaks against it else is `BAR`."""
BAR: Final = -8_000
# A word that training never met may be a rare preposition or subordinator, but nothing else of the closed classes.
_BARRED = _number(lanes(dict.fromkeys("DOCTx", BAR)))


class _Shared(dict[str, int]):
    """What features that many words share speak for, each looked up when it is first asked for; thousands that nobody asks for again are let go."""

    def __init__(self, weights: Mapping[str, bytes]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, feature: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        row = self._weights.get(feature)
        weight = self[feature] = 0 if row is None else int.from_bytes(row, "little", signed=True)
        return weight


class Word:
    """What a word tells of classes; sums are worked out when they are first asked for, and kept.

    `at` is the number of its own class where it has but one, else -1. `own` holds, by way of writing and class before, the
    score that goes for the word itself and the class that it had there last, which it mostly has again. `before` is what it tells of the class of the
    word behind it, `after` what it tells of the word before it, by the number of the class before that one.
    """

    __slots__ = (
        "_alone",
        "_behind",
        "_ending",
        "_last",
        "_tail",
        "_text",
        "_words",
        "after",
        "at",
        "before",
        "own",
    )

    def __init__(self, text: str, tag: str, words: Words) -> None:
        self._text, self._words = text, words
        rows = words.weights
        row, further = rows.get(before_it(text)), rows.get(after(text))
        self.before = 0 if row is None else _number(row)
        self._behind = 0 if further is None else _number(further)
        self.after: list[int | None] = _UNASKED.copy()
        tail = text[-3:]
        self._ending = after_ending(tail, "")
        if tag:
            self.at = CLASSES.index(tag)
        else:
            self.at, self._last = -1, _BEST[0]
            self._alone, self._tail = words.alone(text), (ending(tail, ""), ending_behind(tail[-2:], ""))
            self.own: dict[int, tuple[int, Best]] = {}

    def told(self, before: int) -> int:
        """What the word tells of the one before it, behind one of the class of that number."""
        found = self.after[before] = self._behind + self._words.shared[self._ending + _BEFORE[before]]
        return found

    def itself(self, key: int) -> tuple[int, Best]:
        """What the word tells of its own class where the key tells how it is written and what stands before it, and the class that it had last."""
        written, last, of_writing, of_both = _KEYS[key]
        words, (of_ending, of_tail) = self._words, self._tail
        shared = words.shared
        row = words.weights.get(of_both + self._text)
        score = self._alone + shared[of_ending + written] + shared[of_tail + last] + shared[of_writing]
        if row is not None:
            score += int.from_bytes(row, "little", signed=True)
        found = self.own[key] = score, self._last
        return found

    def decided(self, key: int, score: int, scores: int) -> Best:
        """The class that has the highest of all scores, of equals the first, kept as the one that the word had last."""
        read = _LANES.unpack(scores.to_bytes(SIZE, "little"))
        self._last = found = _BEST[read.index(max(read))]
        self.own[key] = score, found
        return found


class Words(dict[str, Word]):
    """The words met, by their lower case; all digits are one word."""

    def __init__(self, certain: Mapping[str, str], weights: Mapping[str, bytes]) -> None:
        super().__init__()
        self._certain, self.weights, self.shared = certain, weights, _Shared(weights)
        self._digits = Word("0", "M", self)

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        kind = Kind.WORD if text[0].isalpha() else kind_of(text)
        if kind == Kind.DIGITS:
            word = self._digits
        else:
            word = Word(text, self._certain.get(text, "") if kind == Kind.WORD else ".", self)
        self[text] = word
        return word

    def weight(self, feature: str) -> int:
        """What a feature speaks for."""
        row = self.weights.get(feature)
        return 0 if row is None else _number(row)

    def alone(self, text: str) -> int:
        """What a word speaks for wherever it stands, lifted so that no score is below 0."""
        row = self.weights.get(itself(text))
        return _LIFT + (_BARRED if row is None else _number(row))

    def contexts(self) -> list[list[int]]:
        """What the classes of the two words before tell, by the numbers of the last and of the one before it."""
        return [[self.weight(context(last, before)) for before in _BEFORE] for last in _BEFORE]
