"""What stands between a subject and its verb: appositions, asides, relative clauses, brackets."""

from __future__ import annotations

from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons

__all__ = ["before_apposition", "insertion", "opening", "relative_before"]

_LIMIT = 60
_ANEW = {"household", "person"}  # what one count gives the other anew


def before_apposition(clause: Clause, noun: int) -> int:
    """The noun group before one that tells of a part of it: "six priests, five of them foreigners, who"."""
    here = noun - 1 if clause.part(noun - 1) == Part.NOUN else noun
    held = clause.at(here)
    taken = held is not None and held.whole is not None and held.whole.pronoun
    return here - 2 if taken and clause.part(here - 1) == Part.COMMA else noun


def opening(clause: Clause, closing: int) -> int:
    """The index of the bracket that a closing one belongs to, or the last that was looked at."""
    here = closing
    while here > 0 and closing - here < _LIMIT and clause.part(here) != Part.OPEN:
        here -= 1
    return here


def insertion(clause: Clause, comma: int, lexicons: Lexicons) -> int:
    """The noun group before an insertion that ends at a comma, or -1: "N people, including children, were"."""
    here = comma - 1
    while here >= 0 and comma - here < _LIMIT:
        part = clause.part(here)
        if part == Part.PARTS and clause.part(here - 1) == Part.RELATIVE:
            here, part = here - 1, Part.RELATIVE  # "40 people, which included 12 children, were"
        if part in (Part.RELATIVE, Part.PARTS) or (part == Part.COMMA and _opens_insertion(clause, here, lexicons)):
            before = here if part == Part.COMMA else here - 1
            if part == Part.PARTS and here == comma - 1 and clause.part(here - 2) == Part.COMMA:
                before = here - 2  # "five civilians, one child among them, were"
            elif part != Part.COMMA:
                before = _before_share(clause, here, lexicons)
            while clause.part(before) == Part.COMMA:
                before -= 1
            return _before_aside(clause, before, lexicons) if clause.part(before) == Part.NOUN else -1
        if part in (Part.SUBORDINATOR, Part.STOP, Part.COLON):
            return -1
        if part == Part.VERB and clause.chunks[here].finite and relative_before(clause, here) < 0:
            subject = clause.chunks[here - 1]
            if Part.PARTS in (subject.part, clause.part(here - 2)):
                pass  # "many of whom were asleep", "of whom 12 were children"
            elif subject.determiner in lexicons.words("whose"):
                pass  # "six workers, whose names were not given, died"
            elif subject.whole is None or subject.whole.word not in lexicons.words("relative"):
                return -1  # "36 people, 11 of whom have wounds, were"
        here -= 1
    return -1


def _before_share(clause: Clause, relative: int, lexicons: Lexicons) -> int:
    """The index before a relative word, and before the share of those it stands for: "twelve men, most of whom were unarmed, were"."""
    share = relative - 1
    if clause.part(share) == Part.PREPOSITION and clause.chunks[share].word in lexicons.words("of"):
        share -= 1
    elif clause.tokens[clause.chunks[relative].first].lower not in lexicons.words("of"):
        return relative - 1
    return share - 1 if clause.part(share) == Part.NOUN and clause.part(share - 1) == Part.COMMA else relative - 1


def _before_aside(clause: Clause, noun: int, lexicons: Lexicons) -> int:
    """The counted group to which a noun group only adds who it is: "one officer, a lieutenant who was 23, goes"."""
    before = clause.at(noun - 2)
    aside = clause.part(noun - 1) == Part.COMMA and before is not None and before.counts
    said = not clause.chunks[noun].counts and clause.chunks[noun].determiner in lexicons.words("articles")
    return noun - 2 if aside and said and before is not None and before.kind == clause.chunks[noun].kind else noun


def relative_before(clause: Clause, verb: int) -> int:
    """Index of the relative word that opens the verb's clause, -1 where none does."""
    here = verb - 1
    while here >= 0 and verb - here < 8 and clause.part(here) not in (Part.COMMA, Part.STOP, Part.VERB):
        if clause.part(here) == Part.RELATIVE:
            return here
        here -= 1
    return -1


def _opens_insertion(clause: Clause, comma: int, lexicons: Lexicons) -> bool:
    following = clause.at(comma + 1)
    if following is None or clause.part(comma - 1) != Part.NOUN:
        return False
    if following.part == Part.VERB:
        return following.bare
    if following.part == Part.CONJUNCTION and following.word in lexicons.words("or"):
        return True  # "200 households, or about 1,000 people, have"
    if (
        following.counts
        and {following.kind, clause.chunks[comma - 1].kind} == _ANEW
        and clause.chunks[comma - 1].counts
    ):
        return True  # "200 households, about 1,000 people, have"
    if following.determiner in lexicons.words("both"):
        return True  # "a policeman and a boy, both bystanders, died"
    if following.counts and clause.tokens[following.first - 1].lower in lexicons.words("not"):
        return True  # "25 inmates, not 16, had died"
    of, those = clause.at(comma + 2), clause.at(comma + 3)
    if following.nounless and of is not None and of.part == Part.NOUN and of.determiner:
        return True  # "three villagers, one a child, were"
    if following.kind == "measure" and of is not None and those is not None and those.pronoun:
        return of.word in lexicons.words("of")  # "2,300 people, two thirds of them women and children, were"
    taken = following.part == Part.NOUN and (not following.counts or following.whole is not None)
    return taken or following.part == Part.PREPOSITION
