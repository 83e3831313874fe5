"""Lists that say whom a figure is made up of: "13 people: nine patients and four nurses", "two people, the skipper and his son"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from headwater.extract.chunks import DASHES, Chunk, Clause, Part
from headwater.extract.identities import are_others, are_row, fits
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import past_phrases
from headwater.extract.settling import Settled
from headwater.extract.summed_up import add_summed

__all__ = ["add_breakdowns"]

_OPENERS = (Part.COLON, Part.OPEN, Part.COMMA)
_JOINERS = (Part.COMMA, Part.CONJUNCTION)
_PLAIN = (Part.NOUN, *_JOINERS)
_SHARED = frozenset(
    {"person", "", "building", "vehicle", "household", "animal"}
)  # of whom a row may say how many where
_THINGS = frozenset({"building", "vehicle", "animal", "household"})
_DEAD, _LOST = "killed", frozenset({"injured", "missing", "captured"})
_ONE, _TWO = Decimal(1), Decimal(2)
_MOST = 12
_REACH = 40


def add_breakdowns(
    clause: Clause, inner: Sequence[Sequence[Chunk]], settled: dict[int, Settled], lexicons: Lexicons
) -> None:
    """Make the members of a list the parts of the figure before it.

    They are where their sum is that figure, whoever stands among them ("a nurse" is one), or where a bracket or what follows
    the last colon holds nothing but counts.
    """
    for index in clause.counting:
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        if held is not None and held.outcomes and chunk.kind in _SHARED:
            _add_sum(clause, index, held, settled, lexicons)
    if len(clause.counting) > 1:
        if not lexicons.words("in_all_ends").isdisjoint(clause.words):
            add_summed(clause, settled, lexicons)
        starts = sorted(settled)
        for row in (*inner, _last_list(clause)):
            _add_counts(row, starts, settled)


def _add_sum(clause: Clause, index: int, whole: Settled, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    number = whole.chunk.number
    if number is None or number.best is None or number.best < 2 or number.unit != "count" or number.low != number.high:
        return
    for start in _zones(clause, index, lexicons):
        total, members = Decimal(0), []
        for chunk in _members(clause, start, whole.chunk.kind, lexicons):
            members.append(chunk)
            one = _TWO if chunk.head in lexicons.words("pairs") else _ONE
            total += chunk.number.best if chunk.number is not None and chunk.number.best is not None else one
            if total >= number.best:
                break
        groups = [one.group for one in members]
        row = clause.part(start - 1) == Part.COMMA and are_row(whole.group, groups, lexicons)
        if total == number.best and len(members) > 1 and not row and not are_others(whole.group, groups, lexicons):
            if whole.outcomes == [_DEAD] and whole.rule == "active" and _are_told_apart(members, settled):
                whole.outcomes = ["casualties"]  # "lost 60 men: 41 killed and 19 wounded"
            for chunk in members:
                _add(chunk, whole, settled, _is_where(clause, chunk, lexicons))
            return


def _zones(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[int]:
    """Where a list may begin behind a figure: after the sign right behind it, after its "were", and after the next colon."""
    following = clause.at(index + 1)
    told = following is not None and (following.bare or following.part == Part.STATE)
    verb = clause.at(index + 1 + told)
    if verb is not None and verb.copula and not (verb.negated or verb.unreal):
        yield index + 2 + told  # "the nine killed were four women and five men"
    if clause.part(index + 1) in _OPENERS:
        yield index + 2
    elif clause.part(index + 1) == Part.STATE and clause.part(index + 2) in _OPENERS:
        yield index + 3  # "rescued fourteen unhurt, eleven girls and three boys"
    elif _is_dash(clause, index + 1):
        yield index + 2 + _is_dash(clause, index + 2)  # "four pupils \u2013 three boys and a girl \u2013 were hurt"
    yield from _behind_phrases(clause, index, lexicons)
    for at in range(index + 1, min(index + _REACH, len(clause.chunks))):
        if clause.part(at) == Part.STOP:
            if at > index + 1 and _is_dash(clause, at):
                yield at + 1
            return
        if clause.part(at) == Part.COLON:
            yield at + 1
            return
        if clause.part(at) == Part.OPEN and at > index + 1:
            yield at + 1  # "4,200 houses were damaged or destroyed (1,100 destroyed, 3,100 damaged)"


def _behind_phrases(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[int]:
    """Where a row of counts that ends a clause begins behind a figure's phrases, or behind its verb and the phrases of that: "seven were killed in Orra, five boys and two girls"."""
    verb = clause.at(index + 1)
    told = verb is not None and verb.part == Part.VERB and not (verb.negated or verb.unreal)
    here = past_phrases(clause, index + told, lexicons)
    if clause.part(here) != Part.COMMA or here == index + 1:
        return
    end = here + 1
    while clause.part(end) == Part.NOUN or clause.part(end) in _JOINERS:
        end += 1
    if clause.part(end) in (Part.STOP, Part.CLOSE):
        yield here + 1


def _is_dash(clause: Clause, at: int) -> bool:
    return clause.part(at) == Part.STOP and at < len(clause.chunks) and clause.chunks[at].word in DASHES


