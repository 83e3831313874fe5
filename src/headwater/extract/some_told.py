"""Some of those just told of, known by what is said of them: "seven have been identified", "six were under 18", "two later died", "14 in Orra alone"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less, value
from headwater.extract.chunks import Clause
from headwater.extract.identities import is_exception
from headwater.extract.laid_out import is_laid_out, take_out_of_dead
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import named_place
from headwater.extract.said_of_some import alone_there, is_aged, is_bare, is_known, is_there, is_told, says, says_before
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_some"]

_DEAD, _HURT, _HELD = "killed", "injured", "detained"
_LIVING = frozenset({"injured", "hospitalised", "rescued", "affected"})  # who may die of it later
_TREATED = frozenset({_HURT, "hospitalised"})
_LASTING = {
    state: frozenset(of)
    for state, of in (
        ("detained", ("detained", "captured")),
        ("captured", ("captured", "detained")),
        ("hospitalised", ("hospitalised", "injured", "casualties")),
        ("displaced", ("displaced",)),
        ("missing", ("missing",)),
        ("trapped", ("trapped",)),
    )
}  # what some may be still, and what they all were
_PLACED = frozenset({"hospitalised", "detained", "captured", "displaced", "trapped"})  # who may be there still
_PERSISTING = frozenset(_LASTING.values())
_PERSON = "person"
_FURTHEST = 60
_STILL = 3  # tokens between those counted and the word that tells of now
_BACK = 3  # sentences
_FAR = 12


def find_some(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link a number to the figure of the same or the next sentence before that its words take it out of, and give it that one's outcome.

    A place "alone" goes back to any of the last twelve figures.

    Words that identify are said of some of the dead, a sentence of some of those arrested, an age of some of any people, a grave state of some of the hurt, a later
    death of some who were hurt, saved or taken ill, and a place "alone" of some of the same outcome.
    """
    earlier: list[tuple[int, Settled]] = []
    for at, row in enumerate(rows):
        if not row.counts:
            continue
        telling = not lexicons.some_telling.isdisjoint(row.sentence.words)
        added, clause = False, row.clause
        for index in clause.counting:
            chunk = clause.chunks[index]
            if chunk.number is None or chunk.kind in ("money", "measure", "event"):
                continue
            held = row.settled.get(chunk.first)
            if telling and (held is None or held.whole is None):
                there = alone_there(clause, index, lexicons) if held is not None else 0
                place = there > 0
                if held is not None and held.place is None and place:
                    held.place = named_place(clause, clause.chunks[there])
                still = says(clause, chunk, "still_so", lexicons)
                back = _BACK if _is_lasting(held, still) else 1
                near = [one for before, one in earlier[-_FAR:] if place or before >= at - back]
                last = rows[max(0, at - back) : at + 1]
                if not place:
                    near = [
                        one
                        for one in near
                        if not (_is_let_go(one, last, lexicons) or _is_so(one, held, still, last, lexicons))
                    ]
                made = _taken(clause, index, held, near, place, lexicons)
                if held is None and made is not None:
                    held = row.settled[chunk.first] = made
                    added = True
            if held is not None and is_laid_out(clause, index, held, lexicons):
                take_out_of_dead(held, [one for _, one in earlier[-_FURTHEST:]])
            if held is not None and held.outcomes:
                earlier.append((at, held))
        if added:
            row.settled = dict(sorted(row.settled.items()))


def _is_lasting(held: Settled | None, still: bool) -> bool:
    """Whether a state is told that lasts, or nothing, so that those of the same may be counted some sentences before; those judged may be of another time."""
    if held is None:
        return True
    return len(held.outcomes) == 1 and held.outcomes[0] in _LASTING and (still or held.outcomes != [_HELD])


def _is_let_go(one: Settled, rows: Sequence[Row], lexicons: Lexicons) -> bool:
    """Whether those counted have left hospital, so that none of them is in a bad way: "68 have been discharged"."""
    row = next((row for row in rows if row.settled.get(one.chunk.first) is one), None)
    return row is not None and one.whole is not None and says(row.clause, one.chunk, "discharging", lexicons)


