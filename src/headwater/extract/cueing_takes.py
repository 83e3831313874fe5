"""Whether what follows a cue is of the kind its verb takes, and where it ends."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase, verbal
from headwater.extract.phrases import phrase_after
from headwater.extract.sources import person
from headwater.language.cues import Verb

__all__ = ["VALUED", "fits", "met_with", "stop_of"]

#: Classes of verbs that take a count with its value.
VALUED = frozenset({"count", "tally", "figure", "change"})

#: What somebody is attacked for stands no further behind the verb than so many tokens.
BLOW = 10

_WRITTEN = frozenset({"studies", "documents", "basis.sources"})
_COUNTING = _WRITTEN | {"bodies", "roles", "people.collective"}
_CLAUSES = frozenset({"say", "think", "find", "utter", "tell", "deny"})
_OBJECTS = frozenset({"judge", "accuse", "order", "act", "deny"})
_CLAUSAL = _CLAUSES | _OBJECTS


def fits(p: Passage, start: int, index: int, source: Phrase, verb: Verb, clause: bool) -> bool:
    """Whether what follows a cue, which is a `clause` or none, is of the kind that its verb takes."""
    if "about" in verb.takes and _spoken(p, start, index, source, verb):
        return True
    if not verb.takes.isdisjoint(VALUED) and _valued(p, start, source, verb):
        return True
    listed = p.sections[index]
    if _is_done(p, listed, start):
        return False
    if "receiving" in listed and p.tag[start] == "M" and person(p, Phrase(start + 1, start + 2)):
        return False
    if "perceiving.eyes" in listed and "M" in p.tags[start : start + 3] and _witness(p, source):
        return True
    if clause:
        return not verb.takes.isdisjoint(_CLAUSAL)
    if p.has("grammar.to", start):
        return bool(verb.takes & {"intend", "order", "say"})
    if p.tag[start] == "J" and p.tag[start + 1] not in "NPJMR.":
        return False
    if "say" in verb.takes or "tell" in verb.takes:
        return not p.has("nouns", index) or person(p, source)
    if "find" in verb.takes and any(p.has_any(_WRITTEN, at) for at in range(source.first, source.last)):
        return True
    return bool(verb.takes & _OBJECTS) and (p.tag[start] != "A" or "order" in verb.takes)


def _is_done(p: Passage, listed: frozenset[str], start: int) -> bool:
    """Whether a verb that may say something tells of a deed: "the flood claimed seven lives", "rebels attacked the town"."""
    if "taking.verbs" in listed and p.holds("taking", start, start + 5):
        return not p.has("grammar.to", start)  # "claimed to have inflicted 12 casualties"
    return "blows" in listed and not p.holds("blows.over", start, start + BLOW)


def _spoken(p: Passage, start: int, index: int, source: Phrase, verb: Verb) -> bool:
    """Whether something is spoken of, by people; of a number also by a rumour, a body, or what 'it' means."""
    if not p.has("about.after", start) or (p.has("about.loose", start) and not p.has("about.holding", index)):
        return False
    if "M" not in p.tags[start : start + 4] or person(p, source):
        return person(p, source)
    rumour = p.holds("nouns.free", source.first, source.last)
    it = p.has("pronouns.it", source.first) and "think" not in verb.takes  # no "said it knew of nine deaths"
    return rumour or it or p.has("bodies", source.last - 1)


def met_with(p: Passage, start: int, verb: Verb) -> bool:
    """Whether what follows is so many things that somebody had to do with: "has responded to nine floods"."""
    return "about" in verb.takes and p.has("grammar.to", start) and p.tag[start + 1] == "M"


def _witness(p: Passage, source: Phrase) -> bool:
    """Whether whoever sees a number of something is there to report it: "a reporter for the Gazette saw 40 wrecks"."""
    first, last = source.stands_for or (source.first, source.last)
    words = range(first, last)
    named = any(p.tag[at] == "P" for at in words)  # a reporter without a paper's name is the report's own
    return any(p.has("perceiving.witnesses", at) and (named or not p.has("perceiving.own", at)) for at in words)


def _valued(p: Passage, start: int, source: Phrase, verb: Verb) -> bool:
    """Whether an object is a count with its value: "the toll at 40", "a figure of 40", "40"; or, to be tallied, a number."""
    near = range(start + 1, min(start + 9, len(p.tokens)))
    if "tally" in verb.takes and _counts(p, source):
        of = next((at for at in range(start + 1, start + 5) if p.has("grammar.of", at)), start)
        if _number(p, start) is not None or (of > start and _number(p, of + 1) is not None):
            return True  # "registered 40 seals", "documented the loss of 40 seals"
    if "figure" in verb.takes:
        at = _number(p, start)
        told = at is not None and p.tag[at + 1] in "Jn" and p.tag[at + 2] in ".C^"  # "gave 16 dead"
        bare = at is not None and (told or p.tag[at + 1] in ".CS^") and not p.has("clock", at + 1)
        if p.tag[start] == "O" and p.has("figure.before", start + 1) and _value(p, start + 1):
            return True  # "gave it as 17"
        return bare or (_tally(p, start, 5) and any(p.has("figure.before", at) and _value(p, at) for at in near))
    meant = _tally(p, start, 6) or p.tag[start] == "O" or (p.tag[start] == "D" and p.has("change.before", start + 1))
    far = range(start + 1, min(start + 13, len(p.tokens)))  # "the number of people killed in Friday's earthquake to 35"
    if "change" in verb.takes and meant and any(p.has("change.before", at) and _value(p, at) for at in far):
        return True
    joined = "count" in verb.takes and any(p.has("count.before", at) and _value(p, at) for at in (start, *near))
    if joined and p.has("count.before", start) and p.has("pronouns.relative", source.first - 1):
        return True  # "the number of houses, which it puts at 40"
    cost = p.holds("count.of", start, start + 4)
    return joined and (meant or cost or person(p, source))


def _counts(p: Passage, source: Phrase) -> bool:
    """Whether a source is one that counts: a body, a document, or people by their role, not someone in a tale."""
    words = range(source.first, source.last)
    counting = any(p.has_any(_COUNTING, at) for at in words) or p.names("groups", source.last - 1)
    counting = counting or (p.has("grammar.definite", source.first) and p.names("speaking", source.last - 1))
    goes_back = len(words) == 1 and any(p.has(f"pronouns.{kind}", source.first) for kind in ("it", "they", "he", "she"))
    end = next(
        (at for at in words if p.low[at] == ","), source.last
    )  # "Velmar Relief, which runs the camp, has recorded"
    return counting or goes_back or (end - source.first > 1 and (p.tag[end - 1] == "P" or p.capital(end - 1)))


def _tally(p: Passage, start: int, reach: int) -> bool:
    return p.holds("tallies", start, min(start + reach, len(p.tokens)))


def _value(p: Passage, at: int) -> bool:
    """Whether a number follows a preposition, words that bound it aside."""
    number = p.tags.find("M", at + 1, at + 5)
    return number > 0 and not p.has("clock", number + 1) and not p.has("times", number + 1)


def _number(p: Passage, start: int) -> int | None:
    """The index of the last word of a number that an object begins with: "some 300", "more than 40"."""
    at = start
    while p.tag[at] in "DRJA." and at < start + 4 and p.low[at] not in (",", ":"):
        at += 1
    if p.tag[at] != "M":
        return None
    while p.tag[at + 1] == "M":
        at += 1
    return at


def stop_of(p: Passage, start: int, clause: bool) -> int:
    """The index where what is said ends: before "…, adding that", and for a mere object before ", and" or ", but", or where another goes on to say something."""
    further = len(p.tokens) if clause else _another_says(p, start)
    stop = _signed_off(p, start, clause)
    return min(stop, further)


def _another_says(p: Passage, start: int) -> int:
    """The index of the "and" from which somebody else says something: "counted 58 and a doctor said"; the end where nobody does."""
    index = p.tags.find("C", start + 1)
    while 0 <= index < len(p.tokens) - 1:
        phrase = phrase_after(p, index + 1) if not p.quoted[index] else None
        if phrase is not None and p.tag[phrase.last] == "v" and p.low[phrase.last] in p.cues.verbs:
            return index
        index = p.tags.find("C", index + 1)
    return len(p.tokens)


def _signed_off(p: Passage, start: int, clause: bool) -> int:
    index = p.tags.find(".", start)  # the class of all signs
    while 0 <= index < len(p.tokens) - 1:
        if p.low[index] == "," and not p.quoted[index]:
            further = p.tag[index + 1] == "g" and (p.low[index + 1] in p.cues.verbs or p.has("citing", index + 1))
            # "blames Brandt, who said that nine died": the clause is the report's own.
            further = further or (
                not clause and p.has("pronouns.relative", index + 1) and "," not in p.low[index + 1 :]
            )
            if further or (not clause and p.tag[index + 1] in "CS" and verbal(p.tags[index:])):
                return index
        index = p.tags.find(".", index + 1)
    return len(p.tokens)
