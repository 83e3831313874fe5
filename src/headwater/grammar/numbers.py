"""Numbers in a sentence: their value, their bounds, and the unit that stands with them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from headwater.grammar.amounts import Amount, Make, read
from headwater.grammar.number_bounds import hedge_after, hedge_before
from headwater.grammar.quantities import money_before, unit_after
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.language import hedges as hedge_words
from headwater.language import numbers as number_words
from headwater.language import units as unit_words
from headwater.language.hedges import HedgeLexicon
from headwater.language.numbers import NumberLexicon
from headwater.model import Hedge

__all__ = ["Number", "numbers"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a row of tokens.

    `start`, `end` are code points of the number's own words ("140 million", "dozens"), without hedge, unit or noun; in a
    range, of its first number. `first`, `last` are token indices `[first, last)` of all that belongs to it: hedge,
    second number of a range, currency or percent sign. `best`, `low`, `high` and `hedge` are as the annotation guide
    has them. `unit` is `count`, `percent`, `1` (a fraction), an ISO 4217 code or UCUM.
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


@dataclass(frozen=True, slots=True)
class _Seen:
    """An amount with the unit that stands with it: tokens `[first, last)`."""

    amount: Amount
    first: int
    last: int
    unit: str


def numbers(
    tokens: Sequence[Token], language: Language, taken: Collection[tuple[int, int]] = (), bounds: str = "literal"
) -> list[Number]:
    """The numbers among the tokens, in order, but for those within the code-point spans in `taken` (dates, ages …).

    With `bounds` "acled" vague words are bounded from below: tens by 10, dozens by 12, hundreds by 100.
    """
    hedges = hedge_words.lexicon(language)
    seen = list(_seen(tokens, language, sorted(taken)))
    found: list[Number] = []
    index = 0
    while index < len(seen):
        other = seen[index + 1] if index + 1 < len(seen) else None
        range_ = None if other is None else _range(tokens, seen[index], other, hedges)
        if range_ is not None:
            found.append(range_)
            index += 2
        else:
            found.append(_single(tokens, seen[index], hedges, bounds))
            index += 1
    return found


def _seen(tokens: Sequence[Token], language: Language, taken: Sequence[tuple[int, int]]) -> Iterator[_Seen]:
    words, units = number_words.lexicon(language), unit_words.lexicon(language)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not (token.kind is Kind.DIGITS or token.lower in words.starts) or _within(token, taken):
            index += 1
            continue
        amount = read(tokens, index, words)
        if amount is None or not _counts(tokens, amount, words):
            index = index + 1 if amount is None else amount.last
            continue
        yield _with_unit(tokens, amount, units)
        index = amount.last


def _within(token: Token, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (token.start, 1 << 62)) - 1
    return place >= 0 and taken[place][0] <= token.start < taken[place][1]


def _counts(tokens: Sequence[Token], amount: Amount, words: NumberLexicon) -> bool:
    if amount.make is Make.ORDINAL:
        return False
    before = tokens[amount.first - 1].lower if amount.first else ""
    behind = tokens[amount.last].lower if amount.last < len(tokens) else ""
    if tokens[amount.first].lower == "one" and amount.last == amount.first + 1:
        return before not in words.one.after and behind not in words.one.before
    if amount.make is Make.DIGITS and amount.last == amount.first + 1 and 1500 <= amount.value <= 2099:
        return not (len(tokens[amount.first].text) == 4 and before in {"in", "since", "of", "by", "the", "until"})
    return True


def _with_unit(tokens: Sequence[Token], amount: Amount, units: unit_words.UnitLexicon) -> _Seen:
    first, last, unit = amount.first, amount.last, "count"
    if (money := money_before(tokens, first, units)) is not None:
        unit, first = money
    elif (behind := unit_after(tokens, last, units)) is not None:
        unit, last = behind
    elif amount.make is Make.FRACTION:
        unit = "1"
    return _Seen(amount, first, last, unit)


def _range(tokens: Sequence[Token], one: _Seen, other: _Seen, words: HedgeLexicon) -> Number | None:
    hedge = hedge_before(tokens, other.first, words)
    gap = other.first if hedge is None else hedge[1]
    if gap != one.last + 1 or Make.VAGUE in (one.amount.make, other.amount.make):
        return None
    link, before = tokens[one.last].lower, hedge_before(tokens, one.first, words)
    first = one.first if before is None else before[1]
    opener = tokens[first - 1].lower if first else ""
    low, high = one.amount.value, other.amount.value
    if other.amount.scale > 1 and one.amount.scale == 1 and low < high / other.amount.scale:
        low *= other.amount.scale
    if low >= high or (one.unit not in ("count", other.unit)):
        return None
    if (
        link in words.to
        or (link in words.conjunctions and opener in words.between)
        or (link in words.alternatives and high <= 2 * low)
    ):
        if opener in words.openers:
            first -= 1
        return Number(
            tokens[one.amount.first].start,
            tokens[one.amount.last - 1].end,
            first,
            other.last,
            None,
            low,
            high,
            Hedge.RANGE,
            other.unit,
        )
    return None


def _single(tokens: Sequence[Token], seen: _Seen, words: HedgeLexicon, bounds: str) -> Number:
    amount = seen.amount
    start, end = tokens[amount.first].start, tokens[amount.last - 1].end
    hedged = hedge_before(tokens, seen.first, words)
    first, last = seen.first, seen.last
    if hedged is not None:
        first = hedged[1]
    elif (hedged := hedge_after(tokens, seen.last, words) or hedge_after(tokens, amount.last, words)) is not None:
        last = max(last, hedged[2])
    hedge = Hedge.PLAIN if hedged is None else hedged[0]
    if amount.make is Make.VAGUE:
        floor = amount.value if bounds == "acled" else None
        return Number(start, end, first, last, floor, floor, None, Hedge.VAGUE, seen.unit)
    best, low, high = _bounded(amount.value, hedge)
    return Number(
        start,
        end,
        first,
        last,
        best,
        low,
        high,
        hedge,
        seen.unit,
        None if hedged is None else tokens[hedged[1]].start,
        None if hedged is None else tokens[hedged[2] - 1].end,
    )


def _bounded(value: Decimal, hedge: Hedge) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Best, low and high as the annotation guide has them."""
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
