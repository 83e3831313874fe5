"""Lines of a page → its text, blocks, links and what they tell beyond the page's head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlsplit

from headwater.language import Language
from headwater.language.chrome import fold
from headwater.language.chrome import lexicon as furniture
from headwater.language.credits import lexicon as credit_words
from headwater.model import Block, BlockKind, Credit, CreditRelation, DateBasis
from headwater.read.draft import Metadata
from headwater.read.pagedates import PageDate, first
from headwater.read.pieces import Piece, is_prose, judge
from headwater.read.publisher import beside_title, host_name, publisher_of
from headwater.read.serialise import Run

__all__ = ["Labelled", "labelled"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIKE = 0.6
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's text with its blocks, its metadata completed from them, and the hyperlinks of its account."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    links: tuple[Credit, ...]


def labelled(runs: Sequence[Run], account: Sequence[bool], about: Metadata, language: Language) -> Labelled:
    """The page that the lines make, each a block, those outside of the account as chrome."""
    text, pieces = _written(runs)
    for piece in pieces:
        judge(text, piece, language)
    title = _title(runs, account, about)
    account = _with_deck(runs, account, title)
    signing = _signing(pieces, account, title)
    signs = {place: pieces[place].kind for place in signing}
    for place, (run, piece) in enumerate(zip(runs, pieces, strict=True)):
        piece.kind = _kind(run, piece, account[place], place == title, language)
    _close(runs, pieces)
    for place in signing:
        pieces[place].kind = signs[place]
    blocks = tuple(Block(piece.start, piece.end, piece.kind or BlockKind.CHROME) for piece in pieces)
    metadata = _completed(text, runs, pieces, blocks, about, title, language)
    return Labelled(text, blocks, metadata, tuple(_links(text, runs, pieces, about.host)))


def _written(runs: Sequence[Run]) -> tuple[str, list[Piece]]:
    lines, pieces = [], []
    at = 0
    for run in runs:
        start = at + len(run.indent)
        end = start + len(run.shown)
        lines.append(run.indent + run.shown)
        pieces.append(Piece(start, end, item=run.bullet))
        at = end + 1
    return "\n".join(lines) + "\n", pieces


def _kind(run: Run, piece: Piece, in_account: bool, is_title: bool, language: Language) -> BlockKind:
    """A line's kind: what its markup says, then its words; a line outside of the account is chrome whatever it says."""
    if is_title:
        return BlockKind.TITLE
    if not in_account:
        return BlockKind.CHROME
    inside = run.place.inside
    if inside & _HEADINGS:
        rule = furniture(language).match(run.text)
        return BlockKind.CHROME if rule and not rule.headings else BlockKind.HEADING
    if piece.kind not in (None, BlockKind.ITEM) and not run.row:
        return piece.kind or BlockKind.PARAGRAPH
    if "figcaption" in inside or "caption" in inside:
        return BlockKind.CAPTION
    if run.row:
        return BlockKind.TABLE
    if run.place.list_level and (run.bullet or not piece.prose):
        return BlockKind.ITEM
    return BlockKind.QUOTATION if "blockquote" in inside else BlockKind.PARAGRAPH


def _close(runs: Sequence[Run], pieces: Sequence[Piece]) -> None:
    """Take lists out of the account that stand under a heading such as "References" or "Related stories", up to the next heading."""
    closed = False
    for run, piece in zip(runs, pieces, strict=True):
        if run.place.inside & _HEADINGS:
            closed = piece.ends
        elif closed and piece.kind is BlockKind.ITEM:
            piece.kind = BlockKind.CHROME


def _title(runs: Sequence[Run], account: Sequence[bool], about: Metadata) -> int | None:
    """The line that is the page's title: the first heading whose words are those of the head's title, else its first h1."""
    wanted = set(fold(about.title or ""))
    heads = [place for place, run in enumerate(runs) if run.place.inside & _HEADINGS and not run.place.hidden]
    for place in heads:
        words = set(fold(runs[place].text))
        if wanted and words and len(words & wanted) >= _ALIKE * max(len(words), min(len(wanted), 2 * len(words))):
            return place
    first = next((place for place, mark in enumerate(account) if mark), 0)
    for place in range(max(0, first - _NEAR), first):
        if about.title and runs[place].text in about.title and len(runs[place].text) >= _ALIKE * len(about.title):
            return place
    near = range(first - _NEAR, first)
    ones = (place for place in heads if "h1" in runs[place].place.inside and (account[place] or place in near))
    found = next(ones, None)
    return _bold_title(runs, account, first) if found is None and about.title is None else found


