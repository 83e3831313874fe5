"""Verbs of saying in a sentence: finite, inverted, participles, passives with an agent, quoted speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from headwater.extract.contents import after, before, clausal, complement, opens, reach
from headwater.extract.quotations import Quotations
from headwater.extract.sources import (
    Passage,
    Phrase,
    Saying,
    back,
    main_subject,
    person,
    phrase_after,
    phrase_before,
    subject,
)
from headwater.language.cues import Verb

__all__ = ["by_verb"]

_SAY = frozenset({"say"})
_CLAUSES = frozenset({"say", "think", "find", "utter", "tell"})
_OBJECTS = frozenset({"judge", "accuse", "order", "act"})


def by_verb(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    """The sayings whose cue is a verb; within quotations only what others are said to have said."""
    speaker: Phrase | None = None
    for index in range(len(p.tokens)):
        if p.low(index) in p.cues.phrases:
            speaker = _named_by_phrase(p, index) or speaker
        listed = p.cues.verbs.get(p.low(index))
        if listed is None or (p.tag(index) not in "vbgn" and not _mistaken(p, index, listed[0])):
            continue
        verb = next((verb for verb in listed if verb.particle in (None, p.low(index + 1))), None)
        saying = None if verb is None else _verb(p, index, verb, quotes, text, speaker)
        if saying is not None and p.quoted[index]:
            saying = _retold(p, saying, quotes)
        elif saying is not None and saying.takes & {"say", "tell"}:
            speaker = saying.source
        if saying is not None:
            yield saying


def _named_by_phrase(p: Passage, index: int) -> Phrase | None:
    """The source of "according to the mayor", for "…, adding that" after it."""
    for words in p.cues.phrases[p.low(index)]:
        if all(p.low(index + at) == word for at, word in enumerate(words)):
            return phrase_after(p, index + len(words))
    return None


def _mistaken(p: Passage, index: int, verb: Verb) -> bool:
    """Whether a word tagged a noun is a verb: "Doctors fear that", "Police report 12 dead", "the count shows that"."""
    if p.tag(index) != "N" or index == 0:
        return False
    if p.low(index) != verb.lemma:
        return p.low(index + 1) == "that" and (p.tag(index - 1) in "NP" or p.has("times", index - 1))
    plural = p.low(index - 1).endswith("s") or p.has("people.collective", index - 1)
    return plural and person(p, Phrase(index - 1, index)) and (p.low(index + 1) == "that" or p.tag(index + 1) == "M")


def _retold(p: Passage, saying: Saying, quotes: Quotations) -> Saying | None:
    """A saying within a quotation, where it is somebody else's than the one's who is quoted; it ends with the quotation."""
    quotation = quotes.at(p.tokens[saying.first].start)
    own = any(p.has("pronouns.near", at) for at in range(saying.source.first, saying.source.last))
    if own or quotation is None or saying.content is None or not saying.takes & {"say", "tell"}:
        return None
    start, end = max(saying.content[0], quotation.start), min(saying.content[1], quotation.end)
    return replace(saying, content=(start, end)) if start < end and person(p, saying.source) else None


def _verb(p: Passage, index: int, verb: Verb, quotes: Quotations, text: str, speaker: Phrase | None) -> Saying | None:
    last = index + 1 + (verb.particle is not None)
    if p.has("quoted", index) and not _passive(p, index):
        inner = _as_saying(p, index, quotes)
        if inner is not None:
            return inner
    if _passive(p, index):
        return _by(p, index, last, verb, quotes, text)
    behind = _inverted(p, index, last, verb)
    if behind is not None:
        content = before(p, index, quotes, text)
        if content is not None:
            return Saying(behind, index, last, _split(p, content, behind.last, quotes), verb.takes)
    source = _source(p, index, verb, speaker)
    if source is None or not _speaks(p, source, verb):
        return None
    return _active(p, source, index, last, verb, quotes, text)


def _as_saying(p: Passage, index: int, quotes: Quotations) -> Saying | None:
    """The inner speaker of "the Gazette quoted Keller as saying that"; whoever quotes is the next in the chain."""
    source = phrase_after(p, index + 1)
    if source is None or p.low(source.last) != "as" or p.low(source.last + 1) not in p.cues.verbs:
        return None
    start = complement(p, source.last + 2, _SAY)
    outer = subject(p, index)
    content = None if start is None else after(p, start, len(p.tokens), quotes)
    passed_by = None if outer is None else (outer.first, outer.last)
    return Saying(source, source.last, source.last + 2, content, _SAY, passed_by) if content else None


def _active(
    p: Passage, source: Phrase, index: int, last: int, verb: Verb, quotes: Quotations, text: str
) -> Saying | None:
    first = min(max(back(p, index - 1) + 1, source.last), index)
    start = complement(p, last, verb.takes)
    if start is None or (start > last and "about" in verb.takes and not clausal(p, start)):
        start = last if "about" in verb.takes and p.has("about.after", last) and "say" not in verb.takes else start
    ahead = _ahead(p, source, first, start, verb, quotes, text)
    content: tuple[int, int] | None
    if ahead is not None:
        content = _split(p, ahead, last, quotes) if start is None else (ahead[0], reach(p, start, quotes))
    elif start is None or not _fits(p, start, index, source, verb):
        return None
    else:
        content = after(p, start, _stop(p, start, clausal(p, start)), quotes)
    return Saying(source, first, last, content, verb.takes, _listener(p, last, verb)) if content else None


def _ahead(
    p: Passage, source: Phrase, first: int, start: int | None, verb: Verb, quotes: Quotations, text: str
) -> tuple[int, int] | None:
    """What is said before source and cue, where nothing or a second half of the quotation follows them."""
    if not verb.takes & _CLAUSES or source.last > first:
        return None
    if start is not None and not (opens(p, start) and (source.first == 0 or p.quoted[source.first - 1])):
        return None
    as_said = source.first > 0 and p.low(source.first - 1) == "as"
    return before(p, source.first - as_said, quotes, text)


def _fits(p: Passage, start: int, index: int, source: Phrase, verb: Verb) -> bool:
    """Whether what follows a cue is of the kind that its verb takes."""
    if "about" in verb.takes and p.has("about.after", start) and person(p, source):
        return True
    if "count" in verb.takes and _counts(p, start):
        return True
    if clausal(p, start):
        return bool(verb.takes & (_CLAUSES | _OBJECTS))
    if p.low(start) == "to":
        return bool(verb.takes & {"intend", "order", "say"})
    if p.tag(start) == "J" and p.tag(start + 1) not in "NPJMR.":
        return False
    if "say" in verb.takes or "tell" in verb.takes:
        return not p.has("nouns", index) or person(p, source)
    if "find" in verb.takes and any(p.has("studies", at) for at in range(source.first, source.last)):
        return True
    return bool(verb.takes & _OBJECTS) and (p.tag(start) != "A" or "order" in verb.takes)


def _counts(p: Passage, start: int) -> bool:
    """Whether an object is followed by 'at' and a number: "put the toll at 40"."""
    return any(
        p.has("count.before", at) and "M" in p.tags[at + 1 : at + 5]
        for at in range(start + 1, min(start + 9, len(p.tokens)))
    )


def _listener(p: Passage, last: int, verb: Verb) -> tuple[int, int] | None:
    """Whoever is told, where that may be one who passes it on."""
    if "tell" not in verb.takes:
        return None
    end = last
    while end < len(p.tokens) and (p.tokens[end].text[:1].isupper() or (p.tag(end) == "D" and end == last)):
        end += 1
    known = any(p.has("listeners", at) or p.tag(at) == "O" or _role(p, at) for at in range(last, end))
    return (last, end) if end > last and p.tokens[end - 1].text[:1].isupper() and not known else None


def _role(p: Passage, at: int) -> bool:
    """Whether a word is a role or a plural of people: they hear, and pass nothing on."""
    people = p.tag(at) == "N" and p.low(at).endswith(p.cues.endings("people.endings"))
    return people or (p.has("roles", at) and not p.has("bodies", at))


def _split(p: Passage, content: tuple[int, int], last: int, quotes: Quotations) -> tuple[int, int]:
    """Content that goes on after "…, she said, …"."""
    if p.low(last) == "," and opens(p, last + 1):
        return content[0], reach(p, last + 1, quotes)
    return content


def _stop(p: Passage, start: int, clause: bool) -> int:
    """The index where what is said ends: before "…, adding that", and for a mere object before ", and" or ", but"."""
    for index in range(start, len(p.tokens) - 1):
        if p.quoted[index]:
            continue
        if p.low(index) == ";":
            return index
        if p.low(index) == ",":
            further = p.tag(index + 1) == "g" and p.low(index + 1) in p.cues.verbs
            if further or (not clause and p.tag(index + 1) in "CS"):
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
    first = back(p, index - 1) + 1
    if p.has("quoted", index) and p.low(last) == "as" and p.low(last + 1) in p.cues.verbs:
        source = subject(p, index)
        start = complement(p, last + 2, _SAY)
        if source is None:
            return None
        content = after(p, start, len(p.tokens), quotes) if start is not None else before(p, source.first, quotes, text)
        return Saying(source, first, last + 2, content, _SAY)
    if p.low(last) != "by":
        return None
    agent = phrase_after(p, last + 1)
    if agent is None or not person(p, agent):
        return None
    content = after(p, agent.last, len(p.tokens), quotes)
    if content is None and first > 0:
        content = (p.tokens[0].start, p.tokens[first - 1].end)
    return Saying(agent, first, last + 1, content, verb.takes) if content else None


def _inverted(p: Passage, index: int, last: int, verb: Verb) -> Phrase | None:
    """The subject after its verb: `…," said Rossi`."""
    if p.tag(index) not in "vn" or not verb.takes & {"say", "utter"}:
        return None
    at = index - 1
    if at >= 0 and not (p.low(at) in (",", "\u2014", "\u2013") or p.quoted[at]):
        return None
    phrase = phrase_after(p, last)
    if phrase is None or p.tag(phrase.last) in "vx" or p.has("times", phrase.first) or opens(p, phrase.first):
        return None
    return phrase if person(p, phrase) else None


def _source(p: Passage, index: int, verb: Verb, speaker: Phrase | None) -> Phrase | None:
    tag = p.tag(index)
    if tag == "g" and not p.has("be", back(p, index - 1) + 1):
        return _of_participle(p, index, verb, speaker)
    if tag == "b" and p.low(index - 1) == "to":
        return _of_infinitive(p, index, verb)
    if tag == "n" and p.tag(back(p, index - 1) + 1) != "x" and not p.has("plain", index):
        start = complement(p, index + 1, verb.takes)
        return subject(p, index) if start is None or _finite(p, start) else None
    return subject(p, index)


def _finite(p: Passage, start: int) -> bool:
    """Whether what follows a form that may be a participle makes it a finite verb: a clause, an object, an infinitive."""
    if p.tag(start) == "J" and p.tag(start + 1) not in "NPJ":
        return False  # "reported dead", "found safe"
    return clausal(p, start) or p.low(start) == "to" or (p.tag(start) in "DPOMJ" and not p.has("times", start))


def _of_infinitive(p: Passage, index: int, verb: Verb) -> Phrase | None:
    """Who says it in "went on to say" and "continues to insist"."""
    at = index - 2
    if p.tag(at) in "AR" and p.has("aspects", at - 1):
        at -= 1
    if p.has("aspects", at):
        return subject(p, at)
    return main_subject(p, index) if verb.lemma in p.cues.words["plain"] else None


def _of_participle(p: Passage, index: int, verb: Verb, speaker: Phrase | None) -> Phrase | None:
    """Who says it in "…, adding that", "after saying" or "a note saying"."""
    if not verb.takes & {"say", "tell", "utter", "accuse", "judge"}:
        return None
    at = index - 1
    while p.tag(at) == "R":
        at -= 1
    if p.low(at) == "as":
        return None
    if p.tag(at) in "NP":
        return phrase_before(p, at) if verb.takes & {"say", "tell"} else None
    if p.low(at) == "," or p.tag(at) in "CAS^" or p.quoted[max(at, 0)]:
        return speaker or main_subject(p, index)
    return None


def _speaks(p: Passage, source: Phrase, verb: Verb) -> bool:
    """Whether a phrase can be a source: for cues that are no plain saying a name, a role or people."""
    head = source.last - 1
    if source.last - source.first == 1 and p.tag(head) == "D" and not p.has("people.collective", head):
        return False
    if p.has("pronouns.mute", head):
        single = source.last - source.first == 1
        return p.low(head) == "it" and single and "say" in verb.takes
    if verb.takes & {"say", "tell", "find"}:
        return True
    return person(p, source) or source.stands_for is not None
