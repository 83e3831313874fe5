"""The earlier figure that a part goes back to: "two of them", "twenty of the dead", "of those who died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of, undergone
from headwater.extract.settling import Settled
from headwater.extract.tails import tails_at

__all__ = ["all_told", "class_of", "is_less", "named_whole", "nearest", "value"]

_NEAR = 12
_FAR = 60
_HIT, _DEAD = "affected", "killed"
_VICTIMS = (_DEAD, "captured")  # whom a report may call so: those who died, else those who were taken
_OF_PEOPLE = frozenset({"injured", "hospitalised", "detained"})
_ANYBODY = frozenset({"person", ""})
_UNCOUNTED = ("measure", "money", "event")


def nearest(
    held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons, named: str = ""
) -> Settled | None:
    """The nearest earlier figure that a part can be taken out of.

    Where the words name the outcome of the whole ("of the dead"; `named` says it where they do not), it is `all_told` of
    that outcome: all the dead. "Them" behind a part of such a figure are all of that one, but not where they are an afterthought
    to the part ("twelve are in hospital, seven of them badly burned"), or where nothing is said to have befallen the whole.
    """
    named = named or named_whole(held.chunk, clause, lexicons)
    reach = earlier[-_FAR if named else -_NEAR :]
    found = [other for other in reversed(reach) if _is_whole(held, other, named, lexicons)]
    for told in (
        _VICTIMS if named == _HIT and not found else ()
    ):  # "four of the victims", where nobody was said to be hit
        named, found = told, [other for other in reversed(reach) if _is_whole(held, other, told, lexicons)]
        if found:
            break
    if not found:
        return None
    some = held.chunk.whole
    if not named and some is not None and some.head and some.determiner in lexicons.words("the"):
        theirs = next((one for one in found[:3] if one.chunk.head == some.head and one.outcomes), None)
        if theirs is not None and theirs.whole is not None and theirs.whole.chunk.head != some.head:
            return theirs  # "fourteen of the girls", of "31 children: 20 girls and 11 boys"
    last = not named or (some is not None and some.countable is not None and _points_near(some, lexicons))
    other = found[0] if last else all_told(found, earlier, lexicons)
    above = other.whole
    if above is None or (named and named not in above.outcomes):
        return other
    direct = not named and some is not None and (some.pronoun or _are_these(some, lexicons))
    direct = direct and (not above.outcomes or _is_aside(held.chunk, other.chunk, clause, lexicons))
    return other if direct and other.outcomes else above


def all_told(found: Sequence[Settled], earlier: Sequence[Settled], lexicons: Lexicons) -> Settled:
    """All who are meant where words name them by their outcome alone, of figures of that outcome from the nearest back: the largest.

    It is the nearest where this counts others than the largest does, told apart from them: "11 civilians were hurt … three soldiers died and nine were hurt. Two of the wounded".
    """
    near, all_ = found[0], max(found, key=lambda one: value(one) or Decimal(0))
    if near is all_ or near.whole is all_ or near.row == all_.row:
        return all_  # "40 civilians and 12 soldiers died. Eight of the dead" may be of both
    mine, theirs = _called(near, earlier), _called(all_, earlier)
    apart = class_of(mine, lexicons) != class_of(theirs, lexicons) and _ANYBODY.isdisjoint((mine, theirs))
    return near if apart else all_


def _called(held: Settled, earlier: Sequence[Settled]) -> str:
    """The group of a figure; of a number alone that of the one before it in its sentence: "three soldiers died and nine were hurt"."""
    if held.chunk.head or held.row < 0:
        return held.group
    here = (one for one in reversed(earlier) if one.row == held.row and one.chunk.first <= held.chunk.first)
    return next((one.group for one in here if one.chunk.head), held.group)


def _points_near(some: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun goes back to what was told last, not to all that is told of: "four of these deaths"; not "of the dead"."""
    near = bool(some.determiner) and bool(some.head) and some.determiner not in lexicons.words("definite")
    return near and some.determiner in lexicons.words("pointing")


def _are_these(whole: Chunk, lexicons: Lexicons) -> bool:
    return not whole.head and whole.determiner in lexicons.words("pointing")


