"""Wholes that stand in an earlier sentence: "two of them", "the remaining three", "of those taken hostage"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.antecedents import class_of, named_whole, nearest, value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identified import counted, those_told
from headwater.extract.known import add_known
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import is_owner, sense_of
from headwater.extract.parts import predicate
from headwater.extract.settling import Settled
from headwater.extract.tolls import underwent

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_wholes"]

_NEAR = 12
_FAR = 60
_LEAD = 6
_HIT, _DEAD = "affected", "killed"
_PERSON = "person"
_OPENERS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)


def find_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link parts that point back to the nearest earlier figure they can be taken out of."""
    earlier: list[Settled] = []
    before: Row | None = None
    for row in rows:
        before, above = row, before
        if not row.counts:
            continue
        told = those_told(row.clause, row.settled, earlier, lexicons)
        if add_known(row.clause, row.settled, earlier, lexicons) or told:
            row.settled = dict(sorted(row.settled.items()))
        shared = _shared(row.clause, earlier, lexicons)
        for index, chunk in enumerate(row.clause.chunks):
            if chunk.part != Part.NOUN:
                continue
            held = row.settled.get(chunk.first)
            if not chunk.counts:
                if held is not None and held.rule == "among" and not chunk.plural:
                    _link(held, earlier, row.clause, lexicons)
                continue
            if held is None:
                held = (
                    _identity(row, index, chunk, earlier, above, lexicons)
                    or _taken_out(row, index, chunk, earlier, above, lexicons)
                    or _remaining(row, chunk, earlier, lexicons)
                    or _of_shared(row, index, chunk, shared)
                )
            if held is None:
                earlier.append(Settled(chunk, [], "unattached", group=chunk.group))
                continue
            if held.whole is None and shared is not None and not chunk.head and _fits(held, shared):
                held.whole = shared
            if held.whole is None:
                _link(held, earlier, row.clause, lexicons)
            earlier.append(held)


def _topic(row: Row | None, lexicons: Lexicons) -> str:
    """The outcome of those whom a sentence tells of without a number: "most of the dead were traders"."""
    for chunk in row.clause.chunks if row is not None else ():
        told = chunk.part == Part.NOUN and chunk.countable is not None and not chunk.counts
        if told and chunk.countable is not None and chunk.determiner in lexicons.words("the"):
            return chunk.countable.outcome
    return ""


