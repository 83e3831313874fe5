"""What a verb right behind "N of the M" tells of the M: "one of nine people hurt has died", "two of the 12 men who were arrested"."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Mark, Part
from headwater.extract.fitting import fitting
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import undergone
from headwater.extract.predicates import predicates
from headwater.language.senses import NOTHING

__all__ = ["of_whole", "tells_whole"]

_NOBODY = "none"  # who does it where nobody is told of
_ENDS = frozenset({Part.SUBORDINATOR, Part.RELATIVE, Part.CONJUNCTION, Part.COMMA, Part.COLON, Part.STOP})


def of_whole(clause: Clause, index: int, lexicons: Lexicons) -> Mark | None:
    """What the verb at an index tells of the counted whole that its participle or relative clause hangs on; `None` where on none."""
    chunk, who = clause.chunks[index], _whole_who(clause, index)
    if who is None and (theirs := _whole_theirs(clause, index)) is not None:
        who, active = theirs, False
    else:
        active = who is not None and not chunk.passive  # "the 12 who died", but "the 12 hurt", "the 12 who were hurt"
    whole = who or (_counted_whole(clause, index, lexicons) if chunk.bare else None)
    if whole is None:
        return None
    undergone = ("subject", "either") if active else ("object", "undergone", "either")
    for found in predicates(clause, index, chunk, lexicons):
        told = (
            sense for sense in found.senses if not sense.by or _NOBODY in sense.by
        )  # "the 26 girls held were freed"
        senses = [sense for sense in told if sense.takes in undergone and not sense.denied]
        sense = fitting(whole, senses)
        if sense is not None:
            return Mark(whole, sense.outcome, "passive") if sense.outcome != NOTHING else None
    return None


def tells_whole(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a participle only says which ones a number is taken out of: "150 of those taken hostage"."""
    before, form = clause.at(index - 1), clause.chunks[index].form
    if before is None or before.whole is None:
        return False
    if form is not None and undergone(form.lemma, lexicons):
        return False  # "nine of these died"
    return before.whole.determiner in lexicons.words("pointing") and not before.whole.head


def _counted_whole(clause: Clause, index: int, lexicons: Lexicons) -> Chunk | None:
    """The counted whole that a participle tells of, right behind one taken out of it: "one of nine people hurt has died".

    Where the sentence has no other verb for those taken out, the form is theirs: "two of the 1,200 refugees drowned".
    """
    before, verb, at = clause.at(index - 1), clause.chunks[index], index - 1
    if clause.part(at) == Part.CONJUNCTION and clause.part(at - 1) == Part.VERB and clause.chunks[at - 1].bare:
        before, at = clause.at(at - 2), at - 2  # "one of nine people killed or maimed"
    if before is None or before.whole is None or before.whole.number is None:
        return None
    is_one = clause.part(at - 1) == Part.VERB and clause.chunks[at - 1].copula  # "she was one of five hurt in it"
    if not before.whole.head and not (is_one or _is_told_next(clause, index)):
        return None
    participle = verb.form is not None and "participle" in verb.form.kinds
    told = clause.part(index + 1) != Part.NOUN or _is_completed(clause, index)
    reduced = participle and told and _hangs(clause, index, lexicons)
    return before.whole if reduced else None


def _whole_who(clause: Clause, index: int) -> Chunk | None:
    """The counted whole that a relative clause tells of, right behind one taken out of it: "two of the 12 men who were arrested"."""
    before = clause.at(index - 2) if clause.part(index - 1) == Part.RELATIVE else None
    counted = before is not None and before.whole is not None and before.whole.number is not None
    return before.whole if before is not None and counted else None


def _whole_theirs(clause: Clause, index: int) -> Chunk | None:
    """The counted whole of which a clause behind one taken out of it tells what somebody did: "30 of the 110 girls (whom) they had taken"."""
    doer, at = clause.at(index - 1), index - 2
    if doer is None or doer.part != Part.NOUN or not doer.pronoun or clause.chunks[index].passive:
        return None
    before = clause.at(at - 1 if clause.part(at) == Part.RELATIVE else at)
    counted = before is not None and before.whole is not None and before.whole.number is not None
    return before.whole if before is not None and counted else None


def _is_told_next(clause: Clause, index: int) -> bool:
    """Whether the verb of those taken out follows a participle: "two of the five detained were let go", "two of the 40 wounded died"."""
    verb = clause.at(index + 1)
    past = verb is not None and verb.bare and verb.form is not None and "past" in verb.form.kinds
    return verb is not None and verb.part == Part.VERB and (verb.finite or verb.passive or verb.copula or past)


def _is_completed(clause: Clause, index: int) -> bool:
    """Whether a noun only completes a participle before the verb of those taken out: "29 of the 31 miners trapped underground were freed"."""
    noun = clause.chunks[index + 1]
    return not (noun.counts or noun.determiner or noun.pronoun) and _is_told_next(clause, index + 1)


def _hangs(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether the noun group before a verb hangs on another: as the object of one before it, or the subject of one behind."""
    before, number = clause.at(index - 2), clause.chunks[index - 1].number
    if before is not None and before.part == Part.PREPOSITION:
        return True
    if number is not None and number.best == 1 and before is not None and before.part == Part.COMMA:
        return clause.part(index - 3) == Part.NOUN  # "Ada Keller, one of the six nurses killed in May, had"
    if before is not None and before.part == Part.VERB and before.word not in lexicons.frames.report:
        return True
    for at in range(index + 1, len(clause.chunks)):
        chunk = clause.chunks[at]
        if chunk.part == Part.VERB:
            return not chunk.infinitive
        if chunk.part in _ENDS and not _is_beside_place(clause, at):
            return False
    return False


def _is_beside_place(clause: Clause, at: int) -> bool:
    """Whether a comma stands beside what a name between two commas adds to the one before: "taken from the school in Dorn, Lower Sarn, have"."""
    if clause.part(at) != Part.COMMA:
        return False
    opens = clause.part(at + 1) == Part.NOUN and clause.part(at + 2) == Part.COMMA
    closes = clause.part(at - 1) == Part.NOUN and clause.part(at - 2) == Part.COMMA
    name = clause.chunks[at + 1 if opens else at - 1] if opens or closes else None
    return name is not None and not (name.counts or name.determiner or name.plural)