def _is_aside(chunk: Chunk, before: Chunk, clause: Clause, lexicons: Lexicons) -> bool:
    """Whether "N of them" hangs on a count of its own sentence by a comma, without a verb, or "N of whom"."""
    at = clause.place(before.first)
    if before.first >= chunk.first or clause.at(at) is not before:
        return False
    here = clause.place(chunk.first)
    relative = chunk.whole is not None and chunk.whole.word in lexicons.words("relative")
    return clause.part(here - 1) in (Part.COMMA, Part.OPEN) and (relative or clause.part(here + 1) != Part.VERB)


def _is_whole(held: Settled, other: Settled, named: str, lexicons: Lexicons) -> bool:
    mine, theirs = value(held), value(other)
    if other.whole is held or other.rule == "change" or (mine is not None and theirs is not None and theirs <= mine):
        return False
    if not named and held.chunk.whole is None and held.outcomes and other.outcomes == [_DEAD] != held.outcomes:
        return False  # "six died; the fate of the remaining five is unknown"
    known = other.outcomes or other.chunk.head or other.chunk.others or other.chunk.whole or _is_named(other.chunk)
    if other.chunk.kind in _UNCOUNTED or not known:
        return False
    if other.chunk.head in lexicons.words("lesser"):
        return False  # "eight fewer than in April"
    if other.chunk.kind in THINGS and not _OF_PEOPLE.isdisjoint(held.outcomes):
        return False  # of huts nobody is hurt
    some = held.chunk.whole
    if some is not None and some.determiner in lexicons.words("possessive") and some.head not in ("", other.chunk.head):
        return False  # "nine of his brothers" are none of others told before
    if other.chunk.negated or (held.chunk.head and not named and not _alike(held, other, lexicons)):
        return False
    return not named or (named in other.outcomes and other.place is None)


def _is_named(chunk: Chunk) -> bool:
    """Whether a number follows the noun for those it counts: "a crew of nine"."""
    return chunk.number is not None and chunk.number.first - chunk.first > 1


def _alike(one: Settled, other: Settled, lexicons: Lexicons) -> bool:
    return class_of(one.group, lexicons) == class_of(other.group, lexicons)


def class_of(group: str, lexicons: Lexicons) -> str:
    """What a group goes by when it is named again: people by their group, other things by their class."""
    noun = lexicons.groups.nouns.get(group)
    return group if noun is None or noun.kind == "person" else noun.kind


def value(held: Settled) -> Decimal | None:
    """The value of a figure, or the least it can be; `None` where neither is given."""
    number = held.chunk.number
    return (number.best if number.best is not None else number.low) if number else None


def is_less(part: Settled, whole: Settled) -> bool:
    """Whether a figure, or the one that a noun group without a number is, is less than another: it can be a part of it."""
    mine, theirs = value(part) if part.chunk.counts else Decimal(1), value(whole)
    return mine is not None and theirs is not None and mine < theirs


def named_whole(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> str:
    """The outcome by which a whole is named: "of the dead", "of those taken hostage", "of those who died"."""
    if chunk.whole is not None and chunk.whole.countable is not None:
        return chunk.whole.countable.outcome
    if chunk.whole is not None and chunk.whole.modifiers:
        told = (sense_of(word, "person", lexicons) for word in chunk.whole.modifiers)
        return next((outcome for outcome in told if outcome), "")
    pointing = lexicons.words("pointing")
    if chunk.whole is None or chunk.whole.determiner not in pointing or chunk.last >= len(clause.tokens):
        return ""
    return next(_told(chunk, clause, lexicons), "")


def _told(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> Iterator[str]:
    """What the participle or relative clause behind "those" says of them."""
    at = clause.place(chunk.last)
    following = clause.chunks[at : at + 2]
    if following and following[0].part == Part.STATE:
        yield following[0].outcome  # "thirty of those in hospital"
    relative = bool(following) and following[0].part == Part.RELATIVE
    verb = next((row for row in following[relative:] if row.part == Part.VERB), None)
    if verb is None or verb.form is None or verb.negated or not (verb.bare or relative):
        return
    if not relative and undergone(verb.form.lemma, lexicons):
        return  # "nine of these died" are of those just told
    for row, _ in tails_at(clause, verb, verb.last, lexicons):
        yield row.sense.outcome
    yield sense_of(verb.word, "person", lexicons)
