"""Frames of verbs: "N people were killed", "killing N", "left N dead", "N lost their lives"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.chunks import Chunk, Clause, Holds, Mark, Part
from headwater.extract.clauses import subject
from headwater.extract.fitting import fitting
from headwater.extract.heads import head_of
from headwater.extract.imagined import in_prospect, is_supposed, is_unreal
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import coordinated, objects
from headwater.extract.predicates import Found, predicates
from headwater.extract.tails import may_have_tail, tails_at
from headwater.extract.verbal_wholes import of_whole, tells_whole
from headwater.language.senses import NOTHING, Sense

__all__ = ["verbal"]

_HURT = "injured"
_WOUNDS = frozenset({_HURT, "affected"})
_PHRASES = 6
_DOERS = "attackers"  # what else befalls them goes before it
_THINGS = frozenset({"place", "area", "building", "vehicle", "thing"})
_WRECKS = ("building", "vehicle")
_PARTICIPLE = frozenset({"participle"})
_PATIENT = frozenset({"object", "either"})


def verbal(clause: Clause, lexicons: Lexicons) -> list[Mark]:
    """What the verbs of a sentence say of its noun groups."""
    telling, words = lexicons.telling, clause.words
    marks: list[Mark] = []
    for index in clause.verbs:
        chunk = clause.chunks[index]
        lemma = chunk.form.lemma if chunk.form is not None else ""
        if (
            lemma in telling.bare
            or telling.has_noun(lemma, words)
            or (telling.has_tail(lemma, words) and may_have_tail(clause, index, chunk, lexicons))
        ):
            marks += _verb(clause, index, chunk, lexicons)
    return marks


def _excepts(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether what may be a verb takes somebody out: "not one was hurt, save a corporal"."""
    return clause.part(index - 1) == Part.COMMA and clause.chunks[index].word in lexicons.words("exception")


