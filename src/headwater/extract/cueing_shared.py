"""Sayings that share another's cue or clause: "police say 12 died, the union 40", and the second of two beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after
from headwater.extract.sources import person

__all__ = ["gapped", "started"]


def gapped(p: Passage, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The sayings of a sentence with those added whose verb is left out: a source and a number behind a comma.

    The one whose verb it shares ends before it.
    """
    for saying in sayings:
        found = _gap(p, saying) if saying.content is not None and saying.takes & p.cues.telling else None
        if found is None or saying.content is None:
            yield saying
            continue
        source, comma, end = found
        yield replace(saying, content=(saying.content[0], p.tokens[comma].start))
        yield Saying(
            source, saying.first, saying.last, (p.tokens[source.last].start, p.tokens[end - 1].end), saying.takes
        )


def _gap(p: Passage, saying: Saying) -> tuple[Phrase, int, int] | None:
    """Source, comma and end of what is said without a verb of its own behind a saying's first number."""
    number = p.tags.find("M", saying.last)
    for at in range(number, len(p.tokens) - 2) if number >= 0 else ():
        if p.low[at] not in (",", ";") or p.quoted[at] or saying.source.first > at:
            continue
        source = phrase_after(p, at + 1 + (p.tag[at + 1] == "C"))
        if source is not None and p.tag[source.last] == "M" and p.tag[source.last + 1] in ".^" and person(p, source):
            inside = saying.content is not None and p.tokens[at].start < saying.content[1]
            return (source, at, source.last + 1) if inside else None
    return None


def started(p: Passage, saying: Saying, others: Sequence[Saying]) -> Saying:
    """A saying whose content before it starts behind another that stands beside it: "12 by the police's account and 40 by …"."""
    if saying.content is None or saying.content[1] > p.tokens[saying.first].start:
        return saying
    start, end = saying.content
    for other in others:
        past = max(other.last, other.source.last)
        beside = (
            other.content is not None and start <= other.content[0] and other.content[1] <= p.tokens[other.first].start
        )
        if other is saying or not beside or past >= min(saying.first, saying.source.first):
            continue
        past += p.low[past] == ","
        if p.tag[past] == "C" and p.tokens[past].end < end:
            start = max(start, p.tokens[past + 1].start)
    return saying if start == saying.content[0] else replace(saying, content=(start, end))
