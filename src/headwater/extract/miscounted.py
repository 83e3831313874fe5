"""Those whom a count had in it wrongly: "two people reported dead are alive", "three bodies had been counted twice"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from headwater.extract.chunks import Chunk, Clause
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["drop_miscounted"]

_MISSING, _DEAD, _FOUND = "missing", "killed", "rescued"
_REACH = 6
_FAR = 16


def drop_miscounted(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Take its outcome from those who had been told to be dead or missing and are alive, from those counted more than once, and from as many as something has room for.

    Of those who had been told to be missing what they were found to be is told.
    """
    if all(
        lexicons.words(name).isdisjoint(clause.words)
        for name in ("alive", "found", "counted_again", "wrongly", "misreported", "made_for", "saved")
    ):
        return
    for held in settled.values():
        if held.outcomes and _is_room(clause, held.chunk, lexicons):
            held.outcomes, held.rule, held.whole = [], "unattached", None
        if held.chunk.number is None or not held.outcomes or held.outcomes[0] not in (_MISSING, _DEAD):
            continue
        behind = _behind(clause, held.chunk)
        now = _now(clause, held, behind, lexicons)
        again = _is_counted_again(clause, held.chunk, behind, lexicons) or _is_told_wrongly(behind, lexicons)
        if now is not None or again:
            held.outcomes, held.rule, held.whole = [now] if now else [], "passive" if now else "unattached", None


def _is_room(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a count is of those whom something is made for, not of any who are there: "a morgue built for 10 bodies"."""
    before = [token.lower for token in clause.tokens[max(0, chunk.first - 2) : chunk.first]]
    return len(before) > 1 and before[0] in lexicons.words("made_for") and before[1] in lexicons.words("for")


def _now(clause: Clause, held: Settled, behind: Sequence[str], lexicons: Lexicons) -> str | None:
    """What became of people said to be dead or missing, by the words behind them: "listed as missing were found alive"; empty where they but live, `None` where neither is told."""
    chunk = held.chunk
    here = clause.place(chunk.first)
    if any(
        one.whole is not None and one.whole.first == chunk.first for one in clause.chunks[max(0, here - 2) : here + 1]
    ):
        return None  # "of the nine reported missing"
    closed = lexicons.frames.closed
    near = list(takewhile(lambda word: closed.get(word) != "conjunction", behind[:_REACH]))  # "put at 15 and said that"
    said = next((at for at, word in enumerate(near) if word in lexicons.frames.report), -1)
    begins = said + 2 if said >= 0 else 0 if held.outcomes[0] == _MISSING else len(behind)
    rest = list(takewhile(lambda word: word[:1].isalpha(), behind[begins:]))
    if not lexicons.words("not").isdisjoint(rest):
        return None
    if said >= 0 and not lexicons.words("saved").isdisjoint(rest):
        return _FOUND  # "twelve people feared dead were rescued"
    found = next((at for at, word in enumerate(rest) if word in lexicons.words("found")), len(rest))
    if not lexicons.words("alive").isdisjoint(rest) and (said >= 0 or found < len(rest)):
        return _FOUND if found < len(rest) else ""
    dead = held.outcomes[0] == _MISSING and not lexicons.words("dead").isdisjoint(rest[found:])
    return _DEAD if dead else None


def _is_counted_again(clause: Clause, chunk: Chunk, behind: Sequence[str], lexicons: Lexicons) -> bool:
    """Whether people were counted more often than once: "had been counted twice", "were double-counted", "counted three bodies twice"; not "registered 63, double the 34 of July"."""
    before = [token.lower for token in clause.tokens[max(0, chunk.first - 1) : chunk.first + 1]]
    if lexicons.frames.report.isdisjoint((*before[:1], *behind[:_REACH])):
        return False
    pairs = (*pairwise(before), *pairwise([*behind[: _REACH + 1], ""]))
    many = lexicons.words("definite")
    return any(word in lexicons.words("counted_again") and then not in many for word, then in pairs)


def _is_told_wrongly(behind: Sequence[str], lexicons: Lexicons) -> bool:
    """Whether it is told that people were told of wrongly: "were wrongly declared dead", "were misreported as dead"; not "were mistakenly shot"."""
    near = [*takewhile(lambda word: word[:1].isalpha(), behind[: _REACH + 1]), ""]
    pairs = pairwise(near)
    told = any(one in lexicons.words("wrongly") and two in lexicons.frames.report for one, two in pairs)
    return told or not lexicons.words("misreported").isdisjoint(near)


def _behind(clause: Clause, chunk: Chunk) -> list[str]:
    """The words behind those counted, up to the next who are."""
    here = clause.place(chunk.first)
    near = clause.chunks[here + 1 : here + 1 + _FAR]
    end = next((one.first for one in near if one.counts), len(clause.tokens))
    return [token.lower for token in clause.tokens[chunk.last : min(end, chunk.last + _FAR)]]
