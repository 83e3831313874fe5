"""Whom numbers without a noun count: by the figures beside them, the sentence's opening, or whose losses they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.clauses import subject
from headwater.extract.heads import THINGS
from headwater.extract.implied import is_nth
from headwater.extract.lexicons import Lexicons
from headwater.extract.nearby_nouns import armed_group, noun_before
from headwater.extract.nominal import sense_of
from headwater.extract.settling import Settled

__all__ = ["add_groups", "add_kinds", "add_losses", "add_sufferers", "name_more", "name_things"]

_OF_THINGS = frozenset({"destroyed", "damaged"})
_THING = "building"
_OF_PEOPLE = frozenset({"killed", "injured", "captured", "detained", "missing", "hospitalised"})
_OF_FOES = frozenset({"killed", "injured", "captured"})
_PLAIN_GROUPS = ("", "person")
_SINGLED = (
    "person",
    "vehicle",
    "building",
)  # of whom one more may be told: "two ships were sunk and a third set on fire"
_BUILT = frozenset({"building", "vehicle"})
_OPENING = 6
_OWNERS = 2  # noun groups before "their losses" of which one owns them
_CLAUSES = frozenset({Part.STOP, Part.SUBORDINATOR, Part.RELATIVE})
_OWN_GROUP = frozenset({"toll", "part", "partitive", "label", "gapped"})


def name_more(
    clause: Clause, settled: Mapping[int, Settled], before: Mapping[int, Settled], lexicons: Lexicons
) -> None:
    """Give "two more" and "a third" the group of those whom the sentence before told of last: "five miners were rescued. Two more are missing."."""
    told = [held for held in before.values() if held.chunk.counts and held.outcomes]
    last = told[-1] if told else None
    if last is None or last.chunk.kind not in ("person", "") or _are_of_several(told):
        return
    for held in settled.values():
        chunk = held.chunk
        words = [token.lower for token in clause.tokens[chunk.first : chunk.last + 2]]
        anew = {word for word, after in pairwise(words) if after not in lexicons.words("than")}  # no "more than 100"
        more = not anew.isdisjoint(lexicons.words("anew")) and chunk.first == clause.chunks[0].first
        if (more or is_nth(clause, chunk, lexicons)) and not chunk.head and held.group in _PLAIN_GROUPS:
            held.group = last.group


def name_things(clause: Clause, settled: Mapping[int, Settled], before: Clause, lexicons: Lexicons) -> None:
    """Give a number alone that opens a sentence the group of the things that the one before counts last, where its verb is said of such: "cracks were found in 17 blocks. Six have been evacuated"."""
    held, verb = settled.get(clause.chunks[0].first), clause.at(1)
    if held is None or verb is None or verb.part != Part.VERB or not verb.passive or not held.chunk.counts:
        return
    told = [one for at in before.counting if (one := before.chunks[at]).head]
    if (
        not told
        or held.chunk.head
        or held.group not in (*_PLAIN_GROUPS, _THING)
        or any(one.kind not in THINGS for one in told)
    ):
        return
    if sense_of(verb.word, told[-1].kind, lexicons) in held.outcomes:
        held.group = told[-1].group


def _are_of_several(told: Sequence[Settled]) -> bool:
    """Whether figures count people of several groups beside each other: of "58 pupils and three teachers" another 40 may be either."""
    beside = {held.group for held in told if held.whole is None or held.whole.chunk.head}
    return len(beside - {"", "person"}) > 1 and told[-1].group not in ("", "person")


def add_groups(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give numbers without a noun the group of the last figure that they go on from: "9 boys lost one parent, 5 both".

    People take it from a figure of the same outcome, or, where both are subjects of a passive, of any ("nine soldiers were
    killed and 14 wounded"); things from any figure of things.
    """
    last: dict[str, Settled] = {}
    people: Settled | None = None
    foe: Settled | None = None
    counted: Settled | None = None
    armed, thing = lexicons.words("armed"), ""
    for held in settled.values():
        chunk = held.chunk
        if counted is not None and _is_of(clause, counted, held, lexicons):
            held.group = counted.group
        if not chunk.counts or not held.outcomes or chunk.negated:
            continue
        if not chunk.head and not chunk.kind and held.rule not in _OWN_GROUP and held.group in _PLAIN_GROUPS:
            before = last.get(held.outcomes[0])
            if before is not None and (
                _is_more(held, before) or _is_between(before, people, held) or _is_of_row(clause, before, settled)
            ):
                before = None  # "two soldiers died before 14 of them were shot", "393 rebels were killed and 310 wounded, and 143 soldiers were killed and 300 wounded"
            if held.whole is not None and held.whole.chunk.head:
                held.group = held.whole.group
            elif before is not None and before.whole is not held and not chunk.others and not _is_left(clause, held):
                held.group = before.group
            elif held.outcomes[0] in _OF_THINGS:
                held.group = thing or _noun_of(clause, held) or _THING
            elif mates := _more_of(clause, held, counted, settled, lexicons) or _mates(clause, held, people, foe):
                held.group = mates.group
        if chunk.kind in ("building", "vehicle", "place"):
            thing = held.group
        if chunk.kind == "person":
            people = held if _shares_subject(held) else None
            foe = (held if held.group in armed else None) if held.rule == "active" else foe
        counted = held if chunk.head and chunk.kind in _SINGLED else counted
        last[held.outcomes[0]] = held.whole if held.rule == "part" and held.whole is not None else held


