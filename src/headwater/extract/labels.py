"""Numbers behind a label: "Killed: 12", "Houses destroyed: 143", "Dead - 12", a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from headwater.extract.chunks import DASHES, Chunk, Clause, Holds, Mark, Part
from headwater.extract.fitting import fitting
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of
from headwater.extract.objects import coordinated
from headwater.extract.predicates import predicates
from headwater.extract.toll_names import joint

__all__ = ["labels"]

_ROW = 5
_SEPARATE = frozenset({Part.STOP, Part.COLON})
_SIGNS = 1 << Part.COLON | Holds.DASH
_ENDS = (Part.STOP, Part.COMMA, Part.COLON, Part.OPEN)
_PEOPLE = frozenset({"person", "household", ""})
_LISTED = frozenset({Part.COLON, Part.COMMA, Part.CONJUNCTION})
_WRECKED = ("destroyed", "damaged")


def labels(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """What labels of a sentence say of the numbers behind them."""
    for index, chunk in enumerate(clause.chunks) if clause.holds & _SIGNS else ():
        if chunk.part == Part.COLON:
            yield from _lost(clause, index)
            if index == 1:
                yield from _beside_named(clause, lexicons)
            again = _again(clause, index, lexicons)
            if again is not None:
                yield again
                continue
            things = clause.part(index + 1) == Part.NOUN and clause.chunks[index + 1].kind in THINGS
            yield from (_wrecked if things or _names_losses(clause, index, lexicons) else _label)(
                clause, index, lexicons
            )
        elif chunk.part == Part.STOP and chunk.word in DASHES:
            yield from _dashed(clause, index, lexicons)
    yield from _tabular(clause, lexicons)


def _names_losses(clause: Clause, colon: int, lexicons: Lexicons) -> bool:
    """Whether a label names losses, whose list may begin with people."""
    before = clause.at(colon - 1)
    return before is not None and before.head in lexicons.words("loss_label")


def _label(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[Mark]:
    """A label before a colon: "Killed: 12", "Houses destroyed: 143"."""
    before, after = clause.at(index - 1), clause.at(index + 1)
    if before is None or after is None or not after.counts:
        return
    if after.kind in _PEOPLE and (both := _joint(clause, index, lexicons)):
        yield Mark(after, both, "label")
        return
    own = outcome_named(clause.at(index + 2), lexicons)
    if own and before.countable is not None and own != before.countable.outcome:
        return  # "Casualties: 9 killed, 14 wounded"
    subject = clause.at(index - 2)
    told = _told(clause, index, lexicons) if after.kind in _PEOPLE else None
    if told is not None:
        after.group = told[1] or after.group
        yield Mark(after, told[0], "label")
    elif subject is not None and subject.part == Part.NOUN and before.part in (Part.VERB, Part.STATE):
        yield from _named(clause, index, subject, before, after, lexicons)
    elif after.kind in _PEOPLE and (
        index < 2 or clause.part(index - 2) in (Part.STOP, Part.COMMA) or _is_known(clause, index, lexicons)
    ):
        outcome = outcome_named(before, lexicons) or _counted(before, lexicons)
        if before.countable is not None and not after.head and not after.kind:
            after.group = before.group or after.group  # "Belligerent deaths: 3"
        for target in coordinated(clause, index + 1, lexicons) if outcome else ():
            if target == index + 1 or clause.chunks[target].kind == after.kind == "person":
                yield Mark(clause.chunks[target], outcome, "label")  # "The dead: nine civilians and six soldiers"
    elif after.kind in _PEOPLE and not after.head and (opening := _opening(clause, index)) is not None:
        outcome = outcome_named(opening, lexicons)
        if outcome:
            yield Mark(after, outcome, "label")


def _is_known(clause: Clause, colon: int, lexicons: Lexicons) -> bool:
    """Whether a participle alone opens a label and says that its count is known: "Confirmed fatalities: 2 at the scene"."""
    opening = clause.chunks[colon - 2]
    return colon == 2 and opening.bare and opening.word in lexicons.frames.report


def _again(clause: Clause, index: int, lexicons: Lexicons) -> Mark | None:
    """The things of the label before, of which a participle alone tells anew: "Houses destroyed: 4; damaged: 11"."""
    last, before, after = clause.at(index - 3), clause.at(index - 1), clause.at(index + 1)
    if last is None or before is None or after is None or last.number is None or after.head or not before.bare:
        return None
    parted = clause.part(index - 2) in _LISTED | {Part.STOP} and clause.part(index - 4) == Part.COLON
    if not (parted and after.counts):
        return None
    noun = lexicons.groups.nouns.get(last.group)
    outcome = sense_of(before.word, noun.kind, lexicons) if noun is not None and noun.kind in THINGS else ""
    if not outcome:
        return None
    after.group = last.group
    return Mark(after, outcome, "label")


def _beside_named(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """Others behind those whom a label at the head of a sentence names: "Dead: Lieutenant A. Marr and 17 other ranks"."""
    outcome = outcome_named(clause.chunks[0], lexicons)
    if not outcome or clause.part(2) != Part.NOUN or clause.chunks[2].counts:
        return
    for at in range(3, len(clause.chunks)):
        chunk = clause.chunks[at]
        if (
            chunk.counts
            or chunk.part == Part.VERB
            or (chunk.part == Part.STOP and not _is_initial(clause, chunk.first))
        ):
            people = chunk.number is not None and (chunk.others or chunk.kind == "person")
            if people and clause.part(at - 1) == Part.CONJUNCTION and clause.part(at + 1) in (*_ENDS, -1):
                yield Mark(chunk, outcome, "label")
            return


def _is_initial(clause: Clause, at: int) -> bool:
    """Whether a full stop closes an initial: "A. Marr"."""
    before = clause.tokens[at - 1].text
    return len(before) == 1 and before.isupper()


def _lost(clause: Clause, colon: int) -> Iterator[Mark]:
    """A label of two nouns that only together name an outcome: "Loss of life: 64"."""
    before, after = clause.at(colon - 1), clause.at(colon + 1)
    noun = before.countable if before is not None else None
    if before is None or after is None or noun is None or not after.counts or after.head or not noun.before:
        return
    if _is_of_name(clause, colon - 1, noun.before):
        after.group = before.group
        yield Mark(after, noun.outcome, "label")


def _names(noun: Chunk, head: str) -> bool:
    """Whether a noun tells an outcome behind a word: "life" behind "loss of"."""
    return noun.countable is not None and head in noun.countable.before


def _is_of_name(clause: Clause, index: int, heads: frozenset[str]) -> bool:
    """Whether a noun group stands behind a word that makes its name one of an outcome, alone before its sign: "Loss of life: 64"."""
    name = clause.at(index - 2)
    opens = index < 3 or clause.part(index - 3) in (Part.STOP, Part.COMMA)
    return opens and clause.part(index - 1) == Part.PREPOSITION and name is not None and name.head in heads


def _wrecked(clause: Clause, colon: int, lexicons: Lexicons) -> Iterator[Mark]:
    """A label of what became of things, for all that are counted behind it: "Destroyed: 12 houses, 2 schools", "Facilities lost: 2 clinics"."""
    first, told = _first(clause, colon), clause.at(colon - 1)
    outcomes = _suffered(told, lexicons) if told is not None and first == colon - 1 else ("", "")
    if outcomes[0]:
        yield from _listed_losses(clause, colon, outcomes)
        return
    named = first == colon - 2 and clause.part(first) == Part.NOUN and not clause.chunks[first].counts
    if told is None or told.part not in (Part.VERB, Part.STATE) or told.finite or not (first == colon - 1 or named):
        return
    for target in coordinated(clause, colon + 1, lexicons):
        chunk = clause.chunks[target]
        outcome = sense_of(told.word, chunk.kind, lexicons) if chunk.kind in THINGS else ""
        if outcome in _WRECKED:
            yield Mark(chunk, outcome, "label")


def _suffered(told: Chunk, lexicons: Lexicons) -> tuple[str, str]:
    """The outcomes of things and of people behind a label that names damage or losses; empty where it names none."""
    if told.part != Part.NOUN or told.counts:
        return "", ""
    if told.head in lexicons.words("damage_label"):
        return "damaged", ""
    return ("destroyed", "casualties") if told.head in lexicons.words("loss_label") else ("", "")


def _listed_losses(clause: Clause, colon: int, outcomes: tuple[str, str]) -> Iterator[Mark]:
    """All that is counted behind a label for damage or losses: "Damage: two clinics and 14 vehicles", "Losses: 60 men, three tanks"."""
    for target in range(colon + 1, len(clause.chunks)):
        chunk = clause.chunks[target]
        if chunk.part in (Part.STOP, Part.COLON):
            return
        own = clause.part(target + 1) in (Part.STATE, Part.VERB)
        if chunk.part != Part.NOUN or not chunk.counts or own or clause.part(target - 1) not in _LISTED:
            continue
        outcome = outcomes[0] if chunk.kind in THINGS else outcomes[1] if chunk.kind == "person" and chunk.head else ""
        if outcome:
            yield Mark(chunk, outcome, "label")


def _joint(clause: Clause, sign: int, lexicons: Lexicons) -> str:
    """The outcome of a label that names two together, alone before its sign: "Dead and wounded: 40"; empty where it does not."""
    first = sign - 3
    if first < 0 or (first and clause.part(first - 1) not in (Part.STOP, Part.COMMA)):
        return ""
    outcome, past = joint(clause, first, outcome_named(clause.chunks[first], lexicons), lexicons)
    return outcome if past else ""


def _first(clause: Clause, colon: int) -> int:
    """The index at which the label before a colon begins."""
    first = colon - 1
    while first > 0 and colon - first < _ROW and clause.part(first - 1) not in _ENDS:
        first -= 1
    return first


def _opening(clause: Clause, colon: int) -> Chunk | None:
    """The participle or state that a label of several words begins with: "Rescued alive from the rubble: 46"; `None` where it begins otherwise."""
    first = _first(clause, colon)
    rest = clause.chunks[first + 1 : colon]
    plain = all(one.part in (Part.STATE, Part.PREPOSITION, Part.NOUN) and not one.counts for one in rest)
    opens = first == 0 or clause.part(first - 1) in (Part.STOP, Part.COMMA)
    return clause.chunks[first] if plain and opens and clause.part(first) in (Part.VERB, Part.STATE) else None


def _counted(label: Chunk, lexicons: Lexicons) -> str:
    """The outcome that a noun tells by being counted, alone before its number: "Abductions: 171 people"; empty where it tells none by itself."""
    noun = label.countable
    if noun is not None and label.head in lexicons.outcomes.in_tolls:
        return lexicons.outcomes.in_tolls[label.head]  # "Named victims: 41"
    return noun.outcome if noun is not None and not (label.counts or label.negated or noun.verbs or noun.needs) else ""


def _told(clause: Clause, colon: int, lexicons: Lexicons) -> tuple[str, str] | None:
    """The outcome and group of a label with a verb and what completes it: "Pupils who fell ill: 40", "Admitted to hospital: 97"."""
    first = _first(clause, colon)
    opening = clause.chunks[first]
    verb = first + 2 if opening.part == Part.NOUN and clause.part(first + 1) == Part.RELATIVE else first
    chunk = clause.chunks[verb]
    if verb == colon - 1 and verb == first:
        return None
    if chunk.part != Part.VERB or chunk.negated or chunk.unreal or (verb == first and not chunk.bare) or opening.counts:
        return None
    group = opening.group if verb > first else ""
    for found in predicates(clause, verb, chunk, lexicons):
        senses = [sense for sense in found.senses if not (sense.denied or sense.by)]
        sense = fitting(opening if verb > first else clause.chunks[colon + 1], senses)
        if sense is not None and found.after == colon:
            return sense.outcome, group  # one that says nothing keeps the others away: "Admitted to university: 12"
    return None


def _named(clause: Clause, index: int, noun: Chunk, told: Chunk, after: Chunk, lexicons: Lexicons) -> Iterator[Mark]:
    """A label that names who or what as well, for a number alone."""
    opens = index < 3 or clause.part(index - 3) in (Part.STOP, Part.COMMA)
    if not opens or noun.counts or after.head or after.kind or told.finite:
        return
    outcome = told.outcome if told.part == Part.STATE else sense_of(told.word, noun.kind or "person", lexicons)
    if not outcome and told.word in lexicons.frames.report:
        outcome = _counted(noun, lexicons)  # "Deaths registered: 31"
    if outcome:
        after.group = noun.group or after.group
        yield Mark(after, outcome, "label")


def _dashed(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[Mark]:
    """A label before a dash, with a number alone behind it: "Dead - 12, injured - 40"."""
    before, after = clause.at(index - 1), clause.at(index + 1)
    if before is None or after is None or after.number is None or after.head or after.kind or before.counts:
        return
    opens = index < 2 or clause.part(index - 2) in (Part.STOP, Part.COMMA)
    ends = clause.part(index + 2) in (Part.STOP, Part.COMMA, Part.CONJUNCTION)
    outcome = outcome_named(before, lexicons) if opens else _joint(clause, index, lexicons)
    if outcome and ends:
        yield Mark(after, outcome, "label")


def _tabular(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """A row of a table: words for an outcome, then the number alone: "Damaged houses 120"."""
    chunks: list[Chunk] = []
    for chunk in clause.chunks:
        if chunk.part == Part.COLON and chunks and chunks[-1].number is not None:
            break  # "Total deaths 39: female 24, male 15"
        if chunk.part not in _SEPARATE:
            if len(chunks) == _ROW:
                return
            chunks.append(chunk)
    if len(chunks) < 2 or any(chunk.finite or chunk.passive for chunk in chunks):
        return
    *named, value = chunks
    if (
        value.others
        or named[-1].word in lexicons.words("per")
        or any(chunk.pronoun or chunk.part == Part.CONJUNCTION for chunk in named)
    ):
        return  # "The bomber killed himself and 11 others", "Killed per 1,000"
    if value.number is None or value.head or value.kind or any(chunk.counts for chunk in named):
        return
    kind = next((chunk.kind for chunk in named if chunk.kind), "person")
    for chunk, of_it in zip(named, [*named[1:], value], strict=True):
        if of_it.part == Part.PREPOSITION and any(_names(one, chunk.head) for one in named):
            continue  # "Loss of life: 64" tells of lives
        words = (chunk.word,) if chunk.part == Part.VERB else chunk.modifiers
        outcome = chunk.countable.outcome if chunk.countable is not None else ""
        outcome = outcome or next((found for word in words if (found := sense_of(word, kind, lexicons))), "")
        ranged = value.number.low != value.number.high and not chunk.plural  # "Release 35-118" numbers a paper
        outcome = outcome or ("" if ranged else _sole_outcome(chunk.head, lexicons))
        if outcome:
            # "Soldiers killed nine" may be said by those who did it: only others tell whom a row counts.
            if not any(one.kind == "person" and near.part == Part.VERB for one, near in pairwise(named)):
                kind = "person" if chunk.countable is not None else kind  # "the office gives the dead as nine"
                value.group = next((near.group for near in named if near.kind == kind), "person")
            yield Mark(value, outcome, "label", weak=True)
            return


def _sole_outcome(word: str, lexicons: Lexicons) -> str:
    """The outcome that a noun names; empty where it names several: "the loss of three" is of people or of things."""
    told = {noun.outcome for noun in lexicons.outcomes.nominals.get(word, ()) if not noun.needs}
    return next(iter(told)) if len(told) == 1 else ""
