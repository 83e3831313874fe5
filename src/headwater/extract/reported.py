"""Counts told anew by a number alone: "the Inspector of Mines reported 164", "rebels say six"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.antecedents import value
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import sense_of, undergone
from headwater.extract.paired import pair_up
from headwater.extract.reported_gaps import is_gapped, is_of_nobody
from headwater.extract.settling import Settled
from headwater.extract.toll_names import named_count

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_reported"]

_ENDS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)
_ROWS = 3
_FAR = 12
_PHRASE = 3
_YEAR = 4
_SEVERAL = 2
_NAME = 3  # words of "the figure of"
_PERSON, _BEREAVED = "person", "bereaved"
_ASKED = 6  # words behind "how many" within which the verb stands

_ALIKE = 10  # times another number that a count told anew behind other sentences may be at most

_Told = tuple[int, list[str], str, Decimal | None]
"""What the last count was of: the number of its row, its outcomes, its group; and its number."""


def find_reported(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give a number alone that a clause counts anew the outcome of the figure told before it.

    It is the whole object of a verb of reporting, or "it was N" behind one, "the figure of N", or "there were N" of another time.
    That figure stands in the same sentence or one of the three before it; people alone are counted so.
    """
    last: _Told | None = None
    part: _Told | None = None
    others = -1
    asking = lexicons.words("how") | lexicons.naming
    for number, row in enumerate(rows):
        if not asking.isdisjoint(row.sentence.words) and (asked := _asked(row, lexicons) or _named_here(row, lexicons)):
            last = (number, [asked], _PERSON, None)
        if not row.counts:
            continue
        anew, clause = False, row.clause
        for index in clause.counting:
            chunk = clause.chunks[index]
            if chunk.number is None or chunk.negated:
                continue
            held = row.settled.get(chunk.first)
            if chunk.kind == _PERSON and (held is None or not held.outcomes):
                others = number  # "2,500 people marched; the organisers counted 4,000", also in the next sentence
            near = _near(number, chunk, (last, part))
            if near and (near[0] in (number, others) or others < near[0]) and (held is None or not held.outcomes):
                rule = _rule(clause, index, number - near[0], lexicons)
                if rule and not is_of_nobody(clause, index, row.settled, lexicons):
                    held = row.settled[chunk.first] = _anew(chunk, near, rule, rows[: number + 1], lexicons)
                    pair_up(row, index, held, rows[max(0, number - 1) : number], lexicons)
                    anew = True
            if held is None or held.outcomes in ([], [_BEREAVED]):  # "they leave 74 widows"
                continue
            if held.chunk.kind in (_PERSON, ""):
                told = (number, held.outcomes, held.group, held.chunk.number.best if held.chunk.number else None)
                last, part = (told, part) if held.whole is None else (last, told)
        if anew:
            row.settled = dict(sorted(row.settled.items()))


def _anew(chunk: Chunk, told: _Told, rule: str, rows: Sequence[Row], lexicons: Lexicons) -> Settled:
    """A count told anew, of what the last one was of, or, called "the figure of 46", of those who were 46."""
    clause = rows[-1].clause
    if _is_named_figure(clause, chunk, lexicons) and chunk.number is not None:
        before = (one for row in reversed(rows[:-1]) for one in row.settled.values() if one.outcomes)
        people = (one for one in before if one.chunk.kind in (_PERSON, ""))
        same = next((one for one in people if value(one) == chunk.number.best), None)
        if same is not None:
            return Settled(chunk, list(same.outcomes), rule, group=same.group)
    return Settled(chunk, list(told[1]), rule, group=_group(told, len(rows) - 1, rows))


def _group(told: _Told, number: int, rows: Sequence[Row]) -> str:
    """Whom a number alone counts anew: those told last, or people where the sentence before tells the same of several groups."""
    if told[0] == number:
        return told[2]
    alike = (one for one in rows[told[0]].settled.values() if one.outcomes == told[1] and one.whole is None)
    groups = {one.group for one in alike if one.chunk.counts and one.chunk.kind in (_PERSON, "")}
    return told[2] if len(groups) < _SEVERAL else _PERSON


