"""Direct speech: where quotation marks open and close, over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from headwater.grammar.sentences import Sentence

__all__ = ["Quotation", "Quotations", "quotations"]

#: No quotation runs on for more than so many characters without a mark: beyond that a mark was forgotten.
REACH = 2500

_MARK = regex.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb\uff02]|``|''|(?<![\p{L}\p{N}])\u2018(?=\p{Lu})|(?<=[.,?!])\u2019(?!\p{L})")
_OPENS = frozenset("\u201c\u201e\u00ab\u2018") | {"``"}
_CLOSES = frozenset("\u201d\u00bb\u2019")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quotation `[start, end)` with its marks; `closed` where its closing mark was found."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, in order, and which of them holds a place; `sentences` are where sentences start."""

    found: tuple[Quotation, ...]
    starts: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()

    def at(self, place: int) -> Quotation | None:
        """The quotation around a code point."""
        index = bisect_right(self.starts, place) - 1
        return self.found[index] if index >= 0 and place < self.found[index].end else None

    def opening(self, place: int) -> int:
        """Where the sentence around a code point starts."""
        return self.sentences[max(0, bisect_right(self.sentences, place) - 1)]

    def before(self, place: int) -> Quotation | None:
        """The last quotation that ends at or before a code point."""
        index = bisect_right(self.starts, place) - 1
        while index >= 0 and self.found[index].end > place:
            index -= 1
        return self.found[index] if index >= 0 else None


def quotations(text: str, sentences: Sequence[Sentence]) -> Quotations:
    """The quotations of a text.

    A mark's side is told by its form, else by the space around it, else by whether a quotation is open. A paragraph that
    opens with a mark while one is open runs on (the first was left open on purpose); a mark that never closes ends with its paragraph.
    """
    if not sentences:
        return Quotations(())
    blocks = _blocks(sentences)
    ends = [end for _, end in blocks]
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARK.finditer(text, sentences[0].start, sentences[-1].end):
        place = match.start()
        if opened is not None and place - opened > REACH:
            found.append(Quotation(opened, _paragraph_end(ends, opened), closed=False))
            opened = None
        side = _side(text, match.group(), place, match.end(), opened is not None)
        if side == "open":
            if opened is not None:
                found.append(Quotation(opened, min(_paragraph_end(ends, opened), place), closed=False))
            opened = place
        elif opened is not None:
            found.append(Quotation(opened, match.end()))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, _paragraph_end(ends, opened), closed=False))
    starts = tuple(quotation.start for quotation in found)
    return Quotations(tuple(found), starts, tuple(sentence.start for sentence in sentences))


def _blocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        start, _ = spans.get(sentence.block, (sentence.start, 0))
        spans[sentence.block] = (start, sentence.end)
    return [spans[number] for number in sorted(spans)]


def _paragraph_end(ends: Sequence[int], place: int) -> int:
    return ends[min(bisect_right(ends, place), len(ends) - 1)]


def _side(text: str, mark: str, start: int, end: int, is_open: bool) -> str:
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "close"
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free_before = before.isspace() or before in "([\u2014\u2013-"
    free_after = after.isspace() or after in ".,;:!?)]\u2014\u2013-"
    if free_before and not free_after:
        # Tokenised text may close with a space before the mark; then the next word is no start of a sentence.
        return "open"
    if free_after and not free_before:
        return "close"
    return "close" if is_open else "open"
