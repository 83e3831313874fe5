"""Counts by their names, and what these say was counted: "the death toll", "the number of houses destroyed", "of attackers it says it killed"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identified import counted, is_knowing
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of, undergone

__all__ = [
    "NOTHING_DONE",
    "Doing",
    "counted_noun",
    "done_to",
    "joint",
    "name_of_count",
    "named_count",
    "underwent",
    "unnamed_count",
]

Doing = tuple[str, int]
"""An outcome, and the index behind the verb that names it; ("", 0) where none does."""

NOTHING_DONE: Doing = ("", 0)
"""No outcome."""

_COUNTED = frozenset({"building", "household", "vehicle"})


def counted_noun(clause: Clause, index: int, lexicons: Lexicons) -> Chunk | None:
    """The noun group that "of" ties to the name of a count at an index: the houses in "the number of houses"; `None` without one, or where that is counted itself."""
    link, noun = clause.at(index + 1), clause.at(index + 2)
    if link is None or noun is None or link.word not in lexicons.words("of"):
        return None
    return noun if noun.part == Part.NOUN and not noun.counts else None


def done_to(clause: Clause, index: int, lexicons: Lexicons) -> Doing:
    """What the name of a count at an index says was done to those counted: to things, or to people by somebody."""
    noun = counted_noun(clause, index, lexicons)
    if noun is None or clause.chunks[index].head not in lexicons.frames.toll_names:
        return NOTHING_DONE
    return _of_things(clause, index, noun, lexicons) or _by_somebody(clause, index, noun, lexicons) or NOTHING_DONE


def joint(clause: Clause, index: int, outcome: str, lexicons: Lexicons) -> Doing:
    """The outcome of two that one count is named after: "the number of killed and wounded"; else the one given, and 0."""
    if clause.part(index + 1) == Part.CONJUNCTION:
        other = outcome_named(clause.at(index + 2), lexicons)
        for one, two, both in lexicons.outcomes.joint if other else ():
            if {outcome, other} == {one, two}:
                return both, index + 3
    return outcome, 0


def _of_things(clause: Clause, index: int, noun: Chunk, lexicons: Lexicons) -> Doing | None:
    """What a participle behind them says of things: "the number of houses destroyed rose to"."""
    verb = clause.at(index + 3)
    outcome = (
        sense_of(verb.word, noun.kind, lexicons) if noun.kind in _COUNTED and verb is not None and verb.bare else ""
    )
    return (outcome, index + 4) if outcome else None


def _by_somebody(clause: Clause, index: int, noun: Chunk, lexicons: Lexicons) -> Doing | None:
    """What somebody did to those counted: "the number of attackers it says it killed", "the number of people that it had killed"."""
    here = index + 3 + (clause.part(index + 3) in (Part.RELATIVE, Part.SUBORDINATOR))
    verb = _verb_of(clause, here)
    if verb is not None and verb.word in lexicons.words("speaking"):
        here += 2
        verb = _verb_of(clause, here)
    if verb is None or verb.passive or verb.copula or verb.negated or verb.unreal or verb.form is None:
        return None
    if clause.part(here + 2) == Part.NOUN:
        return None  # "the number of people they killed the driver for" has an object of its own
    senses = lexicons.outcomes.senses.get(verb.form.lemma, ())
    plain = (sense for sense in senses if sense.takes == "object" and not (sense.tail or sense.groups or sense.denied))
    kind = noun.kind or "person"
    return next((sense.outcome for sense in plain if kind in sense.of), ""), here + 2


def _verb_of(clause: Clause, here: int) -> Chunk | None:
    """The verb behind a subject at an index that is not counted itself; `None` where these do not stand there."""
    who, verb = clause.at(here), clause.at(here + 1)
    if who is None or verb is None or who.part != Part.NOUN or who.counts or verb.part != Part.VERB:
        return None
    return verb


def named_count(clause: Clause, lexicons: Lexicons) -> str:
    """The outcome that the sentence names a count of, for a next sentence that gives the count; empty where none."""
    for index, chunk in enumerate(clause.chunks):
        if chunk.part == Part.NOUN and chunk.number is None and (outcome := _named(clause, index, chunk, lexicons)[0]):
            return outcome
    return ""


def name_of_count(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Doing:
    """The outcome that a noun group names a count of, by what was done to those counted or by itself, and where the name ends."""
    done = done_to(clause, index, lexicons)
    return done if done[0] else _named(clause, index, chunk, lexicons)


def _named(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Doing:
    """The outcome that a noun group names a count of, and the index behind two outcomes that it names together."""
    words = (*chunk.modifiers, chunk.head)
    for name in words:
        for toll in lexicons.outcomes.tolls.get(name, ()):
            if not toll.qualifiers or toll.qualifiers.intersection(words):
                of = clause.part(index + 1) == Part.PREPOSITION
                return joint(clause, index + 2, toll.outcome, lexicons) if of else (toll.outcome, 0)
    if chunk.head not in lexicons.frames.toll_names:
        return NOTHING_DONE
    for near in range(index + 1, min(index + 5, len(clause.chunks))):
        outcome = counted(clause.chunks[near], lexicons) or underwent(clause, near, lexicons)
        outcome = outcome or _taken(clause, near, lexicons)
        if outcome:
            return joint(clause, near, outcome, lexicons)
        passed = clause.part(near) in (Part.PREPOSITION, Part.NOUN, Part.RELATIVE)
        if not passed and not is_knowing(clause.chunks[near], lexicons):
            break
    return next((outcome for word in chunk.modifiers if (outcome := _noun_outcome(word, lexicons))), ""), 0


def _taken(clause: Clause, verb: int, lexicons: Lexicons) -> str:
    """The outcome of those whom a count calls taken, and nowhere: "the number of those taken"; not "taken to hospital"."""
    chunk, following = clause.chunks[verb], clause.at(verb + 1)
    nowhere = following is not None and (
        following.part in (Part.VERB, Part.STOP) or following.word in lexicons.words("given_as")
    )
    return lexicons.outcomes.in_tolls.get(clause.tokens[chunk.last - 1].lower, "") if chunk.bare and nowhere else ""


def underwent(clause: Clause, verb: int, lexicons: Lexicons) -> str:
    """What those counted underwent by a verb of their own: "the number of sailors who have died", "known to have died"."""
    chunk, before = clause.chunks[verb], clause.at(verb - 1)
    if chunk.part != Part.VERB or chunk.negated or chunk.unreal or before is None or chunk.form is None:
        return ""
    if before.part != Part.RELATIVE and not (chunk.infinitive and is_knowing(before, lexicons)):
        return ""
    return sense_of(chunk.word, "person", lexicons) if chunk.passive else undergone(chunk.form.lemma, lexicons)


def _noun_outcome(word: str, lexicons: Lexicons) -> str:
    noun = lexicons.outcomes.countables.get(word)
    return noun.outcome if noun is not None else sense_of(word, "person", lexicons)


def unnamed_count(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a noun group is the name of a count that does not say of what: "the total", not "the number of boats"."""
    chunk, following = clause.chunks[index], clause.at(index + 1)
    bare = chunk.part == Part.NOUN and not chunk.counts and chunk.head in lexicons.frames.toll_names
    before = clause.at(index - 1)
    if before is not None and before.word in lexicons.words("of"):
        return False  # "of that number, nine remain in hospital"
    return bare and (following is None or following.word not in lexicons.words("of"))
