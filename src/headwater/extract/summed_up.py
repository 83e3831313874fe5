"""Those whom a number sums up behind them: "five firemen and four workers, nine people in all"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from headwater.extract.chunks import DASHES, Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_summed"]

_SHARED = frozenset(
    {"person", "", "building", "vehicle", "household", "animal"}
)  # of whom a row may say how many where
_PERSON = "person"
_DEAD = "killed"
_ONE = Decimal(1)
_TOTAL = 3  # words of "a total of"
_REACH = 40


def add_summed(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Make parts of those whom a number sums up behind them: "five firemen and four workers, nine people in all", "20 died in Orra and 18 in Sarn, a total of 38"."""
    for index in clause.counting:
        chunk = clause.chunks[index]
        total = chunk.number.best if chunk.number is not None and chunk.kind in _SHARED else None
        if total is None or not (_sums_up(clause, index, lexicons) or _is_total(clause, chunk, lexicons)):
            continue
        told: list[Settled] = []
        for before in reversed(clause.chunks[max(0, index - _REACH) : index]):
            one = settled.get(before.first)
            if total <= 0 or (before.part == Part.STOP and before.word not in DASHES):
                break
            if one is not None and one.outcomes and one.whole is None:
                told.append(one)
                total -= before.number.best if before.number is not None and before.number.best is not None else _ONE
        outcomes = _together(told)
        if total == 0 and len(told) > 1 and outcomes:
            group = _PERSON if chunk.head in lexicons.words("in_all") else chunk.group
            whole = settled[chunk.first] = Settled(chunk, outcomes, "toll", group=group)
            for one in told:
                one.whole = whole


def _together(told: Sequence[Settled]) -> list[str]:
    """What all of some figures tell: the one outcome of all, or that of the dead and the hurt together; empty for others."""
    kinds = {tuple(one.outcomes) for one in told}
    if len(kinds) == 1:
        return list(told[0].outcomes)
    return ["casualties"] if kinds == {(_DEAD,), ("injured",)} else []


def _sums_up(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether "in all" or the like stands behind a number that follows a comma or dash."""
    if clause.part(index - 1) != Part.COMMA and not (
        clause.part(index - 1) == Part.STOP and clause.chunks[index - 1].word in DASHES
    ):
        return False
    chunk, phrases = clause.chunks[index], lexicons.words("in_all")
    behind = [token.lower for token in clause.tokens[chunk.last :][:2]]
    within = clause.tokens[chunk.last - 1].lower  # "75 altogether"
    return " ".join(behind) in phrases or not phrases.isdisjoint((*behind[:1], within))


def _is_total(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether "a total of", or "the total to", stands before a number."""
    first = chunk.number.first if chunk.number is not None else 0
    if first < _TOTAL or clause.tokens[first - 2].lower not in lexicons.words("summing"):
        return False
    return clause.tokens[first - 1].lower in lexicons.words("of") | lexicons.words("infinitive")
