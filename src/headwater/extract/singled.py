"""One of those just counted, singled out: "nine were rescued, the last of them a boy of five", "five drowned, the youngest a girl of three"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_singled"]

_PERSON = "person"


def add_singled(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Say of one singled out behind a comma what befell those counted before it, and make it a part of them."""
    if not settled or lexicons.words("singled").isdisjoint(clause.words):
        return
    for index, chunk in enumerate(clause.chunks):
        if clause.part(index - 1) != Part.COMMA or not _singles(chunk, clause, lexicons):
            continue
        one = clause.at(_past_verb(clause, _past_them(clause, index, lexicons), lexicons))
        whole = _before(clause, index, settled)
        if one is None or whole is None or not _is_one(one, lexicons) or one.first in settled:
            continue
        settled[one.first] = Settled(one, list(whole.outcomes), "part", whole, one.group)


def _singles(chunk: Chunk, clause: Clause, lexicons: Lexicons) -> bool:
    known = chunk.part == Part.NOUN and chunk.determiner in lexicons.words("the") and chunk.number is None
    return known and clause.tokens[chunk.last - 1].lower in lexicons.words("singled")


def _past_them(clause: Clause, index: int, lexicons: Lexicons) -> int:
    """The index behind "the last of them", or behind "the last" alone."""
    of, them = clause.at(index + 1), clause.at(index + 2)
    told = of is not None and them is not None and of.word in lexicons.words("of")
    return index + 3 if told and them is not None and (them.pronoun or them.part == Part.RELATIVE) else index + 1


def _past_verb(clause: Clause, index: int, lexicons: Lexicons) -> int:
    verb = clause.at(index)
    told = verb is not None and verb.part == Part.VERB and (verb.copula or verb.word in lexicons.words("nominal_be"))
    return index + 1 if told else index


def _is_one(chunk: Chunk, lexicons: Lexicons) -> bool:
    one = chunk.part == Part.NOUN and chunk.kind == _PERSON and not chunk.plural and not chunk.counts
    return one and chunk.determiner in lexicons.words("articles")


def _before(clause: Clause, index: int, settled: dict[int, Settled]) -> Settled | None:
    """The nearest count of several people before an index."""
    for chunk in reversed(clause.chunks[:index]):
        held = settled.get(chunk.first) if chunk.counts else None
        if held is not None:
            several = chunk.number is not None and (chunk.number.best or 2) > 1 and chunk.kind in (_PERSON, "")
            return held if held.outcomes and several else None
    return None
