"""Rows of parts: "including 38 dead and 70 hurt", "of whom 31 are with families, 12 in schools and four in tents"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.antecedents import is_less, value
from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import coordinated
from headwater.extract.settling import Settled

__all__ = ["listed", "take_on", "take_respectively"]

_PHRASE = 24
_INSERTED = 8
_PERSON = "person"
_LINKS = (Part.COMMA, Part.CONJUNCTION)


def take_on(
    clause: Clause, marker: int, first: int, whole: Settled, settled: Mapping[int, Settled], lexicons: Lexicons
) -> None:
    """Make those who go on a row behind the first part its siblings, as far as the whole goes: "of whom 31 are with families, 12 in schools and four in tents"."""
    part = settled.get(clause.chunks[first].first)
    left = (value(whole) or 0) - (value(part) or 0) if part is not None and part.whole is whole else 0
    relative = clause.tokens[clause.chunks[marker].last - 1].lower in lexicons.words("relative")
    before = first
    for at in clause.counting if left > 0 else ():
        if at <= first:
            continue
        held = settled.get(clause.chunks[at].first)
        if held is None or held.rule != "ellipsis" or held.whole not in (None, part):
            return
        left -= value(held) or 0
        own = any(clause.part(here) == Part.VERB for here in range(before, at))
        if left < 0 or (own and not relative):
            return  # "nine, including four children, were killed by snakes and five by falls"
        held.whole, before = whole, at


def take_respectively(clause: Clause, marker: int, whole: Settled, settled: Mapping[int, Settled]) -> None:
    """Link each of two listed counts to the one before the list that tells its outcome: "61 dead and 143 hurt, including 38 dead and 70 hurt"."""
    before = [one for one in _settled_in(clause, range(max(0, marker - _PHRASE), marker), settled) if one.whole is None]
    inner = next(
        (at for at in range(marker + 1, marker + _INSERTED) if clause.part(at) == Part.OPEN), len(clause.chunks)
    )
    behind = _settled_in(clause, range(marker + 1, min(marker + _INSERTED, inner)), settled)
    if len(before) < 2 or len(behind) < 2 or len({tuple(one.outcomes) for one in behind}) < 2:
        return
    for part in behind:
        alike = [one for one in before if one.outcomes == part.outcomes and is_less(part, one)]
        if len(alike) == 1 and part.whole in (None, whole):
            part.whole = alike[0]


def _settled_in(clause: Clause, places: range, settled: Mapping[int, Settled]) -> list[Settled]:
    """The figures with an outcome at some indices of a clause."""
    found = (settled.get(clause.chunks[at].first) for at in places if clause.chunks[at].counts)
    return [one for one in found if one is not None and one.outcomes]


def _closing(clause: Clause, opening: int) -> int:
    """The index of the bracket that ends one at an index, or of the last chunk where none does."""
    last = len(clause.chunks) - 1
    return next((at for at in range(opening, min(last, opening + _PHRASE)) if clause.part(at) == Part.CLOSE), last)


def listed(clause: Clause, first: int, lexicons: Lexicons) -> list[int]:
    """The row that begins at an index, past a relative clause within it: "two sisters who ran a stall, three porters and a guard"."""
    found = coordinated(clause, first, lexicons)
    while (
        clause.part(found[-1] + 1) == Part.OPEN
    ):  # "including 12 women (five killed, seven injured) and nine children"
        link = _closing(clause, found[-1] + 1) + 1
        joined = link + 1 + (clause.part(link + 1) == Part.CONJUNCTION)
        chunk = clause.at(joined)
        if clause.part(link) not in _LINKS or chunk is None or chunk.part != Part.NOUN or chunk.number is None:
            break
        found += coordinated(clause, joined, lexicons)
    for here in range(found[-1] + 1, min(found[-1] + _INSERTED, len(clause.chunks) - 1)):
        chunk, part = clause.chunks[here + 1], clause.part(here)
        if part in (Part.STOP, Part.COLON, Part.SUBORDINATOR):
            break
        counted = chunk.part == Part.NOUN and chunk.number is not None and chunk.kind == _PERSON
        if part == Part.COMMA and counted and clause.part(found[-1] + 1) == Part.RELATIVE:
            rest = coordinated(clause, here + 1, lexicons)
            last = clause.part(rest[-1] + 1)
            ends = len(rest) > 1 and last in (Part.STOP, Part.COMMA, Part.CLOSE)
            return found + rest if ends and not _has_verb(clause, rest) else found
    return found


def _has_verb(clause: Clause, listed: list[int]) -> bool:
    return any(clause.part(at + 1) == Part.VERB for at in listed)
