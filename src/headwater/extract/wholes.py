"""Wholes that stand in an earlier sentence: "two of them", "the remaining three", "of those taken hostage"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less, named_whole, nearest
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.identities import called, is_exception, predicate
from headwater.extract.known import add_known
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import is_owner
from headwater.extract.opened_with import those_told
from headwater.extract.parts import add_parts
from headwater.extract.pointing_back import point_back
from headwater.extract.rest_of import all_with, remaining, take_before
from headwater.extract.settling import Settled
from headwater.extract.sharing_out import of_shared, of_things, opens_with_number, shared_from, shared_out
from headwater.extract.who_they_are import identity, topic

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_wholes"]

_FAR = 60
_HIT, _DEAD = "affected", "killed"
_FREED = "rescued"
_MISSING, _FLED = "missing", "displaced"
_CLOSE = 5
_PARTED = 1 << Part.PARTS
_ENDING = ("discharging", "freeing", "returning", "tracing")
_HURT = (
    [_HIT],
    ["injured"],
    [_FLED],
)  # of the dead these tell how they died, or where they were: "six of whom were on foot"
_CAUGHT = "trapped"
_PERSON = "person"


def find_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link parts that point back to the nearest earlier figure they can be taken out of."""
    earlier: list[Settled] = []
    before: Row | None = None
    of = lexicons.words("of")
    for number, row in enumerate(rows):
        before, above = row, before
        if not row.counts:
            continue
        clause = row.clause
        told = those_told(clause, row.settled, earlier, above, lexicons)
        if add_known(clause, row.settled, earlier, lexicons) or told:
            row.settled = dict(sorted(row.settled.items()))
        shared, settled = shared_out(clause, earlier, above, lexicons), len(row.settled)
        _take_as_told(row, shared, lexicons)
        chunks, known = clause.chunks, row.settled
        for index in [at for at, one in enumerate(chunks) if one.counts or one.word in of or one.first in known]:
            chunk = chunks[index]
            if chunk.part != Part.NOUN:
                if chunk.word in of and chunk.part == Part.PREPOSITION:
                    shared = shared_from(clause, index, earlier, lexicons) or shared
                continue
            held = row.settled.get(chunk.first)
            if not chunk.counts:
                if held is not None and held.rule == "among" and held.whole is None and not chunk.plural:
                    point_back(held, earlier, clause, above, lexicons)
                continue
            held = held or (
                identity(row, index, chunk, earlier, shared, above, lexicons)
                or of_things(row, index, chunk, shared, lexicons)
                or _taken_out(row, index, chunk, earlier, above, lexicons)
                or remaining(row, chunk, earlier, lexicons)
                or of_shared(row, index, chunk, shared)
            )
            if held is not None:
                if held.rule == "partitive" and clause.holds & _PARTED:
                    add_parts(clause, row.settled, lexicons)  # "87 are civilians, among them 29 children"
                _find_whole(held, row, shared, earlier, above, lexicons)
                _go_on(held, index, row, lexicons)
                shared = (_left(held, row, lexicons) if index == 1 and not held.outcomes else None) or shared
            held = held or Settled(chunk, [], "unattached", group=chunk.group)
            held.row = number
            earlier.append(held)
        if len(row.settled) > settled:
            row.settled = dict(sorted(row.settled.items()))


def _take_as_told(row: Row, shared: Settled | None, lexicons: Lexicons) -> None:
    """Make the parts of a number that opens a sentence, and was told before, parts of that: "Nineteen died. Of the nineteen, twelve were shot"."""
    opened = row.settled.get(row.clause.chunks[1].first) if opens_with_number(row.clause, lexicons) else None
    if opened is None or shared is None or opened.outcomes:
        return
    for held in row.settled.values():
        if held.whole is opened:
            held.whole = shared
            held.group = shared.group if not held.chunk.head and held.group in ("", _PERSON) else held.group


