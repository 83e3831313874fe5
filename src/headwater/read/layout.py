"""Lines of a bare text → blocks: what each line is, by its words first and then by where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from headwater.language import Language, load
from headwater.model import Block, BlockKind
from headwater.read.columns import table_rows
from headwater.read.dateline import days_of, split_dateline
from headwater.read.lines import Line, paragraphs
from headwater.read.pagedates import PageDate, date_prefix
from headwater.read.pieces import Piece, is_name_line, judge, script_of

__all__ = ["Layout", "blocks", "layout"]

_SHORT = 12
_SCRIPT_SAMPLE = 1_500
_MENU = 3


class Layout(msgspec.Struct, frozen=True):
    """The blocks of a text, and what its lines tell of it; `signed` is a name that stands alone at its end."""

    blocks: tuple[Block, ...]
    title: str | None
    author: str | None
    dates: tuple[PageDate, ...]
    signed: str | None


def layout(text: str, language: Language, furniture: Collection[int] = ()) -> Layout:
    """The blocks of a text that has nothing but its lines to tell what is what.

    `furniture` are starts of lines that are known to be none of the account.
    """
    pieces, title, signed = _labelled(text, language, furniture)
    return Layout(
        blocks=_blocks(pieces),
        title=title.of(text) if title else None,
        author=next((piece.author for piece in pieces if piece.author), None),
        dates=tuple(date for piece in pieces for date in _dates(text, piece, language)),
        signed=signed.of(text) if signed else None,
    )


def blocks(text: str, language: Language | None = None) -> tuple[Block, ...]:
    """The blocks of a bare text, offsets into it exactly as given.

    They are in order, do not overlap and hold every character that is no white space.
    """
    return _blocks(_labelled(text, language or load(), ())[0])


def _labelled(
    text: str, language: Language, furniture: Collection[int]
) -> tuple[list[Piece], Piece | None, Piece | None]:
    """The pieces of a text, each with its kind; the one that is its title, and the one that signs it."""
    pieces = _pieces(text, language)
    for piece in pieces:
        if piece.start in furniture:
            piece.kind = BlockKind.CHROME
        elif piece.kind is None:
            judge(text, piece, language)
    _other_scripts(text, pieces)
    account = _account(text, pieces)
    title = _head(text, pieces[: account.start])
    _middle(text, pieces[account.start : account.stop])
    signed = _tail(text, pieces[account.stop :])
    for piece in pieces:
        piece.kind = piece.kind or (BlockKind.ITEM if piece.item else BlockKind.PARAGRAPH)
    return pieces, title, signed


def _blocks(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    return tuple([Block(piece.start, piece.end, piece.kind or BlockKind.PARAGRAPH) for piece in pieces])


def _dates(text: str, piece: Piece, language: Language) -> tuple[PageDate, ...]:
    return days_of(text, piece.start, piece.end, language) if piece.dated else piece.dates


def _pieces(text: str, language: Language) -> list[Piece]:
    """The text in pieces: rows of tables by themselves, all else by paragraphs."""
    tables = table_rows(text)
    if not tables:
        return [piece for line in paragraphs(text) for piece in _split(text, line, language)]
    found: list[Piece] = []
    start = 0
    for first, last in [*tables, (len(text), len(text))]:
        for line in paragraphs(text[start:first]):
            line.start, line.end = line.start + start, line.end + start
            found += _split(text, line, language)
        if last > first:
            found.append(Piece(first, last, kind=BlockKind.TABLE))
        start = last
    return found


def _split(text: str, line: Line, language: Language) -> list[Piece]:
    """A line as one piece, or more where a page's date or a dateline stands before its first words."""
    pieces = []
    start, gap = line.start, line.gap
    labelled = date_prefix(text, start, line.end, language)
    if labelled:
        end, date = labelled
        pieces.append(Piece(start, end, gap, kind=BlockKind.DATELINE, dates=(date,)))
        start, gap = _next_word(text, end, line.end), 0
    dateline = None if line.item else split_dateline(text, start, line.end, language)
    if dateline:
        pieces.append(Piece(start, dateline[0], gap, kind=BlockKind.DATELINE, dated=dateline[1]))
        start, gap = _next_word(text, dateline[0], line.end), 0
    if start < line.end:
        pieces.append(Piece(start, line.end, gap, item=line.item))
    return pieces


