"""Where the words are that a decision holds on to, in whatever text the report has now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from headwater.model import Decision, Span

__all__ = ["Hold", "hold", "place", "place_of"]

REACH = 40
"""Code points before and behind the words that are kept to tell them from the same words elsewhere."""
LEAST = 0.5
"""The share of those code points that has to be found again, where the words stand at another place."""


class Hold(NamedTuple):
    """Words with what stands before and behind them, and where they were last seen."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def hold(text: str, start: int, end: int) -> Hold:
    """The words at a place, with what tells them from the same words elsewhere.

    >>> hold("At least 12 people fled.", 9, 11)
    Hold(start=9, end=11, quote='12', prefix='At least ', suffix=' people fled.')
    """
    return Hold(start, end, text[start:end], text[max(0, start - REACH) : start], text[end : end + REACH])


def place(text: str, held: Hold) -> Span | None:
    """Where the words stand now; `None` where they no longer do.

    The same words are taken where most of their surroundings are the same; among equals those nearest to where they
    were last seen. Runs of spaces and line ends count as one space.

    >>> place("Late news. At least 12 people fled.", hold("At least 12 people fled.", 9, 11))
    Span(start=20, end=22)
    >>> place("Some 12 boats sank.", hold("At least 12 people fled.", 9, 11)) is None
    True
    """
    if not held.quote:
        return None
    width = len(held.quote)
    if hold(text, held.start, held.start + width)[2:] == held[2:]:
        return Span(held.start, held.start + width)
    before, behind = _plain(held.prefix), _plain(held.suffix)
    known = len(before) + len(behind)
    found = [
        (_shared(text, start, start + width, before, behind), -abs(start - held.start), start)
        for start in _occurrences(text, held.quote)
    ]
    shared, _, start = max(found, default=(-1, 0, 0))
    return Span(start, start + width) if shared >= LEAST * known and found else None


def place_of(text: str, decision: Decision) -> Span | None:
    """Where the words of a decision stand in a report's text now; `None` where they no longer do."""
    if decision.quote is None or decision.start is None:
        return None
    end = decision.start + len(decision.quote)
    return place(text, Hold(decision.start, end, decision.quote, decision.prefix or "", decision.suffix or ""))


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _shared(text: str, start: int, end: int, before: str, behind: str) -> int:
    """How many code points of the surroundings are the same, counted away from the words."""
    here = _plain(text[max(0, start - 2 * REACH) : start])
    there = _plain(text[end : end + 2 * REACH])
    return _run(before[::-1], here[::-1]) + _run(behind, there)


def _plain(words: str) -> str:
    """The words with every run of white space as one space; spaces at either end stay, as one."""
    inner = " ".join(words.split())
    return " " * words[:1].isspace() + inner + " " * (bool(inner) and words[-1:].isspace())


def _run(one: str, other: str) -> int:
    """How many code points two strings have in common at their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
