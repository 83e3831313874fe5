"""Money that damage cost, and amounts in brackets that give the same sum in another currency."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Holds, Part
from headwater.extract.clauses import subject
from headwater.extract.lexicons import Lexicons
from headwater.extract.predicates import predicates
from headwater.extract.settling import Settled
from headwater.language.outcome_records import Damage

__all__ = ["add_damage"]

_REACH = 7
_FAR = 24
_LOST = frozenset({"destroyed", "damaged"})


def add_damage(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the amounts of money of a sentence that stand with words for damage, and link equivalents."""
    last: Settled | None = None
    for index, chunk in enumerate(clause.chunks) if clause.holds & Holds.MONEY else ():
        if chunk.kind != "money":
            continue
        held = None
        bracketed = last is not None and clause.part(index - 1) == Part.OPEN and clause.chunks[index - 2] is last.chunk
        if bracketed and last is not None and last.group != chunk.group:
            held = Settled(chunk, list(last.outcomes), "equivalent", group=chunk.group, equivalent=last)
        elif last is not None and last.outcomes and clause.part(index - 1) == Part.PARTS:
            held = Settled(chunk, list(last.outcomes), "part", group=chunk.group, whole=last)
        elif _is_damage(clause, index, lexicons):
            held = Settled(chunk, ["damage_cost"], "damage", group=chunk.group)
        else:
            held = Settled(chunk, [], "unattached", group=chunk.group)
        settled[chunk.first] = held
        last = held


def _is_damage(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    words = lexicons.outcomes.damage
    if any(token.lower in words.trade for token in clause.tokens):
        return False  # "a loss of 12 million for the quarter"
    verb = _verb_before(clause, index)
    if verb >= 0 and clause.chunks[verb].word in words.elsewhere:
        return False  # "was awarded 40,000 euros in damages"
    if _names(clause.chunks[index], words) or _names_behind(clause, index, words):
        return True
    if _named_before(clause, index, words) or _mends(clause, index, lexicons):
        return True
    return _is_worth(clause, index, lexicons) or (verb >= 0 and _is_told(clause, verb, index, lexicons))


def _verb_before(clause: Clause, index: int) -> int:
    """Index of the verb that the amount hangs on, -1 where none stands between it and the sentence's last break."""
    here = index - 1
    while here >= 0 and index - here < _FAR and clause.part(here) not in (Part.STOP, Part.SUBORDINATOR):
        if clause.part(here) == Part.VERB:
            return here
        here -= 1
    return -1


def _names_behind(clause: Clause, index: int, words: Damage) -> bool:
    """Whether the phrase after the amount, past a bracket, names damage: "40 million euros (44 million dollars) in damage"."""
    here = index + 1
    if clause.part(here) == Part.OPEN:
        while here < len(clause.chunks) and clause.part(here) != Part.CLOSE and here - index < _REACH:
            here += 1
        here += 1
    if clause.part(here) != Part.PREPOSITION:
        return False
    while clause.part(here) == Part.PREPOSITION:
        here += 1
    return clause.part(here) == Part.NOUN and _names(clause.chunks[here], words)


def _named_before(clause: Clause, index: int, words: Damage) -> bool:
    for here in range(index - 1, max(-1, index - _REACH), -1):
        chunk = clause.chunks[here]
        if chunk.part in (Part.STOP, Part.SUBORDINATOR) or chunk.kind == "money":
            return False
        if chunk.part == Part.NOUN and _names(chunk, words):
            return True
    return False


def _is_told(clause: Clause, verb: int, index: int, lexicons: Lexicons) -> bool:
    """Whether the verb tells the cost of damage: "losses, the mayor said, may reach N", "the flood cost N", "put the bill at N"."""
    words, chunk = lexicons.outcomes.damage, clause.chunks[verb]
    held = [clause.chunks[at] for at in subject(clause, verb, lexicons) if at < verb]
    if chunk.word in words.costs:
        return any(not words.causes.isdisjoint((one.head, *one.modifiers)) or _names(one, words) for one in held)
    if chunk.word not in lexicons.frames.toll_verbs and not chunk.copula:
        return False
    objects = clause.chunks[verb + 1 : index]
    billed = clause.chunks[index - 1].word in lexicons.words("at") and any(one.head in words.bills for one in objects)
    return billed or any(_names(one, words) for one in held) or _opens_with(clause, verb, words)


def _opens_with(clause: Clause, verb: int, words: Damage) -> bool:
    """Whether the clause of a verb opens with a name of damage: "Losses from the storm, which hit on Monday, could reach N"."""
    here = verb
    while here > 0 and clause.part(here - 1) not in (Part.STOP, Part.COLON, Part.SUBORDINATOR):
        here -= 1
    while clause.part(here) == Part.NOUN and clause.chunks[here].number is None:
        if _names(clause.chunks[here], words):
            return True
        here += 2 if clause.part(here + 1) == Part.PREPOSITION else verb
    return False


def _mends(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether the amount is what mending takes: "it will cost N to repair the bridge", "repairing the dyke will cost N"."""
    after = [token.lower for token in clause.tokens[clause.chunks[index].last :][:2]]
    if len(after) > 1 and after[0] in lexicons.words("infinitive") and after[1] in lexicons.outcomes.damage.mending:
        return True
    verb = _verb_before(clause, index)
    words = lexicons.outcomes.damage
    if verb < 0 or clause.chunks[verb].word not in words.costs:
        return False
    return any(chunk.word in words.mending for chunk in clause.chunks[max(0, verb - _REACH) : verb])


def _is_worth(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether what is lost is worth the amount: "goods worth N were burned", "destroyed crops worth N"."""
    here = index - 1
    while here >= 0 and clause.part(here) == Part.PREPOSITION:
        if clause.chunks[here].word in lexicons.words("worth"):
            goods = clause.at(here - 1)
            near = (index + 1, here - 2)
            return goods is not None and not goods.counts and any(_destroys(clause, verb, lexicons) for verb in near)
        here -= 1
    return False


def _destroys(clause: Clause, verb: int, lexicons: Lexicons) -> bool:
    chunk = clause.at(verb)
    if chunk is None or chunk.part != Part.VERB:
        return False
    found = predicates(clause, verb, chunk, lexicons)
    return any(sense.outcome in _LOST for held in found for sense in held.senses)


def _names(chunk: Chunk, words: Damage) -> bool:
    if not words.business.isdisjoint(chunk.modifiers):
        return False  # "a net loss of 40 million"
    return chunk.head in words.names or any(word in words.names for word in chunk.modifiers)
