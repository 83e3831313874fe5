"""Wholes that stand in an earlier sentence: "two of them", "the remaining three", "of those taken hostage"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of
from headwater.extract.parts import predicate
from headwater.extract.settling import Settled
from headwater.extract.tails import tails_at

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["class_of", "complete_wholes", "find_wholes"]

_NEAR = 12
_FAR = 60
_HIT = "affected"


def find_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link parts that point back to the nearest earlier figure they can be taken out of."""
    earlier: list[Settled] = []
    for row in rows:
        shared = _shared(row.clause, earlier, lexicons)
        for index, chunk in enumerate(row.clause.chunks):
            held = row.settled.get(chunk.first)
            if not chunk.counts:
                if held is not None and held.rule == "among" and chunk.part == Part.NOUN and not chunk.plural:
                    _link(held, earlier, row.clause, lexicons)
                continue
            if held is None:
                held = _identity(row, index, chunk, earlier, lexicons) or _taken_out(row, chunk, earlier, lexicons)
            if held is None:
                earlier.append(Settled(chunk, [], "unattached", group=chunk.group))
                continue
            if held.whole is None and shared is not None and not chunk.head and _fits(held, shared):
                held.whole = shared
            if held.whole is None:
                _link(held, earlier, row.clause, lexicons)
            earlier.append(held)


