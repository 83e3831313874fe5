"""The places that counts are told with: "27 died, 16 of them in Upper Lorn"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_places", "named_place", "place_at", "place_behind", "place_parts"]

_SOURCES = frozenset({"place", "building", "vehicle"})


def place_at(clause: Clause, index: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The tokens of the noun group after a preposition of place."""
    link, noun = clause.at(index), clause.at(index + 1)
    if link is None or link.part != Part.PREPOSITION or link.word not in lexicons.words("places"):
        return None
    if noun is None or noun.part != Part.NOUN or noun.counts or noun.pronoun or noun.kind == "person":
        return None
    if not noun.head or noun.head in lexicons.words("no_places"):
        return None  # "on the part of the weavers", "on that of the townsmen"
    if noun.kind == "measure" and named_place(clause, noun) is None:
        return None  # "Market Square" is one all the same
    if link.word in lexicons.words("source") and noun.kind not in _SOURCES and named_place(clause, noun) is None:
        return None  # "two from burns and one from blood loss"
    # "In 1938" is no place, nor is what a date leaves behind: "in Friday's quake".
    if not clause.tokens[noun.first].text[:1].isalpha():
        return None
    return _called(clause, index + 1, noun, lexicons) or (noun.first, noun.last)


def _called(clause: Clause, index: int, noun: Chunk, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name of a place behind the word for what it is, or behind a word that says no more than that it is near: "the province of Lorn", "neighbouring Karst"; not "northern Karst"."""
    of, name = clause.at(index + 1), clause.at(index + 2)
    if noun.kind == "place" and of is not None and of.word in lexicons.words("of") and name is not None:
        return named_place(clause, name) if name.part == Part.NOUN and not name.counts else None
    return named_place(clause, noun) if clause.tokens[noun.first].lower in lexicons.words("lying_near") else None


def add_places(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give figures of one outcome that a sentence spreads over places their places: "killed 12 in Orra, eight in Tenn"."""
    spread: dict[str, list[tuple[Settled, tuple[int, int]]]] = {}
    for index in clause.counting if len(clause.counting) > 1 else ():
        held = settled.get(clause.chunks[index].first)
        place = place_at(clause, index + 1, lexicons) if held is not None and held.outcomes else None
        if held is not None and place is not None:
            spread.setdefault(held.outcomes[0], []).append((held, place))
    for row in spread.values():
        for held, place in row if len(row) > 1 else ():
            held.place = held.place or place


def place_parts(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give a part the name of the place that stands behind it: "27 died, 16 of them in Upper Lorn province"."""
    for index in clause.counting if len(settled) > 1 else ():
        held = settled.get(clause.chunks[index].first)
        if held is not None and held.whole is not None and held.outcomes and held.place is None:
            held.place = place_behind(clause, index, lexicons)


def place_behind(clause: Clause, index: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name of the place that stands right behind a number, or behind its "were": "16 of them in Upper Lorn", "nineteen were from Varn"."""
    verb = clause.at(index + 1)
    index += verb is not None and verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)
    place = place_at(clause, index + 1, lexicons)
    return named_place(clause, clause.chunks[index + 2]) if place is not None else None


def named_place(clause: Clause, noun: Chunk) -> tuple[int, int] | None:
    """The words with a capital at the head of a noun group, behind an article; `None` where it has none, or all words of the sentence have one."""
    first, last = noun.first, noun.last
    written = [token.text[:1].isupper() for token in clause.tokens[first:last]]
    start = 0 if written[0] else 1
    end = next((at for at in range(start, len(written)) if not written[at]), len(written))
    plain = any(token.text[:1].islower() for token in (*clause.tokens[: max(first - 2, 1)], *clause.tokens[last:]))
    return (first + start, first + end) if start < end and plain else None
