"""Those whose age makes them children: "five of them under 15", "eleven were under eighteen", "four under the age of ten"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.chunks import Chunk, Clause
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_minors"]

_PLAIN = ("", "person")
_BEFORE = 3  # words between a number and what bounds its age: "of them were"
_AGE = 3  # and from there to the age: "the age of"


def add_minors(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Make children of people without another noun who are told to be under an age of eighteen or less."""
    if lexicons.words("under_age").isdisjoint(clause.words):
        return
    for held in settled.values():
        plain = held.chunk.counts and held.group in _PLAIN and held.chunk.kind in _PLAIN
        if plain and held.outcomes and _is_minor(clause, held.chunk, lexicons):
            held.group = next(iter(lexicons.words("minors")))


def _is_minor(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether an age of eighteen or less stands behind a number, "under" before it, and nothing else between."""
    tokens = clause.tokens
    words = lexicons.words
    between, within = (
        words("be") | words("aged") | words("of") | words("whom"),
        words("the") | words("of") | words("aged"),
    )
    at = chunk.last
    while at < len(tokens) and at < chunk.last + _BEFORE and tokens[at].lower in between:
        at += 1
    if at >= len(tokens) or tokens[at].lower not in lexicons.words("under_age"):
        return False
    for here, token in enumerate(tokens[at + 1 : at + 2 + _AGE], at + 1):
        if token.text[:1].isdigit() or token.lower in lexicons.spelled:
            behind = tokens[here + 1].lower if here + 1 < len(tokens) else "."
            counts = behind[0].isalpha() and behind not in lexicons.frames.closed and behind not in words("ages")
            return token.lower in words("minor_ages") and not counts  # no "under 12 tonnes"
        if token.lower not in within:
            return False
    return False
