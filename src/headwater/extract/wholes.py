"""Wholes that stand in an earlier sentence: "two of them", "the remaining three", "of those taken hostage"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import class_of, is_less, named_whole, nearest, value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.identities import predicate
from headwater.extract.known import add_known
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import is_owner
from headwater.extract.opened_with import those_told
from headwater.extract.settling import Settled
from headwater.extract.sharing_out import OPENERS, of_shared, of_things, shared_from, shared_out

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_wholes"]

_NEAR = 12
_FAR = 60
_LEAD = 6
_HIT, _DEAD = "affected", "killed"
_HURT = ([_HIT], ["injured"])
_PERSON = "person"


def find_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link parts that point back to the nearest earlier figure they can be taken out of."""
    earlier: list[Settled] = []
    before: Row | None = None
    of = lexicons.words("of")
    for row in rows:
        before, above = row, before
        if not row.counts:
            continue
        clause = row.clause
        told = those_told(clause, row.settled, earlier, lexicons)
        if add_known(clause, row.settled, earlier, lexicons) or told:
            row.settled = dict(sorted(row.settled.items()))
        shared, settled = shared_out(clause, earlier, lexicons), len(row.settled)
        for index, chunk in enumerate(clause.chunks):
            if chunk.part != Part.NOUN:
                if chunk.word in of and chunk.part == Part.PREPOSITION:
                    shared = shared_from(clause, index, earlier, lexicons) or shared
                continue
            held = row.settled.get(chunk.first)
            if not chunk.counts:
                if held is not None and held.rule == "among" and held.whole is None and not chunk.plural:
                    _link(held, earlier, clause, above, lexicons)
                continue
            held = held or (
                _identity(row, index, chunk, earlier, above, lexicons)
                or of_things(row, index, chunk, shared, lexicons)
                or _taken_out(row, index, chunk, earlier, above, lexicons)
                or _remaining(row, chunk, earlier, lexicons)
                or of_shared(row, index, chunk, shared)
            )
            if held is not None and held.whole is None:
                _find_whole(held, row, shared, earlier, above, lexicons)
            if (
                held is not None
                and held.outcomes in _HURT
                and held.whole is not None
                and held.whole.outcomes == [_DEAD]
            ):
                held.outcomes = [_DEAD]  # "of those killed, 29 were shot"
            earlier.append(held or Settled(chunk, [], "unattached", group=chunk.group))
        if len(row.settled) > settled:
            row.settled = dict(sorted(row.settled.items()))


