"""A figure that a sentence shares out: "Of these, 151 were rescued", "Of those injured, eight remain in hospital", "and of these 21 drowned"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import all_told, is_less, value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.heads import THINGS
from headwater.extract.identified import counted
from headwater.extract.identities import predicate
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of
from headwater.extract.settling import Settled
from headwater.extract.toll_names import underwent

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["OPENERS", "of_shared", "of_things", "opens_with_number", "shared_from", "shared_out"]

OPENERS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)
_FAR = 60
_LEAD = 6
_PERSON = "person"
_PEOPLE = frozenset({_PERSON, ""})


def shared_out(clause: Clause, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons) -> Settled | None:
    """The figure that a sentence shares out: "Of these, 151 were rescued", "Of those injured, eight remain in hospital"."""
    opening, pronoun, told = clause.at(0), clause.at(1), clause.at(2)
    if opening is None or pronoun is None or told is None or not earlier:
        return None
    if pronoun.number is not None and told.part == Part.COMMA and not (pronoun.head or pronoun.kind not in _PEOPLE):
        return _counted_again(pronoun, earlier, lexicons)
    number = pronoun.head in lexicons.frames.toll_names  # "of that number", "of the total"
    if opening.word not in lexicons.words("of") or pronoun.counts:
        return None
    if pronoun.head and not number:
        return _named_share(clause, pronoun, earlier, lexicons) or _things(clause, pronoun, earlier, lexicons)
    if outcome := _named(clause, lexicons):
        known = [other for other in earlier[-_FAR:] if outcome in other.outcomes]
    elif told.part == Part.COMMA or (told.counts and told.first == pronoun.last):
        known = _of_row(list(earlier[-6:]), above)
    else:
        return None
    kinds = THINGS if _are_things(clause, lexicons) else _PEOPLE
    alike = [other for other in known if value(other) is not None and other.chunk.kind in kinds]
    return all_told(alike[::-1], earlier, lexicons) if alike else None


def opens_with_number(clause: Clause, lexicons: Lexicons) -> bool:
    """Whether a sentence opens with a known number alone that it shares out: "Of the 41, twenty-three were children"."""
    opening, number = clause.at(0), clause.at(1)
    if opening is None or number is None or number.number is None or clause.part(2) != Part.COMMA:
        return False
    alone = not number.head and number.kind in _PEOPLE and number.determiner in lexicons.words("the")
    return alone and opening.word in lexicons.words("of")


def _of_row(known: list[Settled], above: Row | None) -> list[Settled]:
    """Those of some figures that the sentence before counts; all where it counts none of them: "put at 55 … Of these, eight"."""
    first = {id(chunk) for chunk in above.clause.chunks if chunk.counts} if above is not None else set[int]()
    return [one for one in known if id(one.chunk) in first] or known


def _counted_again(chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The last figure of just as many as an opening counts again: "Of the 41, twenty-three were children"."""
    again = Settled(chunk, [])
    if chunk.determiner not in lexicons.words("the"):
        return None
    known = (one for one in reversed(earlier[-_FAR:]) if one.outcomes and value(one) == value(again))
    return next((one for one in known if one.whole is None), None)


def _are_things(clause: Clause, lexicons: Lexicons) -> bool:
    """Whether what a sentence shares out are things: "Of these, 27 were homes"."""
    return any(
        chunk.number is not None and not chunk.head and predicate(clause, index, lexicons, THINGS) is not None
        for index, chunk in enumerate(clause.chunks[:_FAR])
    )


def _things(clause: Clause, named: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The last figure of the things that an opening names: "Of the structures, 27 were homes"."""
    the = named.determiner in lexicons.words("the") and named.plural and clause.part(2) == Part.COMMA
    if not the or named.kind not in THINGS:
        return None
    known = (one for one in reversed(earlier[-_FAR:]) if one.outcomes and value(one) is not None)
    return next((one for one in known if one.group == named.group and one.whole is None), None)


def shared_from(clause: Clause, index: int, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The last figure before an index within a sentence from which it goes on to share out: "74 died, and of these 21 drowned", "; of them, 21 drowned"."""
    pointed = clause.at(index + 1)
    if index == 0 or clause.part(index - 1) not in OPENERS or pointed is None or pointed.head:
        return None
    if clause.chunks[index].word not in lexicons.words("of") or not _is_pointed(pointed, lexicons):
        return None
    last = next((one for one in reversed(earlier) if one.outcomes and one.chunk.kind in ("person", "")), None)
    return last.whole if last is not None and last.whole is not None and last.chunk.whole is not None else last


def _is_pointed(chunk: Chunk, lexicons: Lexicons) -> bool:
    pointing = lexicons.words("pointing")
    return chunk.determiner in pointing or chunk.word in pointing or chunk.pronoun


def _named_share(clause: Clause, named: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The figure of those whom an opening names by their outcome: "Of the wounded, five …", "Of the bodies identified, nine …"."""
    outcome = counted(named, lexicons) if named.determiner in lexicons.words("the") and not named.others else ""
    shared = any(chunk.part == Part.COMMA for chunk in clause.chunks[2:_LEAD]) or clause.chunks[2].counts
    if not outcome or not shared:
        return None
    known = [other for other in reversed(earlier[-_FAR:]) if outcome in other.outcomes and value(other) is not None]
    return all_told(known, earlier, lexicons) if known else None


def of_shared(row: Row, index: int, chunk: Chunk, shared: Settled | None) -> Settled | None:
    """Some of those whom a sentence shares out, whatever else is said of them: "of those who died, eleven were on deck", "of the wounded, eight have returned to duty"."""
    alone = chunk.number is not None and not chunk.head and not chunk.kind and chunk.whole is None
    before = (*OPENERS, Part.NOUN, Part.PREPOSITION) if chunk.determiner else (*OPENERS, Part.NOUN)
    subject = row.clause.part(index + 1) == Part.VERB and row.clause.part(index - 1) in before
    if shared is None or not alone or not subject or not shared.outcomes or shared.chunk.kind not in _PEOPLE:
        return None
    held = Settled(chunk, list(shared.outcomes), "partitive", group=shared.group)
    if not is_less(held, shared):
        return None
    noun = row.clause.at(index + 2)
    copula = row.clause.chunks[index + 1].copula
    if copula and noun is not None and noun.part == Part.NOUN and noun.kind == _PERSON and not noun.counts:
        held.group = noun.group
    held.whole = shared
    row.settled[chunk.first] = held
    return held


def of_things(row: Row, index: int, chunk: Chunk, shared: Settled | None, lexicons: Lexicons) -> Settled | None:
    """Some of the things that a sentence shares out, told by what they are: "Of these, 27 were homes, 22 sheds"."""
    if shared is None or shared.chunk.kind not in THINGS or chunk.number is None or chunk.head:
        return None
    noun = predicate(row.clause, index, lexicons, THINGS)
    if noun is None:
        return None
    held = Settled(chunk, list(shared.outcomes), "partitive", shared, noun.group)
    if not is_less(held, shared):
        return None
    row.settled[chunk.first] = held
    add_gapped(row.clause, index, noun, held, row.settled)
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
