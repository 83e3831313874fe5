"""Numbers in a sentence: their value, their bounds, and the unit that stands with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import msgspec

from headwater.grammar.amount import Amount, Make
from headwater.grammar.amounts import read
from headwater.grammar.counted import counts_noun, is_pronoun, is_year
from headwater.grammar.designations import designates
from headwater.grammar.digit_chains import is_clock
from headwater.grammar.equivalents import restates
from headwater.grammar.number_bounds import Bound, bounded, hedge_after, hedge_before, hedge_called
from headwater.grammar.number_ranges import Range, range_of
from headwater.grammar.quantities import Seen, Unit, next_age, unit_of
from headwater.grammar.row import Row
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.language import designations as designation_words
from headwater.language import hedges as hedge_words
from headwater.language import numbers as number_words
from headwater.language import units as unit_words
from headwater.model import Hedge

__all__ = ["Number", "may_hold", "numbers"]

# A digit; of ASCII it is found in a third of the time.
_DIGIT, _PLAIN_DIGIT = re.compile(r"\d"), re.compile(r"[0-9]")


class Number(msgspec.Struct, frozen=True):
    """A number in a row of tokens.

    `start`, `end` are code points of the number's own words ("140 million", "dozens"), without hedge, unit or noun; in a
    range, of its first number. `first`, `last` are token indices `[first, last)` of all that belongs to it: hedge,
    second number of a range, currency or percent sign. `best`, `low`, `high` and `hedge` are as the annotation guide
    has them. `unit` is `count`, `percent`, `1` (a fraction or multiple), an ISO 4217 code or UCUM (`a` for ages and years).
    `hedge_start`, `hedge_end` are code points of the hedge's words.
    """

    start: int
    end: int
    first: int
    last: int
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.PLAIN
    unit: str = "count"
    hedge_start: int | None = None
    hedge_end: int | None = None


class _Words(NamedTuple):
    """What a language's numbers are read with; gathered once, for a lexicon is looked up slowly."""

    numbers: number_words.NumberLexicon
    units: unit_words.UnitLexicon
    hedges: hedge_words.HedgeLexicon
    designations: designation_words.DesignationLexicon


@cache
def _words(language: Language) -> _Words:
    return _Words(
        number_words.lexicon(language),
        unit_words.lexicon(language),
        hedge_words.lexicon(language),
        designation_words.lexicon(language),
    )


def may_hold(text: str, sentence: Sentence, language: Language) -> bool:
    """Whether a number may stand in a sentence of a text: a digit does, or a word that one may begin with."""
    if not _words(language).numbers.starts.isdisjoint(sentence.words):
        return True
    digit = _PLAIN_DIGIT if text.isascii() else _DIGIT
    return digit.search(text, sentence.start, sentence.end) is not None


def numbers(
    tokens: Sequence[Token],
    language: Language,
    taken: Collection[tuple[int, int]] = (),
    bounds: str = "literal",
    lower: Sequence[str] | None = None,
) -> list[Number]:
    """The numbers among the tokens, in order, but for those within the code-point spans in `taken` (dates, times of day).

    Within those only lengths of time are numbers ("nine days later"), and measures that look like a year ("1900 km").
    With `bounds` "acled" vague words have a best and low: tens 10, dozens 12, hundreds 100, and so on.
    `lower` is the tokens' lower case, where that is at hand.
    """
    words = _words(language)
    lower = [token.lower for token in tokens] if lower is None else lower
    starts = words.numbers.starts
    places = [at for at, word in enumerate(lower) if word in starts or tokens[at].kind == Kind.DIGITS]
    if not places:
        return []
    row = Row(tokens)
    seen = list(_seen(row, places, words, sorted(taken)))
    found: list[Number] = []
    index, last = 0, None
    while index < len(seen):
        pair = range_of(row, seen[index], seen[index + 1], words.hedges) if index + 1 < len(seen) else None
        if pair is None:
            bound = _bound(row, seen[index], words.hedges)
            if bound is None and index and restates(row, seen[index - 1], seen[index]):
                bound = last
            found.append(_single(row, seen[index], bound, bounds))
            last, index = bound, index + 1
        else:
            found.append(_range(row, seen[index].amount, pair))
            last, index = None, index + 2
    return found


