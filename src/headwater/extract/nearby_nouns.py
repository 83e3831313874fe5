"""Numbers whose noun stands before them in their sentence without a number: "clashed with kidnappers, killing two of them", "chased the skiffs and sank one"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_nearby", "noun_before"]

_FAR = 8
_PLAIN = ("", "person")
_SAID_OF = frozenset({Part.VERB, Part.STATE, Part.RELATIVE})
_PEOPLE = frozenset({"person"})


def add_nearby(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give "N of them", told by a verb of what was done to them, the group of the people right before it to whom the clause did something."""
    for held in settled.values():
        chunk = held.chunk
        them = chunk.whole is not None and chunk.whole.pronoun and chunk.whole.word in lexicons.words("whom")
        if not them or chunk.head or held.rule != "active" or held.group not in _PLAIN or held.whole is not None:
            continue
        noun = noun_before(clause, clause.place(chunk.first), _PEOPLE)
        if noun is not None and noun.group not in _PLAIN:
            held.group = noun.group


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
