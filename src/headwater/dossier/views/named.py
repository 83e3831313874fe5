"""Whom the reports name for a reading, in plain words: the speakers, who names none, and what that makes."""

from __future__ import annotations

from headwater.dossier.inline import Inline, Lemma, Piece, Said, Text
from headwater.dossier.lookup import Lookup
from headwater.model import NOBODY, OriginCount, Root

__all__ = ["named_line"]

_NAMED = 6


def named_line(count: OriginCount, lookup: Lookup) -> Inline:
    """Who is named as having said a reading, and how many speakers that makes.

    Where nobody is named no number stands: "0 to 4" would say no more than that nobody is.
    """
    named = [root for root in count.roots if root.label != NOBODY]
    silent = [document for root in count.roots if root.label == NOBODY for document in root.documents]
    if not named:
        return lookup.wording.line("named.nobody")
    pieces = [*lookup.wording.line("named.said_by", speakers=_speakers(named, lookup))]
    if silent:
        told = lookup.wording.line("named.silent", n=len(silent), sigla=lookup.sigla(silent))
        pieces += [Text(" "), *told]
    return (*pieces, Text(" "), *_behind(count, lookup))


def _speakers(named: list[Root], lookup: Lookup) -> Inline:
    pieces: list[Piece] = []
    for place, root in enumerate(named[:_NAMED]):
        pieces += [Text("; " if place else ""), Said(root.label), Text(" "), lookup.sigla(root.documents)]
    if len(named) > _NAMED:
        pieces.append(Text(f"; {lookup.wording.say('summary.more', n=len(named) - _NAMED)}"))
    return tuple(pieces)


def _behind(count: OriginCount, lookup: Lookup) -> Inline:
    if count.min == count.max:
        return lookup.wording.line("named.one", n=count.max, number=Lemma(str(count.max)))
    number = lookup.wording.say("hedge.range", low=count.min, high=count.max)
    return lookup.wording.line("named.range", n=count.max, number=Lemma(number))
