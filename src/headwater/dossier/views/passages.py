"""What ties two reports: passages aligned word by word, and the other evidence in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Letter, Said, Sigla
from headwater.dossier.lookup import Lookup
from headwater.model import Evidence, EvidenceKind, Link

__all__ = ["Aligned", "Tie", "align", "shared_words", "tie_place", "ties"]

_TEXTUAL = (EvidenceKind.VERBATIM, EvidenceKind.REWORDED, EvidenceKind.QUOTATION, EvidenceKind.RARE_WORDING)
_WORD = regex.compile(r"\S+\s*")
_LONGEST = 400
_MOST_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one report in a passage; `same` where the other has them too."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """One passage as it stands in both reports."""

    anchor: str
    kind: str
    words: str
    a: tuple[Stretch, ...]
    b: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """All evidence on one pair of reports."""

    anchor: str
    a: Letter
    b: Letter
    a_name: str
    b_name: str
    relation: str
    direction: str
    probability: str
    passages: tuple[Aligned, ...]
    others: tuple[str, ...]
    more: int


def ties(lookup: Lookup) -> tuple[Tie, ...]:
    """The pairs of reports, in the page's order."""
    return tuple(_tie(link, lookup) for link in lookup.ties.values())


def tie_place(one: str, other: str, lookup: Lookup) -> str:
    """Where the page shows what ties two reports: their longest passage, else their other evidence; "" for nothing."""
    link = lookup.ties.get(frozenset((one, other)))
    if link is None:
        return ""
    # A browser opens a fold for an address inside it, also without scripts: so the passage, not its fold.
    longest = next(iter(_textual(link)), None)
    return "#" + (_passage(longest, link) if longest else anchor("tie", link.a, link.b))


def _textual(link: Link) -> list[Evidence]:
    found = [piece for piece in link.evidence if piece.kind in _TEXTUAL and piece.a_end > piece.a_start]
    return sorted(found, key=lambda piece: (-(piece.words or 0), piece.a_start))


def _passage(piece: Evidence, link: Link) -> str:
    return anchor("passage", link.a, link.b, str(piece.a_start), str(piece.b_start))


def shared_words(documents: frozenset[str], lookup: Lookup) -> tuple[tuple[Said, Sigla], ...]:
    """Up to three passages, the longest first, that reports of a set share, as the first of the two has them."""
    found = [
        (piece.words or 0, link, piece)
        for link in lookup.contents.links
        if link.a in documents and link.b in documents
        for piece in link.evidence
        if piece.kind in _TEXTUAL and piece.a_end - piece.a_start > 0
    ]
    found.sort(key=lambda one: (-one[0], lookup.place[one[1].a], one[2].a_start))
    kept: dict[str, Sigla] = {}
    for _, link, piece in found:
        lines = lookup.report[link.a].text[piece.a_start : piece.a_end].splitlines()
        words = max((line.strip(" •") for line in lines), key=len, default="")
        kept.setdefault(
            words if len(words) <= 80 else words[: words.rfind(" ", 0, 80)] + " …", lookup.sigla([link.a, link.b])
        )
    return tuple((Said(words), sigla) for words, sigla in list(kept.items())[:3])


def _tie(link: Link, lookup: Lookup) -> Tie:
    say = lookup.wording.say
    textual = _textual(link)
    others = [piece for piece in link.evidence if piece not in textual]
    direction = (
        say(f"tie.{link.direction.value}", a=lookup.letter[link.a].letter, b=lookup.letter[link.b].letter)
        if link.direction
        else say("tie.either")
    )
    return Tie(
        anchor("tie", link.a, link.b),
        lookup.letter[link.a],
        lookup.letter[link.b],
        lookup.name(lookup.report[link.a]),
        lookup.name(lookup.report[link.b]),
        say(f"relation.{link.relation.value}"),
        direction,
        f"{link.probability:.2f}",
        tuple(_aligned(piece, link, lookup) for piece in textual[:_MOST_PASSAGES]),
        tuple(dict.fromkeys(_other(piece, lookup) for piece in others)),
        max(0, len(textual) - _MOST_PASSAGES),
    )


def _other(piece: Evidence, lookup: Lookup) -> str:
    kind = lookup.wording.say(f"evidence_kind.{piece.kind.value}")
    return f"{kind}: {piece.note}" if piece.note else kind


def _aligned(piece: Evidence, link: Link, lookup: Lookup) -> Aligned:
    one = lookup.report[link.a].text[piece.a_start : min(piece.a_end, piece.a_start + _LONGEST)]
    other = lookup.report[link.b].text[piece.b_start : min(piece.b_end, piece.b_start + _LONGEST)]
    a, b = align(one, other)
    words = lookup.wording.say("tie.words", n=piece.words) if piece.words else ""
    return Aligned(_passage(piece, link), lookup.wording.say(f"evidence_kind.{piece.kind.value}"), words, a, b)


def align(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Two passages word by word: which words of each stand in the other too, in order.

    >>> [stretch.text for stretch in align("two big ships", "two ships")[0] if not stretch.same]
    ['big ']
    """
    mine, theirs = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, _plain(mine), _plain(theirs), autojunk=False)
    a: list[Stretch] = []
    b: list[Stretch] = []
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        a += _stretch(mine[a0:a1], kind == "equal")
        b += _stretch(theirs[b0:b1], kind == "equal")
    return tuple(a), tuple(b)


def _plain(words: Sequence[str]) -> list[str]:
    return [word.strip().strip(".,;:!?\"'“”‘’()").casefold() for word in words]


def _stretch(words: Sequence[str], same: bool) -> Iterator[Stretch]:
    if words:
        yield Stretch("".join(words), same)
