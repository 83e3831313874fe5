"""Parts of a figure: "including N", "of whom N", "N of them"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Holds, Part
from headwater.extract.clauses import subject
from headwater.extract.heads import head_of
from headwater.extract.identities import fits
from headwater.extract.lexicons import Lexicons
from headwater.extract.out_of import name_share, out_of, take_by, tell_whole
from headwater.extract.rows_of_parts import listed, take_on, take_respectively
from headwater.extract.settling import Settled

_PARTED = 1 << Part.PARTS | Holds.WHOLE
_PHRASE = 24
_INSERTED = 8
_ASIDE = 3  # chunks of "down from 80" before its number
_PERSON = "person"
_DEAD, _MOVED = "killed", "displaced"
_EARLIER = ("rescued", "hospitalised", "captured", "detained", "missing", "trapped")

__all__ = ["add_parts"]


def add_parts(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Link the parts that the sentence lists to their whole, and give them its outcome where they have none."""
    for index, chunk in enumerate(clause.chunks) if clause.holds & _PARTED else ():
        if chunk.part == Part.PARTS and (
            clause.part(index + 1) in (Part.PREPOSITION, Part.STATE) or clause.part(index + 2) == Part.COLON
        ):
            take_by(clause, index, _whole(clause, index, settled, lexicons), settled, lexicons)
        elif chunk.part == Part.PARTS and (part := _behind(clause, index)) >= 0:
            _take_before(clause, part, settled)
        elif chunk.part == Part.PARTS and (first := _first_told(clause, index)):
            whole = _whole(clause, index, settled, lexicons) or _counted_beside(clause, index, settled, lexicons)
            if whole is not None:
                _take(clause, _past_those(clause, first, lexicons), whole, settled, lexicons)
                take_respectively(clause, index, whole, settled)
                take_on(clause, index, first, whole, settled, lexicons)
        elif chunk.part == Part.NOUN and chunk.whole is not None and chunk.whole.number is not None:
            verb = clause.at(index - 1)
            is_one = verb is not None and verb.part == Part.VERB and verb.copula  # "she was one of five hurt in it"
            out_of(chunk, chunk.whole, clause.at(index + 1), settled, lexicons, taken=not is_one)
            tell_whole(clause, index, settled, lexicons)
            name_share(clause, index, settled, lexicons)
    if settled and not lexicons.words("among").isdisjoint(clause.words):
        _add_among(clause, settled, lexicons)


def _first_told(clause: Clause, marker: int) -> int:
    """The index of the first of those whom a word for parts brings in, past its "were"; 0 where none stands there: "among whom were 14 pupils"."""
    verb = clause.at(marker + 1)
    copula = verb is not None and verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)
    first = marker + 1 + copula
    return first if clause.part(first) == Part.NOUN and (not copula or clause.chunks[first].counts) else 0


