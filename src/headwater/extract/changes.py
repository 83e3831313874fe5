"""How a count changed: "rose from 98 to 112", "112, up from 98", "bringing the total to 29"."""

from __future__ import annotations

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.extract.toll_names import unnamed_count
from headwater.extract.tolls import Carried, toll_value
from headwater.model.figure import ADDED

__all__ = ["add_changes", "add_totals", "sole_count"]

_NEAR = 16
_BESIDE = 5


def add_changes(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle bare numbers that tell what the count before them was or has become; of two each that of one of the two before them.

    By how many a count has risen are a part of what it has become, else on top of what it was.
    """
    told: list[Settled] = []
    for chunk in [clause.chunks[at] for at in clause.counting] if len(clause.counting) > 1 else ():
        held = settled.get(chunk.first)
        if held is None and told and _is_same_count(clause, chunk, told[-1], lexicons):
            values = _with_next(clause, chunk)
            for value, last in zip(values, told[-len(values) :], strict=False):
                settled.setdefault(value.first, Settled(value, list(last.outcomes), "change", group=last.group))
            held = settled[chunk.first]
            if _is_rise(clause, told[-1], lexicons) and is_less(told[-1], held):
                told[-1].whole, held.rule = held, "toll"
        if held is not None and held.outcomes and not chunk.negated:
            told.append(held)
    for at in clause.counting:
        held = settled.get(clause.chunks[at].first)
        if held is not None and held.rule == "toll" and held.whole is None and _is_rise(clause, held, lexicons):
            held.rule = ADDED


def _is_rise(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a value is by how many a count has risen: "rose by four to 37", of which they are a part."""
    at = held.chunk.first
    by = at > 1 and clause.tokens[at - 1].lower in lexicons.words("by")
    return by and held.rule == "toll" and clause.tokens[at - 2].lower in lexicons.words("rising")


def _is_same_count(clause: Clause, chunk: Chunk, last: Settled, lexicons: Lexicons) -> bool:
    gap = chunk.first - last.chunk.last
    if chunk.number is None or not 0 < gap < _NEAR or (chunk.head and chunk.head != last.chunk.head):
        return False
    words = tuple(token.lower for token in clause.tokens[last.chunk.last : chunk.first])
    changes = lexicons.frames.changes
    if last.rule in ("toll", "change") and gap < _BESIDE and words[-1] in lexicons.frames.change_ends:
        return True
    return any(words[-len(phrase) :] == phrase for phrase in changes.get(words[-1], ()))


def add_totals(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the value of a total that does not say of what, by the figure before it in its sentence.

    Of two totals each is that of one of the two figures before them: "9 deaths and 143 cases, bringing the totals to 212 and 4,908".
    """
    before: list[Settled] = []
    if lexicons.frames.toll_names.isdisjoint(clause.words):
        return
    for index, chunk in enumerate(clause.chunks):
        if before and unnamed_count(clause, index, lexicons):
            values = [one for mark in toll_value(clause, index, "", lexicons) for one in _with_next(clause, mark.chunk)]
            for value, counted in (
                zip(values, before[-len(values) :], strict=False) if len(values) <= len(before) else ()
            ):
                if not value.head:
                    held = Settled(value, counted.outcomes[:1], "toll", group=counted.group)
                    settled.setdefault(value.first, held)
        found = settled.get(chunk.first)
        if found is not None and found.outcomes:
            before.append(found)


def _with_next(clause: Clause, value: Chunk) -> list[Chunk]:
    """A value, and the bare number that "and" joins to it."""
    at = next(index for index, chunk in enumerate(clause.chunks) if chunk is value)
    following = clause.at(at + 2)
    joined = clause.part(at + 1) == Part.CONJUNCTION and following is not None and following.part == Part.NOUN
    bare = following is not None and following.number is not None and not following.head and not following.kind
    own = clause.part(at + 3) in (Part.VERB, Part.STATE)
    return [value, following] if following is not None and joined and bare and not (own or value.head) else [value]


def sole_count(settled: dict[int, Settled]) -> Carried:
    """The outcome of a sentence's figures, of those of people where some are of things, where they have but one, with their group: what "the total" in the next one is of."""
    counts = [held for held in settled.values() if held.chunk.counts and held.outcomes]
    counts = [held for held in counts if held.chunk.kind not in THINGS] or counts
    outcomes = {outcome for held in counts for outcome in held.outcomes}
    groups = {held.group for held in counts}
    return Carried(outcomes.pop(), groups.pop() if len(groups) == 1 else "") if len(outcomes) == 1 else Carried()
