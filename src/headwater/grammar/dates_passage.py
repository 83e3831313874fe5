"""A block's tokens as letters, what the rules find in it, and which way the words around look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, chain, groupby
from operator import attrgetter

import msgspec

from headwater.grammar.dates_absolute import ABSOLUTE
from headwater.grammar.dates_clock import CLOCK
from headwater.grammar.dates_durations import DURATIONS
from headwater.grammar.dates_join import Found
from headwater.grammar.dates_reading import Context, Reading, Told
from headwater.grammar.dates_relative import RELATIVE
from headwater.grammar.dates_shifts import SHIFTS
from headwater.grammar.dates_spans import SPANS
from headwater.grammar.dates_tags import Alphabet
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.model import Anchor, BlockKind

__all__ = ["Passage", "Passages"]

_BUILD = {**ABSOLUTE, **SPANS, **RELATIVE, **SHIFTS, **DURATIONS, **CLOCK}
_HEADS = (BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TITLE)
_SHORT = 10  # tokens of a line that is hardly a sentence
_CLOCK = 6  # tokens behind a date in figures among which its clock stands
_BACK, _ON = 10, 5  # tokens looked at before and after, for which way the words look


class Passage(msgspec.Struct):
    """The tokens of one block without its line ends; `starts` are the tokens that sentences begin with, `places` those where a rule may hold. Nobody changes one.

    `heads` is whether the block says when the report was made and not when things happened: dateline, byline, or a line that short.
    """

    alphabet: Alphabet
    tokens: Sequence[Token]
    letters: str
    starts: Sequence[int]
    places: Sequence[int]
    heads: bool

    def found(self, context: Context) -> Iterator[Found]:
        """What the rules find, in order, none over another; what each comes to is known to those after it."""
        letters, taken = self.letters, 0
        present = frozenset(letters)
        for place in self.places:
            holds = self.alphabet.match(letters, place, present) if place >= taken else None
            if holds is None:
                continue
            rule, match = holds
            first, taken = match.span()
            reading = Reading(self.alphabet, rule.rule, self.tokens, first, taken, rule.taken(match))
            context.look = partial(self.ahead, first, taken)
            told = _built(reading, context)
            if told is not None:
                if not self.heads:
                    _remember(told, context)
                elif context.published is None and told.period is not None and told.anchor is Anchor.CALENDAR:
                    context.headed = told.period
                yield Found(first, taken, told, rule.rule.name)

    def sentence(self, token: int) -> int:
        """The sentence, counted in the passage, that a token is in."""
        return bisect_right(self.starts, token)

    def ahead(self, first: int, last: int) -> int:
        """As `Context.ahead` says."""
        letters, marks = self.letters, self.alphabet.marks
        begin = max(first - _BACK, self.starts[self.sentence(first) - 1])
        if letters[first - 1 : first] in marks.by and first > begin:
            back = any(letter in marks.had for letter in letters[last : last + _ON])
            return -1 if back or any(letter in marks.back for letter in letters[begin : first - 1]) else 1
        if letters[first - 1 : first] in marks.until and first > begin:
            # "Until Monday only nine had been counted", and "the road is closed until Monday".
            near = letters[begin : first - 1] + letters[last : last + _ON]
            return -1 if any(letter in marks.had for letter in near) else 1
        for place in range(first - 1, begin - 1, -1):
            if side := self._side(place):
                return side
        for place in range(last, min(last + _ON, len(letters))):
            if letters[place] in marks.stop:
                break
            if side := self._side(place):
                return side
        return 0

    def _side(self, place: int) -> int:
        """Which way one word looks: "due" ahead, but back in "had been due"; "set" ahead only in "set to", "held" in "would be held"."""
        letters, marks = self.letters, self.alphabet.marks
        if letters[place] in marks.ahead:
            return -1 if any(letter in marks.had for letter in letters[max(0, place - 2) : place]) else 1
        if letters[place] in marks.ahead_to and letters[place + 1 : place + 2] in marks.to and place + 1 < len(letters):
            return 1
        if letters[place] not in marks.back:
            return 0
        if letters[place] in marks.tells:
            return -1
        ahead = any(letter in marks.ahead for letter in letters[max(0, place - 2) : place])
        return 1 if ahead or (place and letters[place - 1] in marks.ahead_to) else -2

    def orders(self) -> Iterator[bool]:
        """For each date in figures that shows it, whether the day stands before the month."""
        for match in self.alphabet.numeric.finditer(self.letters):
            first, second = (self.tokens[match.start() + place].text for place in (0, 2))
            if int(first) > 12 or int(second) > 12:
                yield int(first) > 12

    def by_halves(self) -> bool:
        """Whether a date in figures has a clock of twelve hours behind it, as it mostly has where the month stands first: "9/10/2010 1:19 PM"."""
        value = self.alphabet.calendar.value
        return any(
            value(token.text.lower().lstrip("0123456789"), "AMPM") is not None
            for match in self.alphabet.numeric.finditer(self.letters)
            for token in self.tokens[match.end() : match.end() + _CLOCK]
        )


class Passages:
    """The passages of a text, one a block: its tokens are told in letters once, and most blocks hold no place for a rule."""

    def __init__(self, alphabet: Alphabet, sentences: Sequence[Sentence]) -> None:
        self._alphabet = alphabet
        self._sentences = sentences
        self._tokens = list(chain.from_iterable([sentence.tokens for sentence in sentences]))
        self._letters = alphabet.encode(self._tokens)
        self._starts = list(accumulate([len(sentence.tokens) for sentence in sentences], initial=0))
        for sentence, first, last in zip(sentences, self._starts, self._starts[1:], strict=False):
            sentence.letters = self._letters[first:last]

    def day_first(self) -> bool | None:
        """Whether the day stands before the month in the first date in figures that shows it, by its numbers or else by the clock behind it."""
        if self._alphabet.numeric.search(self._letters) is None:
            return None
        passages = [self._passage(first, last, ()) for first, last in self._blocks()]
        shown = next((order for passage in passages for order in passage.orders()), None)
        return False if shown is None and any(passage.by_halves() for passage in passages) else shown

    def in_order(self) -> Iterator[Passage | None]:
        """The passages in order; `None` where no rule may hold."""
        places = self._alphabet.places(self._letters)
        at = 0
        for first, last in self._blocks():
            begun, at = at, bisect_left(places, self._starts[last], at)
            yield self._passage(first, last, places[begun:at]) if at > begun else None

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """The sentences `[first, last)` of each block."""
        first = 0
        for _, group in groupby(self._sentences, key=attrgetter("block")):
            last = first + len(list(group))
            yield first, last
            first = last

    def _passage(self, first: int, last: int, places: Sequence[int]) -> Passage:
        begin, end = self._starts[first], self._starts[last]
        return Passage(
            self._alphabet,
            self._tokens[begin:end],
            self._letters[begin:end],
            [start - begin for start in self._starts[first:last]],
            [place - begin for place in places],
            self._sentences[first].kind in _HEADS or end - begin < _SHORT,
        )


def _built(reading: Reading, context: Context) -> Told | None:
    try:
        return _BUILD[reading.rule.build](reading, context)
    except (ValueError, OverflowError):  # a year that no calendar reaches
        return Told(anchor=Anchor.NONE, possible=False)


def _remember(told: Told, context: Context) -> None:
    period = told.period
    if period is None or told.kind not in ("date", "time") or told.aside:
        return
    context.period = period
    if period.unit == "Q":
        context.quarter = period
    if period.unit in ("D", "RD"):
        context.day = period
    if told.anchor is Anchor.CALENDAR and period.unit in ("D", "RD", "M"):
        near = context.published is not None and abs((period.last - context.published.first).days) < 300
        context.written = None if near else period
        context.fresh = True