def _near(number: int, chunk: Chunk, told: Iterable[_Told | None]) -> _Told | None:
    """The first count told that is near enough; behind other sentences only one of a like number: "three teachers were taken … stop saying that it is 61"."""
    near = next((one for one in told if one is not None and number - one[0] <= _ROWS), None)
    return near if near and (number - near[0] <= 1 or _is_alike(chunk, near[3])) else None


def _is_alike(chunk: Chunk, other: Decimal | None) -> bool:
    """Whether two numbers may be of the same people: none is many times the other."""
    best = chunk.number.best if chunk.number is not None else None
    return not best or not other or (best <= _ALIKE * other and other <= _ALIKE * best)


def _asked(row: Row, lexicons: Lexicons) -> str:
    """What befell those whose number a sentence asks for before it gives any: "nobody agrees on how many died", "asked how many had died, she said 14"; empty where it asks for none."""
    how, many = lexicons.words("how"), lexicons.words("many")
    if how.isdisjoint(row.sentence.words) or many.isdisjoint(row.sentence.words):
        return ""
    lower = row.sentence.lower
    end = row.numbers[0].first if row.numbers else len(lower)
    at = next((at for at, pair in enumerate(pairwise(lower[:end])) if pair[0] in how and pair[1] in many), None)
    for word in lower[at + 2 : min(end, at + 2 + _ASKED)] if at is not None else ():
        noun = lexicons.groups.nouns.get(lexicons.groups.inflect.singular(word))
        if noun is not None and noun.kind != _PERSON:
            return ""  # "how many houses burned"
        outcome = _befell(word, lexicons)
        if outcome:
            return outcome
    return ""


def _befell(word: str, lexicons: Lexicons) -> str:
    """The outcome that a word tells of people as their verb or state: "died", "killed", "missing"; empty where it tells none."""
    form = lexicons.outcomes.forms.get(word)
    return sense_of(word, _PERSON, lexicons) or (undergone(form.lemma, lexicons) if form is not None else "")


def _rule(clause: Clause, index: int, behind: int, lexicons: Lexicons) -> str:
    """The rule by which a number goes on from a figure that stands so many sentences before; empty for none."""
    if behind == 1 and _is_change(clause, index, lexicons):
        return "change"
    if not behind and _is_alone(clause.chunks[index], lexicons) and _was_then(clause, index, lexicons):
        return "change"
    return "reported" if _counts_anew(clause, index, lexicons) else ""


