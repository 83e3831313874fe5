"""Who is still held, and who got away: captives where the report has told of people taken, and of nobody arrested: "six still held", "four escaped"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.parts import add_parts
from headwater.extract.settling import Settled
from headwater.extract.shares import add_shares

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_captives"]

_HELD, _TAKEN = "detained", "captured"
_FLED, _FREE = "displaced", "rescued"
_PERSON = "person"
_ATTACKERS = "attackers"
_YOUNG = frozenset({"student", "child"})
_TAKEABLE = frozenset({"animal", "vehicle", "thing"})
_CLOSE = 12
_FAR = 6
_ENDS = (Part.COMMA, Part.VERB, Part.STOP)
_ROWS, _ON = 4, 2  # sentences before and after


def find_captives(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Take those who are only said to be held for captives, where people were told just before to be taken or set free.

    Those who got away are then free, and not driven from home.
    """
    near: list[Settled] = []
    for at, row in enumerate(rows):
        if row.counts and not lexicons.taken.isdisjoint(row.sentence.words):
            _take(row, rows[max(0, at - _ROWS) : at + 1 + _ON], lexicons)
        captive = False
        for held in row.settled.values():
            if held.outcomes == [_HELD] and _is_only_held(row, held, lexicons):
                told = [_told(other) for other in near[-_FAR:]]
                if _TAKEN in told and _HELD not in told:
                    held.outcomes, captive = [_TAKEN], True
            elif held.outcomes == [_HELD] and held.whole is not None and held.whole.outcomes == [_TAKEN]:
                held.outcomes = [_TAKEN]  # "50 are still held, two of them nurses"
            elif captive and held.outcomes == [_HELD] and held.rule == "toll":
                held.outcomes = [_TAKEN]  # "87 pupils are being held; the army put the figure at 61"
            elif _FLED in held.outcomes and _FREE in held.outcomes:
                held.outcomes = [_FREE]  # "44 had been released or had escaped"
            elif held.outcomes == [_FLED] and (attacker := _attacker(row, held, near[-_FAR:], lexicons)):
                _let_flee(held, attacker, row)
            elif held.outcomes == [_FLED] and _is_escaped(row, held, near[-_FAR:], lexicons):
                held.outcomes = [_FREE]
            if held.outcomes and (held.chunk.counts or not held.chunk.plural):
                near.append(held)  # some that nobody counts are read in few sentences only


def _let_flee(held: Settled, attacker: str, row: Row) -> None:
    """Say nothing of those who got away, nor of some of them who are only at large still."""
    held.outcomes, held.group = [], attacker
    for part in row.settled.values():
        if part.whole is held and part.outcomes == [_FLED] and part.rule == "partitive":
            part.outcomes = []  # "of the 13 who escaped five are at large"


