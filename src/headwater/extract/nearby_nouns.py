"""Groups told by a noun near a number: "chased the skiffs and sank one", "inflicted 34 casualties on the army"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_inflicted", "armed_group", "noun_before"]

_FAR = 8
_PLAIN = ("", "person")
_SAID_OF = frozenset({Part.VERB, Part.STATE, Part.RELATIVE})


def add_inflicted(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Make soldiers or fighters of the losses inflicted on such, and of the parts of them: "inflicted 34 casualties on the army, including 15 dead"."""
    inflicting = lexicons.words("inflicting")
    for index, chunk in enumerate(clause.chunks) if not inflicting.isdisjoint(clause.words) else ():
        lost, on, side = (clause.at(index + step) for step in (1, 2, 3))
        if lost is None or on is None or side is None or clause.tokens[chunk.last - 1].lower not in inflicting:
            continue
        held, group = settled.get(lost.first), armed_group(side.head, lexicons)
        if held is None or not group or on.word not in lexicons.words("upon") or held.group not in _PLAIN:
            continue
        held.group = group
        for part in settled.values():
            if part.whole is held and part.group in _PLAIN:
                part.group = group


def armed_group(head: str, lexicons: Lexicons) -> str:
    """The group of those who bear arms that a noun names; empty where it names none: soldiers of an army, rebels of rebels."""
    one = lexicons.groups.inflect.singular(head)
    if one in lexicons.words("armed_bodies"):
        return next(iter(lexicons.words("forces")))
    noun = lexicons.groups.nouns.get(one) if one in lexicons.words("armed") else None
    return "" if one not in lexicons.words("armed") else one if noun is None else noun.group


def noun_before(clause: Clause, index: int, kinds: frozenset[str]) -> Chunk | None:
    """The plural noun group without a number of one of some kinds that is the nearest before an index and no subject; `None` where a count of such stands nearer."""
    for at in range(index - 1, max(0, index - _FAR), -1):
        chunk = clause.chunks[at]
        if chunk.part in (Part.STOP, Part.SUBORDINATOR):
            return None
        if chunk.part == Part.NOUN and chunk.kind in kinds:
            plain = chunk.plural and not (chunk.counts or chunk.pronoun)
            return chunk if plain and clause.part(at + 1) not in _SAID_OF else None
    return None
