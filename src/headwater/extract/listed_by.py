"""Counts listed by name behind what they count: "Deaths by district: Dresh 34, Pol 18", "Houses destroyed by village: Orl 12, Tarn 9"."""

from __future__ import annotations

from headwater.extract.chunks import Clause, Part
from headwater.extract.identified import counted
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of
from headwater.extract.settling import Settled

__all__ = ["add_listed"]

_BY = 3  # from the colon back to "by": "by | district | :"
_COLON = 1 << Part.COLON
_LINKS = frozenset({Part.COMMA, Part.CONJUNCTION, Part.STOP})
_PLACES = frozenset({"place", "building", "area"})


def add_listed(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle numbers alone behind names, of which what stands before the colon says what they count and "by" what they are listed by; a name of a place is the count's."""
    if not clause.holds & _COLON:
        return
    colon = next(at for at, chunk in enumerate(clause.chunks) if chunk.part == Part.COLON)
    if colon < _BY or clause.chunks[colon - 2].word not in lexicons.words("listing"):
        return
    outcome, group = _counts(clause, colon - 2, lexicons)
    if not outcome:
        return
    at = colon + 1
    while (name := clause.at(at)) is not None and (value := clause.at(at + 1)) is not None:
        named = name.part == Part.NOUN and not (name.counts or name.pronoun or name.kind in ("measure", "money"))
        if not named or not value.stands_alone or value.first in settled:
            return
        placed = clause.chunks[colon - 1].kind in _PLACES
        told = name.group if group == "person" and not placed else group  # "by sex: men 30, women 12"
        if not placed and told == "person":
            return  # "by nationality: Ostrans 34, Morrans 18" would be two counts of the same
        settled[value.first] = Settled(
            value, [outcome], "label", group=told, place=(name.first, name.last) if placed else None
        )
        at += 2
        link = at
        while (sign := clause.at(at)) is not None and sign.part in _LINKS:
            at += 1
        if at == link:
            return


def _counts(clause: Clause, by: int, lexicons: Lexicons) -> tuple[str, str]:
    """The outcome and group of what is listed: "deaths", "the dead", "injured", "houses destroyed"; empty where it has none."""
    first, told = clause.chunks[0], clause.chunks[by - 1]
    if by > 2 or first.counts or first.negated:
        return "", ""
    if by == 1:
        outcome = outcome_named(first, lexicons) or counted(first, lexicons)
        return outcome, first.group if first.countable is not None else "person"
    if first.part != Part.NOUN or not told.bare:
        return "", ""
    outcome = sense_of(told.word, first.kind or "person", lexicons)
    return outcome, first.group if first.head else "person"
