"""Digits and number words that count nothing, being parts of names, addresses and idioms."""

from __future__ import annotations

from headwater.grammar.amount import Amount, Make
from headwater.grammar.counted import counts_noun
from headwater.grammar.digit_chains import is_chained
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind, stand
from headwater.language.designations import DesignationLexicon

__all__ = ["designates"]

_AHEAD = 4
_PAIR = 4  # words in which a place and the number behind it stand
# Marks of sources in one bracket, and the signs between them: a walk goes no further.
_PAIRS = 40
_MARKS = 10
_WITHIN = frozenset(",-–;")
_NOTES = 999


def designates(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount without a unit is part of something else than a count."""
    if amount.make == Make.DIGITS and (is_chained(row, amount) or _cited(row, amount)):
        return True
    return (
        _tied(row, amount, words)
        or _designated(row, amount, words)
        or _idiomatic(row, amount, words)
        or _named(row, amount, words)
        or _addressed(row, amount, words)
    )


def _cited(row: Row, amount: Amount) -> bool:
    """Whether digits are the mark of a note or source in square brackets: "112.[4]", "[3, 5-7]"; "[24] people" was put in by an editor."""
    first, last = amount.first - 1, amount.last
    while first > amount.first - _MARKS and row.at(first).text in _WITHIN and row.at(first - 1).kind == Kind.DIGITS:
        first -= 2
    while last < amount.last + _MARKS and row.at(last).text in _WITHIN and row.at(last + 1).kind == Kind.DIGITS:
        last += 2
    if row.at(first).text != "[" or row.at(last).text != "]" or amount.value > _NOTES:
        return False
    if row.at(last + 1).kind != Kind.WORD:
        return row.at(last + 1).text != "]"  # an archive's "[[9]] persons"
    return row.glued(first) or (first == 0 and row.capital(last + 1) and not row.shouting)


def _tied(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether an amount is glued to letters that are no unit: "A320", "5G", "Covid-19", "9/11"."""
    first, last = amount.first, amount.last
    glued, behind = row.glued(first), row.glued(last)
    if not glued and not behind:
        return False
    sign = row.at(first - 1).lower
    if glued and amount.make == Make.DIGITS and row.at(first - 1).kind == Kind.WORD:
        return True
    if glued and row.glued(first - 1):
        if row.hyphen(first - 1) and row.at(first - 2).lower in words.tying:
            return True
        if sign in {"-", "_", "'"} and row.at(first - 2).kind == Kind.WORD:
            return not _dashed(row, amount, words)
        if sign == "/" and row.at(first - 2).kind == Kind.DIGITS:
            return True
    if glued and sign in {"#", "@", "_"}:
        return True
    if row.hyphen(last) and len(row.at(last + 1).text) == 1 and row.capital(last + 1):
        return amount.make == Make.DIGITS
    return behind and row.at(last).kind == Kind.WORD and amount.make == Make.DIGITS and not _noun(row.at(last).text)


def _dashed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether the hyphen in front of an amount is a dash rather: "blast-3 dead", "moments-two fell", no "then-four-door"."""
    if amount.make == Make.DIGITS:
        return row.at(amount.last).lower in words.states
    return not row.hyphen(amount.last)


def _noun(text: str) -> bool:
    """Whether letters glued to digits look like a noun that lost its space ("613people")."""
    return len(text) > 3 and text.islower()


def _designated(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether a word before it makes an amount a name: "Flight 370", "No. 1"."""
    at = _list_head(row, amount.first, words) - 1
    if row.at(amount.last).lower in words.behind and amount.make == Make.DIGITS:
        return True
    if row.at(amount.first).lower in words.calls and _is_called(row, amount, words):
        return True
    alone = at == amount.first - 1
    if row.at(at).lower in {".", "#"}:
        at -= 1
    if row.at(at).lower in words.tallying and _are_told(row, at - 1, words):
        return False
    if row.at(at).lower in words.always:
        return (alone and amount.make == Make.DIGITS) or not counts_noun(row, amount.last, words)
    if at < amount.first - 1 or row.at(at).lower not in words.usual:
        return False
    return (at > 0 and row.capital(at) and row.plain) or not counts_noun(row, amount.last, words)


def _is_called(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether a number is one to call: "called 911", "the 112 operator", "calls to 999"; no toll that "rose to 112", nor "called to 112 homes"."""
    before = row.at(amount.first - 1).lower
    if before in words.calling_to:
        return row.at(amount.first - 2).lower in words.calling and not counts_noun(row, amount.last, words)
    return before in words.calling or row.at(amount.last).lower in words.calling


def _are_told(row: Row, index: int, words: DesignationLexicon) -> bool:
    """Whether those are named before an index whom a verb then counts: "the dead now number nine"."""
    at = index - (row.at(index).lower in words.lately)
    return row.at(at).lower in words.states and row.at(at - 1).lower in words.articles


def _list_head(row: Row, index: int, words: DesignationLexicon) -> int:
    """Where a list of bare digits begins that a token goes on with ("3, 5 and 8"); it is looked for ten tokens back."""
    at = index
    while at > index - 10 and row.at(at - 1).lower in words.lists and row.at(at - 2).kind == Kind.DIGITS:
        at -= 2
    return at


def _addressed(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether digits stand before the name of a street ("575 Mill Road")."""
    at = amount.last
    if words.streets.isdisjoint(
        [row.at(at + 1).lower, row.at(at + 2).lower, row.at(at + 3).lower, row.at(at + 4).lower]
    ):
        return False
    while at < amount.last + _AHEAD and row.at(at).kind == Kind.WORD and row.capital(at):
        at += 1
        if row.at(at).lower in words.streets and row.capital(at):
            return True
    return False


def _idiomatic(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    for place, phrase in words.idioms.get(row.at(amount.first).lower, ()):
        first = amount.first - place
        if first >= 0 and stand(row.tokens, first, phrase):
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
    if _is_partitive(row, last, words) or _is_of_row(row, first, words) or _is_listed(row, first, words):
        return False
    if amount.make == Make.WORDS:
        return row.capital(first)
    head = _head_of_name(row, first - 1, words)
    if counts_noun(row, last, words):
        return head in words.articles and not (
            row.at(first - 1).lower in words.sides and row.at(first - 2).lower == head
        )
    if head in words.articles or (head.isalpha() and head not in words.ends):
        return True  # "the Sea Star 3 sank", "the trawler Ilan 2 sank"
    return row.at(last).kind != Kind.WORD or row.at(last).lower in words.ends or row.capital(last)


def _is_partitive(row: Row, last: int, words: DesignationLexicon) -> bool:
    """Whether those are named behind an amount whom it is taken out of: "in Dabo 290 of 340 houses", "in Orra 12 of the crew"."""
    behind = row.at(last + 1)
    return row.at(last).lower in words.partitive and (behind.kind == Kind.DIGITS or behind.lower in words.articles)


def _is_of_row(row: Row, first: int, words: DesignationLexicon) -> bool:
    """Whether a sentence that opens with a place and its number goes on with another such pair: "In Orra 20 died, in Dorn 12 and in Lenn 5"."""
    link, name = row.at(first - 2).lower, first - 1
    if link not in words.locating and row.at(first - 3).lower in words.locating and row.capital(first - 2):
        link, name = row.at(first - 3).lower, first - 2  # "in Lower Dorn 12"
    opens = next((at for at in range(_PAIR) if row.at(at).lower == link and row.capital(at + 1)), -1)
    if link not in words.locating or opens < 0 or name < opens + _PAIR:
        return False
    if opens and row.at(opens - 1).kind == Kind.WORD:
        return False
    opening = any(row.at(at).kind == Kind.DIGITS for at in range(opens + 2, opens + _PAIR + 1))
    return opening and row.at(name - 2).lower in words.lists | {";"}


def _is_listed(row: Row, first: int, words: DesignationLexicon) -> bool:
    """Whether digits behind a name are one of a row of such pairs, behind a colon and what they are listed by: "Deaths by village: Orl 12, Dorn 9"."""
    at = first - 1
    for _ in range(_PAIRS):
        while row.at(at).kind == Kind.WORD and row.capital(at):
            at -= 1
        if row.at(at).text == ":":
            return row.at(at - 2).lower in words.listing
        while row.at(at).lower in words.lists or row.at(at).text == ";":
            at -= 1
        if row.at(at).kind != Kind.DIGITS:
            return False
        at -= 1
    return False


def _head_of_name(row: Row, index: int, words: DesignationLexicon) -> str:
    """The word in front of the capitalised words, up to three, that end at a token; an article may be capitalised itself."""
    at = index
    while (
        at > index - 3 and row.at(at).kind == Kind.WORD and row.capital(at) and row.at(at).lower not in words.articles
    ):
        at -= 1
    return row.at(at).lower
