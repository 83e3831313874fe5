"""What is said of a number alone by which it is known to be some of those before: "six were under 18", "seven remain there", "14 in Orra alone"."""

from __future__ import annotations

from bisect import bisect_right

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons

__all__ = ["alone_there", "is_aged", "is_bare", "is_known", "is_there", "is_told", "says", "says_before"]

_CLOSE = 6
_REACH = 12
_BEFORE = 3
_ASKING = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.VERB, Part.SUBORDINATOR)


def is_bare(clause: Clause, index: int) -> bool:
    """Whether a number alone is the subject of a clause: "and six were", "doctors say 12 are"."""
    before = clause.part(index - 1)
    return clause.chunks[index].stands_alone and clause.part(index + 1) in (Part.VERB, Part.STATE) and before in _ASKING


def is_told(clause: Clause, index: int, name: str, lexicons: Lexicons) -> bool:
    """Whether a word of a class is said of those of a number as the subject: "70 remain in custody", "50 are still held", "eleven patients have been discharged"."""
    chunk, before = clause.chunks[index], clause.part(index - 1)
    plain = not (chunk.others or chunk.whole or chunk.determiner)
    subject = clause.part(index + 1) in (Part.VERB, Part.STATE) and before in _ASKING
    return plain and subject and says(clause, chunk, name, lexicons)


def is_there(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether those of a number alone are where they were, and no more is said: "22 were kept in, and seven remain there"."""
    place = next((at for at in (index + 2, index + 3) if clause.part(at) != Part.VERB), index)
    there = clause.at(place)
    told = there is not None and there.part == Part.NOUN and there.word in lexicons.words("there")
    return told and is_bare(clause, index) and says(clause, clause.chunks[index], "still_so", lexicons)


def is_known(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a verb says that they are known by name, or are not yet: "two have yet to be identified"."""
    verb = clause.chunks[index + 1]
    last = clause.at(index + 2) if clause.part(index + 2) == Part.VERB else verb
    return any(
        one is not None and clause.tokens[one.last - 1].lower in lexicons.words("identifying") for one in (verb, last)
    )


def is_aged(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether their age is told: "six were under 18", "eleven had not reached the age of sixteen"."""
    verb = clause.chunks[index + 1]
    behind = [token.lower for token in clause.tokens[verb.last : verb.last + _REACH]]
    if not verb.copula:
        age = next((at for at, word in enumerate(behind) if word in lexicons.words("ages")), -1)
        return 0 <= age <= _CLOSE and "," not in behind[:age]
    if not behind or behind[0] not in lexicons.words("age_bounds") | lexicons.words("aged"):
        return False
    aged = len(behind) > 1 and (behind[1].isdigit() or behind[1] in lexicons.spelled)
    return aged or behind[0] in lexicons.words("aged") or not lexicons.words("ages").isdisjoint(behind[1:4])


def says(clause: Clause, chunk: Chunk, name: str, lexicons: Lexicons) -> bool:
    """Whether a word of a class stands behind a number, before the next comma."""
    for token in clause.tokens[chunk.last : chunk.last + _CLOSE]:
        if token.lower in lexicons.words(name):
            return True
        if not token.text[:1].isalpha():
            return False
    return False


def says_before(clause: Clause, chunk: Chunk, name: str, lexicons: Lexicons) -> bool:
    """Whether a word of a class stands right before a number: "later two died"."""
    return chunk.first > 0 and clause.tokens[chunk.first - 1].lower in lexicons.words(name)


def alone_there(clause: Clause, index: int, lexicons: Lexicons) -> int:
    """The index of the one named place "alone" whose count a figure is: "with 14 deaths in Orra alone", "in Orra alone, 14 died"; 0 where there is none."""
    chunk = clause.chunks[index]
    near = range(max(1, chunk.first - _BEFORE), min(len(clause.tokens), chunk.last + _CLOSE))
    at = next((at for at in near if clause.tokens[at].lower in lexicons.words("alone")), 0)
    between = clause.tokens[at + 1 : chunk.first] if at < chunk.first else clause.tokens[chunk.last : at]
    place = bisect_right(clause.chunks, at - 1, key=lambda one: one.first) - 1 if at else 0
    named = place > 0 and clause.part(place - 1) == Part.PREPOSITION and clause.part(place) == Part.NOUN
    alone = (
        named
        and clause.chunks[place].kind in ("", "place")
        and clause.chunks[place].determiner not in lexicons.words("this")
        and all(token.text[:1].isalpha() or token.text == "," for token in between)
    )
    return place if alone else 0
