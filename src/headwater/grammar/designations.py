"""Digits and number words that count nothing: parts of names, years, times of day, scores, addresses, idioms."""

from __future__ import annotations

from headwater.grammar.amounts import Amount, Make
from headwater.grammar.digits import digits
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.designations import DesignationLexicon
from headwater.language.numbers import OneLexicon

__all__ = ["counts_noun", "designates", "is_clock", "is_pronoun", "is_year"]

_CHAIN = 3
_AHEAD = 4


def designates(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount without a unit is part of something else than a count."""
    if amount.make is Make.DIGITS and _chained(row, amount):
        return True
    return (
        _tied(row, amount, words)
        or _designated(row, amount, words)
        or _idiomatic(row, amount, words)
        or _named(row, amount, words)
        or _addressed(row, amount, words)
    )


def _chained(row: Row, amount: Amount) -> bool:
    """Whether digits belong to a row of digits: a telephone number, a time, a score, a code; or number a list."""
    if amount.first == 0 and row.lower(1) in {")", "."} and row.length > 2:
        return True
    colon = row.lower(amount.last) == ":" and row.is_kind(amount.last + 1, Kind.DIGITS) and row.glued(amount.last)
    colon = colon or (row.lower(amount.first - 1) == ":" and row.is_kind(amount.first - 2, Kind.DIGITS))
    return colon or _scored(row, amount) or _neighbours(row, amount) >= _CHAIN or _dialled(row, amount)


def _dialled(row: Row, amount: Amount) -> bool:
    """Whether two groups of bare digits stand side by side, too long for one number ("7946 0000")."""
    here = row.text(amount.first)
    if amount.last - amount.first != 1 or not here.isdecimal() or len(here) < _CHAIN:
        return False
    return any(text.isdecimal() and len(text) > _CHAIN for text in (row.text(amount.first - 1), row.text(amount.last)))


def _scored(row: Row, amount: Amount) -> bool:
    """Whether two numbers around a hyphen do not rise, as in a score or a code ("2-1", "3888-2")."""
    for left, right in ((amount.first, amount.last + 1), (amount.first - 2, amount.first)):
        if row.lower(right - 1) == "-" and row.glued(right - 1) and row.is_kind(left, Kind.DIGITS):
            low, high = digits(row.text(left)), digits(row.text(right)) if row.is_kind(right, Kind.DIGITS) else None
            if low is not None and high is not None and low >= high and row.glued(right):
                return True
    return False


def _neighbours(row: Row, amount: Amount) -> int:
    """How many groups of digits stand in a row here, signs glued between them or nothing at all; counted up to three."""
    count, at = 1, amount.first
    while count < _CHAIN and (step := _step(row, at - 1, -1)):
        at, count = at - step, count + 1
    at = amount.last - 1
    while count < _CHAIN and (step := _step(row, at + 1, 1)):
        at, count = at + step, count + 1
    return count


def _step(row: Row, at: int, way: int) -> int:
    if row.is_kind(at, Kind.DIGITS):
        return 1
    joined = row.lower(at) in {"-", "/", "."} and row.glued(at) and row.glued(at + 1)
    return 2 if joined and row.is_kind(at + way, Kind.DIGITS) else 0


def is_clock(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether digits are a time of day or a code, whatever unit seems to follow ("0700 hours", "10.45pm")."""
    if amount.make is not Make.DIGITS:
        return False
    head = row.text(amount.first)[:2]
    if len(head) == 2 and head[0] == "0" and head[1].isdecimal():
        return True
    behind, text = row.lower(amount.last), row.text(amount.first)
    if behind in words.times:
        return True
    clock = len(text) == 4 and text.isdecimal() and behind in words.hours and text[2] < "6"
    return clock and row.lower(amount.first - 1) in words.before_hours


def _tied(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount is glued to letters that are no unit: "A320", "5G", "Covid-19", "9/11"."""
    first, last = amount.first, amount.last
    before, sign = row.is_kind(first - 1, Kind.WORD) and row.glued(first), row.lower(first - 1)
    if amount.make is Make.DIGITS and before:
        return True
    if row.glued(first) and row.glued(first - 1):
        if sign in {"-", "_", "'"} and row.is_kind(first - 2, Kind.WORD):
            return not _dashed(row, amount, words)
        if sign == "/" and row.is_kind(first - 2, Kind.DIGITS):
            return True
    if sign in {"#", "@", "_"} and row.glued(first):
        return True
    behind = row.text(last)
    if row.hyphen(last) and len(row.text(last + 1)) == 1 and row.capital(last + 1):
        return amount.make is Make.DIGITS
    return row.glued(last) and row.is_kind(last, Kind.WORD) and amount.make is Make.DIGITS and not _noun(behind)


def _dashed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether the hyphen in front of an amount is a dash rather: "blast-3 dead", "moments-two fell", no "then-four-door"."""
    if amount.make is Make.DIGITS:
        return row.lower(amount.last) in words.states
    return not row.hyphen(amount.last)


def _noun(text: str) -> bool:
    """Whether letters glued to digits look like a noun that lost its space ("613people")."""
    return len(text) > 3 and text.islower()


def _designated(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether a word before it makes an amount a name: "Flight 370", "No. 1"."""
    at = _list_head(row, amount.first, words) - 1
    if row.lower(amount.last) in words.behind and amount.make is Make.DIGITS:
        return True
    if row.lower(amount.first) in words.calls and {row.lower(at), row.lower(amount.last)} & words.calling:
        return True
    alone = at == amount.first - 1
    if row.lower(at) in {".", "#"}:
        at -= 1
    if row.lower(at) in words.always:
        return (alone and amount.make is Make.DIGITS) or not counts_noun(row, amount.last, words)
    if at < amount.first - 1 or row.lower(at) not in words.usual:
        return False
    return (at > 0 and row.plain and row.capital(at)) or not counts_noun(row, amount.last, words)


def _list_head(row: Row, index: int, words: DesignationLexicon) -> int:
    """Where a list of bare digits begins that a token goes on with ("3, 5 and 8"); it is looked for ten tokens back."""
    at = index
    while at > index - 10 and row.lower(at - 1) in words.lists and row.is_kind(at - 2, Kind.DIGITS):
        at -= 2
    return at


def _addressed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether digits stand before the name of a street ("575 Mill Road")."""
    at = amount.last
    while at < amount.last + _AHEAD and row.is_kind(at, Kind.WORD) and row.capital(at):
        at += 1
        if row.lower(at) in words.streets and row.capital(at):
            return True
    return False


def _idiomatic(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    for place, phrase in words.idioms.get(row.lower(amount.first), ()):
        first = amount.first - place
        if first >= 0 and all(row.lower(first + step) == word for step, word in enumerate(phrase)):
            return True
    return False


def _named(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount ends or goes on with a name ("Apollo 11 crew", "Radio Four"): capitals before, no noun behind."""
    first, last = amount.first, amount.last
    if (
        first < 2
        or amount.scale > 1
        or amount.value != int(amount.value)
        or not row.plain
        or not row.capital(first - 1)
    ):
        return False
    if amount.make is Make.WORDS:
        return row.capital(first)
    if counts_noun(row, last, words):
        return _head_of_name(row, first - 1, words) in words.articles
    return not row.is_kind(last, Kind.WORD) or row.lower(last) in words.ends or row.capital(last)


def _head_of_name(row: Row, index: int, words: DesignationLexicon) -> str:
    """The word in front of the capitalised words, up to three, that end at a token."""
    at = index
    while at > index - 3 and row.is_kind(at, Kind.WORD) and row.capital(at):
        at -= 1
    return row.lower(at)


def is_year(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether four bare digits are a year, by what stands before them and whether a plural noun follows."""
    text = row.text(amount.first)
    if len(text) != 4 or amount.last - amount.first != 1 or amount.value not in words.possible_years:
        return False
    before = row.lower(amount.first - 1)
    if before in words.before_years:
        return True
    if row.lower(amount.first - 2) in words.quantities:
        return False
    if counts_noun(row, amount.last, words):
        return False
    likely = amount.value in words.likely_years and not before.endswith(words.verbs)
    return likely or before in words.loosely_before_years


def counts_noun(row: Row, index: int, words: DesignationLexicon) -> bool:
    """Whether a plural noun, or a word for those counted, stands at a token or a few words on."""
    for at in range(index, index + _AHEAD):
        word = row.lower(at)
        if not row.is_kind(at, Kind.WORD) or word in words.ends:
            return False
        if word in words.plural:
            return True
        if word.endswith("s") and len(word) > 2 and word not in words.singular and not (row.plain and row.capital(at)):
            return True
    return False


def is_pronoun(row: Row, index: int, one: OneLexicon, words: DesignationLexicon) -> bool:
    """Whether "one" stands for something named before, or for anybody, and is no number."""
    before, behind = row.lower(index - 1), row.lower(index + 1)
    if behind == "of" and before not in one.never:
        return any(one.superlative(row.lower(at)) for at in range(index + 2, index + 6))
    if before in one.never or behind in one.before:
        return True
    if before not in words.ends and _no_noun(row, index + 1, words) and row.is_kind(index - 1, Kind.WORD):
        return bool({row.lower(index - 2), row.lower(index - 3)} & one.determiners)
    return before in one.unless_noun and (
        _no_noun(row, index + 1, words) or (behind.endswith(one.participles) and _no_noun(row, index + 2, words))
    )


def _no_noun(row: Row, index: int, words: DesignationLexicon) -> bool:
    return not row.is_kind(index, Kind.WORD) or row.lower(index) in words.ends