def _seen(row: Row, places: Sequence[int], words: _Words, taken: Sequence[tuple[int, int]]) -> Iterator[Seen]:
    """The amounts that count, of those that may begin at the places."""
    index, last = 0, None
    for place in places:
        if place < index:
            continue
        token = row.tokens[place]
        amount = read(row, place, words.numbers)
        if amount is None:
            continue
        index = amount.last
        unit = unit_of(row, amount, words.units)
        if unit is None and last is not None and last.unit.code == "a":
            unit = next_age(row, last, amount, words.units)
        within = _within(token, taken)
        if within is not None and not _spared(row, amount, unit, within, words):
            continue
        if _counts(row, amount, unit, words):
            last = Seen(amount, unit or Unit("count", amount.first, amount.last))
            yield last


def _within(token: Token, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    place = bisect_right(taken, (token.start, 1 << 62)) - 1
    return taken[place] if place >= 0 and taken[place][0] <= token.start < taken[place][1] else None


def _spared(row: Row, amount: Amount, unit: Unit | None, taken: tuple[int, int], words: _Words) -> bool:
    """Whether an amount within a date is a length of time, or one whose bare digits were taken for a year wrongly."""
    times = words.units.times
    alone = taken == (row.tokens[amount.first].start, row.tokens[amount.last - 1].end)
    if unit is not None:
        return alone or unit.code in times
    following = _other_end(row, amount.last, words)
    if following is None:
        return False
    unit = unit_of(row, following, words.units)
    if unit is not None:
        return unit.code in times
    likely = amount.value in words.designations.likely_years
    return alone and not likely and counts_noun(row, following.last, words.designations)


def _other_end(row: Row, index: int, words: _Words) -> Amount | None:
    """The amount behind a word that may link the ends of a range."""
    link, hedges = row.at(index).lower, words.hedges
    if not (link in hedges.to or link in hedges.conjunctions or link in hedges.alternatives):
        return None
    found = row.at(index + 1).kind == Kind.DIGITS or row.at(index + 1).lower in words.numbers.starts
    return read(row, index + 1, words.numbers) if found else None


def _counts(row: Row, amount: Amount, unit: Unit | None, known: _Words) -> bool:
    """Whether an amount is a number, and no name, year, time or pronoun."""
    if amount.make == Make.ORDINAL:
        return False
    words = known.designations
    if amount.make == Make.BARE and amount.first and hedge_before(row, amount.first, known.hedges) is None:
        return False
    if is_clock(row, amount, words):
        return False
    if unit is not None:
        return True
    if is_year(row, amount, words) and not _bounds_year(row, amount, known.hedges):
        return False
    one = known.numbers.one
    if row.at(amount.first).lower in one.words and amount.last == amount.first + 1:
        return not (is_pronoun(row, amount.first, one, words) or designates(row, amount, words))
    return not designates(row, amount, words)


def _bounds_year(row: Row, amount: Amount, hedges: hedge_words.HedgeLexicon) -> bool:
    """Whether a hedge shows that what looks like a year is a count ("up to 2000")."""
    hedge = hedge_before(row, amount.first, hedges)
    return hedge is not None and hedge.hedge is not Hedge.ABOUT


def _range(row: Row, amount: Amount, pair: Range) -> Number:
    start, end = row.tokens[amount.first].start, row.tokens[amount.last - 1].end
    return Number(start, end, pair.first, pair.last, None, pair.low, pair.high, Hedge.RANGE, pair.unit)


def _bound(row: Row, seen: Seen, words: hedge_words.HedgeLexicon) -> Bound | None:
    first, last = seen.unit.first, seen.unit.last
    beside = (
        hedge_before(row, first, words) or hedge_after(row, last, words) or hedge_after(row, seen.amount.last, words)
    )
    return beside or (hedge_called(row, last, words) if seen.unit.code == "count" else None)


def _single(row: Row, seen: Seen, bound: Bound | None, bounds: str) -> Number:
    amount, (code, first, last) = seen
    start, end = row.tokens[amount.first].start, row.tokens[amount.last - 1].end
    hedge = Hedge.PLAIN
    hedge_start = hedge_end = None
    if bound is not None:
        hedge = bound.hedge
        if first - 1 <= bound.last and bound.first <= last:
            first, last = min(first, bound.first), max(last, bound.last)
        hedge_start, hedge_end = row.tokens[bound.first].start, row.tokens[bound.last - 1].end
    best, low, high = bounded(amount.value, hedge)
    if amount.make == Make.VAGUE:
        hedge = Hedge.VAGUE
        best, low, high = (amount.value, amount.value, None) if bounds == "acled" else (None, None, None)
    return Number(start, end, first, last, best, low, high, hedge, code, hedge_start, hedge_end)
