"""Direct speech: where quotation marks open and close, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token

__all__ = ["Quotation", "Quotations", "quotations"]

#: No quotation runs on for more than so many characters without a mark: beyond that a mark was forgotten.
REACH = 2500

# One class of signs to begin with is what the standard library's expressions run over text for. A single mark behind a letter is an apostrophe; which
# others quote is told by `_quotes`.
_SIGNS = "\"\u201c\u201d\u201e\u00ab\u00bb\uff02`'\u2018\u2019"
_MARK = re.compile(f"[{_SIGNS}](?:(?<=`)`|(?<=')'|(?<![^\\W_]['\u2018\u2019]))")
_SINGLE = frozenset("'\u2018\u2019")
_START = attrgetter("start")
_OPENS = frozenset("\u201c\u201e\u00ab\u2018") | {"``"}
_CLOSES = frozenset("\u201d\u00bb\u2019")


class Quotation(msgspec.Struct, frozen=True, order=True, gc=False):
    """A quotation `[start, end)` with its marks; `closed` where its closing mark was found."""

    start: int
    end: int
    closed: bool = True


class Quotations(msgspec.Struct, frozen=True):
    """The quotations of a text, in order, and which of them holds a place; `sentences` are where sentences start."""

    found: tuple[Quotation, ...]
    starts: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()

    def at(self, place: int) -> Quotation | None:
        """The quotation around a code point."""
        index = bisect_right(self.starts, place) - 1
        return self.found[index] if index >= 0 and place < self.found[index].end else None

    def holding(self, tokens: Sequence[Token]) -> list[bool]:
        """Whether each of the tokens, which are in order, stands in a quotation."""
        held = [False] * len(tokens)
        if not tokens or not self.found:
            return held
        first = max(0, bisect_right(self.starts, tokens[0].start) - 1)
        for quotation in self.found[first : bisect_right(self.starts, tokens[-1].start)]:
            opens = bisect_left(tokens, quotation.start, key=_START)
            ends = bisect_left(tokens, quotation.end, opens, key=_START)
            held[opens:ends] = [True] * (ends - opens)
        return held

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
    found = _Reader(text, sentences)
    end = sentences[-1].end
    for match in _marks(text, sentences):
        mark, at = match.group(), match.start()
        single = mark in _SINGLE
        if mark != "`" and (not single or _quotes(text, at, end)):
            found.take(mark, at, match.end(), single)
    found.give_up()
    starts = tuple([quotation.start for quotation in found.quotations])
    return Quotations(tuple(found.quotations), starts, tuple([sentence.start for sentence in sentences]))


def _marks(text: str, sentences: Sequence[Sentence]) -> Iterator[re.Match[str]]:
    """Where marks may stand; most sentences have none, which to find a sign tells sooner than the expression."""
    signs = [sign for sign in _SIGNS if sign in text]
    for sentence in sentences if signs else ():
        for sign in signs:
            if text.find(sign, sentence.start, sentence.end) >= 0:
                yield from _MARK.finditer(text, sentence.start, sentence.end)
                break


class _Reader:
    """Takes marks in text order; a single mark opens only where nothing is open, and counts only once it is closed."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text, self.sentences = text, sentences
        self.quotations: list[Quotation] = []
        self.opened: int | None = None
        self.single: int | None = None

    def take(self, mark: str, start: int, end: int, single: bool) -> None:
        if self.opened is not None and start - self.opened > REACH:
            self.give_up()
        side = _side(self.text, mark, start, end, self.opened is not None)
        if single:
            self._single(side, start, end)
        elif side == "open":
            self.give_up(start)
            self.opened, self.single = start, None
        elif self.opened is not None:
            self.quotations.append(Quotation(self.opened, end))
            self.opened = None

    def give_up(self, before: int | None = None) -> None:
        """Let what is open end with its paragraph, or where the next quotation opens."""
        if self.opened is not None:
            end = _paragraph_end([end for _, end in _blocks(self.sentences)], self.opened)
            self.quotations.append(Quotation(self.opened, end if before is None else min(end, before), closed=False))
            self.opened = None

    def _single(self, side: str, start: int, end: int) -> None:
        if self.opened is None and side == "open":
            self.single = start
        elif self.opened is None and self.single is not None:
            if start - self.single <= REACH:
                self.quotations.append(Quotation(self.single, end))
            self.single = None


def _blocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        start, _ = spans.get(sentence.block, (sentence.start, 0))
        spans[sentence.block] = (start, sentence.end)
    return [spans[number] for number in sorted(spans)]


def _quotes(text: str, at: int, end: int) -> bool:
    """Whether a single mark quotes: before a capital and within no word, or behind a stop and before no letter; nothing stands behind `end`."""
    before, after = text[at - 1 : at], text[at + 1] if at + 1 < end else ""
    if after.isalpha():
        return after.isupper() and text[at] != "\u2019" and not before.isalnum()
    return text[at] != "\u2018" and before in (".", ",", "?", "!")


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
