"""Counts that are named first: "the death toll rose to N", "the number of injured is N", "among the dead were N"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from headwater.extract.chunks import Chunk, Clause, Mark, Part
from headwater.extract.identified import counted, is_knowing
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of
from headwater.extract.objects import past_phrases
from headwater.extract.toll_names import counted_noun, done_to, name_of_count, unnamed_count
from headwater.model import Hedge

__all__ = ["Carried", "toll_value", "tolls"]

_NAMED = 5
_PERSON = "person"
_HELD = ("captured", "detained")  # "abductions fell to 12"
_OF_NAME = 3  # from the verb to whose count is named: "put | the number | of | dead"
_REACH = 18


class Carried(msgspec.Struct, frozen=True):
    """What a sentence leaves to the next to count: an outcome, empty where there is none, and the group where that is told."""

    outcome: str = ""
    group: str = ""


def tolls(clause: Clause, lexicons: Lexicons, carried: Carried) -> Iterator[Mark]:
    """The values of counts that the sentence names; `carried` is what the one before leaves to be counted."""
    naming = not lexicons.naming.isdisjoint(clause.words)
    given = not lexicons.words("given_as").isdisjoint(clause.words)
    if not (naming or given) and lexicons.frames.toll_verbs.isdisjoint(clause.words):
        return
    for index, chunk in enumerate(clause.chunks):
        if chunk.part == Part.VERB:
            if chunk.word in lexicons.frames.toll_verbs:
                yield from _raised(clause, index, lexicons)
        elif (naming or given or chunk.countable is not None) and chunk.part == Part.NOUN and not chunk.counts:
            outcome, past = name_of_count(clause, index, chunk, lexicons) if naming else ("", 0)
            if outcome:
                yield from toll_value(clause, index, outcome, lexicons, past)
                yield from _inverted(clause, index, outcome, lexicons)
            elif carried.outcome and not _is_counted_before(clause, index) and unnamed_count(clause, index, lexicons):
                yield from _of_carried(clause, index, carried, lexicons)
            elif given and (outcome := _given_as(clause, index, chunk, lexicons)):
                yield Mark(clause.chunks[index + 2], outcome, "toll")
            elif given and (outcome := _those_given_as(clause, index, chunk, lexicons)):
                yield Mark(clause.chunks[index + 3], outcome, "toll")
            elif chunk.countable is not None:
                yield from _reached(clause, index, chunk, lexicons)


def _is_counted_before(clause: Clause, index: int) -> bool:
    """Whether the sentence itself tells of some before, whose figure it is then: "parents speak of 87 pupils; the army put the figure at 61"."""
    return any(at < index and clause.chunks[at].number is not None for at in clause.counting)


def _of_carried(clause: Clause, index: int, carried: Carried, lexicons: Lexicons) -> Iterator[Mark]:
    """The value of a count that does not say of what: "the correct figure is seven"."""
    for mark in toll_value(clause, index, carried.outcome, lexicons):
        if not mark.chunk.head:
            mark.chunk.group = carried.group or mark.chunk.group
            yield mark


def toll_value(clause: Clause, index: int, outcome: str, lexicons: Lexicons, past: int = 0) -> Iterator[Mark]:
    """The value that follows the name of a count, with the outcome that it counts; what stands before `past` is of the name."""
    here, last = past or index + 1, min(index + _REACH, len(clause.chunks))
    frames = lexicons.frames
    spread = False
    while here < last:
        chunk = clause.chunks[here]
        if chunk.part == Part.NOUN and chunk.counts and chunk.kind in ("person", "") and not chunk.countable:
            if _is_told_apart(clause, here, outcome):
                return
            _name_group(clause, index, chunk, lexicons)
            yield Mark(_beyond(chunk, clause.chunks[here - 1], lexicons), outcome, "toll", spread=spread)
            return
        if chunk.part == Part.PREPOSITION and chunk.word in lexicons.words("absolute"):
            return  # "the death toll may rise, with 40 people missing": another count, of its own
        spread = spread or chunk.word in frames.spread
        if chunk.part == Part.VERB and (chunk.negated or not _leads_on(clause, here, lexicons)):
            yield from _corrected(clause, here, outcome, lexicons)
            return
        if chunk.part == Part.NOUN and chunk.counts and not _is_scope(clause, here, index, lexicons):
            return
        if chunk.part == Part.RELATIVE and here < index + 4 and clause.part(here + 1) == Part.VERB:
            here += 1  # "the number of those who died rose to 38"
        elif chunk.word in lexicons.words("toll_when") and (risen := _past_clause(clause, here, lexicons)):
            here = risen
        elif chunk.part == Part.RELATIVE and here < index + 4 and (told := _past_telling(clause, here)):
            here = told
        elif chunk.part in (Part.SUBORDINATOR, Part.STOP, Part.RELATIVE, Part.CONJUNCTION):
            return
        here += 1


def _name_group(clause: Clause, index: int, value: Chunk, lexicons: Lexicons) -> None:
    """Give a value the group that its count's name gives, or people where no known noun stands behind it."""
    if not value.head:
        value.group = _counted_group(clause, index, lexicons) or value.group
    elif not (value.kind or value.group in lexicons.groups.nouns):
        value.group = _PERSON  # "the toll of 318 hides many more"


