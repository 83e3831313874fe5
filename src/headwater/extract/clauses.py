"""Whose verb it is: the subject before a verb group, found by the shape of the clause."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import head_of, heads
from headwater.extract.lexicons import Lexicons

__all__ = ["subject"]

_LIMIT = 60
_DEPTH = 4
_BREAKS = frozenset({Part.VERB, Part.STOP, Part.COLON, Part.SUBORDINATOR, Part.RELATIVE})
_TIME = "measure"  # the class of "weeks" in "three weeks ago"
_ANEW = {"household", "person"}  # what one count gives the other anew


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
            below = _below(clause, here, verb)
            if below < 0:
                return subject(clause, here, lexicons, depth + 1) if depth < _DEPTH else []
            here = below
        elif chunk.part in (Part.COMMA, Part.CONJUNCTION):
            return _across(clause, here, verb, lexicons, depth)
        elif chunk.part == Part.CLOSE:
            here = _opening(clause, here) - 1
        elif chunk.part in (Part.PREPOSITION, Part.SUBORDINATOR) and _is_ing(clause.chunks[verb], lexicons):
            return _of_main(clause, here, lexicons, depth)
        elif chunk.part == Part.PREPOSITION:
            here -= 1
        else:
            return []
    return []


def _of_noun(clause: Clause, noun: int, verb: int, lexicons: Lexicons) -> list[int]:
    """The subject that ends with the noun group before the verb."""
    before, chunk = clause.at(noun - 1), clause.chunks[verb]
    absolute = lexicons.words("absolute")
    if (chunk.bare or chunk.part == Part.STATE) and before is not None and before.word in absolute:
        return [noun]  # "with 30 people hurt": the participle tells of those right before it
    found = heads(clause, noun, lexicons)
    counted = clause.chunks[noun].counts and not any(clause.chunks[one].counts for one in found)
    if counted and chunk.bare and _may_hang(clause, noun, found, chunk, lexicons):
        return [noun]  # "the march for the ten members killed"
    return _agreeing(clause, found, verb, lexicons)


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


def _below(clause: Clause, before: int, verb: int) -> int:
    """Where to go on from a verb before the verb: past a relative clause or participle, -1 where it shares its subject."""
    chunk, ours = clause.chunks[before], clause.chunks[verb]
    if ours.infinitive:
        return -1
    relative = _relative_before(clause, before) if chunk.finite and before == verb - 1 else -1
    if relative > 0:
        return relative - 1
    doer = clause.at(before - 1)
    if doer is not None and doer.pronoun and not doer.counts and clause.part(before - 2) == Part.NOUN:
        return before - 2  # "two of the 12 men she had hired were arrested"
    return before - 1 if chunk.bare and clause.part(before - 1) == Part.NOUN else -1


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
    dated = clause.chunks[noun].kind == _TIME
    if clause.part(here) == Part.PREPOSITION or dated:
        here -= not dated
        before = clause.at(here)
        if before is not None and before.part == Part.NOUN and before.kind == _TIME:
            here -= 1  # "fifty pupils taken three weeks ago in the north were freed"
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
    if held.bare and named and clause.part(here - 1) == Part.NOUN:
        return here - 1
    relative = here - 1 if clause.part(here - 1) == Part.RELATIVE else _relative_before(clause, here)
    return relative - 1 if relative > 0 and clause.part(relative - 1) == Part.NOUN else -1


def _is_past(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a verb without auxiliary is no participle that hangs on the noun before it: "a ferry with 120 aboard capsized"."""
    return "participle" not in chunk.form.kinds if chunk.form else not chunk.word.endswith(lexicons.frames.ing)


def _says(chunk: Chunk, lexicons: Lexicons) -> bool:
    return chunk.word in lexicons.frames.report


def _agreeing(clause: Clause, found: list[int], verb: int, lexicons: Lexicons) -> list[int]:
    """The subject, or one farther left where number tells that this cannot be it: "a man who shot 3 people was"."""
    wanted = clause.chunks[verb].agrees
    if not wanted or len(found) != 1 or _agrees(clause.chunks[found[0]], wanted):
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
    here = _before_apposition(clause, here)
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


def _before_apposition(clause: Clause, noun: int) -> int:
    """The noun group before one that tells of a part of it: "six priests, five of them foreigners, who"."""
    here = noun - 1 if clause.part(noun - 1) == Part.NOUN else noun
    held = clause.at(here)
    taken = held is not None and held.whole is not None and held.whole.pronoun
    return here - 2 if taken and clause.part(here - 1) == Part.COMMA else noun


def _opening(clause: Clause, closing: int) -> int:
    here = closing
    while here > 0 and closing - here < _LIMIT and clause.part(here) != Part.OPEN:
        here -= 1
    return here