def _find_whole(
    held: Settled, row: Row, shared: Settled | None, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> None:
    """Link a figure to what its sentence shares out, to what others leave it of, or to what its words point back to."""
    if held.whole is not None:
        return
    alone = not held.chunk.head
    apart = held.chunk.whole is not None and (
        held.chunk.whole.pronoun or _points(held.chunk.whole, row.clause, lexicons)
    )  # "Of these 23 are in hospital, six of them badly hurt"
    if shared is not None and alone and not apart and is_less(held, shared):
        held.whole = shared
        if shared.outcomes == [_DEAD] and _FREED in held.outcomes:
            held.outcomes = [
                _DEAD
            ]  # "of the dead, 46 were handed over", "of the 20, three had been pulled out but died"
    if held.whole is None and held.chunk.others and alone:
        held.whole = all_with(held, row, earlier)
        held.group = held.whole.group if held.whole is not None else held.group
    if held.whole is None and (before := _just_before(held, row, earlier)) is not None:
        held.whole = row.settled[before.chunk.first] = before
    if held.whole is None:
        point_back(held, earlier, row.clause, above, lexicons)
        take_before(held, earlier, lexicons)


def _points(whole: Chunk, clause: Clause, lexicons: Lexicons) -> bool:
    """Whether "these" within a sentence stands for those told right before: "Of the 211, 64 were saved and nine of these died"."""
    behind = len(clause.chunks) > 1 and whole.first > clause.chunks[1].last
    return behind and not whole.head and whole.determiner in lexicons.words("pointing")


def _left(held: Settled, row: Row, lexicons: Lexicons) -> Settled | None:
    """Those left of a whole whom a sentence opens with, to share them out, as what the whole is: "Of the remaining 38, 14 were sent home and 20 are stable"."""
    clause, whole = row.clause, held.whole
    left = not lexicons.frames.remaining.isdisjoint(held.chunk.modifiers) and clause.part(2) == Part.COMMA
    if not left or whole is None or clause.chunks[0].word not in lexicons.words("of"):
        return None
    held.outcomes = list(whole.outcomes)
    for one in row.settled.values():
        if one.whole is held and not one.chunk.head and one.group in ("", _PERSON):
            one.group = held.group
    return held


def _just_before(held: Settled, row: Row, earlier: Sequence[Settled]) -> Settled | None:
    """The number alone, of which nothing is known, that some of "them" are taken out of in its own sentence: "57 remain with us, nine of them in a bad way"."""
    last = earlier[-1] if earlier and held.chunk.whole is not None and held.chunk.whole.pronoun else None
    if last is None or last.outcomes or last.chunk.number is None or last.chunk.number.unit != "count":
        return None
    chunk, clause = last.chunk, row.clause
    alone = not (chunk.head or chunk.others) and chunk.kind in ("", _PERSON)
    alone = alone and (chunk.whole is None or not chunk.whole.counts)
    at = clause.place(chunk.first)
    verb = at - 2 if clause.part(at - 1) == Part.PREPOSITION else at - 1  # "are looking for 41 of the strikers"
    here = clause.at(at) is chunk and Part.VERB in (clause.part(verb), clause.part(at + 1))
    return last if alone and here and is_less(held, last) else None


def _go_on(held: Settled, index: int, row: Row, lexicons: Lexicons) -> None:
    """Take the dead for dead whatever else is said of them, and those who go on behind some of a named whole for parts of it too."""
    if held.whole is None:
        return
    if held.rule == "noun" and held.chunk.whole is not None:  # "22 of the dead were men, ten women"
        add_gapped(row.clause, index, predicate(row.clause, index, lexicons), held, row.settled)
    opening = row.clause.tokens[0].lower in lexicons.words("of")  # "of the 71 bodies, 59 were pinned under beams"
    if held.whole.outcomes == [_DEAD] and (held.outcomes in _HURT or (opening and held.outcomes == [_CAUGHT])):
        held.outcomes = [_DEAD]  # "of those killed, 29 were shot"
    if held.outcomes == [_MISSING] and held.whole.outcomes == [_FLED]:
        behind = {token.lower for token in row.clause.tokens[held.chunk.last : held.chunk.last + _CLOSE]}
        if not lexicons.words("coming").isdisjoint(behind):
            held.outcomes = [_FLED]  # "5,000 fled, of whom 2,000 had not returned"


def _taken_out(
    row: Row, index: int, chunk: Chunk, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> Settled | None:
    """Some of an earlier figure, whatever is said of them: "six of those wounded sat in front", "five of them were women"."""
    if chunk.whole is None or chunk.whole.number is not None or chunk.number is None:
        return None
    if is_exception(row.clause, chunk, lexicons):
        return None
    if is_owner(row.clause, index, chunk, lexicons) or chunk.whole.word in lexicons.words("us"):
        return None
    if chunk.head and chunk.head != chunk.whole.head:
        return None
    named = named_whole(chunk, row.clause, lexicons)
    if not named and _just_before(Settled(chunk, []), row, earlier) is not None:
        return None
    them = (
        topic(above, lexicons) if index == 0 and chunk.whole.pronoun else ""
    )  # those whom the sentence before is about
    pointed = chunk.whole.pronoun or _is_these(chunk, row.clause, lexicons)
    whole = nearest(Settled(chunk, []), earlier, row.clause, lexicons, them) if named or pointed else None
    noun = predicate(row.clause, index, lexicons)
    if whole is None and not named and (noun is not None or _belong(chunk, row.clause, lexicons)):
        whole = _of_their_noun(chunk, earlier)
    if whole is None and named and noun is not None and chunk.whole.determiner in lexicons.words("pointing"):
        held = Settled(
            chunk, [named], "partitive", group=noun.group
        )  # "five of those killed were children", of no total
        row.settled[chunk.first] = held
        return held
    if whole is None or whole.chunk.kind not in ("person", "") or not (named or whole.outcomes):
        return None
    group = called(noun, whole.group, lexicons) if noun is not None else whole.group
    held = Settled(chunk, [named] if named else list(whole.outcomes), "partitive", whole, group)
    row.settled[chunk.first] = held
    return held


def _is_these(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> bool:
    """Whether a part is taken out of those just told, pointed at by no more than a word: "twenty of these were from Orra", "12 of those could not be named"."""
    whole = chunk.whole
    alone = whole is not None and not whole.head and whole.determiner in lexicons.words("pointing")
    verb = clause.at(clause.place(chunk.first) + 1)
    told = alone and verb is not None and verb.finite and not (verb.copula and verb.negated)
    behind = {token.lower for token in clause.tokens[chunk.last : chunk.last + _CLOSE]} if told else frozenset[str]()
    return told and all(behind.isdisjoint(lexicons.words(name)) for name in _ENDING)  # "19 of these had turned up"


def _belong(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> bool:
    """Whether it is said of some of known people where they come from: "six of the guests came from Ost"."""
    verb = clause.at(clause.place(chunk.first) + 1)
    known = chunk.whole is not None and chunk.whole.determiner in lexicons.words("the")
    told = known and verb is not None and verb.part == Part.VERB and not verb.negated
    return told and verb is not None and clause.tokens[verb.last - 1].lower in lexicons.words("belonging")


def _of_their_noun(chunk: Chunk, earlier: Sequence[Settled]) -> Settled | None:
    """The nearest figure of those that a part is taken out of by their own noun: "four of the passengers were children"."""
    head = chunk.whole.head if chunk.whole is not None and chunk.whole.plural else ""
    part = Settled(chunk, [])
    found = (other for other in reversed(earlier[-_FAR:]) if other.chunk.head == head and other.outcomes)
    return next((other for other in found if is_less(part, other)), None) if head else None
