"""Shares of those whom a sentence opens with: "Of the 11 dead, seven were women", "Of those killed, 14 were women"."""

from __future__ import annotations

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.heads import THINGS
from headwater.extract.identified import counted, named_people
from headwater.extract.identities import PEOPLE, fits, predicate
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_graver", "add_shares"]

_DEAD = "killed"
_PHRASE = 24
_LEAD = 6
_STATE = 6  # tokens in which a number's state stands: "in a critical but stable condition"
_HURT = (["injured"], ["hospitalised"])
_SHARES = 64


def add_shares(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the shares of a whole that opens the sentence, and link them to it where it is counted."""
    opening, first = clause.at(0), clause.at(1)
    if opening is None or first is None or opening.word not in lexicons.words("of") or first.part != Part.NOUN:
        return
    if first.number is not None:
        _of_counted(clause, settled, lexicons)
    elif first.determiner:
        _of_named(clause, settled, lexicons)


def add_graver(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Link those worse hurt to those before them of whom they are a part: "injuring 20, six critically", "30 were hurt, with six in critical condition"."""
    grave = lexicons.words("grave")
    if grave.isdisjoint(clause.words):
        return
    for index in clause.counting:
        part = clause.chunks[index]
        held = settled.get(part.first)
        if held is None or held.whole is not None or part.number is None or part.head or held.outcomes[:1] not in _HURT:
            continue
        whole = _hurt_before(clause, index, settled)
        if whole is not None and is_less(held, whole) and _is_graver(clause, index, grave, lexicons):
            held.whole = whole
            held.outcomes = list(whole.outcomes)


def _hurt_before(clause: Clause, index: int, settled: dict[int, Settled]) -> Settled | None:
    """The last figure before a number, where it is one of all who are hurt."""
    for chunk in reversed(clause.chunks[max(0, index - _PHRASE) : index]):
        if chunk.part == Part.STOP:
            return None
        held = settled.get(chunk.first) if chunk.counts else None
        if held is not None:
            return held if held.outcomes == ["injured"] and held.whole is None else None
    return None


def _is_graver(clause: Clause, index: int, grave: frozenset[str], lexicons: Lexicons) -> bool:
    """Whether a number alone, behind a comma, "but" or a comma and "with", is of those worse hurt, and nothing else follows."""
    chunk, before = clause.chunks[index], clause.chunks[index - 1]
    behind = [token.lower for token in clause.tokens[chunk.last : chunk.last + _STATE]]
    end = next((at for at, word in enumerate(behind) if not word[0].isalpha()), len(behind))
    link = before.part == Part.COMMA or before.word in lexicons.words("contrast")
    link = link or (before.word in lexicons.words("with_what") and clause.part(index - 2) == Part.COMMA)
    return link and end < len(behind) and not grave.isdisjoint(behind[:end])


def _of_named(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the shares of those whom only an outcome names: "Of those killed, 14 were women and nine were under age"."""
    outcome, comma = named_people(clause, 1, lexicons)
    if not outcome:
        outcome, comma = counted(clause.chunks[1], lexicons), 2
    if not outcome or clause.part(comma) != Part.COMMA:
        return
    for index in range(comma + 1, min(comma + _SHARES, len(clause.chunks))):
        chunk, verb = clause.chunks[index], clause.at(index + 1)
        if chunk.part in (Part.STOP, Part.SUBORDINATOR, Part.RELATIVE):
            return
        are = verb is not None and verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)
        if chunk.part == Part.NOUN and chunk.number is not None and not chunk.head and not chunk.kind and are:
            noun = predicate(clause, index, lexicons)
            group = noun.group if noun is not None else "person"
            held = settled.setdefault(chunk.first, Settled(chunk, [outcome], "partitive", group=group))
            add_gapped(clause, index, noun, held, settled)


def _of_counted(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the shares of a counted whole: "Of the 11 dead, seven were women"."""
    opening, first = clause.at(0), clause.at(1)
    if opening is None or first is None or opening.word not in lexicons.words("of") or first.number is None:
        return
    comma = next((at for at in range(2, min(_PHRASE, len(clause.chunks))) if clause.part(at) == Part.COMMA), 0)
    comma = comma or _before_subject(clause)
    if not comma or first.kind in ("measure", "money", "event"):
        return
    whole = settled.get(first.first) or Settled(first, _whose(clause, lexicons), "unattached", group=first.group)
    for index in range(comma + 1, min(comma + _SHARES, len(clause.chunks))):
        chunk = clause.chunks[index]
        if chunk.part != Part.NOUN or chunk.number is None or not fits(chunk, first):
            continue
        if (
            index > comma + 1
            and chunk.whole is not None
            and (_points(chunk.whole, lexicons) or (chunk.whole.pronoun and clause.part(index - 1) == Part.COMMA))
        ):
            continue  # "23 are in hospital, six of them in a bad way"
        of = clause.tokens[chunk.number.last].lower if chunk.number.last < len(clause.tokens) else ""
        if chunk.head and not (chunk.kind == "person" and of in lexicons.words("of")):
            continue
        # "eight were those of women and three of men"
        noun = chunk if chunk.head else predicate(clause, index, lexicons, THINGS if first.kind in THINGS else PEOPLE)
        held = settled.get(chunk.first)
        if held is None and whole.outcomes and comma < _LEAD:
            group = noun.group if noun is not None else whole.group
            held = settled[chunk.first] = Settled(chunk, list(whole.outcomes), "partitive", group=group)
        if held is not None and held.whole is None:
            held.whole = settled.setdefault(first.first, whole)
            add_gapped(clause, index, None if chunk.head else noun, held, settled)
        if held is not None and held.whole is not None and held.whole.chunk is first and whole.outcomes == [_DEAD]:
            held.outcomes = [_DEAD]  # of the dead, "three had been rescued", "19 were brought to hospital"


def _points(whole: Chunk, lexicons: Lexicons) -> bool:
    """Whether "these" stands for those told right before: "64 were brought up, and nine of these died"."""
    return not whole.head and not whole.counts and whole.determiner in lexicons.words("pointing")


def _whose(clause: Clause, lexicons: Lexicons) -> list[str]:
    """What befell those whose bodies or deaths the opening goes on with: "Of the 19 whose bodies were found, 13 had been shot"."""
    noun = clause.chunks[2]
    told = noun.part == Part.NOUN and noun.determiner in lexicons.words("whose") and noun.countable is not None
    return [noun.countable.outcome] if told and noun.countable is not None else []


def _before_subject(clause: Clause) -> int:
    """The index before a number alone that is the subject of its verb, where no comma tells: "Of the nine on board only one survived"."""
    for at in range(2, min(_LEAD, len(clause.chunks))):
        chunk = clause.chunks[at]
        if chunk.part == Part.VERB:
            return 0
        alone = chunk.part == Part.NOUN and chunk.number is not None and not chunk.head
        if alone and clause.part(at + 1) == Part.VERB and clause.part(at - 1) != Part.PREPOSITION:
            return at - 1
    return 0
