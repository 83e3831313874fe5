"""Digits and number words that count nothing, being parts of names, addresses and idioms."""

from __future__ import annotations

from headwater.grammar.amount import Amount, Make
from headwater.grammar.counted import counts_noun
from headwater.grammar.digit_chains import is_chained
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.designations import DesignationLexicon

__all__ = ["designates"]

_AHEAD = 4


def designates(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount without a unit is part of something else than a count."""
    if amount.make == Make.DIGITS and is_chained(row, amount):
        return True
    return (
        _tied(row, amount, words)
        or _designated(row, amount, words)
        or _idiomatic(row, amount, words)
        or _named(row, amount, words)
        or _addressed(row, amount, words)
    )


def _tied(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount is glued to letters that are no unit: "A320", "5G", "Covid-19", "9/11"."""
    first, last = amount.first, amount.last
    glued, behind = row.glued(first), row.glued(last)
    if not glued and not behind:
        return False
    sign = row.lower(first - 1)
    if glued and amount.make == Make.DIGITS and row.kind(first - 1) == Kind.WORD:
        return True
    if glued and row.glued(first - 1):
        if row.hyphen(first - 1) and row.lower(first - 2) in words.tying:
            return True
        if sign in {"-", "_", "'"} and row.kind(first - 2) == Kind.WORD:
            return not _dashed(row, amount, words)
        if sign == "/" and row.kind(first - 2) == Kind.DIGITS:
            return True
    if glued and sign in {"#", "@", "_"}:
        return True
    if row.hyphen(last) and len(row.text(last + 1)) == 1 and row.capital(last + 1):
        return amount.make == Make.DIGITS
    return behind and row.kind(last) == Kind.WORD and amount.make == Make.DIGITS and not _noun(row.text(last))


def _dashed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether the hyphen in front of an amount is a dash rather: "blast-3 dead", "moments-two fell", no "then-four-door"."""
    if amount.make == Make.DIGITS:
        return row.lower(amount.last) in words.states
    return not row.hyphen(amount.last)


def _noun(text: str) -> bool:
    """Whether letters glued to digits look like a noun that lost its space ("613people")."""
    return len(text) > 3 and text.islower()


def _designated(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether a word before it makes an amount a name: "Flight 370", "No. 1"."""
    at = _list_head(row, amount.first, words) - 1
    if row.lower(amount.last) in words.behind and amount.make == Make.DIGITS:
        return True
    if row.lower(amount.first) in words.calls and {row.lower(at), row.lower(amount.last)} & words.calling:
        return True
    alone = at == amount.first - 1
    if row.lower(at) in {".", "#"}:
        at -= 1
    if row.lower(at) in words.tallying and _are_told(row, at - 1, words):
        return False
    if row.lower(at) in words.always:
        return (alone and amount.make == Make.DIGITS) or not counts_noun(row, amount.last, words)
    if at < amount.first - 1 or row.lower(at) not in words.usual:
        return False
    return (at > 0 and row.capital(at) and row.plain) or not counts_noun(row, amount.last, words)


def _are_told(row: Row, index: int, words: DesignationLexicon) -> bool:
    """Whether those are named before an index whom a verb then counts: "the dead now number nine"."""
    at = index - (row.lower(index) in words.lately)
    return row.lower(at) in words.states and row.lower(at - 1) in words.articles


def _list_head(row: Row, index: int, words: DesignationLexicon) -> int:
    """Where a list of bare digits begins that a token goes on with ("3, 5 and 8"); it is looked for ten tokens back."""
    at = index
    while at > index - 10 and row.lower(at - 1) in words.lists and row.kind(at - 2) == Kind.DIGITS:
        at -= 2
    return at


def _addressed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether digits stand before the name of a street ("575 Mill Road")."""
    at = amount.last
    if words.streets.isdisjoint([row.lower(at + 1), row.lower(at + 2), row.lower(at + 3), row.lower(at + 4)]):
        return False
    while at < amount.last + _AHEAD and row.kind(at) == Kind.WORD and row.capital(at):
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
        or not row.capital(first - 1)
        or not row.plain
        or amount.scale > 1
        or amount.value != int(amount.value)
    ):
        return False
    if amount.make == Make.WORDS:
        return row.capital(first)
    head = _head_of_name(row, first - 1, words)
    if counts_noun(row, last, words):
        return head in words.articles
    if head in words.articles or (head.isalpha() and head not in words.ends):
        return True  # "the Sea Star 3 sank", "the trawler Ilan 2 sank"
    return row.kind(last) != Kind.WORD or row.lower(last) in words.ends or row.capital(last)


def _head_of_name(row: Row, index: int, words: DesignationLexicon) -> str:
    """The word in front of the capitalised words, up to three, that end at a token; an article may be capitalised itself."""
    at = index
    while at > index - 3 and row.kind(at) == Kind.WORD and row.capital(at) and row.lower(at) not in words.articles:
        at -= 1
    return row.lower(at)
