"""Frames of nouns and states: "N deaths", "the deaths of N people", "N dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.chunks import Chunk, Clause, Mark, Part
from headwater.extract.clauses import subject
from headwater.extract.imagined import in_prospect
from headwater.extract.lexicons import Lexicons
from headwater.extract.objects import before_verb
from headwater.grammar.tokens import Token
from headwater.language.outcome_records import Countable, Nominal
from headwater.language.senses import NOTHING

__all__ = ["is_owner", "nominal", "outcome_named", "sense_of", "undergone"]

_SEVERAL = 2
_ASKED_FOR = frozenset({"rescued", "captured", "detained", "displaced"})
_WANTED = 8  # words before a nominal in which it is told that it is asked for
_NEAR = 5
_HOPED = 8
_SAVED = "rescued"
_LAST = "killed"  # "one of the dead was in a shelter": nothing else befalls them


def nominal(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """What nouns and states of a sentence say of its noun groups."""
    for index in clause.telling:
        chunk = clause.chunks[index]
        if chunk.part == Part.STATE:
            yield from _state(clause, index, chunk, lexicons)
        else:
            if chunk.counts:
                if chunk.countable is not None:
                    yield from _countable(clause, index, chunk, chunk.countable, lexicons)
                yield from _modifier(clause, index, chunk, lexicons)
            if chunk.compounds:
                yield from _compounds(chunk, lexicons)
            if chunk.nominals:
                yield from _of_those(clause, index, chunk, lexicons)


def _state(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    before = clause.at(index - 1)
    if before is None or (before.part == Part.VERB and (before.unreal or before.negated or not before.copula)):
        return  # "shot dead three students": the verb's own tail
    if chunk.state is None or (chunk.state.beside and before.number is None) or in_prospect(clause, index):
        return
    targets = [index - 1, *_sharing(clause, index)] if before.counts else subject(clause, index, lexicons)
    outcome = chunk.outcome
    if clause.tokens[chunk.first - 1].lower in lexicons.words("at_first"):
        return
    if outcome == _SAVED and _is_hoped(clause, index, lexicons):
        return
    if outcome == _SAVED and _is_burned(clause, index, lexicons):
        outcome = _LAST
        if clause.part(index - 2) == Part.CONJUNCTION and clause.part(index - 3) == Part.NOUN:
            targets.append(index - 3)
    for target in targets:
        if not clause.chunks[target].kind or clause.chunks[target].kind in chunk.state.of:
            yield Mark(clause.chunks[target], outcome, "state")


def _is_burned(clause: Clause, state: int, lexicons: Lexicons) -> bool:
    """Whether a verb right before those who are alive says that they do not stay so: "burned her three daughters alive"."""
    before = clause.chunks[max(0, state - _NEAR) : state]
    return any(one.part == Part.VERB and one.word in lexicons.words("burning") for one in before)


def _is_hoped(clause: Clause, state: int, lexicons: Lexicons) -> bool:
    """Whether those who are alive are only hoped for: "hopes of finding any of the 50 missing alive"."""
    first = clause.chunks[max(0, state - _HOPED)].first
    words = [token.lower for token in clause.tokens[first : clause.chunks[state].first]]
    hopes = (at for at, word in enumerate(words) if word in lexicons.words("hopes"))
    return any(word in lexicons.words("finding") for at in hopes for word in words[at + 1 : at + _NEAR])


def _sharing(clause: Clause, state: int) -> list[int]:
    """Those who share a state with the ones right before it: the number alone of "left 9 and 14 dead", people that open the clause in "Two teachers and 12 pupils missing"."""
    other, last = clause.at(state - 3), clause.chunks[state - 1]
    link = clause.part(state - 2)
    if other is None or other.part != Part.NOUN or not other.counts:
        return []
    if link == Part.CONJUNCTION and not (other.head or other.kind or last.head):
        return [state - 3]
    people = other.kind == last.kind == "person" and bool(other.head) and bool(last.head) and not other.whole
    opens = state == 3 or clause.part(state - 4) in (Part.STOP, Part.COLON, Part.COMMA)
    joined = link == Part.CONJUNCTION or (link == Part.COMMA and state == 3)
    return [state - 3] if people and opens and joined else []


def _countable(clause: Clause, index: int, chunk: Chunk, noun: Countable, lexicons: Lexicons) -> Iterator[Mark]:
    if is_owner(clause, index, chunk, lexicons):
        return
    if chunk.negated and (chunk.whole is not None or not lexicons.words("degree").isdisjoint(chunk.modifiers)):
        return  # "none of the dead was older", "no serious injuries"
    if _is_first_half(clause, index, chunk, lexicons):
        return  # "12 death row inmates", "40 death threats"
    if chunk.first and clause.tokens[chunk.first - 1].lower in lexicons.words("foretelling"):
        return  # "a model predicts 40,000 deaths"
    if not lexicons.words("former").isdisjoint(chunk.modifiers):
        return  # "12 former detainees"
    if noun.heard and _is_heard(clause, index, lexicons):
        return  # "she spoke to 12 survivors"
    needs = noun.verbs or noun.before
    if needs and not (_has_verb(clause, index, noun.verbs) or _comes_after(clause, index, noun.before)):
        return
    taken = chunk.whole is not None and noun.outcome != _LAST
    yield Mark(chunk, noun.outcome, "noun", weak=taken or (not noun.fixed and not noun.verbs))
    if clause.part(index + 1) == Part.CONJUNCTION:
        other = clause.at(index + 2)
        outcome = outcome_named(other, lexicons)
        if other is not None and outcome and not other.counts and not _goes_on(clause, index + 2):
            yield Mark(chunk, outcome, "noun")


def _is_heard(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether those counted only tell of what befell them, to somebody or in somebody's words."""
    hearing = clause.at(index - 2 if clause.part(index - 1) == Part.PREPOSITION else index - 1)
    speaking = clause.at(index + 1)
    return (hearing is not None and not lexicons.words("hearing").isdisjoint((hearing.word, hearing.head))) or (
        speaking is not None and speaking.part == Part.VERB and speaking.word in lexicons.words("speaking")
    )


