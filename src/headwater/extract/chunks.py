"""Chunks: the noun groups, verb groups and signs that frames are matched over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token
from headwater.language.outcome_records import Countable, Form, Nominal, State

__all__ = ["DASHES", "Chunk", "Clause", "Holds", "Mark", "Part"]


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


@dataclass(frozen=True, slots=True)
class _Holds:
    """Bits for what a clause holds beside its parts, each of which has the bit `1 << part`: what rules ask for before they look."""

    COUNT: int = 1 << 16  # a noun group that gives a number or denies one
    WHOLE: int = 1 << 17  # one that is taken out of a numbered one
    NAME: int = 1 << 18  # one whose noun tells the outcome of others, or that a number is tied to
    MONEY: int = 1 << 19
    COPULA: int = 1 << 20
    DASH: int = 1 << 21


Holds: Final = _Holds()
DASHES = frozenset("-\u2013\u2014")


@dataclass(slots=True)
class Clause:
    """A sentence as chunks over its tokens.

    `words` are the sentence's, `verbs` the lemmas of those of them that others may complete; `holds` has a bit for each part that is there, and those of
    `Holds`: a rule that needs one of them looks at no chunk where it is absent.
    """

    tokens: tuple[Token, ...]
    chunks: list[Chunk]
    words: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    holds: int = field(init=False)

    def __post_init__(self) -> None:
        """Gathers in one walk what the clause holds."""
        holds = 0
        for chunk in self.chunks:
            part = chunk.part
            holds |= 1 << part
            if part == Part.NOUN:
                if chunk.number is not None or chunk.negated:
                    holds |= Holds.COUNT
                    if chunk.kind == "money":
                        holds |= Holds.MONEY
                    if chunk.whole is not None and chunk.whole.number is not None:
                        holds |= Holds.WHOLE
                if chunk.nominals or chunk.compounds:
                    holds |= Holds.NAME
            elif part == Part.VERB:
                if chunk.copula:
                    holds |= Holds.COPULA
            elif part == Part.STOP and chunk.word in DASHES:
                holds |= Holds.DASH
        self.holds = holds

    def having(self, chunks: list[Chunk]) -> Clause:
        """A clause of the same sentence with these chunks."""
        return Clause(self.tokens, chunks, self.words, self.verbs)

    def at(self, index: int) -> Chunk | None:
        """The chunk of an index, `None` beyond either end."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def part(self, index: int) -> int:
        """The part of an index; a stop beyond either end."""
        return self.chunks[index].part if 0 <= index < len(self.chunks) else Part.STOP
