"""Passives with an agent, and speakers whom another quotes."""

from __future__ import annotations

from headwater.extract.contents import after, before, complement
from headwater.extract.passages import Passage, Saying, back
from headwater.extract.quotations import Quotations
from headwater.extract.sources import person, phrase_after
from headwater.extract.subjects import subject
from headwater.language.cues import Verb

__all__ = ["as_saying", "by_agent", "passive"]

_SAY = frozenset({"say"})


def passive(p: Passage, index: int) -> bool:
    """Whether a form stands after a form of 'be', adverbs aside."""
    if p.tag(index) not in "nv":
        return False
    at = index - 1
    while at >= 0 and p.tag(at) in "RT":
        at -= 1
    return p.tag(at) == "x" and p.has("be", at)


def by_agent(p: Passage, index: int, last: int, verb: Verb, quotes: Quotations, text: str) -> Saying | None:
    """A passive with its agent ("was described by police as"), or a quoted speaker ("was quoted as saying")."""
    first = back(p, index - 1) + 1
    if p.has("quoted", index) and p.has("grammar.as", last) and p.low(last + 1) in p.cues.verbs:
        source = subject(p, index)
        start = complement(p, last + 2, _SAY)
        if source is None:
            return None
        content = after(p, start, len(p.tokens), quotes) if start is not None else before(p, source.first, quotes, text)
        return Saying(source, first, last + 2, content, _SAY)
    if not p.has("grammar.by", last):
        return None
    agent = phrase_after(p, last + 1)
    if agent is None or not person(p, agent):
        return None
    source = subject(p, index)
    if source and p.has("quoted", index) and p.has("grammar.as", agent.last) and p.low(agent.last + 1) in p.cues.verbs:
        start = complement(p, agent.last + 2, _SAY)
        content = None if start is None else after(p, start, len(p.tokens), quotes)
        return Saying(source, first, last, content, _SAY, (agent.first, agent.last)) if content else None
    content = after(p, agent.last, len(p.tokens), quotes)
    if content is None and first > 0:
        content = (p.tokens[0].start, p.tokens[first - 1].end)
    return Saying(agent, first, last + 1, content, verb.takes) if content else None


def as_saying(p: Passage, index: int, quotes: Quotations) -> Saying | None:
    """The inner speaker of "the Gazette quoted Keller as saying that"; whoever quotes is the next in the chain."""
    source = phrase_after(p, index + 1)
    if source is None or not p.has("grammar.as", source.last) or p.low(source.last + 1) not in p.cues.verbs:
        return None
    start = complement(p, source.last + 2, _SAY)
    outer = subject(p, index)
    content = None if start is None else after(p, start, len(p.tokens), quotes)
    passed_by = None if outer is None else (outer.first, outer.last)
    return Saying(source, source.last, source.last + 2, content, _SAY, passed_by) if content else None
