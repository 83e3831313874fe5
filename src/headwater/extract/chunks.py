"""Chunks: the noun groups, verb groups and signs that frames are matched over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token
from headwater.language.outcomes import Countable, Form, Nominal, State

__all__ = ["Chunk", "Clause", "Mark", "Part"]


@dataclass(frozen=True, slots=True)
class _Parts:
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


@dataclass(slots=True)
class Chunk:
    """A run of tokens `[first, last)` with its part; the other fields belong to noun groups or verb groups.

    Of a noun group: `number`, `head` (lower case, token `at`), `kind` and `group` of the head, `determiner`; `negated`
    for "no N"; `whole` is the group it is taken out of ("two of the boats"). Of a verb group: `form`, whether it is
    `passive`, has an auxiliary (`finite`), an infinitive, negated, or unreal ("would"). Of a state: its `outcome`, and of whom it is said.
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
    fatal: bool = False
    agrees: str = ""
    outcome: str = ""
    state: State | None = None

    @property
    def counts(self) -> bool:
        """Whether the noun group gives a number, in words or by negation."""
        return self.part == Part.NOUN and (self.number is not None or self.negated)

    @property
    def bare(self) -> bool:
        """Whether a verb group stands without auxiliary, so that it may be a participle."""
        return self.part == Part.VERB and not (self.finite or self.infinitive or self.passive or self.copula)


@dataclass(slots=True, eq=False)
class Mark:
    """What a rule found: the outcome of a noun group, and of which other it is a part."""

    chunk: Chunk
    outcome: str
    rule: str
    weak: bool = False
    spread: bool = False


@dataclass(slots=True)
class Clause:
    """A sentence as chunks over its tokens."""

    tokens: tuple[Token, ...]
    chunks: list[Chunk]

    def at(self, index: int) -> Chunk | None:
        """The chunk of an index, `None` beyond either end."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def part(self, index: int) -> int:
        """The part of an index; a stop beyond either end."""
        return self.chunks[index].part if 0 <= index < len(self.chunks) else Part.STOP