def _find_whole(
    held: Settled, row: Row, shared: Settled | None, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> None:
    """Link a figure to what its sentence shares out, to what others leave it of, or to what its words point back to."""
    alone = not held.chunk.head
    if shared is not None and alone and is_less(held, shared):
        held.whole = shared
    if held.whole is None and held.chunk.others and alone:
        held.whole = _all_with(held, row, earlier)
        held.group = held.whole.group if held.whole is not None else held.group
    if held.whole is None:
        _link(held, earlier, row.clause, above, lexicons)


def _topic(row: Row | None, lexicons: Lexicons) -> str:
    """The outcome of those whom a sentence tells of without a number: "most of the dead were traders"."""
    for chunk in row.clause.chunks if row is not None else ():
        told = chunk.part == Part.NOUN and chunk.countable is not None and not chunk.counts
        if told and chunk.countable is not None and chunk.determiner in lexicons.words("the"):
            return chunk.countable.outcome
    return ""


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
    add_gapped(row.clause, index, noun, held, row.settled)
    return held


def _is_subject(clause: Clause, index: int) -> bool:
    """Whether a number alone is the subject of a clause that it opens: "14 dead, and six are children"."""
    copula, before = clause.at(index + 1), clause.at(index - 1)
    told = copula is not None and copula.part == Part.VERB and copula.copula and not copula.negated
    return told and (before is None or before.part in OPENERS)


def _is_share(held: Settled) -> bool:
    return held.rule == "partitive" or held.chunk.whole is not None


def _taken_out(
    row: Row, index: int, chunk: Chunk, earlier: Sequence[Settled], above: Row | None, lexicons: Lexicons
) -> Settled | None:
    """Some of an earlier figure, whatever is said of them: "six of those wounded sat in front", "five of them were women"."""
    if chunk.whole is None or chunk.whole.number is not None or chunk.number is None:
        return None
    if is_owner(row.clause, index, chunk, lexicons) or chunk.whole.word in lexicons.words("us"):
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
    if whole is None and named and noun is not None and chunk.whole.determiner in lexicons.words("pointing"):
        held = Settled(
            chunk, [named], "partitive", group=noun.group
        )  # "five of those killed were children", of no total
        row.settled[chunk.first] = held
        return held
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
    return next((other for other in found if is_less(part, other)), None) if head else None


def _remaining(row: Row, chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """Those left of a whole, where the sum with others tells: of 26, "21 have been identified; the remaining five will take time"."""
    if chunk.number is None or chunk.head or not _points_back(chunk, lexicons) or chunk.whole is not None:
        return None
    held = Settled(chunk, [], "partitive")
    whole = _all_with(held, row, earlier)
    if whole is None:
        return None
    held.outcomes, held.whole, held.group = list(whole.outcomes), whole, whole.group
    row.settled[chunk.first] = held
    return held


def _all_with(held: Settled, row: Row, earlier: Sequence[Settled]) -> Settled | None:
    """The whole of which a number leaves just those of another: one taken out of it, or one of its outcome in the same sentence, which becomes a part too."""
    mine = value(held)
    for some in reversed(earlier[-_NEAR:]) if mine is not None else ():
        theirs = value(some)
        if mine is None or theirs is None or not some.outcomes:
            continue
        if some.whole is not None and some.whole.outcomes and value(some.whole) == mine + theirs:
            return some.whole
        if row.settled.get(some.chunk.first) is some:
            alike = (one for one in reversed(earlier[-_FAR:]) if value(one) == mine + theirs)
            whole = next((one for one in alike if one.outcomes and one.outcomes == some.outcomes), None)
            if whole is not None:
                some.whole = some.whole or whole
                return whole
    return None


def _link(held: Settled, earlier: Sequence[Settled], clause: Clause, above: Row | None, lexicons: Lexicons) -> None:
    if _points_back(held.chunk, lexicons):
        meant = _meant(held.chunk, clause, above, lexicons.words("by"))
        held.whole = nearest(held, earlier, clause, lexicons)
        if meant is not None and held.whole is not None and not _may_be(held.whole, meant, lexicons):
            held.whole, held.group = None, meant.group
            return
        told = held.group != held.chunk.group and class_of(held.group, lexicons) == held.group  # "14 of them children"
        if held.whole is not None and not held.chunk.head and held.whole.group and not told:
            held.group = held.whole.group
    elif held.rule == "among":
        whole = [other for other in earlier[-_FAR:] if other.outcomes == held.outcomes and other.whole is None]
        if not whole and held.outcomes == [_HIT]:  # "the victims included four nurses", where nobody was said to be hit
            whole = [
                one for one in earlier[-_FAR:] if one.outcomes == [_DEAD] and one.whole is None and is_less(held, one)
            ]
            held.outcomes = [_DEAD] if whole else held.outcomes
        held.whole = next(
            (one for one in reversed(whole) if one.rule not in ("among", "change", "ellipsis") and is_less(held, one)),
            None,
        )
    elif _is_outcome_of(held, earlier):
        held.whole = earlier[-1]
    elif held.chunk.countable is not None and held.chunk.countable.outcome == _HIT and held.outcomes != [_HIT]:
        # "one victim died", where three were said to be shot.
        hit = [other for other in earlier[-12:] if other.outcomes == [_HIT] and is_less(held, other)]
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


def _meant(chunk: Chunk, clause: Clause, above: Row | None, by: frozenset[str]) -> Chunk | None:
    """The people without a number whom "them" stands right behind: "clashed with the kidnappers, killing two of them".

    Who does it is not meant: "police detained 16 of them", "were held by soldiers". At the head of a sentence they are those whom the one before ends on: "spoke to survivors. One of
    them lost her husband."
    """
    if chunk.whole is None or not chunk.whole.pronoun:
        return None
    at = bisect_left(clause.chunks, chunk.first, key=lambda row: row.first)
    end = at - 2 if clause.part(at - 1) == Part.VERB and clause.part(at - 2) == Part.NOUN else at
    chunks = clause.chunks[max(0, at - _FAR) : max(0, end)] if at or above is None else above.clause.chunks
    for at in range(len(chunks) - 1, -1, -1):
        before = chunks[at]
        does = at > 0 and chunks[at - 1].part == Part.PREPOSITION and chunks[at - 1].word in by
        if before.part == Part.NOUN and (before.counts or (before.plural and before.kind == "person" and not does)):
            return None if before.counts else before
    return None


def _may_be(whole: Settled, meant: Chunk, lexicons: Lexicons) -> bool:
    """Whether people without a number may be those of a figure: survivors are none of the missing."""
    if meant.countable is not None and whole.outcomes and meant.countable.outcome not in whole.outcomes:
        return False
    if class_of(whole.group, lexicons) == class_of(meant.group, lexicons):
        return True
    return "person" in (whole.group, meant.group) or meant.countable is not None


def _is_outcome_of(held: Settled, earlier: Sequence[Settled]) -> bool:
    """Whether a number says what became of some of those just counted: "shot three people, killing one"."""
    if not earlier or held.rule == "label" or held.chunk.head or held.chunk.others or earlier[-1].outcomes != [_HIT]:
        return False
    near = 0 <= held.chunk.first - earlier[-1].chunk.last < _NEAR
    return near and is_less(held, earlier[-1]) and held.outcomes != [_HIT]


def _fled_otherwise(held: Settled, lexicons: Lexicons) -> bool:
    """Whether those who fled are no displaced ones: boats, or those who took part in an attack."""
    if held.outcomes != ["displaced"] or held.chunk.whole is None or not held.chunk.whole.pronoun:
        return False
    noun = lexicons.groups.nouns.get(held.group)
    people = noun is None or noun.kind in ("person", "household")
    return held.whole is None or not people or "attackers" in held.whole.outcomes


def _points_back(chunk: Chunk, lexicons: Lexicons) -> bool:
    if chunk.whole is not None:
        return chunk.whole.number is None and chunk.whole.word not in lexicons.words("us")
    return any(word in lexicons.frames.remaining for word in chunk.modifiers) and chunk.determiner in lexicons.words(
        "singling"
    )