def _is_change(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What the count of the sentence before was: "that is down from 143 on Thursday"."""
    opening, copula, chunk = clause.at(0), clause.at(1), clause.chunks[index]
    if (
        index < 2
        or opening is None
        or copula is None
        or not copula.copula
        or copula.negated
        or not _is_alone(chunk, lexicons)
    ):
        return False
    words = tuple(token.lower for token in clause.tokens[: chunk.first])
    phrases = lexicons.frames.changes.get(words[-1], ())
    changed = any(words[-len(phrase) :] == phrase for phrase in phrases) and index - 2 <= _PHRASE
    return changed and opening.word in lexicons.words("that_count")


def _counts_anew(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    chunk = clause.chunks[index]
    by = clause.at(index + 1)
    ends = clause.part(index + 1) in (*_ENDS, Part.RELATIVE) or (by is not None and by.word in lexicons.words("by"))
    if not _is_alone(chunk, lexicons) or not ends:
        return _is_named_figure(clause, chunk, lexicons)
    return (
        _is_reported(clause, index, lexicons)
        or _is_spoken_of(clause, index, lexicons)
        or _is_it(clause, index, lexicons)
        or _is_put(clause, index, lexicons)
        or _is_of_another_time(clause, index, lexicons)
        or is_gapped(clause, index, lexicons)
    )


def _is_reported(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """The object of a verb of reporting: "the Inspector of Mines reported 164"."""
    before = clause.at(index - 1)
    if before is None or before.part != Part.VERB or before.negated or before.unreal:
        return False
    told = before.word in lexicons.frames.counters and not before.passive and not before.infinitive
    things = clause.at(index - 4) if clause.part(index - 3) == Part.COMMA else None
    if things is not None and things.part == Part.NOUN and things.plural and things.kind != "person":
        return False  # "and then shots, I'd say fifty"
    return told and clause.part(index + 1) in _ENDS and clause.part(index - 2) == Part.NOUN


def _named_here(row: Row, lexicons: Lexicons) -> str:
    """The outcome that a sentence names a count of and gives no figure for: "the death toll has doubled since Monday, when it was 518"; else empty."""
    if lexicons.naming.isdisjoint(row.sentence.words):
        return ""
    named = named_count(row.clause, lexicons)
    return "" if any(named in held.outcomes for held in row.settled.values()) else named


def _is_spoken_of(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What somebody speaks of: "older residents prefer to speak of a hundred"."""
    first = clause.chunks[index].first
    words = tuple(token.lower for token in clause.tokens[max(0, first - 2) : first])
    return words in lexicons.frames.spoken and not (index > 1 and clause.chunks[index - 2].negated)


def _is_it(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What "it" is said to be, or is by now: "a survivor said it was ten", "and now it is 23"."""
    copula, pronoun = clause.at(index - 1), clause.at(index - 2)
    if copula is None or pronoun is None or not copula.copula or copula.negated or copula.unreal:
        return False
    if not pronoun.pronoun or pronoun.word not in lexicons.words("it"):
        return False
    told = any(
        chunk.part == Part.VERB and chunk.word in lexicons.frames.counters and not chunk.negated
        for chunk in clause.chunks[max(0, index - _FAR) : index - 2]
    )
    between = {token.lower for token in clause.tokens[max(0, pronoun.first - 2) : clause.chunks[index].first]}
    return told or not between.isdisjoint(lexicons.words("by_now"))


def _was_then(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What a count named in the sentence was at a time: "has doubled since Monday, when it was 518", "when it stood at 60"."""
    at = index - 1 - (clause.part(index - 1) == Part.PREPOSITION)
    verb, pronoun, when = clause.at(at), clause.at(at - 1), clause.at(at - 2)
    if verb is None or pronoun is None or when is None or verb.negated or verb.unreal:
        return False
    told = verb.copula or verb.word in lexicons.frames.toll_verbs
    return told and pronoun.word in lexicons.words("it") and when.word in lexicons.words("toll_when")


def _is_put(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What somebody puts "it" at: "a nurse put it at 20"."""
    first = clause.chunks[index].first
    if first < 3:
        return False
    verb, pronoun, link = (token.lower for token in clause.tokens[first - 3 : first])
    told = verb in lexicons.frames.toll_verbs and pronoun in lexicons.words("it")
    return told and link in lexicons.words("given_as")


def _is_of_another_time(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """What there was at another time: "in the same months of 2009 there were 30"."""
    copula, there = clause.at(index - 1), clause.at(index - 2)
    if copula is None or there is None or not copula.copula or copula.negated or copula.unreal:
        return False
    before = clause.chunks[: index - 2]
    timed = any(chunk.kind == "measure" and not chunk.counts for chunk in before) or any(
        token.text.isdigit() and len(token.text) == _YEAR for token in clause.tokens[: there.first]
    )
    return there.word in lexicons.words("existential") and timed


def _is_named_figure(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """A count called so, as one already told of or as somebody's: "the figure of 95", "the ministry's count of 12"."""
    number = chunk.number
    if number is None or number.last != chunk.last or number.unit != "count" or number.first - chunk.first < _NAME:
        return False
    words = [token.lower for token in clause.tokens[chunk.first : number.first]]
    named = words[-2] in lexicons.words("valued") and words[-1] in lexicons.words("of")
    return named and (words[0] in lexicons.words("definite") or not lexicons.words("owning").isdisjoint(words))


def _is_alone(chunk: Chunk, lexicons: Lexicons) -> bool:
    plain = chunk.nounless and not (chunk.others or chunk.whole)
    return plain and chunk.determiner in lexicons.words("articles") | {""}
