"""Sayings that share another's cue or clause: "police say 12 died, the union 40", and the second of two beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from headwater.extract.cueing_takes import VALUED
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after
from headwater.extract.sources import mute, person, voiced

__all__ = ["gapped", "parted", "started"]

_BOUND = 3  # words that may bound a number: "more than"
_GIVING = ("count.before", "change.before", "figure.before")


def gapped(p: Passage, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The sayings of a sentence with those added whose verb is left out: a source and a number behind a comma.

    The one whose verb it shares ends before it.
    """
    for saying in sayings:
        agents = [*_agents(p, saying)]
        yield from agents
        if agents:
            saying = _up_to(p, saying, agents[0])
        found = _gap(p, saying, 0) if saying.content is not None and saying.takes & p.cues.telling else None
        if found is None or saying.content is None:
            yield saying
            continue
        yield replace(saying, content=(saying.content[0], p.tokens[found[1]].start))
        while found is not None:
            source, _, end = found
            said = (p.tokens[end - 1].start, p.tokens[end - 1].end)
            yield Saying(source, saying.first, saying.last, said, saying.takes)
            found = _gap(p, saying, end)  # "the company 15 and the police 14"


def _gap(p: Passage, saying: Saying, behind: int) -> tuple[Phrase, int, int] | None:
    """Source, comma and end of what is said without a verb of its own behind a saying's first number, or right behind an index."""
    number = behind or p.tags.find("M", saying.last)
    last = number + 1 if behind else len(p.tokens) - 2
    for at in range(number, min(last, len(p.tokens) - 2)) if number >= 0 else ():
        joined = p.tag[at] == "C" and p.has("grammar.joining", at)
        if (p.low[at] not in (",", ";") and not joined) or p.quoted[at] or saying.source.first > at:
            continue
        source = phrase_after(p, at + 1 + (p.tag[at + 1] == "C"))
        source = None if source is None else _before_value(p, source)
        value = -1 if source is None else _value_at(p, source.last)
        if (
            source is not None
            and value >= source.last + (joined and not _counts(p, source))
            and p.tag[value + 1] in ".^C"
            and (person(p, source) or _counts(p, source))
        ):
            inside = saying.content is not None and p.tokens[at].start < saying.content[1]
            return (source, at, value + 1) if inside else None
    return None


def _counts(p: Passage, source: Phrase) -> bool:
    return p.names("bodies", source.last - 1) or p.has("roles", source.last - 1)


def _before_value(p: Passage, source: Phrase) -> Phrase:
    """A source without the value that a preposition ties to it: "the army at nine"."""
    within = range(source.first + 1, source.last)
    ends = (at for at in within if _value_at(p, at) > at and any(p.has(kind, at) for kind in _GIVING))
    return Phrase(source.first, next(ends, source.last))


def _value_at(p: Passage, at: int) -> int:
    """The index of a number that stands at an index, or behind a comma or preposition there that gives a count its value; -1 where none does."""
    at += p.low[at] == "," or any(p.has(kind, at) for kind in _GIVING)
    bound = at
    while p.tag[bound] in "RJA" and bound < at + _BOUND:
        bound += 1  # "the army at more than nine"
    return bound if p.tag[bound] == "M" else -1


def _agents(p: Passage, saying: Saying) -> Iterator[Saying]:
    """Further values of a count in the passive, each with its own agent: "was put at 14 by the governor and at 20 by a doctor", "by the governor at 14 and by a doctor at 20"."""
    if (
        saying.takes.isdisjoint(VALUED)
        or saying.source.first < saying.last
        or not p.has("grammar.by", saying.source.first - 1)
    ):
        return
    at = saying.source.last
    at = _past_value(p, at, _value_at(p, at))
    while p.low[at] in (",", ";") or p.tag[at] == "C":
        at += 1 + (p.low[at] in (",", ";") and p.tag[at + 1] == "C")
        value = _value_at(p, at)
        first = value + 1 if value > 0 else at
        agent = phrase_after(p, first + 1) if p.has("grammar.by", first) else None
        if agent is not None and first == at:
            agent = _before_value(p, agent)
            value = _value_at(p, agent.last)
        if agent is None or value < 0 or not voiced(p, agent) or mute(p, agent):
            return
        yield Saying(agent, saying.first, saying.last, (p.tokens[value].start, p.tokens[value].end), saying.takes)
        at = _past_value(p, agent.last, value)


def _past_value(p: Passage, at: int, value: int) -> int:
    """The index behind a value and what it counts, where it stands behind an index: "12 dead", "2 million crowns"."""
    if value < at:
        return at
    at = value + 1
    while p.tag[at] in "MJN":
        at += 1
    return at


def _up_to(p: Passage, saying: Saying, following: Saying) -> Saying:
    """A saying whose content ends before the one that follows, where it went over that."""
    at = following.source.first
    if saying.content is None or following.content is None or not saying.content[0] < p.tokens[at].start:
        return saying
    while p.has("grammar.by", at - 1) or p.tag[at - 1] == "C" or p.low[at - 1] in (",", ";"):
        at -= 1
    end = min(saying.content[1], p.tokens[at - 1].end)
    return replace(saying, content=(saying.content[0], end)) if end > saying.content[0] else saying


def parted(p: Passage, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings of a sentence, two that follow each other cut where the first has its cue: "nine were held, police say, and two died, says the union"."""
    found = list(sayings)
    for one, (first, second) in enumerate(pairwise(sayings)):
        at = _beyond(p, first, second)
        if at and first.content is not None and second.content is not None:
            opening = min(first.first, first.source.first) - 1
            found[one] = replace(found[one], content=(first.content[0], p.tokens[opening].start))
            found[one + 1] = replace(second, content=(p.tokens[at].start, second.content[1]))
    return found


def _beyond(p: Passage, first: Saying, second: Saying) -> int:
    """Where a clause begins that ", and" joins behind a cue amid what is said and that ends with another's cue; 0 where none does."""
    past, opening = max(first.last, first.source.last), min(first.first, first.source.first)
    ahead = min(second.first, second.source.first)
    if first.content is None or second.content is None or past + 2 >= ahead:
        return 0
    amid = first.content[0] < p.tokens[opening].start and p.tokens[past].end < first.content[1]
    joined = p.low[past] == "," and p.tag[past + 1] == "C" and p.low[opening - 1] == "," and p.low[ahead - 1] == ","
    if not (amid and joined) or p.quoted[past] or p.quoted[ahead]:
        return 0
    over = second.content[0] < p.tokens[past].start and p.tokens[ahead - 1].start >= second.content[1]
    return past + 2 if over else 0


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