def _across(clause: Clause, here: int, verb: int, lexicons: Lexicons, depth: int) -> list[int]:
    """The subject beyond a comma or conjunction: of a verb coordinated with this one, or before an insertion."""
    start = here
    while clause.part(here) in (Part.COMMA, Part.CONJUNCTION):
        here -= 1
    if clause.part(start) == Part.COMMA:
        row = heads(clause, here, lexicons) if clause.part(here) == Part.NOUN else []
        before = _insertion(clause, start, lexicons)
        counted = any(clause.chunks[one].counts for one in row) or before < 0 or not clause.chunks[before].counts
        if (
            len(row) > 1
            and counted
            and (clause.chunks[verb].agrees == "plural" or _is_main(clause, row[0], verb, lexicons))
        ):
            return row
        if before >= 0:
            return heads(clause, before, lexicons)
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


def _insertion(clause: Clause, comma: int, lexicons: Lexicons) -> int:
    """The noun group before an insertion that ends at a comma, or -1: "N people, including children, were"."""
    here = comma - 1
    while here >= 0 and comma - here < _LIMIT:
        part = clause.part(here)
        if part in (Part.RELATIVE, Part.PARTS) or (part == Part.COMMA and _opens_insertion(clause, here, lexicons)):
            before = here if part == Part.COMMA else here - 1
            if part == Part.PARTS and here == comma - 1 and clause.part(here - 2) == Part.COMMA:
                before = here - 2  # "five civilians, one child among them, were"
            elif part != Part.COMMA:
                before = _before_share(clause, here, lexicons)
            while clause.part(before) == Part.COMMA:
                before -= 1
            return _before_aside(clause, before, lexicons) if clause.part(before) == Part.NOUN else -1
        if part in (Part.SUBORDINATOR, Part.STOP, Part.COLON):
            return -1
        if part == Part.VERB and clause.chunks[here].finite and _relative_before(clause, here) < 0:
            subject_ = clause.chunks[here - 1]
            if subject_.part == Part.PARTS:
                pass  # "many of whom were asleep"
            elif subject_.determiner in lexicons.words("whose"):
                pass  # "six workers, whose names were not given, died"
            elif subject_.whole is None or subject_.whole.word not in lexicons.words("relative"):
                return -1  # "36 people, 11 of whom have wounds, were"
        here -= 1
    return -1


def _before_share(clause: Clause, relative: int, lexicons: Lexicons) -> int:
    """The index before a relative word, and before the share of those it stands for: "twelve men, most of whom were unarmed, were"."""
    share = relative - 1
    if clause.part(share) == Part.PREPOSITION and clause.chunks[share].word in lexicons.words("of"):
        share -= 1
    elif clause.tokens[clause.chunks[relative].first].lower not in lexicons.words("of"):
        return relative - 1
    return share - 1 if clause.part(share) == Part.NOUN and clause.part(share - 1) == Part.COMMA else relative - 1


def _before_aside(clause: Clause, noun: int, lexicons: Lexicons) -> int:
    """The counted group to which a noun group only adds who it is: "one officer, a lieutenant who was 23, goes"."""
    before = clause.at(noun - 2)
    aside = clause.part(noun - 1) == Part.COMMA and before is not None and before.counts
    said = not clause.chunks[noun].counts and clause.chunks[noun].determiner in lexicons.words("articles")
    return noun - 2 if aside and said and before is not None and before.kind == clause.chunks[noun].kind else noun


def _relative_before(clause: Clause, verb: int) -> int:
    """Index of the relative word that opens the verb's clause, -1 where none does."""
    here = verb - 1
    while here >= 0 and verb - here < 8 and clause.part(here) not in (Part.COMMA, Part.STOP, Part.VERB):
        if clause.part(here) == Part.RELATIVE:
            return here
        here -= 1
    return -1


def _opens_insertion(clause: Clause, comma: int, lexicons: Lexicons) -> bool:
    following = clause.at(comma + 1)
    if following is None or clause.part(comma - 1) != Part.NOUN:
        return False
    if following.part == Part.VERB:
        return following.bare
    if following.part == Part.CONJUNCTION and following.word in lexicons.words("or"):
        return True  # "200 households, or about 1,000 people, have"
    if (
        following.counts
        and {following.kind, clause.chunks[comma - 1].kind} == _ANEW
        and clause.chunks[comma - 1].counts
    ):
        return True  # "200 households, about 1,000 people, have"
    if following.determiner in lexicons.words("both"):
        return True  # "a policeman and a boy, both bystanders, died"
    if following.counts and clause.tokens[following.first - 1].lower in lexicons.words("not"):
        return True  # "25 inmates, not 16, had died"
    taken = following.part == Part.NOUN and (not following.counts or following.whole is not None)
    return taken or following.part == Part.PREPOSITION
