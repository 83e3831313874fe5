"""Lines of PDF pages with their place on the page, and the paragraphs that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from pypdfium2 import raw

from headwater.read.lines import ITEM

__all__ = ["PageLine", "Part", "codes_of", "lines_of", "rejoined", "repeated"]

_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
# The hyphen that pdfium knows to part a word at a line's end, and how other versions of it write it.
_PARTED = ("\x02", "\ufffe", "\u00ad")
_PARTED_CODES = frozenset(map(ord, _PARTED))
_EDGE = 2
_GAP = 1.45
_SIZE = 0.12
_RAGGED = 0.85


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line that stand apart, between `left` and `right` (points)."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; `left`, `right`, `bottom` and `height` are points. Hyphens at its end are as pdfium gives them.

    `parts` are its words where gaps part them, as cells of a table are; `row`: it is a row of one, with bars in its text.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    parts: tuple[Part, ...] = ()
    row: bool = False


def codes_of(page: Any) -> list[int]:
    """The code units of a page's text."""
    return [raw.FPDFText_GetUnicode(page.raw, index) for index in range(page.count_chars())]


def lines_of(page: Any, codes: Sequence[int], parting: Collection[int] = ()) -> Iterator[PageLine]:
    """The lines of a page's text in reading order; lines without words are left out. `parting` are the spaces between their parts."""
    start = 0
    for index, code in enumerate([*codes, 10]):
        if code not in (10, 13, *_PARTED_CODES):
            continue
        # A parted word's hyphen stays with its line; pdfium gives no line end behind it.
        end = index + (code in _PARTED_CODES)
        words = _words(codes[start:end])
        if words.strip("".join(_PARTED)):
            cuts = [at for at in range(start, end) if at in parting] if parting else []
            parts = (
                tuple(_part(page, codes, first, last) for first, last in pairwise([start - 1, *cuts, end]))
                if cuts
                else ()
            )
            yield replace(_placed(page, words, start, end), parts=tuple(part for part in parts if part.text))
        start = index + 1


def _words(codes: Sequence[int]) -> str:
    text = "".join(map(chr, codes)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(text.replace("\0", " ").split())


def _part(page: Any, codes: Sequence[int], before: int, end: int) -> Part:
    """The words between two gaps, each by its index."""
    boxes = (
        [page.get_charbox(index, loose=True) for index in (before + 1, end - 1)] if before + 1 < end else [(0.0,) * 4]
    )
    return Part(_words(codes[before + 1 : end]), round(boxes[0][0], 1), round(boxes[-1][2], 1))


def _placed(page: Any, words: str, start: int, end: int) -> PageLine:
    boxes = [page.get_charbox(index, loose=True) for index in {start, (start + end) // 2, end - 1}]
    boxes = [box for box in boxes if box[2] > box[0]] or boxes
    return PageLine(
        text=words,
        left=round(min(box[0] for box in boxes), 1),
        right=round(max(box[2] for box in boxes), 1),
        bottom=round(min(box[1] for box in boxes), 1),
        height=round(max(box[3] - box[1] for box in boxes), 1),
    )


def repeated(pages: Sequence[Sequence[PageLine]]) -> set[tuple[int, int]]:
    """Page and line of what stands at the top or bottom of half of the pages or more, numbers aside."""
    if len(pages) < 2:
        return set()
    edges = [
        (number, place, _NUMBER.sub("#", line.text))
        for number, page in enumerate(pages)
        for place, line in enumerate(page)
        if place < _EDGE or place >= len(page) - _EDGE
    ]
    counts = Counter(words for _, words in {(number, words) for number, _, words in edges})
    least = max(2, (len(pages) + 1) // 2)
    return {(number, place) for number, place, words in edges if counts[words] >= least}


def rejoined(lines: Sequence[PageLine]) -> Iterator[str]:
    """The paragraphs that the lines make, a string each.

    A word parted at a line's end is joined, but for numbers and for words that the document has with their hyphen
    elsewhere.
    """
    hyphened = {word.lower() for line in lines for word in _HYPHENED.findall(line.text)}
    spacing = _spacing(lines)
    edge = max((line.right for line in lines), default=0.0)
    parts: list[str] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before is not None and (before.row or line.row or not _goes_on(before, line, spacing, edge)):
            yield "".join(parts)
            parts = []
        if parts:
            parts[-1] = _end_before(parts[-1], line.text, hyphened)
        parts.append(line.text)
    if parts:
        yield "".join(parts)


def _end_before(text: str, following: str, hyphened: set[str]) -> str:
    """A line with what stands between it and the next of its paragraph: a space, its hyphen, or nothing."""
    if not text.endswith(("-", *_PARTED)):
        return text + " "
    first, last = _WORD.match(following), _LAST_WORD.search(text[:-1])
    if first is None or last is None or not first.group()[0].islower():
        return text[:-1] + "-"
    own = f"{last.group()}-{first.group()}".lower() in hyphened
    return text[:-1] + ("-" if own else "")


def _spacing(lines: Sequence[PageLine]) -> float:
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.bottom > two.bottom]
    return median(steps) if steps else 0.0


def _goes_on(before: PageLine, line: PageLine, spacing: float, edge: float) -> bool:
    """Whether a line is of the paragraph of the one before it."""
    if ITEM.match(line.text):
        return False
    stops = _STOP.search(before.text) is not None
    if before.bottom <= line.bottom:
        # A new column or page: the paragraph goes on where its sentence does.
        return not stops and line.text[0].islower()
    if abs(before.height - line.height) > _SIZE * max(before.height, line.height, 1.0) and not line.text[0].islower():
        return False
    if before.bottom - line.bottom > _GAP * spacing:
        return False
    full = before.right >= _RAGGED * edge
    return full or (not stops and line.text[0].islower())