def _leads_on(clause: Clause, verb: int, lexicons: Lexicons) -> bool:
    """Whether a verb behind the name of a count leads to its value, or is of the name."""
    chunk, frames = clause.chunks[verb], lexicons.frames
    if chunk.infinitive and is_knowing(clause.chunks[verb - 1], lexicons):
        return True  # "people known to have died"
    told = not chunk.unreal and _passes(chunk, frames.toll_verbs | frames.spread, lexicons)
    return told or _only_names(clause, verb, lexicons)


def _only_names(clause: Clause, verb: int, lexicons: Lexicons) -> bool:
    """Whether what looks like a verb names the happening, or stands apart from its own: "the toll from the ferry sinking rose to 61", "the toll has since risen to 12"."""
    chunk, following = clause.chunks[verb], clause.at(verb + 1)
    if following is None or chunk.part != Part.VERB or chunk.negated or chunk.unreal:
        return False
    if following.part == Part.PREPOSITION and clause.tokens[chunk.last - 1].lower in lexicons.words("have"):
        return following.word in lexicons.words("since") and clause.part(verb + 2) == Part.VERB
    named = chunk.bare and chunk.word.endswith(lexicons.frames.ing) and clause.part(verb - 1) != Part.COMMA
    return named and following.part in (Part.VERB, Part.PREPOSITION)


def _corrected(clause: Clause, verb: int, outcome: str, lexicons: Lexicons) -> Iterator[Mark]:
    """The second of two numbers alone where "is" denies the first: "is not 12 but 14"; nothing else that a denied verb takes is the count."""
    one, but, other = (clause.at(verb + near) for near in (1, 2, 3))
    if one is None or but is None or other is None or not (clause.chunks[verb].copula and clause.chunks[verb].negated):
        return
    if _alone(one) and but.word in lexicons.words("contrast") and _alone(other):
        yield Mark(other, outcome, "toll")


def _past_clause(clause: Clause, when: int, lexicons: Lexicons) -> int:
    """The index of the verb that tells a count behind a clause on when it was: "the number killed when a bus fell into a river rose to 13"; 0 where none does."""
    own = False
    for here in range(when + 1, min(when + _REACH, len(clause.chunks))):
        chunk = clause.chunks[here]
        if chunk.counts or chunk.part in (Part.STOP, Part.RELATIVE, Part.SUBORDINATOR, Part.CONJUNCTION):
            return 0
        if own and chunk.part == Part.VERB and not chunk.passive:
            return here if chunk.word in lexicons.frames.toll_verbs and not (chunk.unreal or chunk.negated) else 0
        own = own or chunk.part == Part.VERB
    return 0


def _past_telling(clause: Clause, relative: int) -> int:
    """The last index of what a relative clause says that somebody did with a count: "the count of the dead that the elders brought us is 263"; 0 where it says nothing of the kind."""
    who, verb = clause.at(relative + 1), clause.at(relative + 2)
    if who is None or verb is None or who.part != Part.NOUN or who.counts or verb.part != Part.VERB or verb.passive:
        return 0
    to = clause.at(relative + 3)
    return relative + 2 + (to is not None and to.part == Part.NOUN and to.pronoun)


def _is_scope(clause: Clause, here: int, name: int, lexicons: Lexicons) -> bool:
    """Whether counted things only say where or of what a count is: "the toll from the floods in the two states rose to 118"."""
    chunk, link = clause.chunks[here], clause.chunks[here - 1]
    hangs = link.part == Part.PREPOSITION and link.word in lexicons.attaching and chunk.head and not chunk.negated
    return bool(hangs) and all(
        one.part in (Part.NOUN, Part.PREPOSITION) or one.bare for one in clause.chunks[name:here]
    )


def _inverted(clause: Clause, index: int, outcome: str, lexicons: Lexicons) -> Iterator[Mark]:
    """The value before the name of its count: "bringing to three the number of deaths"."""
    value, link, verb = clause.at(index - 1), clause.at(index - 2), clause.at(index - 3)
    if value is None or link is None or verb is None or not _alone(value):
        return
    if link.word in lexicons.frames.toll_prepositions and verb.word in lexicons.frames.toll_verbs and not verb.negated:
        value.group = _counted_group(clause, index, lexicons) or value.group
        yield Mark(value, outcome, "toll")


def _counted_group(clause: Clause, index: int, lexicons: Lexicons) -> str:
    """The group that a count's name gives: "the number of students killed"."""
    noun = counted_noun(clause, index, lexicons)
    plain = noun is not None and noun.kind == "person" and not noun.countable
    return noun.group if noun is not None and (plain or done_to(clause, index, lexicons)[0]) else ""


