"""Whether what follows a cue is of the kind its verb takes, and where it ends."""

from __future__ import annotations

from headwater.extract.contents import clausal
from headwater.extract.passages import Passage, Phrase
from headwater.extract.sources import person
from headwater.language.cues import Verb

__all__ = ["fits", "stop_of"]

_CLAUSES = frozenset({"say", "think", "find", "utter", "tell", "deny"})
_OBJECTS = frozenset({"judge", "accuse", "order", "act", "deny"})


def fits(p: Passage, start: int, index: int, source: Phrase, verb: Verb) -> bool:
    """Whether what follows a cue is of the kind that its verb takes."""
    if "about" in verb.takes and p.has("about.after", start) and person(p, source):
        return True
    if "count" in verb.takes and _counts(p, start):
        return True
    if clausal(p, start):
        return bool(verb.takes & (_CLAUSES | _OBJECTS))
    if p.has("grammar.to", start):
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


def stop_of(p: Passage, start: int, clause: bool) -> int:
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
