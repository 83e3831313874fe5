"""Facts that open with their number: "24 – The number of people killed in the blast", "30: homes destroyed"."""

from __future__ import annotations

from msgspec.structs import replace

from headwater.extract.chunks import DASHES, Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons

__all__ = ["with_its_noun"]

_SIGNS = DASHES | {":"}


def with_its_noun(clause: Clause, lexicons: Lexicons) -> Clause:
    """The clause, its first number joined with the noun that a dash or colon sets behind it; as it is where none does.

    What follows reads then as ever: "24 people killed in the blast". Without "the number of" the noun is written small, for "3: Soldiers
    leave the town" is the third of several headlines.
    """
    begins = int(clause.part(0) == Part.STOP)  # behind the sign of an item
    number, sign = clause.at(begins), clause.at(begins + 1)
    if number is None or sign is None or sign.word not in _SIGNS or not number.stands_alone or number.first > begins:
        return clause
    at = begins + 2
    named = clause.at(at)
    alone = named is None or named.head not in lexicons.frames.toll_names or not _is_of(clause, at + 1, lexicons)
    noun = clause.at(at if alone else at + 2)
    if noun is None or not _is_counted(noun) or (alone and not clause.tokens[noun.first].text.islower()):
        return clause
    joined = replace(noun, first=number.first, number=number.number, counts=True, determiner="")
    return clause.having([*clause.chunks[:begins], joined, *clause.chunks[clause.place(noun.first) + 1 :]])


def _is_of(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    link = clause.at(at)
    return link is not None and link.part == Part.PREPOSITION and link.word in lexicons.words("of")


def _is_counted(noun: Chunk) -> bool:
    """Whether a noun group without a number can be what one counts."""
    return noun.part == Part.NOUN and noun.plural and bool(noun.head) and not (noun.counts or noun.determiner)