def _noun_of(clause: Clause, held: Settled) -> str:
    """The group of the things that "two of which" goes back to, or that the object of a verb leaves out: "chased the skiffs and sank one"; empty where none are named."""
    at, whole = clause.place(held.chunk.first), held.chunk.whole
    before = clause.at(at - 2)
    if (
        whole is not None
        and clause.part(at - 1) == Part.COMMA
        and before is not None
        and before.kind in THINGS
        and before.counts
    ):
        return before.group
    counted = next(
        (one for here in range(at - 1, -1, -1) if (one := clause.chunks[here]).counts and one.kind in _BUILT), None
    )
    if counted is not None and held.chunk.stands_alone:
        return counted.group  # "twelve houses were searched and three destroyed"
    noun = noun_before(clause, at, _BUILT) if held.rule == "active" and held.chunk.stands_alone else None
    return noun.group if noun is not None else ""


def _mates(clause: Clause, held: Settled, people: Settled | None, foe: Settled | None) -> Settled | None:
    """Those of whom a verb goes on to tell: "nine soldiers were killed and 14 wounded (by stones)", "killed nine soldiers and wounded 14"."""
    if held.chunk.others:
        return None
    stands = held.rule == "complement" and held.outcomes[0] in _OF_PEOPLE and not _is_left(clause, held)
    if people is not None and (stands or _shares_subject(held)) and held.chunk.whole is None:
        return people
    return foe if held.rule == "active" and held.outcomes[0] in _OF_FOES else None


def _more_of(
    clause: Clause, held: Settled, counted: Settled | None, settled: Mapping[int, Settled], lexicons: Lexicons
) -> Settled | None:
    """Those whom "more" as a subject goes on from, where they are people of one noun: "three drivers are among the dead, and two more are missing"."""
    chunk = held.chunk
    if counted is None:
        return None
    behind = clause.tokens[chunk.last - 1 : chunk.last + 1]
    more = any(token.lower in lexicons.words("anew") for token in behind) and chunk.number is not None
    if not more or clause.part(clause.place(chunk.first) + 1) not in (Part.VERB, Part.STATE):
        return None
    groups = {one.group for one in settled.values() if one.chunk.kind == "person" and one.chunk.head and one.outcomes}
    alike = groups == {counted.group} and counted.chunk.first < chunk.first and counted.whole is None
    return counted if alike else None


def _is_more(held: Settled, before: Settled) -> bool:
    """Whether some "of them" are more than those before."""
    them = held.chunk.whole is not None and held.chunk.whole.pronoun
    return them and before.whole is not held and is_less(before, held)


def _is_of_row(clause: Clause, before: Settled, settled: Mapping[int, Settled]) -> bool:
    """Whether a figure stands right behind one of others: of "23 soldiers and seven police", 18 may be either."""
    at = clause.place(before.chunk.first)
    one = settled.get(clause.chunks[at - 2].first) if at > 1 and clause.part(at - 1) == Part.CONJUNCTION else None
    if (
        one is None
        or not (one.chunk.head and before.chunk.head and one.chunk.counts)
        or one.outcomes != before.outcomes
    ):
        return False
    return one.group != before.group and one.chunk.kind == before.chunk.kind == "person"


