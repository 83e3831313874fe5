"""Figures that no number gives: "a 10-year-old girl was killed" is one."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["KINDS", "implied_at", "is_nth"]

_TOLD = frozenset({"killed", "injured", "detained", "captured", "hospitalised", "missing"})
_FLED = "displaced"
_SOUGHT = "missing"
_INTRANSITIVE = "intransitive"
KINDS = frozenset({"person", "vehicle", "building"})
"""Classes of which one that is told of alone is counted."""


def implied_at(clause: Clause, held: Settled, headline: bool, lexicons: Lexicons) -> tuple[int, int] | None:
    """Where the words of an implied figure stand (the noun group's first word); `None` where nothing counts one."""
    chunk = held.chunk
    if (
        chunk.part != Part.NOUN
        or chunk.plural
        or chunk.pronoun
        or not (chunk.kind in KINDS or (chunk.others and not chunk.head) or is_nth(clause, chunk, lexicons))
        or _is_denied(clause, chunk, lexicons)
        or _is_body(clause, chunk, lexicons)
    ):
        return None
    if not held.outcomes or held.outcomes[0] == "attackers" or held.rule in ("noun", "modifier", "toll"):
        return None
    if held.outcomes[0] == _FLED and chunk.kind == "person":
        return None  # one who fled after a deed
    if held.outcomes[0] == _SOUGHT and held.rule in ("active", "nominal"):
        return None  # one whom the police look for
    if held.rule == _INTRANSITIVE and chunk.kind != "person":
        return None  # the vessel that sank is what the report tells of
    if held.outcomes[0] == "affected" and chunk.kind != "person" and not chunk.others:
        return None
    if (
        not chunk.head
        and clause.tokens[chunk.last - 1].lower in lexicons.words("nth")
        and not is_nth(clause, chunk, lexicons)
    ):
        return None  # "a third have found shelter"
    another = not lexicons.groups.others.isdisjoint((chunk.determiner, *chunk.modifiers))
    if chunk.head in lexicons.words("anyone") and not another:
        return None  # "the loss of a loved one"
    one = chunk.determiner in lexicons.words("indefinite")
    the = chunk.determiner in lexicons.words("definite") and chunk.kind == "person" and held.outcomes[0] in _TOLD
    if chunk.group == "person" and the:
        the = any(word in lexicons.groups.others for word in chunk.modifiers)
    if is_nth(clause, chunk, lexicons) and held.outcomes[0] in _TOLD:
        the = True
    told = headline and not chunk.determiner and chunk.kind == "person" and held.outcomes[0] in _TOLD
    if not (one or the or told):
        return None
    token = clause.tokens[chunk.first]
    return token.start, token.end


def is_nth(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether one of a row is named by its place alone: "three were killed; the fourth died of wounds", "and a fourth"."""
    pointed = chunk.determiner in lexicons.words("the") or chunk.determiner in lexicons.words("indefinite")
    alone = pointed and not chunk.head and chunk.number is None
    behind = clause.tokens[chunk.last].lower if chunk.last < len(clause.tokens) else ""
    if alone and (behind in lexicons.words("the") or lexicons.agreeing.get(behind) == "plural"):
        return False  # "a third have found shelter", "two hit the ward and a third the car park"
    return alone and clause.tokens[chunk.last - 1].lower in lexicons.words("nth")


def _is_body(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun that may name one person names a body, for it is written as a name is: "the store that the Valley Guard kept"."""
    written = clause.tokens[chunk.at].text
    return chunk.head in lexicons.words("body_names") and written[:1].isupper() and not written.isupper()


def _is_denied(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether "not" stands right before the one: "not a guard was hurt"."""
    return chunk.first > 0 and clause.tokens[chunk.first - 1].lower in lexicons.words("not")