def _take(row: Row, near: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle people who are only said to be taken, or to be home, where the rows near tell of an abduction: "14 women had been taken", "22 came home"."""
    clause, found = row.clause, dict[int, Settled]()
    taken = any(_abducts(one, lexicons) for one in near)
    raided = taken or any(not lexicons.words("takers").isdisjoint(one.sentence.words) for one in near)
    if not raided:
        return
    for index in clause.counting:
        chunk = clause.chunks[index]
        held = row.settled.get(chunk.first)
        if chunk.kind not in (_PERSON, "") or chunk.number is None or (held is not None and held.outcomes):
            continue
        if (taken if chunk.kind else _are_people(row, chunk, near)) and _is_taken(clause, index, lexicons):
            found[chunk.first] = Settled(chunk, [_TAKEN], "passive", group=chunk.group)
        elif taken and _is_back(clause, index, lexicons):
            found[chunk.first] = Settled(chunk, [_FREE], "active", group=chunk.group)
    if found:
        row.settled = dict(sorted((row.settled | found).items()))
        add_parts(clause, row.settled, lexicons)  # "forty were taken, among them nine girls"
        add_shares(clause, row.settled, lexicons)  # "of the 27 men they took, 25 have come home"


def _are_people(row: Row, chunk: Chunk, near: Sequence[Row]) -> bool:
    """Whether a number alone is of people: the last noun that a number counts before it is no thing's, and the sentence before tells of no cattle or cars."""
    if not chunk.stands_alone:
        return False
    clauses = [one.clause for one in near if one.sentence.start < row.sentence.start]
    before = [one for clause in clauses for at in clause.counting if (one := clause.chunks[at]).head]
    before += [one for at in row.clause.counting if (one := row.clause.chunks[at]).head and one.first < chunk.first]
    things = any(one.kind in _TAKEABLE and one.plural for clause in clauses[-1:] for one in clause.chunks)
    return not things and (not before or before[-1].kind == _PERSON)


def _is_taken(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether those of a noun group are taken, and nobody says whereto."""
    at = _past_aside(clause, index + 1)
    at += clause.part(at) == Part.RELATIVE  # "118 children who were taken"
    verb = clause.at(at)
    if verb is None or not verb.passive or verb.negated or verb.unreal:
        return False
    return verb.word in lexicons.words("taken") and _is_bare(clause, at + 1, lexicons)


def _past_aside(clause: Clause, at: int) -> int:
    """The index behind an aside between two commas that counts nobody and has no verb: "51 people, mostly women and girls, had been taken"."""
    if clause.part(at) != Part.COMMA:
        return at
    end = next((here for here in range(at + 1, at + _FAR) if clause.part(here) in _ENDS), 0)
    closed = clause.part(end) == Part.COMMA and not any(one.counts for one in clause.chunks[at:end])
    return end + 1 if end and closed else at


def _is_back(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether living people of a number are recovered, or came home: "recovering 22 pupils", "22 came home with the soldiers"."""
    chunk, before, verb = clause.chunks[index], clause.at(index - 1), clause.at(index + 1)
    if chunk.head and before is not None and before.word in lexicons.words("recovering"):
        return chunk.kind == _PERSON and not (before.passive or before.negated or before.unreal)
    if verb is None or verb.negated or verb.unreal or verb.word.split(" ")[0] not in lexicons.words("coming"):
        return False
    behind = clause.tokens[verb.last - 1 : verb.last + 1]
    return any(token.lower in lexicons.words("home") for token in behind)


def _is_bare(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    """Whether nothing behind "taken" says whereto, but at most from where, by whom or on which day."""
    link = clause.at(at)
    if link is None or link.part != Part.PREPOSITION or link.word in lexicons.words("taken_from"):
        return True
    day = clause.tokens[link.last : link.last + 1]  # times are in no chunk
    return link.word in lexicons.words("taken_on") and any(
        one.text[:1].isdigit() or one.lower in lexicons.words("taken_day") for one in day
    )


def _abducts(row: Row, lexicons: Lexicons) -> bool:
    """Whether a sentence tells of people captured, by a figure or a verb that says so by itself."""
    captured = any(_TAKEN in held.outcomes for held in row.settled.values())
    words = row.sentence.words
    return captured or not (lexicons.abducting.isdisjoint(words) and lexicons.words("abduction").isdisjoint(words))


def _told(held: Settled) -> str:
    """What befell those of a figure first: hostages who are free were taken."""
    noun = held.chunk.countable
    return _TAKEN if noun is not None and noun.outcome == _TAKEN else held.outcomes[0]


def _is_only_held(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    held_still = not _behind(row, held).isdisjoint(lexicons.words("held"))
    return held_still and lexicons.words("law").isdisjoint(row.sentence.words)


def _is_escaped(row: Row, held: Settled, near: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether people alone got away, or some of those who were told just before to be taken."""
    taken = [other for other in near if other.outcomes == [_TAKEN]]
    if near and near[-1].outcomes == [_FREE] and row.settled.get(near[-1].chunk.first) is near[-1]:
        plain = not (held.chunk.head or held.chunk.whole or near[-1].chunk.head)
        if plain and not _behind(row, held).isdisjoint(lexicons.words("breaking_out")):
            return True  # "three were released and two escaped"
    named = held.chunk.head and held.chunk.whole is None
    if not taken or _behind(row, held).isdisjoint(lexicons.words("breaking_out" if named else "escaping")):
        return False
    noun = lexicons.groups.nouns.get(held.group)
    people = noun is None or noun.kind == "person"
    whole = held.chunk.whole
    # "14 women had been taken; five of them had since escaped": elsewhere "them" may be anybody.
    last = near[-1]
    them = last.outcomes == [_TAKEN] and row.settled.get(last.chunk.first) is last
    alone = not held.chunk.head and (whole is None or (whole.pronoun and them))
    return people and (alone or any(_are_alike(other, held) and is_less(held, other) for other in taken))


def _attacker(row: Row, held: Settled, near: Sequence[Settled], lexicons: Lexicons) -> str:
    """What attackers or inmates are called of whom a number alone escaped, where those counted last are such; empty where they are not."""
    fled = lexicons.words("escaping" if held.chunk.others else "breaking_out")  # who but fled may be anybody
    behind, running = _behind(row, held), lexicons.words("running")
    if held.chunk.head or held.chunk.whole is not None or behind.isdisjoint(fled | running):
        return ""
    last = next((one for one in reversed(near) if one.group != _PERSON), None)
    if last is None:
        return ""
    noun = lexicons.outcomes.countables.get(last.group)
    attacks = last.outcomes == [_ATTACKERS] or (noun is not None and noun.outcome == _ATTACKERS)
    inmates = last.outcomes != [_TAKEN] and last.group in lexicons.words("inmates")
    inmates = inmates or (last.outcomes == [_HELD] and not behind.isdisjoint(running))  # "a fourth is on the run"
    return last.group if attacks or inmates or last.group in lexicons.words("culprits") else ""


def _are_alike(one: Settled, other: Settled) -> bool:
    """Whether two figures may be of the same people: the girls among pupils."""
    return one.group == other.group or _YOUNG.issuperset((one.group, other.group))


def _behind(row: Row, held: Settled) -> frozenset[str]:
    """The words behind a figure in its sentence, up to the next stop or comma."""
    near = row.clause.tokens[held.chunk.last : held.chunk.last + _CLOSE]
    return frozenset(token.lower for token in takewhile(lambda token: token.text[:1].isalnum(), near))
