"""Chunks: the noun groups, verb groups and signs that frames are matched over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import compress
from typing import Final

import msgspec

from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token
from headwater.language.outcome_records import Countable, Form, Nominal, State

__all__ = ["DASHES", "SMALL", "Chunk", "Clause", "Holds", "Mark", "Part"]


class _Parts(msgspec.Struct, frozen=True):
    """What a chunk is.

    Plain constants, as `Kind` is.
    """

    NOUN: int = 0
    VERB: int = 1
    STATE: int = 2
    PREPOSITION: int = 3
    CONJUNCTION: int = 4
    COMMA: int = 5
    RELATIVE: int = 6
    SUBORDINATOR: int = 7
    PARTS: int = 8
    COLON: int = 9
    OPEN: int = 10
    CLOSE: int = 11
    STOP: int = 12


Part: Final = _Parts()

_MOST_SMALL = 1 << 13


class Chunk(msgspec.Struct):
    """A run of tokens `[first, last)` with its part; the other fields belong to noun groups or verb groups.

    Of a noun group: `number`, `head` (lower case, token `at`), `kind` and `group` of the head, `determiner`; `negated`
    for "no N"; `counts` where it gives a number, in words or by negation; `whole` is the group it is taken out of ("two of the boats"). Of a verb group: `form`, whether it is
    `passive`, has an auxiliary (`finite`), an infinitive, negated, or unreal ("would"). Of a state: the `state`, with its outcome and of whom it is said. A `Struct` is made in a third of the time that a dataclass of so many fields takes.
    """

    part: int
    first: int
    last: int
    word: str
    number: Number | None = None
    at: int = -1
    head: str = ""
    kind: str = ""
    group: str = ""
    plural: bool = False
    determiner: str = ""
    modifiers: tuple[str, ...] = ()
    others: bool = False
    pronoun: bool = False
    negated: bool = False
    counts: bool = False
    countable: Countable | None = None
    nominals: tuple[Nominal, ...] = ()
    whole: Chunk | None = None
    compounds: tuple[tuple[Number, str], ...] = ()
    form: Form | None = None
    passive: bool = False
    finite: bool = False
    infinitive: bool = False
    copula: bool = False
    unreal: bool = False
    state: State | None = None

    @property
    def bare(self) -> bool:
        """Whether a verb group stands without auxiliary, so that it may be a participle."""
        return self.part == Part.VERB and not (self.finite or self.infinitive or self.passive or self.copula)

    @property
    def nounless(self) -> bool:
        """Whether a number of people or things has no noun: "nine died", "nine of them"."""
        return self.number is not None and self.number.unit == "count" and not (self.head or self.kind)

    @property
    def stands_alone(self) -> bool:
        """Whether a number of people or things stands by itself: without a noun, a determiner, others beside it or a whole that it is taken out of."""
        return self.nounless and not (self.others or self.whole or self.determiner or self.negated)

    @property
    def outcome(self) -> str:
        """The outcome of a state; empty of all else."""
        return "" if self.state is None else self.state.outcome


class _Small(dict[tuple[int, int, str], Chunk]):
    """Chunks of one word that have nothing but their part, by index, part and word; nobody changes one, so that sentences share them."""

    def __missing__(self, key: tuple[int, int, str]) -> Chunk:
        if len(self) >= _MOST_SMALL:
            self.clear()
        index, part, word = key
        chunk = self[key] = Chunk(part, index, index + 1, word)
        return chunk


#: Signs, prepositions, conjunctions and their like, which are half of all chunks.
SMALL: Final = _Small()


class Mark(msgspec.Struct, eq=False):
    """What a rule found: the outcome of a noun group, and of which other it is a part."""

    chunk: Chunk
    outcome: str
    rule: str
    weak: bool = False
    spread: bool = False


class _Holds(msgspec.Struct, frozen=True):
    """Bits for what a clause holds beside its parts, each of which has the bit `1 << part`: what rules ask for before they look."""

    COUNT: int = 1 << 16  # a noun group that gives a number or denies one
    WHOLE: int = 1 << 17  # one that is taken out of a numbered one
    NAME: int = 1 << 18  # one whose noun tells the outcome of others, or that a number is tied to
    MONEY: int = 1 << 19
    COPULA: int = 1 << 20
    DASH: int = 1 << 21
    JOINED: int = 1 << 22  # a conjunction of several words: "along with"


Holds: Final = _Holds()
DASHES = frozenset("-\u2013\u2014")


_NOUN, _VERB = Part.NOUN, Part.VERB
_LOOKED_AT = frozenset({Part.NOUN, Part.VERB, Part.STATE, Part.CONJUNCTION, Part.STOP})
_MARGIN = 80  # no rule asks for a chunk so far beyond either end
_NO_CHUNKS: tuple[None, ...] = (None,) * _MARGIN
_NO_PARTS = (Part.STOP,) * _MARGIN


class _Bits(dict[frozenset[int], int]):
    """The bits of the parts that a clause has, worked out when such a set of parts is first met; there are a few hundred."""

    def __missing__(self, parts: frozenset[int]) -> int:
        bits = self[parts] = sum(1 << part for part in parts)
        return bits


_PARTS: Final = _Bits()


def _first(chunk: Chunk) -> int:
    return chunk.first


class Clause:
    """A sentence as chunks over its tokens.

    `words` are the sentence's. Of its chunks `counting` has the indices of the noun groups that give a number, in words or by negation, `telling` those of
    states and of noun groups that give a number or whose noun tells of others, `verbs` those of verb groups whose verb tells an outcome. `holds` has a bit for each part that
    is there, and those of `Holds`: a rule that needs one of them looks at no chunk where it is absent. `at` gives the chunk of an index, `None` beyond
    either end; `part` its part, a stop beyond either end.
    """

    __slots__ = ("at", "chunks", "counting", "holds", "part", "telling", "tokens", "verbs", "words")

    at: Callable[[int], Chunk | None]
    part: Callable[[int], int]

    def __init__(self, tokens: tuple[Token, ...], chunks: list[Chunk], words: frozenset[str] = frozenset()) -> None:
        self.tokens, self.chunks, self.words = tokens, chunks, words
        # A clause is asked for its chunks some fifty times. An index below 0 counts from the end of a list, so that one margin serves both ends, and
        # the lists' own look-up, which is no Python, is all that `at` and `part` are.
        parts = [chunk.part for chunk in chunks]
        self.counting: list[int] = []
        self.telling: list[int] = []
        self.verbs: list[int] = []
        self.holds = self._gathered(parts)
        parts += _NO_PARTS
        self.part = parts.__getitem__
        self.at = [*chunks, *_NO_CHUNKS].__getitem__

    def place(self, token: int) -> int:
        """The index of the chunk that begins at a token, or of the first behind it."""
        return bisect_left(self.chunks, token, key=_first)

    def _gathered(self, parts: Sequence[int]) -> int:
        """What the chunks hold, gathered in one walk with the indices of those that rules go to; most are noun groups that count nobody, or need no look."""
        holds = _PARTS[frozenset(parts)]
        for index, chunk in compress(enumerate(self.chunks), map(_LOOKED_AT.__contains__, parts)):
            part = chunk.part
            if part == _NOUN:
                if chunk.counts:
                    self.counting.append(index)
                    self.telling.append(index)
                    holds |= _of_counted(chunk)
                elif chunk.nominals or chunk.compounds:
                    self.telling.append(index)
                    holds |= Holds.NAME
            elif part == _VERB:
                if chunk.form is not None:
                    self.verbs.append(index)
                if chunk.copula:
                    holds |= Holds.COPULA
            else:
                holds |= self._of_other(index, part)
        return holds

    def _of_other(self, index: int, part: int) -> int:
        """What a state, a conjunction or a stop holds."""
        chunk = self.chunks[index]
        if part == Part.STATE:
            self.telling.append(index)
            return 0
        if part == Part.STOP:
            return Holds.DASH if chunk.word in DASHES else 0
        return Holds.JOINED if chunk.last - chunk.first > 1 else 0

    def having(self, chunks: list[Chunk]) -> Clause:
        """A clause of the same sentence with these chunks."""
        return Clause(self.tokens, chunks, self.words)


def _of_counted(chunk: Chunk) -> int:
    held = Holds.COUNT
    if chunk.nominals or chunk.compounds:
        held |= Holds.NAME
    if chunk.kind == "money":
        held |= Holds.MONEY
    if chunk.whole is not None and chunk.whole.number is not None:
        held |= Holds.WHOLE
    return held
