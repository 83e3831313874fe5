"""Bounds of a number: the hedges that stand before and behind it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind, stand
from headwater.language.hedges import HedgeLexicon, Phrase
from headwater.model import Hedge

__all__ = ["Bound", "bounded", "hedge_after", "hedge_before", "hedge_called"]

_T = TypeVar("_T")
_FILLERS = 6
_NOUNS = 2  # words that may stand between a number and the verb that says what it is
_CALLED = 4  # words from that verb to what the number is called


class Bound(NamedTuple):
    """A hedge and the tokens `[first, last)` of its words."""

    hedge: Hedge
    first: int
    last: int


def hedge_before(row: Row, index: int, words: HedgeLexicon) -> Bound | None:
    """The hedge that ends in front of a token, stacked ones as one: the first that is no "about" holds."""
    last = row.at(index - 1).lower
    if last not in words.before and last not in words.fillers:
        return None
    found: list[Bound] = []
    at = index
    while (bound := _next_before(row, at, index, words)) is not None:
        found.append(bound)
        at = bound.first
    if not found:
        return None
    found.reverse()
    hedge = next((bound.hedge for bound in found if bound.hedge is not Hedge.ABOUT), Hedge.ABOUT)
    first = found[0].first
    while (stronger := _ending(row, first, words.strength)) is not None:
        first = stronger[1]
    return Bound(hedge, first, found[-1].last)


def _next_before(row: Row, at: int, index: int, words: HedgeLexicon) -> Bound | None:
    match = _ending(row, at, words.before)
    while match is None and index - at < _FILLERS and (filler := _ending(row, at, words.fillers)) is not None:
        at = filler[1]
        match = _ending(row, at, words.before)
    if match is None or row.at(match[1] - 1).lower in words.particles.get(row.at(match[1]).lower, ()):
        return None
    return Bound(match[0], match[1], at)


def hedge_after(row: Row, index: int, words: HedgeLexicon) -> Bound | None:
    """The hedge that begins at a token ("or more", "-plus"); no sum ("5 plus 3")."""
    for phrase, hedge in words.after.get(row.at(index).lower, ()):
        last = index + len(phrase)
        if stand(row.tokens, index, phrase):
            return None if row.at(last).kind == Kind.DIGITS else Bound(hedge, index, last)
    return None


def hedge_called(row: Row, index: int, words: HedgeLexicon) -> Bound | None:
    """The hedge that a verb close behind a number calls it: "the figure of 318 (dead) represents a minimum"."""
    verb = next((at for at in range(index, index + _NOUNS + 1) if row.at(at).lower in words.verbs), None)
    if verb is None or any(row.at(at).kind != Kind.WORD for at in range(index, verb)):
        return None
    for at in range(verb + 1, verb + 1 + _CALLED):
        hedge = words.called.get(row.at(at).lower)
        if hedge is not None:
            return None if row.at(at + 1).lower in words.measures else Bound(hedge, verb, at + 1)
        if row.at(at).lower not in words.articles:
            return None
    return None


def _ending(row: Row, index: int, phrases: Mapping[str, tuple[tuple[Phrase, _T], ...]]) -> tuple[_T, int] | None:
    """The longest phrase that ends in front of a token: what it means, and where it begins."""
    for phrase, meaning in phrases.get(row.at(index - 1).lower, ()):
        first = index - len(phrase)
        if first >= 0 and stand(row.tokens, first, phrase):
            return meaning, first
    return None


def bounded(value: Decimal, hedge: Hedge) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Best, low and high of a hedged number, as the annotation guide has them.

    >>> bounded(Decimal(20), Hedge.NEARLY)
    (Decimal('20'), None, Decimal('20'))
    """
    whole = value.to_integral_value()
    value = whole if value == whole else value.normalize()
    match hedge:
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            return value, value, None
        case Hedge.NEARLY:
            return value, None, value
        case Hedge.ABOUT:
            return value, None, None
        case Hedge.UP_TO:
            return None, None, value
    return value, value, value
