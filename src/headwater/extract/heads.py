"""The noun group that a phrase hangs on, and the row of groups that stand beside it."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons

__all__ = ["CLIMB", "ROW", "THINGS", "alike", "head_of", "heads"]

CLIMB = 16
"""How many groups are climbed to the one that a phrase hangs on."""
ROW = 64
"""How many chunks a row of noun groups may hold."""
THINGS = frozenset({"building", "place", "thing", "vehicle"})
"""Classes of what is no living being, which may stand in a row."""
_LIVING = frozenset({"person", "household", "animal"})
_QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb')


def head_of(clause: Clause, noun: int, lexicons: Lexicons) -> int:
    """The group on which a noun group hangs by prepositions: the people of "people on the bus"."""
    here = _joined(clause, noun)
    while clause.part(here - 1) == Part.PREPOSITION and clause.part(here - 2) == Part.NOUN and noun - here < CLIMB:
        if clause.chunks[here - 1].word not in lexicons.attaching:
            break
        here = _joined(clause, here - 2)
    return here


def _joined(clause: Clause, noun: int) -> int:
    """The first of two groups without number or article that a preposition holds: "mayors of small and larger towns"."""
    first = clause.at(noun - 2)
    if clause.part(noun - 1) != Part.CONJUNCTION or clause.part(noun - 3) != Part.PREPOSITION or first is None:
        return noun
    plain = [first, clause.chunks[noun]]
    bare = all(one.part == Part.NOUN and not (one.counts or one.determiner) for one in plain)
    return noun - 2 if bare else noun


def alike(one: Chunk, other: Chunk) -> bool:
    """Whether two noun groups may stand in a row: of one class, both living or both not, or one of a class that is not known."""
    kinds = (one.kind, other.kind)
    return one.kind == other.kind or "" in kinds or THINGS.issuperset(kinds) or _LIVING.issuperset(kinds)


def heads(clause: Clause, noun: int, lexicons: Lexicons) -> list[int]:
    """The subject that ends at a noun group, with those coordinated with it; parts give way to their whole."""
    found = [head_of(clause, noun, lexicons)]
    here = found[0]
    joined = False
    while here > 0 and len(found) < ROW:
        before = here - 1
        part = clause.part(before)
        if part == Part.PARTS:
            own = clause.tokens[clause.chunks[before].last - 1].lower in lexicons.words("relative")
            return found if own else _whole_before(clause, before, lexicons) or found  # "of whom 22 died": not all
        if part == Part.CONJUNCTION:
            if clause.part(before - 1) == Part.COMMA and clause.chunks[here].counts and _list_of_parts(clause, before):
                break  # "four died, including a mother, and 29 were burned": another clause
            joined = True
        elif part != Part.COMMA or not (joined or _list_of_parts(clause, before) or _opens_row(clause, before)):
            break
        while clause.part(before) in (Part.COMMA, Part.CONJUNCTION):
            before -= 1
        before = _before_who(clause, before)
        if clause.part(before) != Part.NOUN or _parted(clause, before, here):
            break
        head = head_of(clause, before, lexicons)
        if clause.part(head - 1) == Part.COMMA and clause.chunks[head].whole is not None:
            break  # "63 officers hurt, four of them seriously, and 212 people arrested", "five of them by a stone, and 60 were treated"
        if not _alike(clause, head, found[0]) and not _list_of_parts(clause, here - 1):
            break
        here = head
        found.append(head)
    return _bounded(clause, found, lexicons)


def _opens_row(clause: Clause, comma: int) -> bool:
    """Whether a comma stands for "and" between two counts of people with which a sentence opens: "Two guards, three clerks shot dead"."""
    if comma != 1:
        return False
    one, two = clause.chunks[0], clause.chunks[2]
    people = one.kind == two.kind == "person" and bool(one.head) and bool(two.head)
    return people and one.number is not None and two.number is not None and two.whole is None


def _before_who(clause: Clause, noun: int) -> int:
    """The counted group of which a noun only tells who some are: "seven soldiers, four of them officers, and two civilians"."""
    some, whole = clause.at(noun - 1), clause.at(noun - 3)
    told = some is not None and some.whole is not None and some.whole.pronoun and clause.part(noun - 2) == Part.COMMA
    return noun - 3 if told and whole is not None and whole.part == Part.NOUN and whole.counts else noun


def _parted(clause: Clause, left: int, right: int) -> bool:
    """Whether a quotation mark stands between two chunks."""
    between = clause.tokens[clause.chunks[left].last : clause.chunks[right].first]
    return any(token.text in _QUOTES for token in between)


def _list_of_parts(clause: Clause, comma: int) -> bool:
    """Whether a comma stands in a list that a word such as "including" opens."""
    here = comma
    while here >= 0 and comma - here < 24:
        part = clause.part(here)
        if part == Part.PARTS:
            return True
        if part not in (Part.NOUN, Part.COMMA, Part.CONJUNCTION, Part.PREPOSITION):
            return False
        here -= 1
    return False


def _whole_before(clause: Clause, marker: int, lexicons: Lexicons) -> list[int]:
    before = marker - 1
    while clause.part(before) in (Part.COMMA, Part.OPEN):
        before -= 1
    return [head_of(clause, before, lexicons)] if clause.part(before) == Part.NOUN else []


def _alike(clause: Clause, left: int, right: int) -> bool:
    one, other = clause.chunks[left], clause.chunks[right]
    if not one.counts and not one.determiner and not one.plural:
        return False
    if "measure" in (one.kind, other.kind):
        return False
    return alike(one, other)


def _bounded(clause: Clause, found: list[int], lexicons: Lexicons) -> list[int]:
    """The members without those that an earlier verb or preposition holds: "killed 3 and 5 were hurt" has one subject.

    What a preposition holds is left out alone: "in all, 312 passengers and 21 crew were saved".
    """
    while len(found) > 1:
        before = clause.at(found[-1] - 1)
        if before is None:
            break
        if before.part == Part.VERB and before.word not in lexicons.frames.report:
            return found[:1]
        if before.part != Part.PREPOSITION or before.word in lexicons.words("opening"):
            break
        found = found[:-1]
    return found
