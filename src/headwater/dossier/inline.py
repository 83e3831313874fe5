"""Pieces of a line of the page: the edition's words, a report's words, sigla, links; and the same as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

__all__ = ["Inline", "Lemma", "Letter", "Link", "Note", "Piece", "Said", "Sigla", "Text", "plain"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the edition, upright."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the edition inside a line of reports' words: italic."""

    kind: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a report, character for character, in quotation marks."""

    kind: ClassVar[str] = "said"
    text: str


@dataclass(frozen=True, slots=True)
class Lemma:
    """The reading that a line opens with: bold."""

    kind: ClassVar[str] = "lemma"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `place` spells the same out for print."""

    kind: ClassVar[str] = "link"
    text: str
    href: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One report's siglum: the letter, the report's name in full, and where it is."""

    letter: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Sigla:
    """The reports that a reading or a word stands in; `more` tells of those beyond the letters ("and 30 more")."""

    kind: ClassVar[str] = "sigla"
    letters: tuple[Letter, ...]
    more: str = ""


Piece: TypeAlias = Text | Note | Said | Lemma | Link | Sigla
Inline: TypeAlias = tuple[Piece, ...]


def plain(pieces: Iterable[Piece]) -> str:
    """The line as plain text, for copying and for names that a screen reader says.

    >>> plain((Lemma("12"), Text(" "), Sigla((Letter("A", "Gazette", "#a"), Letter("B", "Post", "#b"))), Text(" : "), Said("dozens")))
    '12 A B : “dozens”'
    """
    return "".join(_plain(piece) for piece in pieces)


def _plain(piece: Piece) -> str:
    if isinstance(piece, Sigla):
        return " ".join([*(letter.letter for letter in piece.letters), *([piece.more] if piece.more else [])])
    # A report's words may run over the end of a line.
    words = piece.text.replace("\n", " ")
    return f"“{words}”" if isinstance(piece, Said) else words