def _is_first_half(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun in the singular behind a number of several only tells the kind of those that follow."""
    best, following = chunk.number.best if chunk.number is not None else None, clause.at(index + 1)
    if best is None or best < _SEVERAL or chunk.plural or following is None or following.part != Part.NOUN:
        return False
    state = chunk.head in lexicons.outcomes.state_words  # "12 dead bodies"
    return not (state or following.determiner or following.counts or following.pronoun)


def is_owner(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether one taken out of those only says whose somebody is: "a relative of one of the hostages"."""
    one = chunk.whole is not None and chunk.number is not None and chunk.number.best == 1
    of, whose = clause.at(index - 1), clause.at(index - 2)
    return one and of is not None and of.word in lexicons.words("of") and whose is not None and whose.kind == "person"


def _goes_on(clause: Clause, index: int) -> bool:
    return clause.chunks[index].part == Part.VERB and clause.part(index + 1) == Part.NOUN


def outcome_named(chunk: Chunk | None, lexicons: Lexicons) -> str:
    """The outcome that a noun, state or participle names by itself; empty where it names none."""
    if chunk is None:
        return ""
    if chunk.countable is not None and chunk.countable.fixed:
        return chunk.countable.outcome
    if chunk.part == Part.STATE:
        return chunk.outcome
    return sense_of(chunk.word, "person", lexicons) if chunk.bare else ""


def _has_verb(clause: Clause, index: int, lemmas: frozenset[str]) -> bool:
    """Whether one of the verbs stands beside a noun group, or before whom it takes it from: "cost the town 40 lives", also over a number alone: "cost 31 and 18 lives"."""
    alone = clause.at(index - 2) if clause.part(index - 1) == Part.CONJUNCTION else None
    taken = clause.at(index - 3 if alone is not None and alone.stands_alone else index - 1)
    far = taken is not None and taken.part == Part.NOUN and not taken.counts
    for near in (clause.at(index - 2) if far else taken, clause.at(index + 1)):
        if near is not None and near.part == Part.VERB and near.form is not None and near.form.lemma in lemmas:
            return True
    return False


def _comes_after(clause: Clause, index: int, heads: frozenset[str]) -> bool:
    before = clause.at(index - 2)
    return clause.part(index - 1) == Part.PREPOSITION and before is not None and before.head in heads


def _modifier(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    if chunk.countable is not None and chunk.countable.fixed:
        return
    if _could_take(clause, index - 1, lexicons):
        return
    for word in (*chunk.modifiers, *(chunk.whole.modifiers if chunk.whole is not None else ())):
        telling = lexicons.outcomes.modifiers.get(word)
        if telling is not None and chunk.kind in telling[1] and (not telling[2] or chunk.group in telling[2]):
            yield Mark(chunk, telling[0], "modifier", weak=True)
            return
        outcome = sense_of(word, chunk.kind or "person", lexicons)
        if outcome and word != chunk.head:
            yield Mark(chunk, outcome, "modifier", weak=True)
            return


def _could_take(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a verb only tells for whom there is room: "the shelter can hold 400 displaced people"."""
    verb = clause.at(index)
    if verb is None or not verb.unreal or verb.negated or verb.word in lexicons.frames.report:
        return False
    return clause.tokens[verb.first].lower in lexicons.words("able")


def _compounds(chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """Numbers tied to a noun by a hyphen before a deed: "a five-boat attack"."""
    outcome, heads, kinds = lexicons.outcomes.compound
    for number, word in chunk.compounds:
        noun = lexicons.groups.nouns.get(word)
        if noun is not None and noun.kind in kinds and chunk.head in heads:
            made = Chunk(Part.NOUN, number.first, number.last, word, number=number, head=word, kind=noun.kind)
            made.group, made.counts = noun.group, True
            yield Mark(made, outcome, "modifier")


def sense_of(word: str, kind: str, lexicons: Lexicons) -> str:
    """The outcome that a participle or state word says of a noun of a kind; empty where it says none."""
    for state in lexicons.outcomes.state_words.get(word, ()):
        if len(state.words) == 1 and kind in state.of:
            return state.outcome
    form = lexicons.outcomes.forms.get(word)
    if form is None or "participle" not in form.kinds:
        return ""
    for sense in lexicons.outcomes.senses.get(form.lemma, ()):
        none = sense.outcome == NOTHING and sense.by  # what a radio admits is another matter
        if not (sense.tail or sense.groups or sense.denied or none) and kind in sense.of:
            return sense.outcome
    return ""


def undergone(lemma: str, lexicons: Lexicons) -> str:
    """The outcome that a verb alone tells of its subject, where that is people: "died"; empty where it tells none."""
    plain = (
        sense
        for sense in lexicons.outcomes.senses.get(lemma, ())
        if sense.takes == "subject" and not (sense.tail or sense.denied)
    )
    return next((sense.outcome for sense in plain if "person" in sense.of), "")


def _of_those(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """Those who come after a nominal: "the deaths of N people"."""
    at = _past_finding(clause, index, chunk)
    link = clause.at(at)
    if link is None or link.part != Part.PREPOSITION or (chunk.number is not None and not chunk.negated):
        return
    if not lexicons.words("attempted").isdisjoint(chunk.modifiers) or _is_sought(clause, index, lexicons):
        return
    if _is_wanted(clause, index, lexicons):
        return
    first = _after_insertion(clause, at + 1)
    if clause.part(first) != Part.NOUN or (chunk.number is not None and not chunk.negated):
        return
    held = clause.chunks[first]
    nominals = chunk.nominals
    if not held.kind and not held.head and len({noun.outcome for noun in nominals}) > 1:
        # "Losses of 40 killed": what was lost nobody says but the words behind the number, or near by: "mourned the loss of three".
        nominals = tuple(noun for noun in nominals if noun.needs)
    for noun in nominals:
        if link.word in noun.prepositions and _is_borne_out(clause, index, noun) and _befalls(noun, held):
            for target in before_verb(clause, index, first, lexicons):
                one = clause.chunks[target]
                # "The names of 40 missing men, and of the dead": the word beside them says what befell them.
                told = bool(noun.needs) and any(_modifier(clause, target, one, lexicons))
                if _befalls(noun, one) and not told:
                    yield Mark(one, noun.outcome, "nominal")
            return


def _is_sought(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a verb before a nominal only tells what somebody is after: "to secure the release of the remaining 23"."""
    first = clause.chunks[index].first
    if first < _SEVERAL or clause.tokens[first - 1].lower not in lexicons.words("securing"):
        return False
    return clause.tokens[first - 2].lower in lexicons.words("infinitive")


def _is_wanted(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether somebody only asks for, plans or threatens what a nominal tells: "demanded the release of", "a reward for the capture of"; but "justice for the killing of"."""
    first, wanting = clause.chunks[index].first, lexicons.words("wanting")
    before = [token.lower for token in clause.tokens[max(0, first - _WANTED) : first]]
    if not before:
        return False
    may_be = all(noun.outcome in _ASKED_FOR for noun in clause.chunks[index].nominals)
    asked = (
        may_be
        and before[-1] in lexicons.words("for")
        and not (wanting | lexicons.words("wanting_for")).isdisjoint(before)
    )
    return asked or before[-1] in wanting


def _past_finding(clause: Clause, index: int, chunk: Chunk) -> int:
    """The index behind a nominal, past its own verb: "no trace has been found of two hikers", "windows were smashed in two shops"."""
    verb = clause.at(index + 1)
    if verb is None or verb.part != Part.VERB or not verb.passive:
        return index + 1
    lemma = verb.form.lemma if verb.form is not None else ""
    past = any(noun.needs or lemma in noun.verbs for noun in chunk.nominals)
    return index + 2 if past else index + 1


def _is_borne_out(clause: Clause, index: int, noun: Nominal) -> bool:
    """Whether the words stand near that a nominal needs to tell an outcome."""
    if noun.needs and not any(token.lower in noun.needs for token in _around(clause, index)):
        return False
    alone = not (noun.verbs or noun.before)
    return alone or _has_verb(clause, index, noun.verbs) or _comes_after(clause, index, noun.before)


def _around(clause: Clause, index: int) -> Sequence[Token]:
    """The tokens of a noun group but for its head, of the two chunks before it, and all that follow."""
    return clause.tokens[clause.chunks[max(0, index - 2)].first :]


def _befalls(noun: Nominal, held: Chunk) -> bool:
    told = (
        held.countable is not None and held.countable.outcome == noun.outcome
    )  # "the loss of 12 lives": lives tell it
    if told or (noun.counted and not held.counts):
        return False
    if held.kind in ("measure", "event") or (noun.groups and (not held.kind or held.group not in noun.groups)):
        return False
    return not noun.of or held.kind in noun.of or (not held.kind and not (noun.strict and held.head))


def _after_insertion(clause: Clause, index: int) -> int:
    """The index itself, or that after an insertion between commas: "the loss of, he said, 12 lives"."""
    if clause.part(index) != Part.COMMA:
        return index
    here = index + 1
    while here - index < 8 and clause.part(here) not in (Part.COMMA, Part.STOP):
        here += 1
    return here + 1 if clause.part(here) == Part.COMMA else index