def _bold_title(runs: Sequence[Run], account: Sequence[bool], first: int) -> int | None:
    """The title of a page that has no heading: the few words without a stop right before its account, or its first."""
    for place in (first, first - 1) if first else (first,):
        run = runs[place]
        words = len(run.text.split())
        if 2 <= words <= _NEAR + 8 and run.text[-1] not in ".!?:;," and not run.linked and not run.place.furniture:
            return place if any(account[place + 1 :]) else None
    return None


def _signing(pieces: Sequence[Piece], account: Sequence[bool], title: int | None) -> list[int]:
    """The bylines and dates between a page's title and its account, which belong to it whoever set them apart."""
    first = next((place for place, mark in enumerate(account) if mark and place != title), None)
    if title is None or first is None or first > title + _NEAR:
        return []
    return [place for place in range(title + 1, first) if pieces[place].kind in (BlockKind.BYLINE, BlockKind.DATELINE)]


def _with_deck(runs: Sequence[Run], account: Sequence[bool], title: int | None) -> list[bool]:
    """The account with the sentences between the title and its first line: a page's deck belongs to it."""
    marks = list(account)
    first = next((place for place, mark in enumerate(account) if mark), None)
    if title is None or first is None or not title < first <= title + _NEAR:
        return marks
    for place in range(title + 1, first):
        run = runs[place]
        aside = run.place.furniture or run.place.hidden or run.place.list_level or "figcaption" in run.place.inside
        marks[place] = not aside and is_prose(run.text) and 3 * run.linked < len(run.text)
    return marks


def _completed(
    text: str,
    runs: Sequence[Run],
    pieces: Sequence[Piece],
    blocks: tuple[Block, ...],
    about: Metadata,
    title: int | None,
    language: Language,
) -> Metadata:
    dates = _dates(text, pieces, blocks, title, language)
    author = next(
        (piece.author for piece, block in zip(pieces, blocks, strict=True) if piece.author and _near(block)), None
    )
    published, modified = first(dates, "published", None), first(dates, "modified")
    if published and (about.published is None or _says_itself(about, published)):
        about = replace(about, published=published.day, published_by=published.known)
    if about.modified is None and modified:
        about = replace(about, modified=modified.day, modified_by=modified.known)
    heading = runs[title].text if title is not None else about.title
    return replace(
        about,
        title=heading,
        author=about.author or author,
        publisher=(about.publisher if about.publisher != about.title else None)
        or publisher_of(text, blocks, beside_title(about.window, heading, credit_words(language)))
        or about.host,
    )


def _says_itself(about: Metadata, published: PageDate) -> bool:
    """Whether a line of the page says the day that was only inferred, or another by name."""
    inferred = about.published_by is not None and about.published_by.basis is DateBasis.INFERRED
    return inferred and (published.day == about.published or published.role == "published")


def _near(block: Block) -> bool:
    return block.kind is BlockKind.BYLINE


def _dates(
    text: str, pieces: Sequence[Piece], blocks: Sequence[Block], title: int | None, language: Language
) -> list[PageDate]:
    """The dates of the account, and of the lines next to its title; those of a table about what happened are the event's."""
    near = range(title - 3, title + 8) if title is not None else range(0)
    told = _happenings(text, pieces, blocks, language)
    return [
        date
        for place, (piece, block) in enumerate(zip(pieces, blocks, strict=True))
        if (block.kind is not BlockKind.CHROME or place in near) and place not in told
        for date in piece.dates
    ]


def _happenings(text: str, pieces: Sequence[Piece], blocks: Sequence[Block], language: Language) -> set[int]:
    """The lines of tables about what happened: "Location | Varn", "Deaths | 38"."""
    if not any(piece.dates and block.kind is BlockKind.TABLE for piece, block in zip(pieces, blocks, strict=True)):
        return set()
    rows, told = credit_words(language).happened_rows, set()
    for is_table, lines in groupby(range(len(blocks)), lambda place: blocks[place].kind is BlockKind.TABLE):
        table = list(lines)
        if is_table and any(fold(pieces[place].of(text).partition(" | ")[0]) in rows for place in table):
            told.update(table)
    return told


def _links(text: str, runs: Sequence[Run], pieces: Sequence[Piece], host: str | None) -> Iterator[Credit]:
    """The hyperlinks in the account that lead to another host, as credits."""
    for run, piece in zip(runs, pieces, strict=True):
        if piece.kind in (BlockKind.CHROME, BlockKind.TITLE, BlockKind.BYLINE):
            continue
        shift = piece.end - len(run.text)
        for anchor in run.anchors:
            agent = _host(anchor.address)
            if agent and agent != host:
                start, end = anchor.start + shift, anchor.end + shift
                yield Credit(start, end, text[start:end], agent, CreditRelation.LINK)


def _host(address: str) -> str | None:
    try:
        parts = urlsplit(address.strip())
        return host_name(parts.netloc) if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
