"""Passives with an agent, and speakers whom another quotes."""

from __future__ import annotations

from headwater.extract.beyond import beyond
from headwater.extract.contents import after, before, complement
from headwater.extract.cueing_takes import VALUED
from headwater.extract.passages import Passage, Phrase, Saying, back, verbal
from headwater.extract.phrases import phrase_after
from headwater.extract.quotations import Quotations
from headwater.extract.sources import mute, voiced
from headwater.extract.subjects import subject
from headwater.language.cues import Verb

__all__ = ["as_saying", "by_agent", "by_participle", "passive"]

_SAY = frozenset({"say"})
_SET = frozenset({"count", "change"})
_TELLING = frozenset({"say", "think", "find", "tell"})


def passive(p: Passage, index: int) -> bool:
    """Whether a form stands after a form of 'be', adverbs aside."""
    if p.tag[index] not in "nv":
        return False
    at = index - 1
    while p.tag[at] in "RT":
        at -= 1
    return p.tag[at] == "x" and p.has("be", at)


def by_agent(p: Passage, index: int, last: int, verb: Verb, quotes: Quotations, text: str) -> Saying | None:
    """A passive with its agent ("was described by police as"), or a quoted speaker ("was quoted as saying")."""
    first = back(p, index - 1) + 1
    if p.has("quoted", index) and p.has("grammar.as", last) and p.low[last + 1] in p.cues.verbs:
        source = subject(p, index)
        start = complement(p, last + 2, _SAY)
        if source is None:
            return None
        content = after(p, start, len(p.tokens), quotes) if start is not None else before(p, source.first, quotes, text)
        return Saying(source, first, last + 2, content, _SAY)
    dead = p.tag[last] == "J" and p.has("grammar.by", last + 1)
    last += dead or p.has("adjuncts.adverbs", last)  # "confirmed dead by", "counted there by"
    named = 0
    if p.has("grammar.as", last) and p.tag[last + 1] == "J" and p.has("grammar.by", last + 2):
        last, named = last + 2, last  # "described as critical by doctors"
    by = _by(p, last, verb)
    agent = None if by is None else _agent(p, by + 1, verb)
    if by is None or agent is None or not voiced(p, agent) or mute(p, agent) or p.has("times", agent.last - 1):
        return None
    if by > last:
        return _valued(p, index, (first, last), (by, agent), verb)
    if verb.takes <= _SET and not _joins_value(p, agent.last):
        return None  # "the bomb was placed by agents"
    if p.has("taking.verbs", index) and _is_deed(p, index):
        return None  # "the bombing was claimed by the Front"
    if p.has("blows", index) and not p.has("blows.over", agent.last):
        return None  # "the town was attacked by rebels"
    source = subject(p, index)
    if source and p.has("quoted", index) and p.has("grammar.as", agent.last) and p.low[agent.last + 1] in p.cues.verbs:
        start = complement(p, agent.last + 2, _SAY)
        content = None if start is None else after(p, start, len(p.tokens), quotes)
        return Saying(source, first, last, content, _SAY, (agent.first, agent.last)) if content else None
    content = _said_of(p, (first, agent), source, verb, quotes)
    return Saying(agent, first, named or last + 1, content, verb.takes) if content else None


def _said_of(
    p: Passage, given: tuple[int, Phrase], source: Phrase | None, verb: Verb, quotes: Quotations
) -> tuple[int, int] | None:
    """What the agent of a passive says: what follows, or its subject with what stands before the passive; `given` is where that begins, and the agent."""
    first, agent = given
    content = None if p.low[agent.last] in ",;" else after(p, agent.last, len(p.tokens), quotes)
    infinitive = p.has("grammar.to", agent.last) and bool(verb.takes & _TELLING)
    if content is not None and infinitive and source is not None and not p.has("pronouns.it", source.first):
        content = (p.tokens[source.first].start, content[1])  # "nine are said by residents to have been shot"
    if content is not None and _is_but_when(p, agent.last):
        content = None  # "34 cases were reported by the clinic on Monday"
    if content is None and first > 0:
        begun = next((at for at in range(first - 1, -1, -1) if p.low[at] == ";"), -1) + 1
        if source is not None and p.tag[source.first - 1] == "C":
            begun = max(begun, source.first)  # "nine died, and three deaths were confirmed by the clinic"
        content = (p.tokens[begun].start, p.tokens[first - 1].end)
        content = content[0], beyond(p, content, _past_relative(p, agent.last))
    return content


def _is_but_when(p: Passage, at: int) -> bool:
    """Whether nothing is told from an index on but when and where, or how it is called: "by the clinic on Monday", "described by doctors as critical"."""
    valued = any(p.has(kind, at) for kind in ("count.before", "change.before"))
    opens = p.has("times", at) or (p.tag[at] == "A" and p.has("adjuncts.prepositions", at) and not valued)
    called = p.has("grammar.as", at) and p.tag[at + 1] == "J" and p.tag[at + 2] in ".^"
    return called or (opens and not verbal(p.tags[at:]))


