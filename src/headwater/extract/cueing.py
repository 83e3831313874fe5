"""Cues in a sentence, each with its source and what the source is made to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from headwater.extract.cueing_phrases import by_phrase
from headwater.extract.cueing_shared import gapped, parted, started
from headwater.extract.cueing_speech import by_speech
from headwater.extract.cueing_verbs import by_verb
from headwater.extract.making import made_by
from headwater.extract.passages import Passage, Saying
from headwater.extract.quotations import Quotations

__all__ = ["sayings"]

_KNOWING = frozenset({"about", "think"})


def sayings(p: Passage, quotes: Quotations, text: str) -> list[Saying]:
    """The sayings of a sentence, in the order of their cues; none where a relative pronoun goes back to nobody."""
    found = [*by_verb(p, quotes, text), *by_phrase(p, quotes, text)]
    if p.beside:
        found = [*found, *_spoken(p, found, quotes, text)]
    if not found:
        return []
    found.sort(key=lambda saying: (saying.first, saying.last))
    found = [_made(p, saying) for saying in found]
    found = parted(p, found)
    ended = [_ended(p, started(p, saying, found), found) for saying in found]
    return [saying for saying in gapped(p, ended) if not _is_nobodys(p, saying)]


def _spoken(p: Passage, found: Sequence[Saying], quotes: Quotations, text: str) -> Iterator[Saying]:
    """Direct speech with a verb of any kind, where no cue that was found has it for its content."""
    spoken = {one.content[0] for one in found if one.content is not None}
    cues = {one.last - 1 for one in found}
    for saying in by_speech(p, quotes, text):
        if saying.content is None or any(
            saying.first < one.first and p.tokens[one.first].start < saying.content[0] for one in found
        ):
            continue  # `asked how many lived there, Keller said: "…`
        if saying.content[0] not in spoken and saying.first not in cues:
            spoken.add(saying.content[0])
            yield saying


def _is_nobodys(p: Passage, saying: Saying) -> bool:
    """Whether nobody says it: the source is a relative pronoun that stands for no phrase ("rules that promise to help"), or nobody knows it."""
    source = saying.source
    if p.has("negation.neither", source.first - 1) or p.has("negation.neither", source.first):
        return True  # "neither the army nor the rebels commented on"
    if not saying.takes.isdisjoint(_KNOWING):
        if p.has("negation", source.first):
            return True  # "nobody knows where the other two are"
        if "say" not in saying.takes and p.holds("aspects.modal", saying.first, saying.last - 1):
            return True  # "the minister will know that nine died"
    return source.stands_for is None and source.last - source.first == 1 and p.has("pronouns.relative", source.first)


def _made(p: Passage, saying: Saying) -> Saying:
    """A saying whose source is whoever made the document that it names."""
    source = made_by(p, saying.source)
    return saying if source is saying.source else replace(saying, source=source)


def _ended(p: Passage, saying: Saying, others: list[Saying]) -> Saying:
    """A saying whose content stops where a later one's source begins that has all before it for its content."""
    if saying.content is None:
        return saying
    start, end = saying.content
    cue = p.tokens[saying.first].start
    for other in others:
        if other.content is None or other is saying or not other.content[0] <= cue < other.content[1]:
            continue
        source = p.tokens[min(other.source.first, other.first)].start
        if other.content[1] <= source < end and start < other.content[1]:
            end = other.content[1]
    end = _cut(p, saying, end, others)
    return saying if end == saying.content[1] else replace(saying, content=(start, end))


def _cut(p: Passage, saying: Saying, end: int, others: list[Saying]) -> int:
    """Where what is said ends before another's saying that "; " or ", and" joins to it: "… 12 died; the mayor says 14"."""
    for other in others:
        if other is saying or other.content is None or other.source.first <= saying.last:
            continue
        opening = other.source.first
        if p.tokens[other.first].start > other.content[0]:
            opening = next((at for at, token in enumerate(p.tokens) if token.start >= other.content[0]), opening)
        at = opening - 1 - p.has("grammar.by", opening - 1)  # "; by the company's, 38"
        joined = p.tag[at] in "CS" and not p.has("grammar.that", at)
        at -= joined
        alone = other.source.last - other.source.first == 1 and p.tag[other.source.first] == "O"
        if at > saying.last and not alone and (p.low[at] == ";" or (joined and p.low[at] == ",")):
            end = min(end, p.tokens[at].start)
    return end