def _passes(chunk: Chunk, verbs: frozenset[str], lexicons: Lexicons) -> bool:
    if is_knowing(chunk, lexicons):
        return True
    return chunk.copula or chunk.word in verbs or bool(chunk.bare and sense_of(chunk.word, "person", lexicons))


def _reached(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """The count that those named by their outcome have come to: "deaths reach 140", "put their dead at four"."""
    noun = chunk.countable
    past = past_phrases(clause, index, lexicons) if noun is not None and chunk.plural else index + 1
    verb, link, at = clause.at(past), clause.at(past + 1), past + 1
    if noun is None or verb is None or verb.unreal or not (noun.fixed or (chunk.plural and noun.outcome in _HELD)):
        return
    if verb.part == Part.VERB and link is not None and link.part == Part.PREPOSITION:
        if link.word not in lexicons.frames.toll_prepositions:
            return
        at += 1
    elif verb.part == Part.PREPOSITION and verb.word in lexicons.words("at"):
        verb = clause.at(index - 1)
    value = clause.at(at)
    if verb is None or verb.word not in lexicons.frames.toll_verbs or value is None:
        return
    if _alone(value) and not _is_told_apart(clause, at, noun.outcome):
        yield Mark(_beyond(value, verb, lexicons), noun.outcome, "toll")


def _is_told_apart(clause: Clause, value: int, outcome: str) -> bool:
    """Whether the word behind a value says another outcome of it than the count's name: "casualties stood at 17 dead"."""
    told = clause.at(value + 1)
    return not clause.chunks[value].head and told is not None and told.part == Part.STATE and told.outcome != outcome


def _raised(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[Mark]:
    """The count to which a verb brings those whom only their outcome names: "taking the confirmed dead to 47"."""
    verb, here, outcome = clause.chunks[index], index + 1, ""
    if verb.passive or verb.copula or verb.negated or verb.unreal:
        return
    while here < min(index + _NAMED, len(clause.chunks)) and clause.part(here) != Part.PREPOSITION:
        chunk = clause.chunks[here]
        if chunk.counts or not (chunk.part in (Part.NOUN, Part.STATE) or is_knowing(chunk, lexicons)):
            return
        outcome = outcome or ("" if is_knowing(chunk, lexicons) else counted(chunk, lexicons))
        here += 1
    link, value = clause.at(here), clause.at(here + 1)
    if (
        outcome
        and link is not None
        and link.word in lexicons.words("infinitive")
        and value is not None
        and _alone(value)
    ):
        yield Mark(value, outcome, "toll")


def _alone(value: Chunk) -> bool:
    return value.number is not None and not value.head and not value.kind


def _given_as(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> str:
    """The outcome of those whom a verb counts so: "gave the dead as 12 and the missing as 19"; empty where none does."""
    link, value = clause.at(index + 1), clause.at(index + 2)
    if link is None or value is None or link.word not in lexicons.words("given_as") or not _alone(value):
        return ""
    if chunk.determiner not in lexicons.words("the") or not _gives(clause, index, lexicons):
        return ""
    if chunk.countable is not None:
        return chunk.countable.outcome
    return next((state.outcome for state in lexicons.outcomes.state_words.get(chunk.head, ())), "")


def _those_given_as(clause: Clause, index: int, those: Chunk, lexicons: Lexicons) -> str:
    """The outcome of those whom a participle names and a verb counts: "put the dead at 58 and those injured at 210", "their own dead at four"."""
    told, link, value = clause.at(index + 1), clause.at(index + 2), clause.at(index + 3)
    if told is None or link is None or value is None or those.counts or not _alone(value):
        return ""
    own = those.determiner in lexicons.words("possessive") and those.head in lexicons.words("own")
    if not (own or (not those.head and those.determiner in lexicons.words("pointing"))):
        return ""
    if link.word not in lexicons.words("given_as"):
        return ""
    return counted(told, lexicons) if _gives(clause, index, lexicons) else ""


def _gives(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a count is one of those that a verb gives: "gave the dead as 12 and the missing as 19"."""
    before = clause.at(index - 1)
    while before is not None and before.part in (Part.CONJUNCTION, Part.COMMA):
        value, link = clause.at(index - 2), clause.at(index - 3)
        if value is None or link is None or not _alone(value) or link.word not in lexicons.words("given_as"):
            return False
        index -= 4
        before = clause.at(index - 1)
    if before is not None and before.word in lexicons.words("of") and index > _OF_NAME:
        before = clause.at(index - _OF_NAME)  # "put the number of dead at 12 and those taken at 30"
    return before is not None and before.word in lexicons.frames.toll_verbs and not before.unreal and not before.negated


def _beyond(value: Chunk, verb: Chunk, lexicons: Lexicons) -> Chunk:
    """The value, as one that is more than its number where the verb says so: "the toll passed 200"."""
    number = value.number
    if number is not None and number.hedge is Hedge.PLAIN and verb.word in lexicons.frames.passed:
        value.number = replace(number, high=None, hedge=Hedge.MORE_THAN)
    return value