def _is_deed(p: Passage, index: int) -> bool:
    """Whether the subject of a passive is what somebody did, which nobody counts: "the bombing", no "twelve deaths"."""
    deed = subject(p, index)
    if deed is None:
        return False
    end = next((at for at in range(deed.first + 1, deed.last) if p.low[at] == ","), deed.last)
    return "M" not in p.tags[deed.first : end] and p.names("mute", end - 1)


def _past_relative(p: Passage, at: int) -> int:
    """The index of the comma that ends a relative clause behind a comma at an index, else the same index."""
    if p.low[at] == "," and p.has("pronouns.relative", at + 1):
        return next((end for end in range(at + 2, len(p.tokens)) if p.low[end] == ","), at)
    return at


def _by(p: Passage, last: int, verb: Verb) -> int | None:
    """Where the agent's 'by' stands: behind the verb, or behind the value that a verb of counts gives: "put at 12 by the army"."""
    if p.has("grammar.by", last) or not verb.takes & VALUED:
        return last if p.has("grammar.by", last) else None
    if not _joins_value(p, last):
        return None
    by = (at for at in range(last + 2, min(last + 8, len(p.tokens))) if p.has("grammar.by", at))
    at = next(by, None)
    return (
        None if at is not None and p.tag[at - 1] == "n" else at
    )  # "raised to 36 the number of people killed by rebels"


def _joins_value(p: Passage, at: int) -> bool:
    """Whether a preposition ties a count's value to its verb: "at 12", "to about 40"."""
    joined = any(p.has(kind, at) for kind in ("count.before", "change.before", "figure.before"))
    return joined and "M" in p.tags[at + 1 : at + 5]


def _agent(p: Passage, start: int, verb: Verb) -> Phrase | None:
    """The agent that begins at an index, without the value that a verb of counts gives behind it."""
    agent = phrase_after(p, start)
    if agent is not None:  # "reported by the clinic between 5 and 8 May", "by the clinic in the first week of May"
        dated = p.has("times", agent.last - 1)
        within = (at for at in range(start + 1, agent.last - 1) if p.tag[at] == "A" and not p.has("grammar.of", at))
        ends = (
            at for at in within if dated or p.tag[at + 1] == "M" or (p.has("grammar.as", at) and p.tag[at - 1] in "NP")
        )
        agent = Phrase(agent.first, next(ends, agent.last))  # "described by the mayor as the worst"
    if agent is None or not verb.takes & VALUED:
        return agent
    end = next(
        (at for at in range(start + 1, agent.last) if _joins_value(p, at) and not p.has("grammar.of", at)), agent.last
    )
    return Phrase(start, end)


def _valued(p: Passage, index: int, cue: tuple[int, int], given: tuple[int, Phrase], verb: Verb) -> Saying:
    """A value that stands between a passive and its agent."""
    by, agent = given
    return Saying(agent, cue[0], cue[1], (p.tokens[index + 1].start, p.tokens[by - 1].end), verb.takes)


def by_participle(p: Passage, index: int, verb: Verb, quotes: Quotations) -> Saying | None:
    """A count's value with who gave it, behind a participle: "losses put by the chamber at 40", "the toll, put at nine by the army"."""
    by = _by(p, index + 1, verb)
    agent = None if by is None else _agent(p, by + 1, verb)
    if by is None or agent is None or not voiced(p, agent) or mute(p, agent):
        return None
    if by > index + 1:
        return _valued(p, index, (index, index + 1), (by, agent), verb)
    if not _joins_value(p, agent.last):
        return None
    content = after(p, agent.last, len(p.tokens), quotes)
    return None if content is None else Saying(agent, index, index + 2, content, verb.takes)


def as_saying(p: Passage, index: int, quotes: Quotations, text: str) -> Saying | None:
    """The inner speaker of "the Gazette quoted Keller as saying that", or of "…, the Gazette quoted Keller as saying"; whoever quotes is the next in the chain."""
    source = phrase_after(p, index + 1)
    if source is None or not p.has("grammar.as", source.last) or p.low[source.last + 1] not in p.cues.verbs:
        return None
    start = complement(p, source.last + 2, _SAY)
    outer = subject(p, index)
    content = None if start is None else after(p, start, len(p.tokens), quotes)
    if content is None and outer and outer.first and (p.low[outer.first - 1] == "," or p.quoted[outer.first - 1]):
        content = before(p, outer.first, quotes, text)
    passed_by = None if outer is None else (outer.first, outer.last)
    return Saying(source, source.last, source.last + 2, content, _SAY, passed_by) if content else None