def _shared(clause: Clause, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The figure that a sentence shares out: "Of these, 151 were rescued", "Of those injured, eight remain in hospital"."""
    opening, pronoun, told = clause.at(0), clause.at(1), clause.at(2)
    if opening is None or pronoun is None or told is None or not earlier:
        return None
    number = pronoun.head in lexicons.frames.toll_names  # "of that number", "of the total"
    if opening.word not in lexicons.words("of") or pronoun.counts:
        return None
    if pronoun.head and not number:
        return _named_share(clause, pronoun, earlier, lexicons)
    if outcome := _named(clause, lexicons):
        known = [other for other in earlier[-_FAR:] if outcome in other.outcomes]
    elif told.part == Part.COMMA:
        known = list(earlier[-6:])
    else:
        return None
    people = [other for other in known if value(other) is not None and other.chunk.kind in ("person", "")]
    return max(people, key=lambda other: value(other) or 0, default=None)


def _named_share(clause: Clause, named: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The figure of those whom an opening names by their outcome: "Of the wounded, five …", "Of the bodies identified, nine …"."""
    outcome = counted(named, lexicons) if named.determiner in lexicons.words("the") and not named.others else ""
    shared = any(chunk.part == Part.COMMA for chunk in clause.chunks[2:_LEAD]) or clause.chunks[2].counts
    if not outcome or not shared:
        return None
    known = [other for other in earlier[-_FAR:] if outcome in other.outcomes and value(other) is not None]
    return max(known, key=lambda other: value(other) or 0, default=None)


def _of_shared(row: Row, index: int, chunk: Chunk, shared: Settled | None) -> Settled | None:
    """Some of the dead whom a sentence shares out, whatever is said of them: "of those who died, eleven were on deck"."""
    alone = chunk.number is not None and not chunk.head and not chunk.kind and chunk.whole is None
    subject = row.clause.part(index + 1) == Part.VERB and row.clause.part(index - 1) in (*_OPENERS, Part.NOUN)
    if shared is None or not alone or not subject or shared.outcomes != [_DEAD]:
        return None
    held = Settled(chunk, list(shared.outcomes), "partitive", group=shared.group)
    if not _fits(held, shared):
        return None
    noun = row.clause.at(index + 2)
    copula = row.clause.chunks[index + 1].copula
    if copula and noun is not None and noun.part == Part.NOUN and noun.kind == _PERSON and not noun.counts:
        held.group = noun.group
    held.whole = shared
    row.settled[chunk.first] = held
    row.settled = dict(sorted(row.settled.items()))
    return held


def _named(clause: Clause, lexicons: Lexicons) -> str:
    """The outcome by which those are named whom a sentence shares out: "of those injured", "of those who died"."""
    told = clause.chunks[2]
    if told.part == Part.VERB and told.bare and clause.part(3) == Part.COMMA:
        return sense_of(told.word, _PERSON, lexicons)
    verb = clause.at(3)
    ends = clause.part(4) in (Part.COMMA, Part.NOUN)
    if told.part != Part.RELATIVE or verb is None or verb.part != Part.VERB or verb.negated or not ends:
        return ""
    return underwent(clause, 3, lexicons)


def _identity(
    row: Row, index: int, chunk: Chunk, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> Settled | None:
    """A part of an earlier figure, told only by who they are: "22 of them were women, and four were children"."""
    noun = predicate(row.clause, index, lexicons)
    if noun is None or chunk.head or chunk.number is None or chunk.determiner in lexicons.words("both"):
        return None
    before = earlier[-1] if earlier and row.settled.get(earlier[-1].chunk.first) is earlier[-1] else None
    whole: Settled | None
    if before is not None and chunk.whole is None and _is_share(before):
        whole = before.whole
    elif _is_subject(row.clause, index) or (chunk.whole is not None and chunk.whole.pronoun):
        topic = _topic(above, lexicons) if chunk.whole is None else ""
        whole = nearest(Settled(chunk, []), earlier, row.clause, lexicons, topic)
    else:
        return None
    if whole is None or not whole.outcomes or whole.chunk.kind not in ("person", ""):
        return None
    held = row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "partitive", whole, noun.group)
    return held


def _is_subject(clause: Clause, index: int) -> bool:
    """Whether a number alone is the subject of a clause that it opens: "14 dead, and six are children"."""
    copula, before = clause.at(index + 1), clause.at(index - 1)
    told = copula is not None and copula.part == Part.VERB and copula.copula and not copula.negated
    return told and (before is None or before.part in _OPENERS)


def _is_share(held: Settled) -> bool:
    return held.rule == "partitive" or held.chunk.whole is not None


def _taken_out(
    row: Row, index: int, chunk: Chunk, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> Settled | None:
    """Some of an earlier figure, whatever is said of them: "six of those wounded sat in front", "five of them were women"."""
    if chunk.whole is None or chunk.whole.number is not None or chunk.number is None:
        return None
    if is_owner(row.clause, index, chunk, lexicons):
        return None
    if chunk.head and chunk.head != chunk.whole.head:
        return None
    named = named_whole(chunk, row.clause, lexicons)
    them = (
        _topic(above, lexicons) if index == 0 and chunk.whole.pronoun else ""
    )  # those whom the sentence before is about
    whole = nearest(Settled(chunk, []), earlier, row.clause, lexicons, them) if named or chunk.whole.pronoun else None
    noun = predicate(row.clause, index, lexicons)
    if whole is None and not named and noun is not None:
        whole = _of_their_noun(chunk, earlier)
    if whole is None or whole.chunk.kind not in ("person", "") or not (named or whole.outcomes):
        return None
    group = noun.group if noun is not None else whole.group
    held = Settled(chunk, [named] if named else list(whole.outcomes), "partitive", whole, group)
    row.settled[chunk.first] = held
    return held


def _of_their_noun(chunk: Chunk, earlier: Sequence[Settled]) -> Settled | None:
    """The nearest figure of those that a part is taken out of by their own noun: "four of the passengers were children"."""
    head = chunk.whole.head if chunk.whole is not None and chunk.whole.plural else ""
    part = Settled(chunk, [])
    found = (other for other in reversed(earlier[-_FAR:]) if other.chunk.head == head and other.outcomes)
    return next((other for other in found if _fits(part, other)), None) if head else None


def _remaining(row: Row, chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """Those left of a whole, where the sum with others of the sentence tells: of 26, "21 have been identified; the remaining five will take time"."""
    if chunk.number is None or chunk.head or not _points_back(chunk, lexicons) or chunk.whole is not None:
        return None
    held = Settled(chunk, [], "partitive")
    for some in reversed(earlier[-_NEAR:]):
        mine, theirs = value(held), value(some)
        if mine is None or theirs is None or not some.outcomes or row.settled.get(some.chunk.first) is not some:
            continue
        whole = next((one for one in reversed(earlier[-_FAR:]) if value(one) == mine + theirs and one.outcomes), None)
        if whole is not None and whole.outcomes == some.outcomes:
            held.outcomes, held.whole, held.group = list(whole.outcomes), whole, whole.group
            row.settled[chunk.first] = held
            return held
    return None


def _link(held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons) -> None:
    if _points_back(held.chunk, lexicons):
        meant = _meant(held.chunk, clause)
        held.whole = nearest(held, earlier, clause, lexicons)
        if meant is not None and held.whole is not None and not _may_be(held.whole, meant, lexicons):
            held.whole, held.group = None, meant.group
            return
        if held.whole is not None and held.rule == "noun" and [held.outcomes, held.whole.outcomes] == [[_HIT], [_DEAD]]:
            held.outcomes = [_DEAD]
        told = held.group != held.chunk.group and class_of(held.group, lexicons) == held.group  # "14 of them children"
        if held.whole is not None and not held.chunk.head and held.whole.group and not told:
            held.group = held.whole.group
    elif held.rule == "among":
        whole = [other for other in earlier[-_FAR:] if other.outcomes == held.outcomes and other.whole is None]
        if not whole and held.outcomes == [_HIT]:  # "the victims included four nurses", where nobody was said to be hit
            whole = [
                one for one in earlier[-_FAR:] if one.outcomes == [_DEAD] and one.whole is None and _fits(held, one)
            ]
            held.outcomes = [_DEAD] if whole else held.outcomes
        held.whole = next(
            (one for one in reversed(whole) if one.rule not in ("among", "change") and _fits(held, one)), None
        )
    elif _is_outcome_of(held, earlier):
        held.whole = earlier[-1]
    elif held.chunk.countable is not None and held.chunk.countable.outcome == _HIT and held.outcomes != [_HIT]:
        # "one victim died", where three were said to be shot.
        hit = [other for other in earlier[-12:] if other.outcomes == [_HIT] and _fits(held, other)]
        held.whole = hit[-1] if hit else None
    elif held.outcomes == [_HIT] and held.rule == "noun" and held.chunk.whole is None:
        _as_dead(held, earlier)
    if _fled_otherwise(held, lexicons):
        held.outcomes = []


def _as_dead(held: Settled, earlier: Sequence[Settled]) -> None:
    """Take "the 12 victims" for the dead where just so many died, and nobody else was said to be hit."""
    if held.chunk.determiner and not any(other.outcomes == [_HIT] for other in earlier[-_FAR:]):
        same = [other for other in earlier[-_FAR:] if other.outcomes == [_DEAD] and value(other) == value(held)]
        held.outcomes = [_DEAD] if same else held.outcomes


def _meant(chunk: Chunk, clause: Clause) -> Chunk | None:
    """The people without a number whom "them" stands right behind: "clashed with the kidnappers, killing two of them"."""
    if chunk.whole is None or not chunk.whole.pronoun:
        return None
    at = bisect_left(clause.chunks, chunk.first, key=lambda row: row.first)
    for before in reversed(clause.chunks[max(0, at - _FAR) : at]):
        if before.part == Part.NOUN and (before.counts or (before.plural and before.kind == "person")):
            return None if before.counts else before
    return None


def _may_be(whole: Settled, meant: Chunk, lexicons: Lexicons) -> bool:
    if class_of(whole.group, lexicons) == class_of(meant.group, lexicons):
        return True
    return "person" in (whole.group, meant.group) or (
        meant.countable is not None and meant.countable.outcome in whole.outcomes
    )


def _is_outcome_of(held: Settled, earlier: Sequence[Settled]) -> bool:
    """Whether a number says what became of some of those just counted: "shot three people, killing one"."""
    if not earlier or held.rule == "label" or held.chunk.head or held.chunk.others or earlier[-1].outcomes != [_HIT]:
        return False
    near = 0 <= held.chunk.first - earlier[-1].chunk.last < _NEAR
    return near and _fits(held, earlier[-1]) and held.outcomes != [_HIT]


def _fits(part: Settled, whole: Settled) -> bool:
    mine, theirs = value(part) if part.chunk.counts else Decimal(1), value(whole)
    return mine is not None and theirs is not None and mine < theirs


def _fled_otherwise(held: Settled, lexicons: Lexicons) -> bool:
    """Whether those who fled are no displaced ones: boats, or those who took part in an attack."""
    if held.outcomes != ["displaced"] or held.chunk.whole is None or not held.chunk.whole.pronoun:
        return False
    noun = lexicons.groups.nouns.get(held.group)
    people = noun is None or noun.kind in ("person", "household")
    return held.whole is None or not people or "attackers" in held.whole.outcomes


def _points_back(chunk: Chunk, lexicons: Lexicons) -> bool:
    if chunk.whole is not None:
        return chunk.whole.number is None
    return any(word in lexicons.frames.remaining for word in chunk.modifiers) and chunk.determiner in lexicons.words(
        "singling"
    )
