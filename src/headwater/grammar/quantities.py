"""Units that stand with a number: currency signs before it, measures and percent signs behind it, ages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from headwater.grammar.amount import Amount, Make
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind, Token, stand
from headwater.language.units import UnitLexicon

__all__ = ["Seen", "Unit", "in_row_of_counts", "in_row_that_follows", "next_age", "unit_of"]

_AGES = frozenset(range(1, 111))  # a decimal is looked for in a range one by one
_OPENING = frozenset(",(")  # the signs that an age behind a name has before it
_REACH = 16
_RARE = 100  # of several numbers in brackets behind names one as high tells that none is an age
_LONG = 12
_LIST = 10


class Unit(NamedTuple):
    """A unit's code, and the tokens `[first, last)` that number and unit take together."""

    code: str
    first: int
    last: int


class Seen(NamedTuple):
    """An amount and the unit that stands with it."""

    amount: Amount
    unit: Unit


def unit_of(row: Row, amount: Amount, units: UnitLexicon) -> Unit | None:
    """The unit that an amount is given in; `None` where it counts things."""
    found = _money(row, amount, units) or _behind(row, amount, units) or _age(row, amount, units)
    if found is None and amount.make == Make.FRACTION:
        return Unit("1", amount.first, amount.last)
    return found


def _money(row: Row, amount: Amount, units: UnitLexicon) -> Unit | None:
    """The currency of the sign or code in front, as written, glued to what stands before it or apart: "US$", "US $"."""
    at = amount.first - 1
    if row.at(at).text not in units.fronts:
        return None
    if at > 0:
        gap = "" if row.glued(at) else " "
        code = units.before.get(row.at(at - 1).text + gap + row.at(at).text)
        if code is not None:
            return Unit(code, at - 1, amount.last)
    code = units.before.get(row.at(at).text) or _code(row, at, units)
    return None if code is None else Unit(code, at, amount.last)


def _code(row: Row, index: int, units: UnitLexicon) -> str | None:
    code = units.codes.get(row.at(index).text)
    return None if code is None or row.shouting else code


def _behind(row: Row, amount: Amount, units: UnitLexicon) -> Unit | None:
    """The unit named behind an amount, "of" or an article between them where the amount takes one ("half an hour")."""
    at = amount.last
    make, word = amount.make, row.at(at).lower
    if (make == Make.VAGUE and word in units.of) or (make == Make.FRACTION and word in units.articles):
        at += 1
    for start in (at, at + 1) if row.hyphen(at) else (at,):
        symbol = units.symbols.get(row.at(start).text) or _code(row, start, units)
        if symbol is not None and not (row.glued(start + 1) and row.at(start + 1).kind == Kind.DIGITS):
            return Unit(symbol, amount.first, start + 1)
        for name, code in units.after.get(row.at(start).lower, ()):
            last = _spelled(row, start, name)
            if last is not None and (code not in units.decimal or amount.value % 1):
                return Unit(code, amount.first, last)
    return None


def _spelled(row: Row, index: int, name: tuple[str, ...]) -> int | None:
    """Where a unit's name ends that begins at a token; hyphens within it are passed over."""
    at = index
    for word in name:
        if at > index and row.at(at).lower != word and row.hyphen(at):
            at += 1
        if row.at(at).lower != word:
            return None
        at += 1
    return at


def _age(row: Row, amount: Amount, units: UnitLexicon) -> Unit | None:
    """An age by its words ("aged 34") or by its place behind a name (", 34,", "(34)")."""
    first, last = amount.first, amount.last
    opening = row.at(first - 1).lower
    for phrase in units.ages.get(opening, ()):
        start = first - len(phrase)
        if start >= 0 and stand(row.tokens, start, phrase):
            return Unit("a", start, last)
    if opening not in _OPENING or amount.make != Make.DIGITS or last - first != 1 or amount.value not in _AGES:
        return None
    closing = row.at(last).lower
    if opening == "(" and (
        in_row_of_counts(row.tokens, first - 1) or in_row_that_follows(row.tokens, first - 1, units)
    ):
        return None
    if closing in units.of and row.at(last + 1).lower in units.counted_of:
        return None  # "PEOPLE, 11 OF WHOM"
    linking = closing.isalpha() and closing not in units.joins
    if opening == "," and linking and row.at(_head(row, first - 2)).lower == closing:
        return None  # "31 from Varn, 14 from Celn"
    if (opening == "," and closing in units.behind_ages) or (opening == "(" and closing == ")"):
        return Unit("a", first, last) if _name_before(row, first - 2, units) else None
    return None


def in_row_of_counts(tokens: Sequence[Token], bracket: int) -> bool:
    """Whether a bracketed number is one of a row with one that is hardly an age: "Marda (311), Essen (102), Corrow (73)"."""
    near = range(max(1, bracket - _REACH), min(bracket + _REACH, len(tokens) - 2))
    told = [
        tokens[at + 1].text.replace(",", "") for at in near if tokens[at].text == "(" and tokens[at + 2].text == ")"
    ]
    return len(told) > 1 and any(
        text.isdecimal() and text.isascii() and len(text) < _LONG and int(text) >= _RARE for text in told
    )


def in_row_that_follows(tokens: Sequence[Token], bracket: int, units: UnitLexicon) -> bool:
    """Whether a bracketed number is one of two and more behind names that follow a count: "40 deaths, followed by Tamsel (24) and Hask (7)"."""
    begins = max(1, bracket - 2 * _REACH)
    words = [token.lower for token in tokens[begins - 1 : bracket]]
    if not any(pair in units.followed for pair in pairwise(words)):
        return False
    near = range(begins, min(bracket + _REACH, len(tokens) - 2))
    return sum(tokens[at].text == "(" and tokens[at + 2].text == ")" for at in near) > 1


def _name_before(row: Row, index: int, units: UnitLexicon) -> bool:
    """Whether a person's name may end at a token: capitals, and no word of place in front of them."""
    at = index
    while (
        at > index - 5
        and row.at(at).lower not in units.places
        and ((row.at(at).kind == Kind.WORD and row.capital(at)) or _initial(row, at))
    ):
        at -= 1
    return at < index and row.at(at).lower not in units.places and (at < index - 1 or row.plain)


def _head(row: Row, index: int) -> int:
    """The index before the words with a capital that end at one."""
    at = index
    while at > index - _REACH and row.at(at).kind == Kind.WORD and row.capital(at):
        at -= 1
    return at


def _initial(row: Row, index: int) -> bool:
    """Whether a full stop ends an initial."""
    return row.at(index).lower == "." and len(row.at(index - 1).text) == 1 and row.capital(index - 1)


def next_age(row: Row, last: Seen, amount: Amount, units: UnitLexicon) -> Unit | None:
    """An age that goes on with a list of ages ("ages 47 and 48"), of which the last is given."""
    if amount.value not in _AGES or amount.first != last.amount.last + 1:
        return None
    spelled = amount.make != Make.DIGITS
    if spelled and row.at(amount.last).kind == Kind.WORD and row.at(amount.last).lower not in units.joins:
        return None  # "a man aged 40 and two women"
    head = last.amount.first
    while (
        head > last.amount.first - _LIST
        and row.at(head - 1).lower in units.joins
        and row.at(head - 2).kind == Kind.DIGITS
    ):
        head -= 2
    told = row.at(head - 1).lower in units.ages and row.at(last.amount.last).lower in units.joins
    return Unit("a", amount.first, amount.last) if told else None