def _verb(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Sequence[Mark]:
    if chunk.unreal and not chunk.negated:
        return ()
    taken = clause.holds & Holds.COUNT  # only what a number counts, or denies, is taken out of others
    if taken and chunk.bare and tells_whole(clause, index, lexicons):
        return ()
    if chunk.bare and (in_prospect(clause, index) or _excepts(clause, index, lexicons)):
        return ()
    if chunk.copula and clause.tokens[min(chunk.last, len(clause.tokens) - 1)].lower in lexicons.words("at_first"):
        return ()  # "53 who were initially missing turned up"
    whole = of_whole(clause, index, lexicons) if clause.holds & Holds.WHOLE else None
    if whole is not None:
        return (whole,)
    for found in predicates(clause, index, chunk, lexicons):
        marks = _marks(clause, index, chunk, found, lexicons)
        if marks:
            return [mark for mark in marks if mark.outcome != NOTHING]
    return ()


def _marks(clause: Clause, index: int, chunk: Chunk, found: Found, lexicons: Lexicons) -> list[Mark]:
    marks: list[Mark] = []
    for takes in dict.fromkeys([sense.takes for sense in found.senses]):
        senses = [
            sense
            for sense in found.senses
            if sense.takes == takes and (not sense.denied or _holds(clause, chunk, sense, lexicons))
        ]
        targets, active = _targets(clause, index, chunk, takes, found, lexicons) if senses else ((), False)
        if not targets:
            continue
        first = clause.chunks[min(targets)]
        if first.negated and first.whole:
            targets = (min(targets),)  # "none of the four priests and 100 refugees was hurt"
        if [sense for sense in senses if sense.by]:
            doers = _kinds_of_doers(clause, index, found.after, active, lexicons)
            senses = [sense for sense in senses if not sense.by or sense.by & doers]
        rule = found.rule or _rule(chunk, takes, active)
        marked = False
        for target in targets:
            sense = fitting(clause.chunks[target], senses)
            sense = _of_things(clause, index, target, found.senses, sense) if active else sense
            if sense is None or is_unreal(clause, index, chunk, sense, lexicons):
                continue
            marked = True
            if active and clause.chunks[target].stands_alone and _are_things(clause, index, target, lexicons):
                continue
            if is_supposed(clause, target, index, lexicons):
                continue
            if bool(sense.denied) == chunk.negated and not (
                clause.chunks[target].negated and _is_graded(clause, chunk, lexicons)
            ):
                fatal = sense.outcome in _WOUNDS and _is_fatal(clause, index, chunk, lexicons)
                outcome = "killed" if fatal else sense.outcome
                marks.append(Mark(clause.chunks[target], outcome, rule, weak=outcome == _DOERS))
        if marked:
            if takes in _PATIENT and not chunk.unreal:
                marks += _doers(clause, index, chunk, senses, active, lexicons)
            break
    return marks


def _of_things(clause: Clause, index: int, target: int, senses: Sequence[Sense], sense: Sense | None) -> Sense | None:
    """The sense of ruin that a verb has of more things, where a number alone goes on from things that the verb before it ruined: "torched four shops and burned two more"; else the one given."""
    chunk, things = clause.chunks[target], clause.at(index - 2)
    if sense is None or sense.outcome != _HURT or not chunk.nounless or clause.part(index - 1) != Part.CONJUNCTION:
        return sense
    if things is None or things.number is None or things.kind not in _WRECKS or clause.part(index - 3) != Part.VERB:
        return sense
    ruin = next((one for one in senses if one.outcome == "destroyed" and things.kind in one.of), None)
    if ruin is not None:
        chunk.group = things.group
    return ruin or sense


def _are_things(clause: Clause, index: int, target: int, lexicons: Lexicons) -> bool:
    """Whether a number alone behind "lost" may be of as many things or more that stand before the verb: "took two towns and lost one"."""
    if clause.tokens[clause.chunks[index].last - 1].lower not in lexicons.words("losing"):
        return False
    counted = (one for one in reversed(clause.chunks[:index]) if one.number is not None and one.number.unit == "count")
    last = next(counted, None)
    lost, things = clause.chunks[target].number, last.number if last is not None else None
    if last is None or last.kind not in _THINGS or lost is None or things is None:
        return False
    return (lost.best or 0) <= (things.best or 0)


def _is_fatal(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a word with the verb, or the tail of the verb coordinated with it, says that it killed: "were fatally stabbed", "were stabbed and beaten to death"."""
    around = clause.tokens[max(0, chunk.first - 1) : chunk.last]
    if any(token.lower in lexicons.outcomes.fatal for token in around):
        return True
    verb = clause.at(index + 2)
    if clause.part(index + 1) != Part.CONJUNCTION or verb is None or not verb.bare:
        return False
    return any(row.sense.outcome == "killed" for row, _ in tails_at(clause, verb, verb.last, lexicons))


def _rule(chunk: Chunk, takes: str, active: bool) -> str:
    undone = chunk.passive or (chunk.form is not None and "participle" in chunk.form.kinds)
    return "active" if active else "passive" if undone or takes != "either" else "intransitive"


def _holds(clause: Clause, chunk: Chunk, sense: Sense, lexicons: Lexicons) -> bool:
    """Whether a sense of a denied verb holds: of what was not done or, where the sense holds `ever`, of what never will be."""
    words = [token.lower for token in clause.tokens[chunk.first : chunk.last]]
    return chunk.negated and (sense.denied == "ever" or lexicons.words("modal").isdisjoint(words))


def _is_graded(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a verb is only denied to a degree: of "nobody was seriously hurt" no count of 0 follows."""
    around = clause.tokens[max(0, chunk.first - 1) : chunk.last + 1]
    return not lexicons.words("degree").isdisjoint(token.lower for token in around)


def _kinds_of_doers(clause: Clause, index: int, after: int, active: bool, lexicons: Lexicons) -> frozenset[str]:
    """The classes and groups of those who do what a verb says, `name` of one who is but named; `none` where nobody is told of."""
    if active:
        found = [at for at in subject(clause, index, lexicons) if at < index]
        doers = [clause.chunks[at] for at in dict.fromkeys([*found, *(head_of(clause, at, lexicons) for at in found)])]
    else:
        doers = _named_doer(clause, after, lexicons)
    told = [("person",) if doer.pronoun else (doer.kind or "other", doer.group) for doer in doers]
    told += [(f"{doer.modifiers[-1]} {doer.group}",) for doer in doers if doer.modifiers]  # "armed men"
    told += [("name",) for doer in doers if not (doer.pronoun or doer.kind) and _is_name(clause, doer)]
    return frozenset(name for names in told for name in names) or frozenset({"none"})


def _is_name(clause: Clause, doer: Chunk) -> bool:
    """Whether a doer of no known kind is named: capitals within the sentence."""
    words = [token.text for token in clause.tokens[doer.first : doer.last]]
    inner = doer.first > 0 or len(words) > 1
    return inner and all(word[:1].isupper() and not word.isupper() for word in words)


def _named_doer(clause: Clause, after: int, lexicons: Lexicons) -> list[Chunk]:
    """The noun group behind "by", at a place or after the phrases there: "were bundled into cars by gunmen"."""
    for here in range(after, after + _PHRASES):
        if clause.part(here) not in (Part.PREPOSITION, Part.NOUN):
            break
        if clause.chunks[here].word in lexicons.words("by") and clause.part(here + 1) == Part.NOUN:
            return [clause.chunks[here + 1]]
    return []


def _targets(
    clause: Clause, index: int, chunk: Chunk, takes: str, found: Found, lexicons: Lexicons
) -> tuple[Sequence[int], bool]:
    """The noun groups that the verb is said of, and whether they are its objects."""
    if found.targets is not None:
        return found.targets, True
    if takes == "undergone" and not (chunk.passive or (chunk.bare and chunk.form and chunk.form.kinds == _PARTICIPLE)):
        return [], False
    if takes == "subject" or chunk.passive:
        return subject(clause, index, lexicons), False
    objectless = chunk.copula or clause.part(found.after) != Part.NOUN
    held = [] if objectless else coordinated(clause, found.after, lexicons)
    if held and found.rule == "complement" and not clause.chunks[held[0]].counts:
        held = []  # the noun belongs to the tail: "two men held over a raid"
    kinds = chunk.form.kinds if chunk.form else frozenset()
    if held and not (chunk.bare and _reduced(clause, index, held[0], lexicons)):
        return held, True
    shared = (_shared_object(clause, index, lexicons) or _gap(clause, index, lexicons)) if not held else []
    if shared:
        return shared, True
    if takes == "either" or found.rule == "complement" or (chunk.bare and "participle" in kinds):
        return subject(clause, index, lexicons), False
    return [], True


def _shared_object(clause: Clause, index: int, lexicons: Lexicons) -> Sequence[int]:
    """The objects of a verb coordinated to the right: "killed or wounded 30 people"."""
    following = clause.at(index + 2)
    if clause.part(index + 1) != Part.CONJUNCTION or following is None or following.part != Part.VERB:
        return []
    told = (
        clause.part(index - 1) == Part.VERB and clause.part(index - 2) != Part.RELATIVE
    )  # "who was fired shot and killed"
    if not following.bare or following.form is None or told:
        return []
    return objects(clause, index + 2, lexicons)


def _gap(clause: Clause, index: int, lexicons: Lexicons) -> Sequence[int]:
    """The counted ones of whom a clause behind them tells that somebody did it: "the 40 villagers (whom) they have seized"."""
    doer = clause.at(index - 1)
    if doer is None or doer.part != Part.NOUN or doer.counts or clause.chunks[index].copula:
        return []
    at = index - 2
    link = clause.at(at)
    relative = link is not None and link.part == Part.RELATIVE
    at -= relative
    held = clause.at(at)
    if held is None or held.part != Part.NOUN or not held.counts or not held.head:
        return []
    said = doer.pronoun or relative
    return [at] if said and doer.word not in lexicons.words("existential") else []


def _reduced(clause: Clause, index: int, after: int, lexicons: Lexicons) -> bool:
    """Whether a bare participle ends a clause and another begins: "3 killed 5 wounded", "12 killed police say"."""
    before, following = clause.at(index - 1), clause.at(after + 1)
    if before is None or before.part != Part.NOUN or not before.counts:
        return False
    if following is None or clause.chunks[after].pronoun:
        return False
    if following.bare and following.word.endswith(lexicons.frames.ing):
        return False  # "12 raiders shot a driver carrying fuel"
    return following.part == Part.STATE or (following.part == Part.VERB and not following.infinitive)


def _is_governed(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a preposition stands before a noun group, past what it is of: "on a crowd of 200"."""
    while clause.part(index - 1) == Part.PREPOSITION:
        if clause.chunks[index - 1].word not in lexicons.words("of"):
            return True
        index -= 2
    return False


def _doers(
    clause: Clause, index: int, chunk: Chunk, senses: Sequence[Sense], active: bool, lexicons: Lexicons
) -> Iterator[Mark]:
    """Those counted who do it: the subject of an active verb, or "by N gunmen" after a passive one."""
    agent = next((sense.agent for sense in senses if sense.agent), None)
    if agent is None:
        return
    if active and chunk.part == Part.VERB and not chunk.passive:
        for target in subject(clause, index, lexicons):
            doer, link = clause.chunks[target], clause.at(target - 1)
            if clause.part(index - 1) != Part.RELATIVE and _is_governed(clause, target, lexicons):
                continue  # "police opened fire on 200 people marching past, killing six", "a collision between two vans killed six"
            if link is not None and link.bare and link.word.endswith(lexicons.frames.ing):
                continue  # "a train carrying 40 people hit a rock, killing six"
            if doer.kind == "vehicle" and not lexicons.words("colliding").isdisjoint(clause.words):
                continue  # "two trains collided, killing 17"
            hurt = doer.countable is not None and doer.countable.outcome == "affected"
            if doer.kind in ("person", "vehicle") and target < index and not hurt:
                yield Mark(doer, agent, "agent", weak=True)
    elif not active:
        link, doer_chunk = clause.at(index + 1), clause.at(index + 2)
        if (
            link is not None
            and link.word in lexicons.words("by")
            and doer_chunk is not None
            and doer_chunk.kind == "person"
        ):
            yield Mark(doer_chunk, agent, "agent", weak=True)