def _shared(clause: Clause, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """The figure that a sentence shares out: "Of these, 151 were rescued"."""
    opening, pronoun = clause.at(0), clause.at(1)
    if opening is None or pronoun is None or clause.part(2) != Part.COMMA or not earlier:
        return None
    if opening.word not in lexicons.words("of") or pronoun.counts or pronoun.head:
        return None
    known = [other for other in earlier[-6:] if _value(other) is not None and other.chunk.kind == "person"]
    return max(known, key=lambda other: _value(other) or 0, default=None)


def _identity(row: Row, index: int, chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """A part of an earlier figure, told only by who they are: "22 of them were women, and four were children"."""
    noun = predicate(row.clause, index, lexicons)
    if noun is None or chunk.head or chunk.number is None:
        return None
    if index == 0 or (chunk.whole is not None and chunk.whole.pronoun):
        whole = _nearest(Settled(chunk, []), earlier, row.clause, lexicons)
    else:
        before = earlier[-1] if earlier and row.settled.get(earlier[-1].chunk.first) is earlier[-1] else None
        whole = before.whole if before is not None and _is_share(before) else None
    if whole is None or not whole.outcomes:
        return None
    held = row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "partitive", whole, noun.group)
    return held


def _is_share(held: Settled) -> bool:
    return held.rule == "partitive" or held.chunk.whole is not None


def _taken_out(row: Row, chunk: Chunk, earlier: Sequence[Settled], lexicons: Lexicons) -> Settled | None:
    """Some of an earlier figure, whatever is said of them: "six of those wounded sat in front", "five of them were women"."""
    if chunk.whole is None or chunk.whole.number is not None or chunk.head or chunk.number is None:
        return None
    named = _named(chunk, row.clause, lexicons)
    whole = _nearest(Settled(chunk, []), earlier, row.clause, lexicons) if named or chunk.whole.pronoun else None
    if whole is None or whole.chunk.kind not in ("person", "") or not (named or whole.outcomes):
        return None
    held = Settled(chunk, [named] if named else list(whole.outcomes), "partitive", whole, whole.group)
    row.settled[chunk.first] = held
    return held


def _link(held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons) -> None:
    if _points_back(held.chunk, lexicons):
        held.whole = _nearest(held, earlier, clause, lexicons)
        told = held.group != held.chunk.group and class_of(held.group, lexicons) == held.group  # "14 of them children"
        if held.whole is not None and not held.chunk.head and held.whole.group and not told:
            held.group = held.whole.group
    elif held.rule == "among":
        whole = [other for other in earlier[-_FAR:] if other.outcomes == held.outcomes and other.whole is None]
        held.whole = next((other for other in reversed(whole) if other.rule != "among" and _fits(held, other)), None)
    elif _is_outcome_of(held, earlier):
        held.whole = earlier[-1]
    elif held.chunk.countable is not None and held.chunk.countable.outcome == _HIT and held.outcomes != [_HIT]:
        # "one victim died", where three were said to be shot.
        hit = [other for other in earlier[-12:] if other.outcomes == [_HIT] and _fits(held, other)]
        held.whole = hit[-1] if hit else None
    if _fled_otherwise(held, lexicons):
        held.outcomes = []


def complete_wholes(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link what is left when some were taken out ("two of them fled but three boats were seized": 5), and repeats."""
    known: dict[tuple[Decimal | None, str, str], Settled] = {}
    for row in rows:
        taken = [held for held in row.settled.values() if held.whole is not None and held.chunk.whole is not None][:8]
        for held in row.settled.values():
            if held.whole is None and held.outcomes and held.chunk.counts:
                held.whole = next((part.whole for part in taken if _is_rest(held, part, lexicons)), None)
            if held.whole is not None and held.outcomes:
                known.setdefault(_key(held, lexicons), held.whole)
    for row in rows:
        for held in row.settled.values():
            if held.whole is None and held.outcomes and held.chunk.number is not None:
                whole = known.get(_key(held, lexicons))
                held.whole = whole if whole is not held else None


def _is_rest(held: Settled, part: Settled, lexicons: Lexicons) -> bool:
    if part is held or part.whole is None or part.whole is held:
        return False
    all_, some, mine = _value(part.whole), _value(part), _value(held)
    if all_ is None or some is None or mine is None or some + mine != all_:
        return False
    return not held.chunk.head or _alike(held, part.whole, lexicons)


def _key(held: Settled, lexicons: Lexicons) -> tuple[Decimal | None, str, str]:
    return _value(held), class_of(held.group, lexicons), held.outcomes[0]


def class_of(group: str, lexicons: Lexicons) -> str:
    """What a group goes by when it is named again: people by their group, other things by their class."""
    noun = lexicons.groups.nouns.get(group)
    return group if noun is None or noun.kind == "person" else noun.kind


def _is_outcome_of(held: Settled, earlier: Sequence[Settled]) -> bool:
    """Whether a number says what became of some of those just counted: "shot three people, killing one"."""
    if not earlier or held.rule == "label" or held.chunk.head or held.chunk.others or earlier[-1].outcomes != [_HIT]:
        return False
    near = 0 <= held.chunk.first - earlier[-1].chunk.last < _NEAR
    return near and _fits(held, earlier[-1]) and held.outcomes != [_HIT]


def _fits(part: Settled, whole: Settled) -> bool:
    mine, theirs = _value(part) if part.chunk.counts else Decimal(1), _value(whole)
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


def _nearest(held: Settled, earlier: Sequence[Settled], clause: Clause, lexicons: Lexicons) -> Settled | None:
    named = _named(held.chunk, clause, lexicons)
    mine = _value(held)
    for other in reversed(earlier[-12:]):
        theirs = _value(other)
        if other.whole is held or (mine is not None and theirs is not None and theirs <= mine):
            continue
        if other.chunk.kind in ("measure", "money", "event") or (not other.outcomes and not other.chunk.head):
            continue
        if other.chunk.negated or (held.chunk.head and not named and not _alike(held, other, lexicons)):
            continue
        if named and (named not in other.outcomes or other.place is not None):
            continue
        above = other.whole
        return above if above is not None and (not named or named in above.outcomes) else other
    return None


def _alike(one: Settled, other: Settled, lexicons: Lexicons) -> bool:
    return class_of(one.group, lexicons) == class_of(other.group, lexicons)


def _value(held: Settled) -> Decimal | None:
    number = held.chunk.number
    return (number.best if number.best is not None else number.low) if number else None


def _named(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> str:
    """The outcome by which a whole is named: "of those taken hostage"."""
    if chunk.whole is not None and chunk.whole.countable is not None:
        return chunk.whole.countable.outcome
    if chunk.whole is not None and chunk.whole.modifiers:
        told = (sense_of(word, "person", lexicons) for word in chunk.whole.modifiers)
        return next((outcome for outcome in told if outcome), "")
    pointing = lexicons.words("pointing")
    if chunk.whole is None or chunk.whole.determiner not in pointing or chunk.last >= len(clause.tokens):
        return ""
    verb = next((row for row in clause.chunks if row.first >= chunk.last), None)
    if verb is None or verb.form is None or not verb.bare:
        return ""
    for row, _ in tails_at(clause, verb, verb.last, lexicons):
        return row.sense.outcome
    return sense_of(verb.word, "person", lexicons)