def _add_among(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Link those who are among others counted behind them, and say of them what befell these: "three were among six killed"."""
    for index, chunk in enumerate(clause.chunks):
        verb, those = clause.at(index - 1), clause.at(index + 1)
        if chunk.word not in lexicons.words("among") or verb is None or those is None or not verb.copula:
            continue
        whole = settled.get(those.first) if those.number is not None else None
        if whole is None or not whole.outcomes:
            continue
        for part in subject(clause, index - 1, lexicons):
            held = settled.get(clause.chunks[part].first)
            if held is not None and held.rule == "among" and held.whole is None and is_less(held, whole):
                held.whole, held.outcomes = whole, list(whole.outcomes)


def _behind(clause: Clause, marker: int) -> int:
    """The index of the number whose phrase a word for parts ends, -1 where there is none.

    "40 soldiers, six officers among them", "and two union leaders among them have been moved", "nine children under five included".
    """
    at = marker - 1
    if clause.part(at - 1) == Part.PREPOSITION and clause.part(at) == Part.NOUN and not clause.chunks[at].counts:
        at -= 2
    part = clause.at(at) if at > 0 else None
    closed = clause.part(marker + 1) in (Part.COMMA, Part.STOP, Part.CLOSE, Part.CONJUNCTION, Part.VERB)
    if part is None or not closed or clause.part(at - 1) not in (Part.COMMA, Part.OPEN, Part.CONJUNCTION):
        return -1
    counted = part.number is not None or (part.kind == _PERSON and not part.plural and bool(part.determiner))
    return at if counted and part.part == Part.NOUN else -1


def _take_before(clause: Clause, index: int, settled: dict[int, Settled]) -> None:
    """Link the number before a word for parts to the one before its comma, and give it that one's outcome."""
    part, whole = clause.chunks[index], _counted_before(clause, index - 1, settled)
    if whole is None or not fits(part, whole.chunk):
        return
    held = settled.get(part.first)
    if held is None or not held.outcomes:
        held = settled[part.first] = Settled(part, list(whole.outcomes), "part", group=part.group)
    held.whole = whole


def _counted_before(clause: Clause, index: int, settled: Mapping[int, Settled]) -> Settled | None:
    """The nearest figure of a sentence before an index, no further than the clause before the comma there."""
    for at in range(index - 1, max(-1, index - _PHRASE), -1):
        chunk = clause.chunks[at]
        if chunk.part == Part.STOP:
            return None
        held = settled.get(chunk.first) if chunk.counts else None
        if held is not None and held.outcomes and held.whole is None and not chunk.negated:
            return held
    return None


def _counted_beside(clause: Clause, marker: int, settled: dict[int, Settled], lexicons: Lexicons) -> Settled | None:
    """A count without an outcome that "of whom" stands right behind, where those taken out of it have one: "44 passengers, of whom 17 died"."""
    relative = clause.tokens[clause.chunks[marker].last - 1].lower in lexicons.words("relative")
    before = marker - 1 - (clause.part(marker - 1) == Part.COMMA)
    if clause.part(before - 1) == Part.PREPOSITION and not clause.chunks[before].counts:
        before -= 2  # "moved 400 migrants in a year, of whom 11 drowned"
    chunk = clause.at(before)
    alone = _alone_first(clause, marker) or _alone_last(clause, marker)
    part = settled.get(clause.chunks[marker + 1].first)
    headed = chunk is not None and chunk.number is not None and bool(chunk.head)
    chunk = chunk if headed else alone
    if not relative or chunk is None or chunk.kind in ("measure", "money", "event"):
        return None
    if chunk.first in settled or part is None or not part.outcomes:
        return None
    settled[chunk.first] = Settled(chunk, [], "unattached", group=chunk.group)
    return settled[chunk.first]


def _alone_first(clause: Clause, marker: int) -> Chunk | None:
    """The number alone that a sentence opens with, where no other stands before "of whom": "Twelve remain here, of whom four are hurt"."""
    chunk = clause.chunks[0]
    alone = chunk.part == Part.NOUN and chunk.number is not None and not chunk.head and chunk.whole is None
    plain = all(not one.counts and one.part != Part.STOP for one in clause.chunks[1:marker])
    return chunk if alone and plain and clause.part(1) == Part.VERB else None


def _alone_last(clause: Clause, marker: int) -> Chunk | None:
    """The number alone that stands last before "of whom", as an object or behind a label: "they pulled in eleven from the water, of whom two were dead"."""
    for at in range(marker - 1, max(-1, marker - _INSERTED), -1):
        chunk = clause.chunks[at]
        if chunk.part == Part.STOP:
            return None
        if chunk.counts:
            alone = chunk.number is not None and not (chunk.head or chunk.kind or chunk.others) and chunk.whole is None
            object_ = clause.part(at - 2 if clause.part(at - 1) == Part.PREPOSITION else at - 1) == Part.VERB
            return chunk if alone and (object_ or clause.part(at - 1) == Part.COLON) else None
    return None


def _past_those(clause: Clause, first: int, lexicons: Lexicons) -> int:
    """The index of the counted ones in "12 bodies, among them those of three children"."""
    those = clause.chunks[first]
    of = clause.at(first + 1)
    if those.head or those.counts or those.determiner not in lexicons.words("pointing") or of is None:
        return first
    return first + 2 if of.word in lexicons.words("of") and clause.part(first + 2) == Part.NOUN else first


def _whole(clause: Clause, marker: int, settled: Mapping[int, Settled], lexicons: Lexicons) -> Settled | None:
    here = marker - 1
    while here >= 0 and marker - here < 40:
        if clause.part(here) == Part.STOP:
            return None
        if clause.part(here) == Part.CLOSE:
            here = _opening(clause, here)  # "94 casualties (38 killed, 56 injured), including 12 women" are of the 94
        if clause.part(here) == Part.NOUN:
            own = settled.get(clause.chunks[here].first)
            if own is None and _are_others(clause, here, marker):
                return None  # "detained 260 people and are looking for 41 of the strikers, nine of them women"
            changed = own is not None and own.rule == "change"
            if changed and not _is_earlier_count(clause, here):
                return own  # "rose from 57 to 80, of which"
            for near in () if changed else (head_of(clause, here, lexicons), here):
                held = settled.get(clause.chunks[near].first)
                if held is None or not held.chunk.counts:
                    continue
                if (
                    held.whole is None
                    or (held.rule == "noun" and near >= marker - 2)
                    or _is_share(held.chunk)
                    or _is_named(clause, near, marker)
                ):
                    return held  # "340 cases, including 28 nurses, and 12 deaths, including two nurses"
        here -= 1
    return None


def _is_share(chunk: Chunk) -> bool:
    """Whether a count says itself what it is taken out of, so that others can be taken out of it: "26 of the 41 passengers, including nine women"."""
    return chunk.whole is not None and chunk.whole.number is not None


def _are_others(clause: Clause, index: int, marker: int) -> bool:
    """Whether people of whom nothing is known are counted last before a word for parts, as what a verb of their own is done to."""
    chunk = clause.chunks[index]
    if chunk.number is None or chunk.number.unit != "count" or chunk.kind not in ("", _PERSON):
        return False
    verb = index - 2 if clause.part(index - 1) == Part.PREPOSITION else index - 1
    return clause.part(verb) == Part.VERB and all(one.part != Part.VERB for one in clause.chunks[index + 1 : marker])


def _is_earlier_count(clause: Clause, index: int) -> bool:
    """Whether a changed count only tells between commas what the one before it was: "57 arrests, down from 80, of which 44"."""
    return any(clause.part(at) == Part.COMMA for at in range(max(0, index - _ASIDE), index))


def _is_named(clause: Clause, index: int, marker: int) -> bool:
    """Whether a number alone is told by who they are, right before a word for parts: "87 are civilians, among them 29 children"."""
    verb = clause.at(index + 1)
    told = verb is not None and verb.part == Part.VERB and verb.copula and not verb.negated
    return told and not clause.chunks[index].head and index + 2 == marker - 1 - (clause.part(marker - 1) == Part.COMMA)


def _opening(clause: Clause, close: int) -> int:
    """The index of the bracket that one at an index closes; that one itself where none is open."""
    return next((at for at in range(close, max(-1, close - _PHRASE), -1) if clause.part(at) == Part.OPEN), close)


def _take(clause: Clause, first: int, whole: Settled, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    for target in listed(clause, first, lexicons):
        chunk = clause.chunks[target]
        if chunk is whole.chunk or chunk.kind in ("measure", "event"):
            continue
        # "12 people, including 15 children" is said in so many words, though it cannot be; what follows by "and" is not.
        said = target == first and chunk.kind == whole.chunk.kind == "person"
        if not said and not fits(chunk, whole.chunk):
            continue
        held = settled.get(chunk.first)
        if held is None:
            alone = not (chunk.head or chunk.kind)  # "58 sheds, of which 15 were in use"
            group = (whole.group or chunk.group) if alone else chunk.group
            held = settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", group=group)
        if held.outcomes == ["attackers"] and held.rule == "noun" and whole.outcomes:
            held.outcomes = list(whole.outcomes)  # "ten people, among them the two gunmen, were killed"
        if whole.outcomes == [_DEAD] and held.outcomes and _is_earlier(clause, target, held, lexicons):
            held.outcomes = [_DEAD]  # "14 died, including four who had escaped through a window"
        one = chunk.determiner in lexicons.words("the") and not chunk.plural  # "ten dead, including the bomber"
        if chunk.counts or one or chunk.determiner in lexicons.words("articles"):
            held.whole = whole


def _is_earlier(clause: Clause, index: int, held: Settled, lexicons: Lexicons) -> bool:
    """Whether what is told of some of the dead was before they died; where they were on the way is how they died: "eleven died, of whom five were on foot"."""
    return held.outcomes == [_MOVED] or (held.outcomes[0] in _EARLIER and _had(clause, index, lexicons))


def _had(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a relative clause behind some of the dead tells what was before: "who had been freed"."""
    verb = clause.at(index + 2)
    if clause.part(index + 1) != Part.RELATIVE or verb is None or verb.part != Part.VERB:
        return False
    return clause.tokens[verb.first].lower in lexicons.words("had")
