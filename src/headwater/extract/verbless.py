"""Counts whose verb was said before: "the army killed nine villagers and the militia 78", "in Orra 20 died, in Dorn twelve"."""

from __future__ import annotations

from headwater.extract.chunks import Clause, Part
from headwater.extract.clauses import subject
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import place_at
from headwater.extract.objects import coordinated
from headwater.extract.settling import Settled

__all__ = ["add_verbless"]

_LINKS = (Part.COMMA, Part.CONJUNCTION, Part.STOP, Part.COLON)
_ENDS = (Part.COMMA, Part.CONJUNCTION, Part.STOP, Part.CLOSE, Part.SUBORDINATOR)
_APART = ("measure", "event", "money")
_PERSON = "person"
_BACK = 24


def add_verbless(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Give a number alone right behind another place, or another doer, the outcome of the count before it.

    The place stands before its number, as one stood before or behind the count that has the verb; the doer is a noun where that verb's subject is one.
    """
    for index in clause.counting[1:]:
        if not _is_alone(clause, index, settled):
            continue
        chunk = clause.chunks[index]
        at = index - 1 - (clause.part(index - 1) == Part.COMMA)
        comma = at < index - 1
        noun = clause.at(at)
        if noun is None or noun.part != Part.NOUN or noun.counts or noun.pronoun or noun.kind in _APART:
            continue
        if clause.part(at - 1) == Part.PREPOSITION:
            before = _told_before(clause, at - 1, settled) if _links(clause, at - 2, semicolon=comma) else None
            place = place_at(clause, at - 1, lexicons)
            if before is None or place is None or not _is_placed(clause, before, at - 1, lexicons):
                continue
            made = settled[chunk.first] = Settled(chunk, list(before.outcomes), "gapped", group=before.group)
            made.place = place
        elif _links(clause, at - 1, semicolon=comma) and (before := _done_before(clause, at - 1, settled, lexicons)):
            group = before.group if not _is_one_of_several(clause, before, lexicons) else _PERSON
            settled[chunk.first] = Settled(chunk, list(before.outcomes), "gapped", group=group)


def _is_alone(clause: Clause, index: int, settled: dict[int, Settled]) -> bool:
    """Whether a number without noun or verb ends what it stands in."""
    chunk = clause.chunks[index]
    return chunk.stands_alone and chunk.first not in settled and clause.part(index + 1) in _ENDS


def _links(clause: Clause, at: int, *, semicolon: bool) -> bool:
    """Whether a sign or "and" stands at an index; a comma further on needs a semicolon or "and" before: "; in Lenn, five"."""
    part = clause.part(at)
    if part == Part.STOP:
        return at > 0 and clause.chunks[at].word == ";"
    return part == Part.CONJUNCTION or (part in _LINKS and not semicolon)


def _told_before(clause: Clause, end: int, settled: dict[int, Settled]) -> Settled | None:
    """The last count before an index, where something befell it and it stands in nothing else."""
    for at in range(end - 1, max(-1, end - _BACK), -1):
        chunk = clause.chunks[at]
        if not chunk.counts or chunk.kind in _APART:
            continue
        held = settled.get(chunk.first)
        if held is None and (
            (chunk.whole is not None and chunk.whole.pronoun) or clause.part(at - 1) == Part.PREPOSITION
        ):
            continue  # "eleven died in Orra, nine of them in one house, and in Lenn four"
        return held if held is not None and held.outcomes and not chunk.negated and held.whole is None else None
    return None


def _is_placed(clause: Clause, held: Settled, end: int, lexicons: Lexicons) -> bool:
    """Whether a place is told of the count before an index, on either side of it."""
    if held.place is not None:
        return True
    index = clause.place(held.chunk.first)
    back = max(0, index - 4)
    found = next(
        (at for at in (*range(index - 1, back - 1, -1), *range(index + 1, end)) if place_at(clause, at, lexicons)), -1
    )
    held.place = place_at(clause, found, lexicons) if found >= 0 else None
    return found >= 0


def _done_before(clause: Clause, end: int, settled: dict[int, Settled], lexicons: Lexicons) -> Settled | None:
    """The first object of the verb before an index that someone, who is not counted, did it to; the verb is the last one there, or stands before doers of its own."""
    held = _told_before(clause, end, settled)
    if held is None or held.rule not in ("active", "gapped", "noun"):
        return None
    for at in range(clause.place(held.chunk.first) - 1, -1, -1):
        chunk = clause.chunks[at]
        if chunk.part == Part.VERB:
            if chunk.passive or chunk.infinitive or chunk.negated or chunk.word.endswith(lexicons.frames.ing):
                return None
            doers = subject(clause, at, lexicons)
            named = bool(doers) and not any(clause.chunks[one].counts or clause.chunks[one].pronoun for one in doers)
            return settled.get(clause.chunks[at + 1].first) if named else None
    return None


def _is_one_of_several(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether the verb has objects of several nouns, so that a number alone may be of any."""
    row = coordinated(clause, clause.place(held.chunk.first), lexicons)
    return sum(clause.chunks[at].counts for at in row) > 1
