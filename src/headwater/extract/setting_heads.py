"""The class and group of a noun group, read off its head noun."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk
from headwater.extract.lexicons import Lexicons
from headwater.extract.nounheads import Head
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token
from headwater.language.outcome_records import Countable

__all__ = ["set_head"]

_BEHIND = 6


def set_head(group: Chunk, tokens: Sequence[Token], lexicons: Lexicons) -> None:
    """Read the class and group off the head noun."""
    if group.number is not None and group.number.unit != "count":
        _set_measure(group, group.number, tokens, lexicons)
        return
    if group.at < 0:
        if group.others or group.number is not None:
            group.group = "person" if not group.kind else group.group
        return
    token = tokens[group.at]
    word = group.head = token.lower
    head = lexicons.heads[word]
    if head.paired and group.at > group.first:
        head = lexicons.heads.pair(tokens[group.at - 1].lower, word)
    group.kind, group.group, group.plural = head.kind, head.group, head.plural
    if (head.kind or head.people) and not head.listed and token.text[:1].isupper() and not token.text.isupper():
        _set_name(group, head)
    if not head.marked:
        return
    if head.modified:
        _set_modified(group, lexicons)
    if head.other:
        group.others = True
        group.head, group.kind, group.group, group.at = "", "", "person", -1
        return
    countable = head.countable
    if countable is not None and (not countable.needs or _is_qualified(group, countable, tokens)):
        group.countable = countable
        if countable.group:
            group.kind, group.group = "person", countable.group
            _set_people(group, lexicons)
            _set_modified(group, lexicons)
    group.nominals = head.nominals


def _set_people(group: Chunk, lexicons: Lexicons) -> None:
    """Read who they are off the noun before the one that tells their outcome: "child deaths", "belligerent casualties"."""
    if group.modifiers:
        word = group.modifiers[-1]
        noun = lexicons.groups.nouns.get(word)
        plain = word in lexicons.words("of_people") or word in lexicons.words("slight")  # "minor injuries"
        if noun is not None and noun.kind == "person" and not plain:
            group.group = noun.group


def _set_modified(group: Chunk, lexicons: Lexicons) -> None:
    """Read the group of a noun that is another with some words before it."""
    for modifier in group.modifiers:
        group.group = lexicons.groups.modified.get((modifier, group.head), group.group)


def _set_name(group: Chunk, head: Head) -> None:
    """Read the class of a word with a capital that no list of groups has: a people's name, else what a sentence opens with."""
    if head.people:
        group.kind = group.group = "person"
    elif group.at > 0:
        group.kind = ""


def _set_measure(group: Chunk, number: Number, tokens: Sequence[Token], lexicons: Lexicons) -> None:
    """Read money, measures, and land of a measure of it: "400 hectares of maize"."""
    unit = number.unit
    group.kind, group.group = ("money", unit) if len(unit) == 3 and unit.isupper() else ("measure", unit)
    if group.at >= 0:
        group.head = tokens[group.at].lower
    if group.kind == "money":
        return
    one = lexicons.groups.inflect.singular(tokens[number.last - 1].lower)
    following = tokens[number.last].lower if number.last < len(tokens) else ""
    if one in lexicons.groups.areas and following in lexicons.words("of"):
        group.kind, group.group, group.head, group.at = "area", one, one, number.last - 1


def _is_qualified(group: Chunk, noun: Countable, tokens: Sequence[Token]) -> bool:
    """Whether a word that a counted noun needs stands before it or in the phrase after it: "new cases", "cases of measles"."""
    behind = (token.lower for token in tokens[group.at + 1 : group.at + 1 + _BEHIND])
    return not noun.needs.isdisjoint((*group.modifiers, *behind))
