"""Counts that are somebody's: "by the mayor's count, 12 died", "the ministry's tally stands at 12", "it gave its own count: 12"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.contents import after, around
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.quotations import Quotations
from headwater.extract.sources import people, phrase_after, phrase_before
from headwater.extract.subjects import main_subject
from headwater.language.cues import Verb

__all__ = ["by_count", "given_before", "given_by", "owner"]

_SAY = frozenset({"say"})
#: Between a count and its verb stand no more tokens than this.
FAR = 14


def by_count(p: Passage, index: int, quotes: Quotations, text: str) -> Iterator[Saying]:
    """What the noun of a count or view at an index tells by whom it belongs to."""
    at = index - 1
    while p.tag(at) in "JNRgn" and at > 0 and not p.has("grammar.genitive", at):
        at -= 1
    whose = owner(p, at)
    if whose is None:
        return
    if p.has("possessed", index) and p.has("possessed.before", whose.first - 1):
        yield from _by_mind(p, index, whose, quotes, text)
    elif p.has("tallies", index):
        yield from _valued(p, index, whose, quotes)


def owner(p: Passage, at: int) -> Phrase | None:
    """Whoever a genitive or a possessive pronoun at an index names."""
    if at > 0 and p.has("grammar.genitive", at):
        return phrase_before(p, at)
    return Phrase(at, at + 1) if p.has("pronouns.owner", at) else None


def _by_mind(p: Passage, index: int, whose: Phrase, quotes: Quotations, text: str) -> Iterator[Saying]:
    """What somebody holds or counts, at the head, in the middle or at the end of a clause: "in Keller's view", "by its own count"."""
    first, last = whose.first - 1, index + 1
    start = last + (p.low(last) == ",")
    if p.has("pronouns.owner", whose.first):
        whose = (people(p, phrase_after(p, start)) if first == 0 else None) or whose
    enclosed = p.low(first - 1) == "," and p.low(last) == ","
    content = after(p, start, len(p.tokens), quotes) if enclosed else around(p, first, last, quotes, text)
    if content is not None:
        yield Saying(whose, index, last, content, _SAY)


def _valued(p: Passage, index: int, whose: Phrase, quotes: Quotations) -> Iterator[Saying]:
    """A count with its owner before it and its value after a verb or a colon."""
    start = index + 2 if p.low(index + 1) == ":" else _value(p, index)
    if start is None:
        return
    source = main_subject(p, index) if p.has("pronouns.owner", whose.first) else None
    stop = next((at for at in range(start, len(p.tokens)) if p.low(at) == ";"), len(p.tokens))
    content = after(p, start, stop, quotes)
    if content is not None:
        yield Saying(source or whose, index, index + 1, content, _SAY)


def _value(p: Passage, index: int) -> int | None:
    """Where the value begins that a verb gives a count: "the tally of the dead stands at 12"."""
    for at in range(index + 1, min(index + FAR, len(p.tokens))):
        if p.tag(at) in "vx" and not p.quoted[at]:
            start = at + 1
            while p.tag(start) in "RxnA" and start < at + 4:
                start += 1
            return start if "M" in p.tags[start : start + 3] else None
        joined = p.has("count.before", at) or p.has("change.before", at)
        if joined and p.tag(at + 1) == "M":
            return at + 1
        if p.low(at) in (";", ":"):
            return None
    return None


def given_by(p: Passage, index: int, verb: Verb) -> Saying | None:
    """A number with who gave it behind a participle: "the 20 given by the mayor"."""
    number = _before(p, index - 1)
    source = None if number is None else phrase_after(p, index + 2)
    if number is None or source is None:
        return None
    return Saying(source, index, index + 2, (p.tokens[number].start, p.tokens[index - 1].end), verb.takes)


def given_before(p: Passage, source: Phrase, index: int, verb: Verb) -> Saying | None:
    """A number with who gave it in a relative clause: "the 20 that the mayor gave"."""
    link = source.first - 1
    objected = p.tag(index + 1) not in "ARCS.^" or p.has("count.before", index + 1)
    if objected or not p.has("pronouns.relative", link):
        return None
    number = _before(p, link - 1)
    if number is None:
        return None
    return Saying(source, index, index + 1, (p.tokens[number].start, p.tokens[link - 1].end), verb.takes)


def _before(p: Passage, at: int) -> int | None:
    """The index of a number that ends at an index, or whose noun does."""
    while p.tag(at) in "NJ" and at > 0:
        at -= 1
    return at if p.tag(at) == "M" else None