def _members(clause: Clause, start: int, kind: str, lexicons: Lexicons) -> Iterator[Chunk]:
    """Those of a class, counted or one, that open the list at an index and follow its commas and "and"."""
    start += 2 * _is_those_of(clause, start, lexicons)  # "nine lives - those of five cooks and four waiters"
    opens, found, inner = True, 0, clause.part(start - 1) == Part.OPEN
    told = (
        inner or clause.part(start - 1) == Part.COLON
    )  # a comma may join what is no part: "six Goths, four Huns and a Frank"
    for at in range(start, min(start + 2 * _REACH, len(clause.chunks))):
        chunk = clause.chunks[at]
        if inner and chunk.word == ";":
            opens = True  # "61 men (20 killed; 41 injured)"
            continue
        if chunk.part in (Part.STOP, Part.CLOSE) or found == _MOST:
            return
        if opens and chunk.part == Part.NOUN and _is_member(clause, chunk, kind, told, lexicons):
            found += 1
            yield chunk
        elif opens and not found:
            return
        opens = chunk.part in _JOINERS


def _are_told_apart(members: Sequence[Chunk], settled: Mapping[int, Settled]) -> bool:
    """Whether of a list some are said to be dead, and others to be hurt, lost or taken."""
    told = {one.outcomes[0] for chunk in members if (one := settled.get(chunk.first)) is not None and one.outcomes}
    return _DEAD in told and not _LOST.isdisjoint(told)


def _is_those_of(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    those, of = clause.at(at), clause.at(at + 1)
    pointed = those is not None and not (those.head or those.counts) and those.determiner in lexicons.words("pointing")
    return pointed and of is not None and of.word in lexicons.words("of")


def _is_member(clause: Clause, chunk: Chunk, kind: str, told: bool, lexicons: Lexicons) -> bool:
    """Whether a noun group is of a class, counted or one; one known by its name alone where the list is `told` to be one."""
    alone = chunk.number is not None and not chunk.head and not chunk.kind and not chunk.others
    one = chunk.number is not None or (told and chunk.determiner in lexicons.words("articles") and not chunk.plural)
    named = one and not chunk.kind and chunk.at >= 0 and clause.tokens[chunk.at].text[0].isupper()
    if (chunk.kind != (kind or "person") and not alone and not named) or chunk.negated:  # "five Spaniards and a Dane"
        return False
    if chunk.number is not None:
        return chunk.number.low == chunk.number.high and chunk.number.best is not None
    if named:
        return True
    one = any(chunk.determiner in lexicons.words(name) for name in ("articles", "definite", "possessive"))
    return one and not chunk.plural and chunk.kind == "person"


def _is_where(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether the state behind a bare number only says where: "3 at the scene and 2 in hospital"."""
    at = clause.place(chunk.last)
    following = clause.at(at)
    state = following is not None and following.part == Part.STATE and following.word in lexicons.words("places")
    return state and not chunk.head


def _add(chunk: Chunk, whole: Settled, settled: dict[int, Settled], where: bool) -> None:
    held = settled.get(chunk.first)
    dead = held is not None and held.rule == "noun" and whole.outcomes == [_DEAD]  # "the dead: one hostage, two gunmen"
    if held is None or not held.outcomes or (where and held.rule == "state") or dead:
        settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", whole, chunk.group)
    elif held is not whole:
        held.whole = held.whole or whole


def _add_counts(row: Sequence[Chunk], starts: Sequence[int], settled: dict[int, Settled]) -> None:
    """Read a list that holds nothing but counts: "8 people (3 men and 5 women)"."""
    counts = [chunk for chunk in row if chunk.number is not None]
    if len(counts) < 2 or any(chunk.part not in _PLAIN for chunk in row):
        return
    before = _just_before(settled, starts, counts[0].first)
    kinds = {chunk.kind for chunk in counts}
    if before is None or not all(fits(chunk, before.chunk) for chunk in counts):
        return
    things = len(kinds) == 1 and kinds <= _THINGS and before.chunk.kind in (*kinds, "") and before.outcomes
    if kinds != {"person"} and not things:
        return
    for chunk in counts:
        if chunk.first not in settled:
            settled[chunk.first] = Settled(chunk, list(before.outcomes), "part", before, chunk.group)


def _last_list(clause: Clause) -> Sequence[Chunk]:
    """What stands after the last colon or semicolon of a sentence: "13 bodies were seen: eight men and five women"."""
    for index in range(len(clause.chunks) - 1, -1, -1):
        chunk = clause.chunks[index]
        if chunk.part == Part.COLON or (chunk.part == Part.STOP and index < len(clause.chunks) - 1):
            return [held for held in clause.chunks[index + 1 :] if held.part != Part.STOP]
    return ()


def _just_before(settled: Mapping[int, Settled], starts: Sequence[int], first: int) -> Settled | None:
    """The last figure that begins before a token; `starts` are those of the figures read so far, in order."""
    at = bisect_left(starts, first) - 1
    held = settled[starts[at]] if at >= 0 else None
    return held if held is not None and held.chunk.counts and held.chunk.last <= first else None
