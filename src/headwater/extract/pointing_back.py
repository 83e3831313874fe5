"""What a part's own words point back to: "two of them", "one victim died", "the remaining three"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import class_of, is_less, nearest, value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["point_back", "points_back"]

_NEAR = 12
_FAR = 60
_HIT, _DEAD = "affected", "killed"
_ALIVE = frozenset({"detained", "captured", "rescued", "displaced"})
_VERBAL = (Part.VERB, Part.STATE, Part.STOP, Part.SUBORDINATOR, Part.RELATIVE)


def point_back(
    held: Settled, earlier: Sequence[Settled], clause: Clause, above: Row | None, lexicons: Lexicons
) -> None:
    """Link a figure to the earlier one that its words point back to, or that what is said of it makes it a part of."""
    if points_back(held.chunk, lexicons):
        meant = _meant(held.chunk, clause, above, lexicons)
        held.whole = nearest(held, earlier, clause, lexicons)
        if held.whole is not None and _is_none_of_the_dead(held, held.whole):
            alike = [one for one in earlier if one.outcomes == held.outcomes]
            held.whole = nearest(held, alike, clause, lexicons)
        if meant is not None and held.whole is not None and not _may_be(held, meant, lexicons):
            held.whole, held.group = None, held.group if meant.counts else meant.group
            return
        told = held.group != held.chunk.group and class_of(held.group, lexicons) == held.group  # "14 of them children"
        if held.whole is not None and not held.chunk.head and held.whole.group and not told:
            held.group = held.whole.group
    elif held.rule == "among":
        whole = [other for other in earlier[-_FAR:] if other.outcomes == held.outcomes and other.whole is None]
        if (
            not whole and held.outcomes == [_HIT] and not _tells_of_cases(above)
        ):  # "the victims included four nurses", where nobody was said to be hit
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


def _tells_of_cases(above: Row | None) -> bool:
    """Whether the sentence before counts what befell others, of which no outcome is told: "57 cases of rape. The victims included nine girls"."""
    if above is None or not above.counts:
        return False
    chunks = (above.clause.chunks[at] for at in above.clause.counting)
    return any(one.kind == "event" and one.first not in above.settled for one in chunks)


def _is_none_of_the_dead(held: Settled, whole: Settled) -> bool:
    """Whether a part that is called by what befell it cannot be of the dead: "on behalf of nine of the convicted"."""
    some = held.chunk.whole
    called = some is not None and not some.pronoun
    return called and whole.outcomes == [_DEAD] and bool(held.outcomes) and held.outcomes[0] in _ALIVE


def _as_dead(held: Settled, earlier: Sequence[Settled]) -> None:
    """Take "the 12 victims" for the dead where just so many died, and nobody else was said to be hit."""
    if held.chunk.determiner and not any(other.outcomes == [_HIT] for other in earlier[-_FAR:]):
        same = [other for other in earlier[-_FAR:] if other.outcomes == [_DEAD] and value(other) == value(held)]
        held.outcomes = [_DEAD] if same else held.outcomes


def _meant(chunk: Chunk, clause: Clause, above: Row | None, lexicons: Lexicons) -> Chunk | None:
    """The people without a number whom "them" stands right behind: "clashed with the kidnappers, killing two of them".

    Who does it is not meant: "police detained 16 of them", "were held by soldiers". At the head of a sentence they are those whom the one before ends on: "spoke to survivors. One of
    them lost her husband."
    """
    if chunk.whole is None or not chunk.whole.pronoun:
        return None
    relative = chunk.whole.word in lexicons.words("relative")
    at = clause.place(chunk.first)
    end = _before_doer(clause, at, lexicons)
    chunks = clause.chunks[max(0, at - _FAR) : max(0, end)] if at or above is None else above.clause.chunks
    for place in range(len(chunks) - 1, -1, -1):
        before = chunks[place]
        does = (
            not relative
            and place > 0
            and chunks[place - 1].part == Part.PREPOSITION
            and chunks[place - 1].word in lexicons.words("by")
        )
        if _is_told(chunks, place, lexicons):
            return None
        if before.part == Part.NOUN and (before.counts or (_are_people(before, lexicons) and not does)):
            apart = before.kind == "event" and at and place == at - 2 and clause.part(at - 1) == Part.COMMA
            return None if before.counts and not apart else before  # "in nine fires, four of them fatal"
    return None


def _is_told(chunks: Sequence[Chunk], place: int, lexicons: Lexicons) -> bool:
    """Whether a noun group is of those who only hear what was said: "told reporters"."""
    told = place > 0 and chunks[place - 1].word in lexicons.words("telling")
    return told and chunks[place].group in lexicons.words("press")


def _before_doer(clause: Clause, at: int, lexicons: Lexicons) -> int:
    """The index before those who do what the verb right before an index says, else that index: "firefighters using ropes brought 88 of them down"."""
    if clause.part(at - 1) != Part.VERB or clause.part(at - 2) != Part.NOUN:
        return at
    between = (chunk for chunk in clause.chunks[1 : at - 1] if chunk.part in _VERBAL)
    hanging = all(one.bare and one.word.endswith(lexicons.frames.ing) for one in between)
    opens = clause.part(0) == Part.NOUN and not _are_people(clause.chunks[at - 2], lexicons)
    return 0 if opens and hanging else at - 2


def _are_people(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun group names several people, and not what befell them: "for gunshot wounds, 28 of them women"."""
    named = chunk.countable is None or chunk.head in lexicons.groups.nouns
    return named and chunk.plural and chunk.kind == "person"


def _may_be(held: Settled, meant: Chunk, lexicons: Lexicons) -> bool:
    """Whether people without a number may be those of a part's figure: survivors are none of the missing, nor are "agents, four of whom …" any told before."""
    whole, some = held.whole, held.chunk.whole
    anew = some is not None and some.word in lexicons.words("relative")
    if whole is None or meant.counts or (anew and not (meant.determiner or meant.countable)):
        return False
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


def points_back(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether the words of a noun group point back to others told before: "two of them", "the remaining three"."""
    if chunk.whole is not None:
        return chunk.whole.number is None and chunk.whole.word not in lexicons.words("us")
    return any(word in lexicons.frames.remaining for word in chunk.modifiers) and chunk.determiner in lexicons.words(
        "singling"
    )
