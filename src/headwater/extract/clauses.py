"""Whose verb it is: the subject before a verb group, found by the shape of the clause."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import head_of, heads
from headwater.extract.insertions import before_apposition, insertion, opening, relative_before
from headwater.extract.lexicons import Lexicons

__all__ = ["subject"]

_LIMIT = 60
_DEPTH = 4
_BREAKS = frozenset({Part.VERB, Part.STOP, Part.COLON, Part.SUBORDINATOR, Part.RELATIVE})
_TIME = "measure"  # the class of "weeks" in "three weeks ago"


def subject(clause: Clause, verb: int, lexicons: Lexicons, depth: int = 0) -> list[int]:
    """Indices of the noun groups that are the verb's subject; empty where the clause does not tell."""
    here = verb - 1
    while here >= 0 and verb - here < _LIMIT:
        chunk = clause.chunks[here]
        if chunk.part == Part.NOUN and clause.part(here - 1) == Part.NOUN and chunk.word in lexicons.words("there"):
            here -= 1
        elif chunk.part == Part.NOUN:
            above = _above(clause, here, verb, lexicons)
            if above < 0:
                return _of_noun(clause, here, verb, lexicons)
            here = above
        elif chunk.part == Part.RELATIVE:
            return _antecedent(clause, here)
        elif chunk.part == Part.VERB:
            below = _below(clause, here, verb, lexicons)
            if below < 0:
                return subject(clause, here, lexicons, depth + 1) if depth < _DEPTH else []
            here = below
        elif chunk.part in (Part.COMMA, Part.CONJUNCTION):
            return _across(clause, here, verb, lexicons, depth)
        elif chunk.part == Part.CLOSE:
            here = opening(clause, here) - 1
        elif chunk.part in (Part.PREPOSITION, Part.SUBORDINATOR) and _is_ing(clause.chunks[verb], lexicons):
            return _of_main(clause, here, lexicons, depth)
        elif chunk.part == Part.PREPOSITION or (chunk.part == Part.STATE and clause.part(here - 1) == Part.VERB):
            here -= 1  # "nine men who had been missing were"
        else:
            return []
    return []


def _are_those(clause: Clause, noun: int, verb: int, lexicons: Lexicons) -> bool:
    """Whether a participle names all of a number alone of whom a share is told: "half of the 900 wounded were"."""
    chunk, share = clause.chunks[noun], clause.at(noun - 2)
    alone = chunk.number is not None and not chunk.head and chunk.determiner in lexicons.words("definite")
    of = clause.part(noun - 1) == Part.PREPOSITION and clause.chunks[noun - 1].word in lexicons.words("of")
    shared = of and share is not None and (share.number is None or share.number.unit != "count" or not share.head)
    return alone and shared and clause.part(verb + 1) in (Part.VERB, Part.STOP, Part.COMMA)


def _of_noun(clause: Clause, noun: int, verb: int, lexicons: Lexicons) -> list[int]:
    """The subject that ends with the noun group before the verb."""
    before, chunk = clause.at(noun - 1), clause.chunks[verb]
    absolute = lexicons.words("absolute")
    hangs = chunk.bare and (noun == verb - 1 or _may_be_participle(chunk, lexicons))
    if (hangs or chunk.part == Part.STATE) and before is not None and before.word in absolute:
        return [noun]  # "with 30 people hurt": the participle tells of those right before it, no "44 aboard went down"
    if chunk.bare and before is not None and before.word in lexicons.words("among") and _are_alone(clause.chunks[noun]):
        return [noun]  # "nine nurses among the 31 injured"
    if chunk.bare and clause.chunks[noun].determiner in lexicons.words("each"):
        return []  # "100 hostages for each soldier killed"
    if chunk.bare and _are_those(clause, noun, verb, lexicons):
        return [noun]  # "half of the 900 wounded were children"
    found = heads(clause, noun, lexicons)
    counted = clause.chunks[noun].counts and not any(clause.chunks[one].counts for one in found)
    if counted and hangs and _may_hang(clause, noun, found, chunk, lexicons):
        return [noun]  # "the march for the ten members killed"
    return _agreeing(clause, found, verb, lexicons)


def _are_alone(chunk: Chunk) -> bool:
    """Whether a number stands alone, so that a participle behind it names them."""
    return chunk.number is not None and not chunk.head


def _may_hang(clause: Clause, noun: int, above: list[int], verb: Chunk, lexicons: Lexicons) -> bool:
    """Whether a bare form may tell of the noun right before it alone, and not of those above that noun.

    It does not where those are but a share of what the noun counts ("some of the 20 passengers drowned"), nor where the
    noun is known and the verb takes no object, so that the form is no participle ("the owners of the 12 boats died").
    """
    if clause.chunks[noun].determiner not in lexicons.words("singling"):
        return True
    senses = lexicons.outcomes.senses.get(verb.form.lemma, ()) if verb.form is not None else ()
    share = any(clause.chunks[one].determiner and not clause.chunks[one].head for one in above)
    return not share and (not senses or any(sense.takes != "subject" for sense in senses))