def _next_word(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _other_scripts(text: str, pieces: Sequence[Piece]) -> None:
    """Short lines in another script than the text's are buttons of a page for several languages."""
    if text.isascii():
        return
    main: str | None = None
    for piece in pieces:
        line = piece.of(text)
        if piece.kind is None and not line.isascii() and len(line.split()) <= _SHORT:
            script = script_of(line)
            main = main or script_of(text[len(text) // 4 :][:_SCRIPT_SAMPLE])
            if script and script != main and "LATIN" in (main, script):
                piece.kind, piece.prose = BlockKind.CHROME, False


def _account(text: str, pieces: Sequence[Piece]) -> range:
    """The pieces from the first of the account to its last: those between which there is running text."""
    prose = [place for place, piece in enumerate(pieces) if piece.prose]
    if not prose:
        told = [place for place, piece in enumerate(pieces) if piece.kind in (None, BlockKind.ITEM)]
        first = told[0] + 1 if len(told) > 1 and len(pieces[told[0]].of(text).split()) >= _MENU else 0
        return range(first, told[-1] + 1) if told and first <= told[-1] else range(len(pieces))
    first, last = prose[0], prose[-1]
    for place in range(first + 1, last):
        if pieces[place].ends and _is_over(pieces, prose, place):
            last = max(one for one in prose if one < place)
            break
    while last + 1 < len(pieces) and pieces[last + 1].kind is BlockKind.ITEM:
        last += 1
    while first and pieces[first - 1].kind is BlockKind.ITEM:
        first -= 1
    return range(first, last + 1)


def _is_over(pieces: Sequence[Piece], prose: Sequence[int], place: int) -> bool:
    """Whether the account ends at a line such as "Related stories": little running text follows, among much else."""
    after = [one for one in prose if one > place]
    return len(after) * 3 < len(prose) and len(after) * 2 < len(pieces) - place


def _head(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Label what stands before the account, and return its title."""
    free = [piece for piece in pieces if piece.kind is None]
    title = _title(text, free)
    menus = sum(piece.kind is BlockKind.CHROME for piece in pieces) >= _MENU
    seen = False
    for piece in free:
        seen = seen or piece is title
        short = len(piece.of(text).split()) <= 3
        if menus and short and not seen:
            piece.kind = BlockKind.CHROME
        elif not seen or piece.of(text)[-1] not in ".!?":
            piece.kind = BlockKind.HEADING
    if title:
        title.kind = BlockKind.TITLE
    return title


def _title(text: str, free: Sequence[Piece]) -> Piece | None:
    for least in (4, 2):
        for piece in free:
            if len(piece.of(text).split()) >= least and " | " not in piece.of(text):
                return piece
    return None


def _middle(text: str, pieces: Sequence[Piece]) -> None:
    """Label what stands in the account: headings, and what a list of other stories in its midst links to."""
    aside = False
    for place, piece in enumerate(pieces):
        if piece.prose or piece.kind not in (None, BlockKind.ITEM, BlockKind.CHROME):
            aside = False
        elif piece.ends:
            aside = True
        elif aside:
            piece.kind = BlockKind.CHROME
        elif piece.kind is None and _is_heading(text, pieces, place):
            piece.kind = BlockKind.HEADING


def _is_heading(text: str, pieces: Sequence[Piece], place: int) -> bool:
    line = pieces[place].of(text)
    if place + 1 >= len(pieces) or len(line.split()) > _SHORT or line[-1] in ".,:;" or line[0].islower():
        return line.startswith("# ")
    return not (place and pieces[place - 1].of(text).endswith(":"))


def _tail(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Label what stands after the account, and return the name that signs it."""
    furniture = False
    signed = None
    for place, piece in enumerate(pieces):
        furniture = furniture or piece.kind is BlockKind.CHROME
        if piece.kind is not None:
            continue
        heads = place + 1 < len(pieces) and pieces[place + 1].item  # "NEEDS" above a list
        if not (furniture or heads) and signed is None and is_name_line(piece.of(text)):
            piece.kind, signed = BlockKind.CREDIT, piece
        elif furniture:
            piece.kind = BlockKind.CHROME
        elif not piece.item:
            piece.kind = BlockKind.PARAGRAPH
    return signed