def _is_between(before: Settled, people: Settled | None, held: Settled) -> bool:
    """Whether people of another outcome are told of between two figures, as subjects as the later one is."""
    if people is None:
        return False
    return before.chunk.first < people.chunk.first and people.group != before.group and _shares_subject(held)


def _is_left(clause: Clause, held: Settled) -> bool:
    """Whether a number is the object of a verb that tells its own tale: "six soldiers were killed, and the rebels left 22 dead"."""
    at = clause.place(held.chunk.first)
    verb = clause.at(at - 1)
    return held.rule == "complement" and verb is not None and verb.part == Part.VERB and not verb.copula


def _is_of(clause: Clause, counted: Settled, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a noun group alone is one or none of those last counted: "two nurses died, a third is in hospital", "nine fell ill, none has died"."""
    chunk = held.chunk
    if chunk.negated:
        return chunk.word in lexicons.words("back_none")
    several = counted.chunk.number is not None and (counted.chunk.number.best or 0) > 1
    return several and is_nth(clause, chunk, lexicons)


def add_kinds(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give numbers without a noun the group of those that the sentence opens with: "Of the drivers of the buses, six have died"."""
    opening, first = clause.at(0), clause.at(1)
    if opening is None or first is None or opening.word not in lexicons.words("of") or first.part != Part.NOUN:
        return
    told = first.plural and first.kind and first.countable is None and first.determiner in lexicons.words("the")
    for held in settled.values() if told else ():
        if held.chunk.number is not None and not held.chunk.head and held.whole is None:
            held.group = first.group


def add_losses(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Make soldiers of those whom a party counts as its losses: "our own losses: two killed, seven wounded"."""
    opening = [token.lower for token in clause.tokens[:_OPENING]]
    at = next((at for at, word in enumerate(opening) if word in lexicons.words("losses")), 0)
    if at and opening[at - 1] in lexicons.words("own"):
        for held in settled.values():
            if not held.chunk.head and held.outcomes and held.outcomes[0] in _OF_PEOPLE and not held.chunk.negated:
                held.group = next(iter(lexicons.words("forces")))


def add_sufferers(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give numbers without a noun the group of the side whose losses they are: "the army lost 12 dead", "rebel losses were 12 dead"."""
    for index, chunk in enumerate(clause.chunks):
        told = lexicons.words("losing" if chunk.part == Part.VERB else "losses")
        word = clause.tokens[chunk.last - 1].lower if chunk.part == Part.VERB else chunk.head
        if word not in told or chunk.part not in (Part.VERB, Part.NOUN):
            continue
        side = _side(clause, index, chunk, lexicons)
        for held in _lost(clause, index, settled) if side else ():
            held.group = side


def _side(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> str:
    """The group of the soldiers or fighters that a verb is said of, or whose a noun for losses is; empty where they are none."""
    if chunk.part == Part.VERB:
        counted = clause.part(index + 1) == Part.NOUN and clause.chunks[index + 1].counts
        words = [clause.chunks[at].head for at in subject(clause, index, lexicons)] if counted else []
    elif chunk.determiner in lexicons.words("possessive"):
        words = [one.head for one in clause.chunks[:index] if one.part == Part.NOUN][-_OWNERS:]
    else:
        words = list(chunk.modifiers[-1:])
    for word in words:
        group = armed_group(word, lexicons)
        if group:
            return group
    return ""


def _lost(clause: Clause, index: int, settled: Mapping[int, Settled]) -> Iterator[Settled]:
    """The people without a noun who are counted behind an index, up to the next clause."""
    for chunk in clause.chunks[index + 1 :]:
        if chunk.part in _CLAUSES or (chunk.part == Part.VERB and chunk.finite and not (chunk.copula or chunk.passive)):
            return
        held = settled.get(chunk.first)
        if held is None or chunk.head or chunk.negated or chunk.whole is not None or not held.outcomes:
            continue
        if held.outcomes[0] in _OF_PEOPLE and held.group in _PLAIN_GROUPS and held.whole is None:
            yield held


def _shares_subject(held: Settled) -> bool:
    """Whether it is said of people by a passive verb, or one whose object tells it, so that a number alone beside it leaves out their noun."""
    return held.rule in ("passive", "idiom") and held.outcomes[0] in _OF_PEOPLE
