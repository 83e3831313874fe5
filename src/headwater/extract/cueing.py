"""Cues in a sentence: verbs, phrases, nouns and colons that have a source, with what they are said to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.extract.contents import after, before, complement, opens
from headwater.extract.quotations import Quotations
from headwater.extract.sources import Passage, Phrase, back, phrase_after, phrase_before, subject
from headwater.language.cues import Verb

__all__ = ["Saying", "sayings"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its source, tokens `[first, last)`, and the place of its content; `told` is whom it is told to."""

    source: Phrase
    first: int
    last: int
    content: tuple[int, int] | None
    takes: frozenset[str]
    told: tuple[int, int] | None = None
    outer: Phrase | None = None


def sayings(p: Passage, quotes: Quotations, text: str) -> list[Saying]:
    """The sayings of a sentence, in the order of their cues."""
    found = [*_verbs(p, quotes, text), *_phrases(p, quotes, text), *_nouns(p, quotes), *_colon(p, quotes)]
    return sorted(found, key=lambda saying: (saying.first, saying.last))


def _verbs(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    for index in range(len(p.tokens)):
        listed = p.cues.verbs.get(p.low(index))
        if listed is None or p.quoted[index] or p.tag(index) not in "vbgnx":
            continue
        verb = next((verb for verb in listed if verb.particle in (None, p.low(index + 1))), None)
        if verb is not None:
            saying = _verb(p, index, verb, quotes, text)
            if saying is not None:
                yield saying


def _verb(p: Passage, index: int, verb: Verb, quotes: Quotations, text: str) -> Saying | None:
    last = index + 1 + (verb.particle is not None)
    if _passive(p, index):
        return _by(p, index, last, verb, quotes, text)
    behind = _inverted(p, index, last, verb)
    if behind is not None:
        content = before(p, index, quotes, text)
        return Saying(behind, index, last, _split(p, content, behind.last, quotes), verb.takes) if content else None
    source = _source(p, index, verb)
    if source is None or not _speaks(p, source, verb):
        return None
    return _active(p, source, index, last, verb, quotes, text)


def _active(p: Passage, source: Phrase, index: int, last: int, verb: Verb, quotes: Quotations, text: str) -> Saying | None:
    first = back(p, index - 1) + 1
    first = min(max(first, source.last), index)
    start = complement(p, last, verb.takes)
    content = None
    if verb.takes & {"say", "think", "find", "utter", "tell"} and source.last <= first:
        ahead = before(p, source.first, quotes, text)
        if ahead and (start is None or (opens(p, start) and _adjoins(p, source.first))):
            content = _split(p, ahead, last, quotes) if start is None else (ahead[0], _end(p, start, quotes))
    if content is None and start is not None:
        content = after(p, start, _stop(p, start), quotes)
    if content is None:
        return None
    return Saying(source, first, last, content, verb.takes)


def _end(p: Passage, start: int, quotes: Quotations) -> int:
    place = after(p, start, len(p.tokens), quotes)
    return place[1] if place else p.tokens[-1].end


def _adjoins(p: Passage, index: int) -> bool:
    """Whether a quotation's end or a comma stands right before an index."""
    return index == 0 or p.quoted[index - 1] or p.low(index - 1) == ","


def _split(p: Passage, content: tuple[int, int] | None, last: int, quotes: Quotations) -> tuple[int, int] | None:
    """Content that goes on after "…, she said, …"."""
    if content is None:
        return None
    index = last
    if p.low(index) == "," and opens(p, index + 1):
        return content[0], _end(p, index + 1, quotes)
    return content


def _stop(p: Passage, start: int) -> int:
    """The index where what is said ends before another participle of saying begins: "…, adding that"."""
    for index in range(start, len(p.tokens) - 1):
        if p.low(index) == "," and not p.quoted[index] and p.tag(index + 1) == "g" and p.low(index + 1) in p.cues.verbs:
            return index
    return len(p.tokens)


def _passive(p: Passage, index: int) -> bool:
    if p.tag(index) not in "nv":
        return False
    at = index - 1
    while at >= 0 and p.tag(at) in "RT":
        at -= 1
    return p.tag(at) == "x" and p.has("be", at)


def _by(p: Passage, index: int, last: int, verb: Verb, quotes: Quotations, text: str) -> Saying | None:
    """A passive with its agent ("was described by police as"), or a quoted speaker ("was quoted as saying")."""
    if p.has("quoted", index) and p.low(last) == "as" and p.low(last + 1) in p.cues.verbs:
        source = subject(p, index)
        start = complement(p, last + 2, frozenset({"say"}))
        if source is None:
            return None
        content = after(p, start, len(p.tokens), quotes) if start is not None else before(p, source.first, quotes, text)
        return Saying(source, back(p, index - 1) + 1, last + 2, content, frozenset({"say"}))
    if p.low(last) == "by":
        agent = phrase_after(p, last + 1)
        if agent is not None and _speaks(p, agent, verb):
            first = back(p, index - 1) + 1
            content = after(p, agent.last, len(p.tokens), quotes) if agent.last < len(p.tokens) - 1 else None
            if content is None and first > 0:
                content = (p.tokens[0].start, p.tokens[first - 1].end)
            return Saying(agent, first, last + 1, content, verb.takes) if content else None
    return None


def _inverted(p: Passage, index: int, last: int, verb: Verb) -> Phrase | None:
    """The subject after its verb: `…," said Rossi`."""
    if p.tag(index) not in "vn" or not verb.takes & {"say", "utter"}:
        return None
    at = index - 1
    if at >= 0 and not (p.low(at) in (",", "\u2014", "\u2013") or p.quoted[at]):
        return None
    phrase = phrase_after(p, last)
    if phrase is None or p.tag(phrase.last) in "vx" or p.has("times", phrase.first):
        return None
    named = any(p.tag(at) == "P" or p.has("roles", at) or p.has("pronouns.he", at) for at in range(phrase.first, phrase.last))
    return phrase if named or p.low(phrase.first) == "they" else None


def _source(p: Passage, index: int, verb: Verb) -> Phrase | None:
    tag = p.tag(index)
    if tag == "g" and not p.has("be", back(p, index - 1) + 1):
        return _governing(p, index)
    if tag == "b" and p.low(index - 1) == "to":
        return _governing(p, index) if verb.takes & {"say", "tell"} else None
    return subject(p, index)


def _governing(p: Passage, index: int) -> Phrase | None:
    """The subject of the finite verb that a participle or infinitive hangs on; a noun right before a participle."""
    if p.tag(index) == "g" and p.tag(index - 1) in "NP":
        return phrase_before(p, index - 1)
    for at in range(index - 1, -1, -1):
        if p.tag(at) in "vx" and not p.quoted[at] and p.low(at) != "'s":
            return subject(p, at)
    return None


def _speaks(p: Passage, source: Phrase, verb: Verb) -> bool:
    """Whether a phrase can be a source: for cues that are no plain saying a name, a role or a personal pronoun."""
    words = range(source.first, source.last)
    head = source.last - 1
    if source.last - source.first == 1 and p.has("pronouns.it", head):
        return bool(verb.takes & {"say"})
    if p.has("pronouns.mute", head):
        return False
    if verb.takes & {"say", "tell", "find"}:
        return True
    return any(
        p.tag(at) == "P" or p.has("roles", at) or p.has("pronouns.he", at) or p.has("pronouns.they", at) or p.has("pronouns.own", at) or p.has("pronouns.relative", at)
        for at in words
    )


def _phrases(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    for index in range(len(p.tokens)):
        for words in p.cues.phrases.get(p.low(index), ()):
            last = index + len(words)
            if p.quoted[index] or any(p.low(index + at) != word for at, word in enumerate(words)):
                continue
            source = phrase_after(p, last)
            if source is not None:
                yield Saying(source, index, last, _around(p, index, source.last, quotes, text), frozenset({"say"}))
            break


def _around(p: Passage, first: int, last: int, quotes: Quotations, text: str) -> tuple[int, int] | None:
    if first > 1:
        place = before(p, first, quotes, text)
        start = place[0] if place else p.tokens[0].start
        return start, p.tokens[first - 1].end if p.low(first - 1) != "," else p.tokens[first - 1].start
    start_at = last + (p.low(last) == ",")
    return after(p, start_at, len(p.tokens), quotes) if start_at < len(p.tokens) else None


def _nouns(p: Passage, quotes: Quotations) -> Iterator[Saying]:
    for index in range(1, len(p.tokens)):
        if not p.has("nouns", index) or p.quoted[index] or p.tag(index) not in "NP":
            continue
        saying = _owned(p, index, quotes)
        if saying is not None:
            yield saying


def _owned(p: Passage, index: int, quotes: Quotations) -> Saying | None:
    if not p.has("nouns.after", index + 1) and p.low(index + 1) != "by":
        return None
    if p.low(index + 1) == "by":
        source = phrase_after(p, index + 2)
        start, last = (source.last, index + 2) if source else (0, 0)
    else:
        at = index - 1
        while p.tag(at) in "JN" and at > 0:
            at -= 1
        owner = p.low(at) in ("'s", "'", "\u2019") or (p.tag(at) in "OD" and p.has("pronouns.owner", at))
        source = phrase_before(p, at) if owner and at > 0 else Phrase(at, at + 1) if owner else None
        start, last = index + 1, index + 1
    if source is None or start >= len(p.tokens) or not p.has("nouns.after", start):
        return None
    return Saying(source, source.last if source.last <= index else index, last, after(p, start, len(p.tokens), quotes), frozenset({"noun"}))


def _colon(p: Passage, quotes: Quotations) -> Iterator[Saying]:
    for index in range(1, min(len(p.tokens) - 1, 10)):
        if p.low(index) == ":" and not p.quoted[index]:
            source = phrase_before(p, index - 1)
            known = source and (opens(p, index + 1) or any(p.has("roles", at) for at in range(source.first, source.last)))
            if source and known and all(p.tag(at) in ".^" for at in range(source.first)):
                yield Saying(source, index, index + 1, after(p, index + 1, len(p.tokens), quotes), frozenset({"say"}))
            return