def _below(clause: Clause, before: int, verb: int, lexicons: Lexicons) -> int:
    """Where to go on from a verb before the verb: past a relative clause or participle, -1 where it shares its subject."""
    chunk, ours = clause.chunks[before], clause.chunks[verb]
    if ours.infinitive:
        return -1
    relative = relative_before(clause, before) if chunk.finite and before == verb - 1 else -1
    if relative > 0:
        return relative - 1
    doer = clause.at(before - 1)
    if doer is not None and doer.pronoun and not doer.counts and clause.part(before - 2) == Part.NOUN:
        return before - 2  # "two of the 12 men she had hired were arrested"
    if chunk.finite and before == verb - 1 and _opens_after(clause, before - 2, lexicons):
        return (
            before - 3 if clause.part(before - 1) == Part.NOUN else -1
        )  # "the men held after nine were killed were freed"
    return before - 1 if chunk.bare and clause.part(before - 1) == Part.NOUN else -1


def _opens_after(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    """Whether a preposition at an index may open a clause: "after nine people were killed"."""
    return clause.part(at) == Part.PREPOSITION and clause.chunks[at].word in lexicons.words("subordinating_preposition")


def _is_ing(chunk: Chunk, lexicons: Lexicons) -> bool:
    return chunk.bare and chunk.word.endswith(lexicons.frames.ing)


def _of_main(clause: Clause, here: int, lexicons: Lexicons, depth: int) -> list[int]:
    """The subject of the verb that a phrase such as "before fleeing" hangs on."""
    start = here
    while here >= 0 and start - here < 24 and depth < _DEPTH:
        chunk = clause.chunks[here]
        if chunk.part == Part.VERB and not chunk.infinitive and not _is_ing(chunk, lexicons):
            return subject(clause, here, lexicons, depth + 1)
        here -= 1
    return []


def _above(clause: Clause, noun: int, verb: int, lexicons: Lexicons) -> int:
    """The noun group that a relative clause or participle before a finite verb hangs on, -1 where there is none.

    "Two women who worked with them were killed", "two guards watching the bank were killed": each finite verb has a
    subject of its own, so the noun before the second one is not it.
    """
    ours = clause.chunks[verb]
    if (ours.bare and not _is_past(ours, lexicons)) or ours.infinitive or ours.part == Part.STATE:
        return -1
    here = head_of(clause, noun, lexicons) - 1
    while clause.part(here) == Part.CONJUNCTION and clause.part(here - 1) == Part.NOUN:
        if clause.chunks[here - 1].counts or clause.chunks[noun].counts:
            return -1
        here = head_of(clause, here - 1, lexicons) - 1
    linked = clause.part(here) == Part.PREPOSITION
    if linked and clause.chunks[noun].counts and _opens_after(clause, here, lexicons):
        return -1  # "police fired after 14 people were killed"
    if linked or clause.chunks[noun].kind == _TIME:
        here -= linked
        before = clause.at(here)
        if before is not None and before.part == Part.NOUN and before.kind == _TIME:
            here -= 1  # "fifty pupils taken three weeks ago in the north were freed"
        if not ours.bare and clause.part(here) == Part.STATE and clause.part(here - 1) == Part.NOUN:
            return here - 1  # "nine men missing since Monday were found dead"
        if (
            not ours.bare
            and clause.part(here) == Part.VERB
            and clause.chunks[here].bare
            and clause.part(here - 1) == Part.NOUN
        ):
            return here - 1 if not _says(clause.chunks[here], lexicons) else -1
    while clause.part(here) == Part.VERB and clause.chunks[here].infinitive and clause.part(here - 1) == Part.VERB:
        here -= 1  # "one man who happened to be passing the square was"
    if clause.part(here) != Part.VERB or clause.chunks[here].infinitive:
        return -1
    held = clause.chunks[here]
    named = held.word.endswith(lexicons.frames.ing) or held.word in lexicons.words("called")
    if held.bare and clause.part(here - 1) == Part.NOUN and (named or _is_tail(clause, here, noun, lexicons)):
        return here - 1
    relative = here - 1 if clause.part(here - 1) == Part.RELATIVE else relative_before(clause, here)
    return relative - 1 if relative > 0 and clause.part(relative - 1) == Part.NOUN else -1


def _is_tail(clause: Clause, participle: int, noun: int, lexicons: Lexicons) -> bool:
    """Whether a noun only completes a participle behind those counted: "29 miners trapped underground were freed"."""
    tail, before = clause.chunks[noun], clause.chunks[participle - 1]
    plain = noun == participle + 1 and not (tail.counts or tail.determiner or tail.pronoun or tail.plural)
    return plain and before.counts and not _is_past(clause.chunks[participle], lexicons)


def _is_past(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a verb without auxiliary is no participle that hangs on the noun before it: "a ferry with 120 aboard capsized"."""
    return "participle" not in chunk.form.kinds if chunk.form else not chunk.word.endswith(lexicons.frames.ing)


def _may_be_participle(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a bare verb may hang on the noun before it: "30 people hurt", "30 people sheltering", no "went" or "goes"."""
    return chunk.bare and (_is_ing(chunk, lexicons) or not _is_past(chunk, lexicons))


def _says(chunk: Chunk, lexicons: Lexicons) -> bool:
    return chunk.word in lexicons.frames.report


def _agreeing(clause: Clause, found: list[int], verb: int, lexicons: Lexicons) -> list[int]:
    """The subject, or one farther left where number tells that this cannot be it: "a man who shot 3 people was"."""
    wanted = _number_told(clause, clause.chunks[verb], lexicons) if len(found) == 1 else ""
    if not wanted or _agrees(clause.chunks[found[0]], wanted):
        return found
    here = found[0] - 1
    while here >= 0 and verb - here < 24:
        part = clause.part(here)
        if part in (Part.STOP, Part.SUBORDINATOR, Part.COLON) or (part == Part.VERB and clause.chunks[here].finite):
            return found
        if part == Part.NOUN and clause.part(here + 1) in (Part.VERB, Part.PREPOSITION, Part.RELATIVE, Part.COMMA):
            head = head_of(clause, here, lexicons)
            chunk = clause.chunks[head]
            if _agrees(chunk, wanted) and not chunk.pronoun and (chunk.kind or chunk.counts):
                return [head]
        here -= 1
    return found


def _number_told(clause: Clause, verb: Chunk, lexicons: Lexicons) -> str:
    """The number that the first auxiliary of a verb group tells of its subject; empty where none does."""
    for token in clause.tokens[verb.first : verb.last]:
        if token.lower in lexicons.helping or token.lower in lexicons.words("infinitive"):
            return lexicons.agreeing.get(token.lower, "")
    return ""


def _agrees(chunk: Chunk, wanted: str) -> bool:
    if chunk.negated or chunk.pronoun or not (chunk.head or chunk.number):
        return True
    if chunk.number is not None:
        return (chunk.number.best == 1) == (wanted == "singular") or not chunk.plural
    return chunk.plural == (wanted == "plural") or not chunk.kind


def _antecedent(clause: Clause, relative: int) -> list[int]:
    here = relative - 1
    while here >= 0 and clause.part(here) in (Part.COMMA, Part.PREPOSITION, Part.CONJUNCTION):
        here -= 1
    here = before_apposition(clause, here)
    if clause.part(here) != Part.NOUN:
        return []
    above = here - 2
    noun = clause.chunks[here]
    # "two people in the car who": a counted person goes before a place that cannot be "who".
    if not noun.counts and clause.part(here - 1) == Part.PREPOSITION and clause.part(above) == Part.NOUN:
        held = clause.chunks[above]
        if held.counts and (noun.kind in ("place", "building", "vehicle", "event") or not noun.plural):
            return [above]
    return [here]


def _across(clause: Clause, here: int, verb: int, lexicons: Lexicons, depth: int) -> list[int]:
    """The subject beyond a comma or conjunction: of a verb coordinated with this one, or before an insertion."""
    start = here
    while clause.part(here) in (Part.COMMA, Part.CONJUNCTION):
        here -= 1
    if clause.part(start) == Part.COMMA:
        row = heads(clause, here, lexicons) if clause.part(here) == Part.NOUN else []
        before = insertion(clause, start, lexicons)
        counted = any(clause.chunks[one].counts for one in row) or before < 0 or not clause.chunks[before].counts
        if (
            len(row) > 1
            and counted
            and (
                _number_told(clause, clause.chunks[verb], lexicons) == "plural"
                or _is_main(clause, row[0], verb, lexicons)
            )
        ):
            return row
        if before >= 0:  # "153 of the girls taken from the school in Dorn, Lower Sarn, have come home"
            above = _above(clause, before, verb, lexicons)
            return heads(clause, before if above < 0 else above, lexicons)
    scan = here
    while scan >= 0 and start - scan < _LIMIT and clause.part(scan) != Part.SUBORDINATOR:
        chunk = clause.chunks[scan]
        if chunk.part == Part.VERB and not chunk.infinitive and depth < _DEPTH:
            return subject(clause, scan, lexicons, depth + 1)
        if chunk.part == Part.STATE and depth < _DEPTH:
            return subject(clause, scan, lexicons, depth + 1)
        scan -= 1
    return []


def _is_main(clause: Clause, first: int, verb: int, lexicons: Lexicons) -> bool:
    """Whether a bare verb is that of its clause, which a row opens: "eight people, five men and three women, died in it"."""
    chunk = clause.chunks[verb]
    if not chunk.bare or _is_ing(chunk, lexicons):
        return False
    before = next((part for at in range(first - 1, -1, -1) if (part := clause.part(at)) in _BREAKS), Part.STOP)
    behind = next(
        (part for at in range(verb + 1, len(clause.chunks)) if (part := clause.part(at)) in _BREAKS), Part.STOP
    )
    return before != Part.VERB and behind != Part.VERB