def _is_so(one: Settled, held: Settled | None, still: bool, rows: Sequence[Row], lexicons: Lexicons) -> bool:
    """Whether those counted are told to be so still, so that none of them has died, nor are others who are so `still` theirs: "is still treating 12 of the wounded"."""
    row = next((row for row in rows if row.settled.get(one.chunk.first) is one), None)
    if row is None or held is None or not (held.outcomes == [_DEAD] or (still and held.outcomes == one.outcomes)):
        return False
    around = row.clause.tokens[max(0, one.chunk.first - _STILL) : one.chunk.last + _STILL]
    return not lexicons.words("still_so").isdisjoint(token.lower for token in around)


def _taken(
    clause: Clause, index: int, held: Settled | None, earlier: Sequence[Settled], place: bool, lexicons: Lexicons
) -> Settled | None:
    """The figure at an index, linked to what it is taken out of; `None` where it tells nothing of the kind."""
    chunk = clause.chunks[index]
    some = held or Settled(chunk, [], "partitive")
    for outcomes in _of_whom(clause, index, held, place, lexicons):
        found = [one for one in reversed(earlier) if _is_whole(some, one, outcomes) and (place or _is_alike(some, one))]
        whole = max(found, key=lambda one: value(one) or 0) if found and place else next(iter(found), None)
        if whole is not None:
            above = whole.whole
            still = not place and outcomes in _PERSISTING
            direct = above is None or above.outcomes != whole.outcomes or not (held is None or still)
            some.whole = whole if above is None or direct else above
            some.outcomes = some.outcomes or list(some.whole.outcomes)
            some.group = (some.group if chunk.head or not still else "") or some.whole.group
            return some
    return None


def _is_alike(some: Settled, one: Settled) -> bool:
    """Whether the noun of some, where they have one, can name those of a figure: "31 patients remain", of 54 patients."""
    return not some.chunk.head or some.chunk.group in (_PERSON, one.group)


def _is_whole(some: Settled, one: Settled, outcomes: frozenset[str]) -> bool:
    people = one.chunk.kind in ("person", "household", "") or some.chunk.kind == one.chunk.kind
    fits = not outcomes or not outcomes.isdisjoint(one.outcomes)
    return (
        fits and people and one.chunk.counts and not one.chunk.negated and one.whole is not some and is_less(some, one)
    )


def _of_whom(
    clause: Clause, index: int, held: Settled | None, place: bool, lexicons: Lexicons
) -> Iterator[frozenset[str]]:
    """The outcomes, any one where empty, of those out of whom a number is taken."""
    chunk = clause.chunks[index]
    told = held.outcomes if held is not None else []
    if told and not chunk.others and place:
        yield frozenset(told)
    if len(told) == 1 and told[0] in _LASTING and is_told(clause, index, "still_so", lexicons):
        yield _LASTING[told[0]]
    if not told:
        yield from _of_the_lasting(clause, index, lexicons)
    if not is_bare(clause, index):
        yield from _of_the_treated(clause, index, held, lexicons)
    elif not told:
        if is_known(clause, index, lexicons):
            yield frozenset({_DEAD})
        elif says(clause, chunk, "judged", lexicons):
            yield frozenset({_HELD})
        elif is_aged(clause, index, lexicons):
            yield frozenset()
    elif _TREATED.issuperset(told) and says(clause, chunk, "graver", lexicons):
        yield _TREATED
    elif told == [_DEAD] and (says(clause, chunk, "later", lexicons) or says_before(clause, chunk, "later", lexicons)):
        yield _LIVING
    elif told == [_HELD] and says(clause, chunk, "judged", lexicons):
        yield frozenset(told)


def _of_the_treated(clause: Clause, index: int, held: Settled | None, lexicons: Lexicons) -> Iterator[frozenset[str]]:
    """The outcomes of those of whom the condition of a number alone is told: "the condition of five was described as critical"."""
    chunk, link = clause.chunks[index], clause.at(index - 1)
    hurt = held is not None and held.rule == "nominal" and held.outcomes == [_HURT]
    if chunk.stands_alone and hurt and link is not None and link.word in lexicons.words("of"):
        yield _TREATED


def _of_the_lasting(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[frozenset[str]]:
    """The outcomes of those of whom a number is told to have gone home, or to be where they were."""
    discharged = is_told(clause, index, "discharging", lexicons)
    if discharged and not is_exception(clause, clause.chunks[index], lexicons):
        yield _LASTING["hospitalised"]
    if is_there(clause, index, lexicons):
        yield _PLACED
